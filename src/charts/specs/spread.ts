import { cellAt } from '../../domain/cells';
import { spreadOf, spreadText, type Spread, type SpreadView } from '../../domain/chart-spread';
import { formatNumber, formatPeriod, formatValue, unitLabel } from '../../domain/format';
import { everyOne } from '../../domain/grammar';
import { chartWords } from '../../i18n/charts';
import { isValue } from '../../model/cell';
import { CITY_CODE } from '../../model/ids';
import type { SpreadSpec } from '../spread';
import type { ChartView, Specified } from './drawing';

export interface SpreadLook {
  /** Colour of a value: that of its class on the map. */
  colour: (value: number) => string;
  /** A row for each quartiere, where there are several. */
  byRow: boolean;
}

/** The areas as a distribution, all together or a row for each quartiere; never in order of their value. */
export function specifySpread(
  view: ChartView,
  { colour, byRow }: SpreadLook,
): Specified<SpreadSpec> & { spread: Spread; asked: SpreadView } {
  const { lang, summary, table, geography, level, period } = view;
  const w = chartWords(lang);
  const cell = cellAt(table, geography, 'citta', period, CITY_CODE);
  const city = summary.measure !== 'count' && isValue(cell) ? cell.value : null;
  const asked: SpreadView = { lang, summary, table, geography, level, period, area: view.area, city };
  const spread = spreadOf(asked);
  const print = (value: number) => formatValue(value, summary.unit, table.decimals, lang);
  const extent = table.levels[level]?.extent ?? [0, 1];
  const digits = extent[1] - extent[0] < 6 ? Math.max(1, table.decimals) : 0;
  return {
    asked,
    spread,
    spec: {
      dots: spread.dots.map((dot) => ({ ...dot, colour: colour(dot.value) })),
      rows: byRow && spread.rows.length > 1 ? spread.rows : [],
      extent,
      middle: spread.quartiles
        ? { from: spread.quartiles[0], to: spread.quartiles[2], label: w.middleHalf }
        : null,
      city: city === null ? null : { value: city, label: w.cityAt(print(city)) },
      unit: unitLabel(summary.unit, lang),
      named: view.area,
      tick: (value) => formatNumber(value, digits, lang),
      read: ({ name, value }) => ({ title: name, text: print(value) }),
    },
    head: w.spreadHead(summary.title[lang], everyOne(level, lang), formatPeriod(period, lang)),
    sentence: spreadText(asked),
    notes: [],
  };
}
