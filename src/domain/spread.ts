import { isValue, type Cell } from '../model/cell';
import type { Level } from '../model/ids';
import type { Geography } from '../model/manifest';
import { quantileOf } from './compare';
import { levelLabel } from './format';
import { allOf, capital, forAll, halfOf, inPeriod, list, placeLabel } from './grammar';
import { after, nounOf, opened, printed, sameInPrint, type Saying } from './phrases';

export interface SpreadInput {
  say: Saying;
  /** Code → cell of one level at one period. */
  cells: ReadonlyMap<string, Cell>;
  geography: Geography;
  level: Level;
  period: string;
  /** Whether it is the latest period: present tense. */
  latest: boolean;
  /** Whether it opens the paragraph and must say the period itself. */
  opens: boolean;
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
 * Places too small for a rate never stand at an end: the build has made their cells `unreliable`.
 */
export function spreadSentence(input: SpreadInput): string {
  const { say, cells, geography, level, period, named } = input;
  const areas = geography.levels[level] ?? [];
  const points = areas.flatMap(({ code, name }): Point[] => {
    const cell = cells.get(code);
    return cell && isValue(cell) ? [{ name, value: cell.value }] : [];
  });
  if (points.length < 2) return fewerThanTwo(say, points[0], level, period);
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const subject = `${opening(input, areas.length, points.length)} ${nounOf(say)}`;
  if (sameInPrint(say, low, high)) return allEqual(say, subject, low, input.latest);
  const ends = [low, high].map((value) => (named ? ` (${namesAt(say, points, value, level)})` : ''));
  const tail = middleHalf(say, values, level, input.latest);
  if (say.lang === 'en') {
    const verb = input.latest ? 'ranges' : 'ranged';
    return `${subject} ${verb} from ${opened(say, low)}${ends[0]} to ${printed(say, high)}${ends[1]}${tail}.`;
  }
  const verb = input.latest ? 'va' : 'andava';
  return `${subject} ${verb} ${after('da', say, low, opened)}${ends[0]} ${after('a', say, high)}${ends[1]}${tail}.`;
}

/** "Tra le 18 zone", "Nel 2022, tra le 84 aree statistiche con un valore (su 90),". */
function opening({ say, level, period, opens }: SpreadInput, all: number, valued: number): string {
  const it = say.lang === 'it';
  const some = valued === all ? '' : it ? ` con un valore (su ${all})` : ` with a value (of ${all})`;
  const among = `${it ? 'tra' : 'across'} ${allOf(level, valued, say.lang)}${some}`;
  return opens ? `${capital(inPeriod(period, say.lang))}, ${among},` : capital(among);
}

function fewerThanTwo(say: Saying, only: Point | undefined, level: Level, period: string): string {
  const when = inPeriod(period, say.lang);
  if (!only)
    return `${say.lang === 'it' ? 'Non ci sono valori' : 'There are no values'} ${forAll(level, say.lang)} ${when}.`;
  const where = placeLabel({ name: only.name, level }, say.lang);
  const head = say.lang === 'it' ? `${capital(when)} c’è un solo valore` : `There is only one value ${when}`;
  return `${head}: ${where}, ${printed(say, only.value)}.`;
}

function allEqual(say: Saying, subject: string, value: number, latest: boolean): string {
  if (say.lang === 'en') return `${subject} ${latest ? 'is' : 'was'} ${printed(say, value)} everywhere.`;
  return `${subject} ${latest ? 'è' : 'era'} ovunque ${say.unit === 'index' ? printed(say, value) : after('di', say, value)}.`;
}

function namesAt(say: Saying, points: readonly Point[], value: number, level: Level): string {
  const names = points.filter((point) => sameInPrint(say, point.value, value)).map((point) => point.name);
  return names.length > MOST_NAMES
    ? `${names.length} ${levelLabel(level, say.lang, { plural: true })}`
    : list(names, say.lang);
}

function middleHalf(say: Saying, values: readonly number[], level: Level, latest: boolean): string {
  if (values.length < FEWEST_FOR_HALF) return '';
  const low = quantileOf(values, 0.25);
  const high = quantileOf(values, 0.75);
  if (sameInPrint(say, low, high)) return '';
  const half = halfOf(level, say.lang);
  if (say.lang === 'en')
    return `; ${half} ${latest ? 'lie' : 'lay'} between ${opened(say, low)} and ${printed(say, high)}`;
  return `; ${half} ${latest ? 'sta' : 'stava'} ${after('tra', say, low, opened)} e ${after('tra', say, high).replace('tra ', '')}`;
}
