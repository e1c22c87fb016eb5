import { isValue } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { Geography, Table } from '../model/manifest';
import type { Measure, Unit } from '../model/unit';
import { seriesOf } from './cells';
import { crossesBreak } from './compare';
import { differenceInPrint, formatGap, formatNumber, formatPeriod, formatValue } from './format';
import { articled, capital, fromTo, inPeriod, thanIn } from './grammar';

/** How the numbers of one indicator are said. */
export interface Saying {
  lang: Lang;
  unit: Unit;
  measure: Measure;
  decimals: number;
  /** The number is a change already (ramp `change`): a difference from what is usual, a growth over years. */
  change?: boolean;
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

const CHANGE = {
  celsius: { it: 'lo scarto', en: 'the difference' },
  other: { it: 'la variazione', en: 'the change' },
} as const;

export const nounOf = (say: Saying): string =>
  say.change ? CHANGE[say.unit === 'celsius' ? 'celsius' : 'other'][say.lang] : NOUN[say.measure][say.lang];

/** Units one counts: fewer of them, not less. */
const COUNTED: ReadonlySet<Unit> = new Set(['people', 'households', 'days', 'nights', 'years']);

/** Units written as words after the number. */
const IN_WORDS: ReadonlySet<Unit> = new Set(['people', 'per-km2', 'things-per-km2', 'per100']);

/** The first number of a range: a unit in words is left to the second, "da 8.825 a 38.497 persone". */
export function opened(say: Saying, value: number): string {
  const inWords = IN_WORDS.has(say.unit);
  return inWords ? formatNumber(value, say.decimals, say.lang) : printed(say, value);
}

/** A number after di, da, a or tra: percentages take the article in Italian ("dal 19,2%"), other units do not. */
export function after(
  preposition: 'di' | 'da' | 'a' | 'tra',
  say: Saying,
  value: number,
  print = printed,
): string {
  const number = print(say, value);
  return say.unit === 'percent' ? articled(preposition, number) : `${preposition} ${number}`;
}

/**
 * "Nel 2021 la quota a Bologna è del 24,9%" / "In 2021 the share in Bologna is 24.9%", without the full stop; past
 * tense for all but the latest period. `where` as from `inPlace`.
 */
export function measureIs(
  say: Saying,
  value: number,
  where: string,
  period: string,
  latest: boolean,
): string {
  const subject = `${capital(inPeriod(period, say.lang))} ${nounOf(say)} ${where}`;
  if (say.lang === 'en') return `${subject} ${latest ? 'is' : 'was'} ${printed(say, value)}`;
  const amount = say.unit === 'index' ? printed(say, value) : after('di', say, value);
  return `${subject} ${latest ? 'è' : 'era'} ${amount}`;
}

export interface Spot {
  level: Level;
  code: string;
}

/** First and present value of one place within one method, of the same month where they are months; undefined when there is nothing earlier to set it against. */
function firstAndNow(table: Table, geography: Geography, spot: Spot, period: string) {
  const points = upTo(table, geography, spot, period);
  // Months have seasons: a month is set against the earliest of its own name.
  const [, month = ''] = period.split('-');
  const first = points.find((point) => point.period.endsWith(month));
  const now = points.at(-1);
  return first && now && now.period === period && first.period < period ? { first, now } : undefined;
}

/** Euros are those of each year: a change says that inflation was not taken out. */
function pricesNote(say: Saying): string {
  if (say.unit !== 'euro') return '';
  return say.lang === 'it' ? ', a prezzi correnti' : ', in current prices';
}

/** "1,4 punti in più rispetto al 2010", "come nel 2010": change since the first period with a value, or ''. */
export function sinceFirst(
  say: Saying,
  table: Table,
  geography: Geography,
  spot: Spot,
  period: string,
): string {
  const pair = firstAndNow(table, geography, spot, period);
  if (!pair) return '';
  const { first, now } = pair;
  const it = say.lang === 'it';
  if (sameInPrint(say, now.value, first.value)) {
    return `${it ? 'come' : 'the same as'} ${inPeriod(first.period, say.lang)}`;
  }
  const more = now.value > first.value;
  const fewer = COUNTED.has(say.unit) ? 'fewer' : 'less';
  const word = it ? `in ${more ? 'più' : 'meno'}` : more ? 'more' : fewer;
  return `${gapOf(say, between(say, now.value, first.value))} ${word} ${thanIn(first.period, say.lang)}${pricesNote(say)}`;
}

/** "Dal 2010 al 2021 il valore è sceso di 0,8 punti.": the same change as a sentence of its own, or ''. */
export function changeSentence(
  say: Saying,
  table: Table,
  geography: Geography,
  spot: Spot,
  period: string,
): string {
  const pair = firstAndNow(table, geography, spot, period);
  if (!pair) return '';
  const { first, now } = pair;
  const it = say.lang === 'it';
  const head = `${capital(fromTo(first.period, now.period, say.lang))} ${it ? 'il valore' : 'the value'}`;
  if (sameInPrint(say, now.value, first.value)) return `${head} ${it ? 'non è cambiato' : 'did not change'}.`;
  const up = now.value > first.value;
  const verb = it ? `è ${up ? 'salito' : 'sceso'} di` : `${up ? 'rose' : 'fell'} by`;
  const difference = between(say, now.value, first.value);
  // Here nothing beside the number says what it counts.
  const size = say.unit === 'people' ? printed(say, Math.abs(difference)) : gapOf(say, difference);
  return `${head} ${verb} ${size}${pricesNote(say)}.`;
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

const between = (say: Saying, a: number, b: number): number => differenceInPrint(a, b, say.decimals);

/** The size of a difference of two printed values. */
const gapOf = (say: Saying, difference: number): string =>
  formatGap(difference, say.unit, say.decimals, say.lang);

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
  // What came later is not in it, and may well lie outside.
  const later = seriesOf(table, geography, spot.level, spot.code).some(
    ({ period: at, cell }) => at > period && isValue(cell),
  );
  const until = later ? (say.lang === 'it' ? ' fino ad allora' : ' up to then') : '';
  return say.lang === 'it'
    ? `Il valore più basso della serie${until} è ${printed(say, low.value)} ${when(low)}, il più alto ${printed(say, high.value)} ${when(high)}.`
    : `The lowest value of the series${until} is ${printed(say, low.value)} ${when(low)}, the highest ${printed(say, high.value)} ${when(high)}.`;
}
