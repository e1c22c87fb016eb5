import { isValue, type Cell } from '../model/cell';
import type { Level } from '../model/ids';
import type { Geography } from '../model/manifest';
import { quantileOf } from './compare';
import { levelLabel } from './format';
import { allOf, capital, inPeriod, list } from './grammar';
import { after, nounOf, printed, sameInPrint, type Saying } from './phrases';

export interface SpreadInput {
  say: Saying;
  /** Code → cell of one level at one period. */
  cells: ReadonlyMap<string, Cell>;
  geography: Geography;
  level: Level;
  period: string;
  /** false: give the range without naming who stands at its ends. */
  named: boolean;
}

interface Point {
  name: string;
  value: number;
}

/** More names than this at one end say only how many they are. */
const MOST_NAMES = 2;
/** Fewer areas than this have no meaningful middle half. */
const FEWEST_FOR_HALF = 8;

/**
 * How far the areas of a level lie apart: range with the places at its ends, then the middle half; a spread, not a
 * league table. Missing cells are counted out aloud; ties, equal values, a single value and none have their own words.
 */
export function spreadSentence({ say, cells, geography, level, period, named }: SpreadInput): string {
  const it = say.lang === 'it';
  const areas = geography.levels[level] ?? [];
  const points = areas.flatMap(({ code, name }): Point[] => {
    const cell = cells.get(code);
    return cell && isValue(cell) ? [{ name, value: cell.value }] : [];
  });
  const many = levelLabel(level, say.lang, { plural: true });
  if (!points.length)
    return it
      ? `Per ${many} non ci sono valori ${inPeriod(period, 'it')}.`
      : `There are no values for ${many} ${inPeriod(period, 'en')}.`;
  const only = points[0]!;
  if (points.length === 1) {
    const label = `${levelLabel(level, say.lang)}${level === 'comune' ? (it ? ' di' : ' of') : ''}`;
    return it
      ? `C’è un solo valore: ${label} ${only.name}, ${printed(say, only.value)}.`
      : `There is only one value: ${only.name}, ${printed(say, only.value)}.`;
  }
  const who = among(level, points.length, areas.length, say);
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (sameInPrint(say, low, high))
    return it
      ? `Tra ${who} ${nounOf(say)} è ovunque ${printed(say, low)}.`
      : `Across ${who} ${nounOf(say)} is ${printed(say, low)} everywhere.`;
  const ends = [low, high].map((value) => (named ? ` (${namesAt(say, points, value, level)})` : ''));
  const range = it
    ? `Tra ${who} si va ${after('da', say, low)}${ends[0]} ${after('a', say, high)}${ends[1]}`
    : `${capital(`across ${who}`)} it ranges from ${printed(say, low)}${ends[0]} to ${printed(say, high)}${ends[1]}`;
  return `${range}${middleHalf(say, values)}.`;
}

/** "le 18 zone", or "le 84 aree statistiche con un valore (su 90)". */
function among(level: Level, present: number, all: number, { lang }: Saying): string {
  const who = allOf(level, present, lang);
  if (present === all) return who;
  return lang === 'it' ? `${who} con un valore (su ${all})` : `${who} with a value (of ${all})`;
}

function namesAt(say: Saying, points: readonly Point[], value: number, level: Level): string {
  const names = points.filter((point) => sameInPrint(say, point.value, value)).map((point) => point.name);
  return names.length > MOST_NAMES
    ? `${names.length} ${levelLabel(level, say.lang, { plural: true })}`
    : list(names, say.lang);
}

function middleHalf(say: Saying, values: readonly number[]): string {
  if (values.length < FEWEST_FOR_HALF) return '';
  const low = quantileOf(values, 0.25);
  const high = quantileOf(values, 0.75);
  if (sameInPrint(say, low, high)) return '';
  return say.lang === 'it'
    ? `; in metà dei casi è ${after('tra', say, low)} e ${after('tra', say, high).replace('tra ', '')}`
    : `; half of them lie between ${printed(say, low)} and ${printed(say, high)}`;
}
