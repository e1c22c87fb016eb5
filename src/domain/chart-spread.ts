import { isValue, type Cell } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { Area, Geography, IndicatorSummary, Table } from '../model/manifest';
import { cellsAt } from './cells';
import type { ChartTable } from './chart-table';
import { quantileOf } from './compare';
import { formatCell, formatPeriod, levelLabel, unitLabel } from './format';
import { allOf, capital, halfOf, thePlace } from './grammar';
import { after, opened, printed, sameInPrint, type Saying } from './phrases';

export interface SpreadView {
  lang: Lang;
  summary: IndicatorSummary;
  table: Table;
  geography: Geography;
  level: Level;
  period: string;
  area: string | null;
  /** The city's value where it can be computed. */
  city: number | null;
}

export interface SpreadDot {
  code: string;
  name: string;
  value: number;
  /** Name of the quartiere the area lies in, '' for a quartiere or a comune. */
  within: string;
}

/** Fewer areas than this have no meaningful middle half. */
const FEWEST_FOR_HALF = 8;

export interface Spread {
  dots: SpreadDot[];
  /** Quantiles 0.25, 0.5, 0.75 of the areas, each counted once whatever its size; null when they are few. */
  quartiles: readonly [number, number, number] | null;
  /** Quartieri in the geography's order, for one row each; [] where areas lie in none. */
  rows: string[];
}

/** The areas of one level as points on one axis. Areas without a value have no place on it: the sentence counts them. */
export function spreadOf({ table, geography, level, period }: SpreadView): Spread {
  const cells = cellsAt(table, geography, level, period);
  const quartieri = geography.levels.quartiere ?? [];
  const within = (area: Area) =>
    level === 'quartiere' ? '' : (quartieri.find(({ code }) => code === area.parents.quartiere)?.name ?? '');
  const dots = (geography.levels[level] ?? []).flatMap((area): SpreadDot[] => {
    const cell = cells.get(area.code);
    return cell && isValue(cell)
      ? [{ code: area.code, name: area.name, value: cell.value, within: within(area) }]
      : [];
  });
  const values = dots.map(({ value }) => value);
  const quantile = (q: number) => quantileOf(values, q);
  return {
    dots,
    quartiles: values.length < FEWEST_FOR_HALF ? null : [quantile(0.25), quantile(0.5), quantile(0.75)],
    rows: quartieri.map(({ name }) => name).filter((name) => dots.some((dot) => dot.within === name)),
  };
}

/**
 * Where the middle lies, how many areas have no value, and which part of the distribution the chosen one is in: a place in the
 * whole, never a rank. Of an index that is no ranking the part is not said either.
 */
export function spreadText(view: SpreadView): string {
  const { lang, summary, table, geography, level, area } = view;
  const say: Saying = {
    lang,
    unit: summary.unit,
    measure: summary.measure,
    decimals: table.decimals,
    change: summary.ramp === 'change',
  };
  const { dots, quartiles } = spreadOf(view);
  const it = lang === 'it';
  const all = geography.levels[level]?.length ?? 0;
  const missing = all - dots.length;
  const without =
    missing === 0
      ? ''
      : it
        ? `${missing} ${levelLabel(level, lang, { plural: missing !== 1 })} non ${missing === 1 ? 'ha' : 'hanno'} un valore e non ${missing === 1 ? 'compare' : 'compaiono'}.`
        : `${missing} ${levelLabel(level, lang, { plural: missing !== 1 })} ${missing === 1 ? 'has' : 'have'} no value and ${missing === 1 ? 'is' : 'are'} not drawn.`;
  const own = dots.find(({ code }) => code === area);
  return [
    quartiles ? middle(say, level, dots.length, quartiles) : '',
    own && quartiles && summary.measure !== 'index' ? standing(say, level, own, quartiles) : '',
    without,
  ]
    .filter(Boolean)
    .join(' ');
}

function middle(
  say: Saying,
  level: Level,
  count: number,
  [low, mid, high]: readonly [number, number, number],
): string {
  const { lang } = say;
  const among = allOf(level, count, lang);
  if (lang === 'en') {
    const half = sameInPrint(say, low, high)
      ? ''
      : `; ${halfOf(level, lang)} lie between ${opened(say, low)} and ${printed(say, high)}`;
    return `${capital(among)}: the middle one has ${printed(say, mid)}${half}.`;
  }
  const half = sameInPrint(say, low, high)
    ? ''
    : `; ${halfOf(level, lang)} sta ${after('tra', say, low, opened)} e ${after('tra', say, high).replace('tra ', '')}`;
  return `Tra ${among} quella di mezzo ha ${say.unit === 'percent' ? withArticle(say, mid) : printed(say, mid)}${half}.`.replace(
    'quella di mezzo',
    level === 'quartiere' || level === 'comune' ? 'quello di mezzo' : 'quella di mezzo',
  );
}

/** "il 24,6%", "l’8,1%": a percentage as an object takes its article. */
const withArticle = (say: Saying, value: number): string => after('tra', say, value).replace('tra ', '');

function standing(
  { lang }: Saying,
  level: Level,
  own: SpreadDot,
  [low, , high]: readonly [number, number, number],
): string {
  const who = capital(thePlace({ name: own.name, level }, lang));
  const it = lang === 'it';
  const where =
    own.value < low
      ? it
        ? 'sta nel quarto con i valori più bassi'
        : 'lies in the quarter with the lowest values'
      : own.value > high
        ? it
          ? 'sta nel quarto con i valori più alti'
          : 'lies in the quarter with the highest values'
        : it
          ? 'sta nella metà centrale'
          : 'lies in the middle half';
  return `${who} ${where}.`;
}

/** Areas by name: the table is for finding one, not for ordering them. */
export function spreadTable({ lang, summary, table, geography, level, period }: SpreadView): ChartTable {
  const cells = cellsAt(table, geography, level, period);
  const collator = new Intl.Collator(lang);
  const rows = (geography.levels[level] ?? [])
    .map(({ code, name }) => ({ key: code, name, cell: cells.get(code) ?? NONE }))
    .sort((a, b) => collator.compare(a.name, b.name));
  return {
    caption: `${summary.title[lang]}, ${formatPeriod(period, lang)}`,
    head: [
      capital(levelLabel(level, lang)),
      lang === 'it'
        ? `Valore (${unitLabel(summary.unit, lang)})`
        : `Value (${unitLabel(summary.unit, lang)})`,
    ],
    rows: rows.map(({ key, name, cell }) => ({
      key,
      cells: [name, formatCell(cell, summary.unit, table.decimals, lang)],
    })),
  };
}

const NONE: Cell = { missing: 'not-available' };
