import { isValue } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { Geography, Table } from '../model/manifest';
import type { Measure, Unit } from '../model/unit';
import { seriesOf } from './cells';
import { crossesBreak } from './compare';
import { formatGap, formatPeriod, formatValue } from './format';
import { articled, inPeriod, thanIn } from './grammar';

/** How the numbers of one indicator are said. */
export interface Saying {
  lang: Lang;
  unit: Unit;
  measure: Measure;
  decimals: number;
}

export const printed = (say: Saying, value: number): string =>
  formatValue(value, say.unit, say.decimals, say.lang);

/** Two values that print alike are the same to the reader. */
export const sameInPrint = (say: Saying, a: number, b: number): boolean =>
  printed(say, a) === printed(say, b);

const NOUN: Record<Measure, Record<Lang, string>> = {
  share: { it: 'la quota', en: 'the share' },
  rate: { it: 'il rapporto', en: 'the ratio' },
  density: { it: 'la densità', en: 'the density' },
  mean: { it: 'la media', en: 'the average' },
  median: { it: 'la mediana', en: 'the median' },
  index: { it: 'l’indice', en: 'the index' },
  count: { it: 'il totale', en: 'the total' },
};

export const nounOf = (say: Saying): string => NOUN[say.measure][say.lang];

/** A number after di, da, a or tra: percentages take the article in Italian ("dal 19,2%"), other units do not. */
export function after(preposition: 'di' | 'da' | 'a' | 'tra', say: Saying, value: number): string {
  const number = printed(say, value);
  return say.unit === 'percent' ? articled(preposition, number) : `${preposition} ${number}`;
}

/** "nel 2021 la quota è del 24,9%" / "the share was 24.9% in 2021": past tense for all but the latest period. */
export function measureIs(say: Saying, value: number, period: string, latest: boolean): string {
  if (say.lang === 'en')
    return `${nounOf(say)} ${latest ? 'is' : 'was'} ${printed(say, value)} ${inPeriod(period, 'en')}`;
  const amount = say.unit === 'index' ? printed(say, value) : after('di', say, value);
  return `${inPeriod(period, 'it')} ${nounOf(say)} ${latest ? 'è' : 'era'} ${amount}`;
}

export interface Spot {
  level: Level;
  code: string;
}

/**
 * "1,2 punti in più rispetto al 2010": change since the first period with a value, within one method; '' when there
 * is none. Euros are those of each year, so the sentence says that inflation was not taken out.
 */
export function sinceFirst(
  say: Saying,
  table: Table,
  geography: Geography,
  spot: Spot,
  period: string,
): string {
  const points = upTo(table, geography, spot, period);
  const first = points[0];
  const now = points.at(-1);
  if (!first || !now || now.period !== period || first.period === period) return '';
  const it = say.lang === 'it';
  if (sameInPrint(say, now.value, first.value))
    return `${it ? 'come' : 'the same as'} ${inPeriod(first.period, say.lang)}`;
  const more = now.value > first.value;
  const gap = gapOf(say, now.value - first.value);
  const than = thanIn(first.period, say.lang);
  if (it)
    return `${gap} in ${more ? 'più' : 'meno'} ${than}${say.unit === 'euro' ? ', a prezzi correnti' : ''}`;
  const word = more ? 'more' : say.unit === 'people' ? 'fewer' : 'less';
  return `${gap} ${word} ${than}${say.unit === 'euro' ? ', in current prices' : ''}`;
}

/** Published values of one place up to `period`, ascending, not reaching back over a break in the series. */
export function upTo(
  table: Table,
  geography: Geography,
  spot: Spot,
  period: string,
): { period: string; value: number }[] {
  return seriesOf(table, geography, spot.level, spot.code).flatMap(({ period: at, cell }) =>
    isValue(cell) && at <= period && !crossesBreak(table, at, period)
      ? [{ period: at, value: cell.value }]
      : [],
  );
}

/** The size of a difference that shows in print: at least one unit of the last digit. */
function gapOf(say: Saying, difference: number): string {
  const least = 10 ** -say.decimals;
  return formatGap(Math.max(Math.abs(difference), least), say.unit, say.decimals, say.lang);
}

/** "3,6 punti sotto il valore della città (24,9%)", or "in linea con il valore della città (24,9%)". */
export function against(
  say: Saying,
  difference: number,
  similar: boolean,
  value: number,
  what: string,
): string {
  const it = say.lang === 'it';
  if (similar) return `${it ? 'in linea con' : 'in line with'} ${what} (${printed(say, value)})`;
  const side = difference > 0 ? (it ? 'sopra' : 'above') : it ? 'sotto' : 'below';
  return `${gapOf(say, difference)} ${side} ${what} (${printed(say, value)})`;
}

/** Range of one place over time, for the view that shows only that place; '' below three values or when flat. */
export function rangeOverTime(
  say: Saying,
  table: Table,
  geography: Geography,
  spot: Spot,
  period: string,
): string {
  const points = upTo(table, geography, spot, period);
  if (points.length < 3) return '';
  const low = points.reduce((a, b) => (b.value < a.value ? b : a));
  const high = points.reduce((a, b) => (b.value > a.value ? b : a));
  if (sameInPrint(say, low.value, high.value)) return '';
  const when = (point: { period: string }) => `(${formatPeriod(point.period, say.lang)})`;
  return say.lang === 'it'
    ? `Il valore più basso della serie è ${printed(say, low.value)} ${when(low)}, il più alto ${printed(say, high.value)} ${when(high)}.`
    : `The lowest value of the series is ${printed(say, low.value)} ${when(low)}, the highest ${printed(say, high.value)} ${when(high)}.`;
}
