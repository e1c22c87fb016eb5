import { cellAt, cellsAt } from '../../domain/cells';
import { correlationSentence, pairsOf } from '../../domain/correlation';
import { formatNumber, formatValue } from '../../domain/format';
import { nearestPeriod } from '../../domain/period';
import { axisLabel, type Axis } from '../../domain/scatter';
import { chartWords } from '../../i18n/charts';
import { isValue, type Cell } from '../../model/cell';
import { CITY_CODE } from '../../model/ids';
import type { IndicatorSummary, Table } from '../../model/manifest';
import type { ScatterDot, ScatterSpec } from '../scatter';
import type { ChartView, Specified } from './drawing';

export interface ScatterLook {
  second: { summary: IndicatorSummary; table: Table };
  /** Residents by code, for the size of the circles; null = all alike. */
  people: ReadonlyMap<string, Cell> | null;
  /** Colour of a value of the first topic. */
  colour: (value: number) => string;
}

/** Two topics, one point an area. */
export function specifyScatter(
  view: ChartView,
  { second, people, colour }: ScatterLook,
): Specified<ScatterSpec> & { x: Axis; y: Axis } {
  const { lang, summary, table, geography, level, period } = view;
  const w = chartWords(lang);
  const at = nearestPeriod(second.table.levels[level]?.periods ?? [], period);
  const x: Axis = { summary, table, period, cells: cellsAt(table, geography, level, period) };
  const y: Axis = { ...second, period: at, cells: cellsAt(second.table, geography, level, at) };
  const pairs = pairsOf(x.cells, y.cells);
  const nameOf = new Map((geography.levels[level] ?? []).map(({ code, name }) => [code, name]));
  const dots = pairs.map((pair): ScatterDot => {
    const size = people?.get(pair.code);
    return {
      ...pair,
      name: nameOf.get(pair.code) ?? pair.code,
      size: size && isValue(size) ? size.value : null,
      colour: colour(pair.x),
    };
  });
  const city = (axis: Axis) => {
    const cell = cellAt(axis.table, geography, 'citta', axis.period, CITY_CODE);
    return isValue(cell) ? cell.value : null;
  };
  const print = (axis: Axis, value: number) =>
    formatValue(value, axis.summary.unit, axis.table.decimals, lang);
  const ticks = (axis: Axis, values: number[]) => {
    const digits = Math.max(...values) - Math.min(...values) < 6 ? Math.max(1, axis.table.decimals) : 0;
    return (value: number) => formatNumber(value, digits, lang);
  };
  const [xTitle, yTitle] = [summary.title[lang], second.summary.title[lang]];
  return {
    x,
    y,
    spec: {
      dots,
      largest: people ? Math.max(1, ...dots.map(({ size }) => size ?? 0)) : null,
      xLabel: axisLabel(x, y, lang),
      yLabel: axisLabel(y, x, lang),
      city: { x: city(x), y: city(y), label: 'Bologna' },
      named: view.area === null ? [] : [view.area],
      xTick: ticks(
        x,
        pairs.map((pair) => pair.x),
      ),
      yTick: ticks(
        y,
        pairs.map((pair) => pair.y),
      ),
      read: (dot) => ({
        title: dot.name,
        text: `${print(x, dot.x)} · ${print(y, dot.y)}${dot.size === null ? '' : ` · ${w.residents(formatNumber(dot.size, 0, lang))}`}`,
      }),
    },
    head: w.scatterHead(xTitle, yTitle),
    sentence: correlationSentence(pairs, { lang, level, x: xTitle, y: yTitle }),
    notes: at === period ? [] : [w.otherYear(yTitle, at)],
  };
}
