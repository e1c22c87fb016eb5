import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { hiddenCells, sumUp, type Counts, type Grid } from './grid';
import { tally } from './tally';

/** Ages 0…99 and 100 and over: the index is the age. Women first, then men: `counts[age]`, `counts[AGES + age]`. */
export const AGES = 101;
const OLDEST_BAND = 90;

const ageOf = (text: string): number => (text === '100+' ? 100 : Number(text));

/** People from age `from` to age `to`, both included; of one sex or of both. */
export function between(counts: Counts, from: number, to = AGES - 1, sex?: 'f' | 'm'): number {
  let sum = 0;
  for (let age = from; age <= to; age++)
    sum += (sex === 'm' ? 0 : counts[age]!) + (sex === 'f' ? 0 : counts[AGES + age]!);
  return sum;
}

/** Women and men by five-year bands, 90 and over together: all that the indicators on ages can tell of a zona. */
function fiveYearBands(counts: Counts): number[] {
  const bands: number[] = [];
  for (let from = 0; from < OLDEST_BAND; from += 5)
    for (const sex of ['f', 'm'] as const) bands.push(between(counts, from, from + 4, sex));
  for (const sex of ['f', 'm'] as const) bands.push(between(counts, OLDEST_BAND, AGES - 1, sex));
  return bands;
}

/** Residents by single age and sex for zone, quartieri and city, 2010–2021. */
export function agesBySex(edition: EditionReader, geography: Geography): Grid {
  const size = 2 * AGES;
  const base = tally(
    edition.table('population-civil'),
    { key: 'zona', size },
    (row) => ageOf(row.age!) + (row.sex === 'f' ? 0 : AGES),
  );
  return sumUp(base, 'zona', geography, size);
}

/** The same, with the cells that no indicator on them may show. */
export function singleAges(
  edition: EditionReader,
  geography: Geography,
): { grid: Grid; hidden: Map<string, Set<string>> } {
  const grid = agesBySex(edition, geography);
  return { grid, hidden: hiddenCells(grid, geography, fiveYearBands) };
}

/** Mean age in completed years and a half: who is 30 has lived 30 and a half years on average. Over 100 counts as 100. */
export function meanAge(counts: Counts): number {
  let years = 0;
  for (let age = 0; age < AGES; age++) years += (age + 0.5) * between(counts, age, age);
  return years / between(counts, 0);
}

/** The age that splits residents into halves, people of one age spread evenly over their year. */
export function medianAge(counts: Counts): number {
  const half = between(counts, 0) / 2;
  let below = 0;
  for (let age = 0; age < AGES; age++) {
    const here = between(counts, age, age);
    if (here > 0 && below + here >= half) return age + (half - below) / here;
    below += here;
  }
  throw new RangeError('nobody lives here');
}

/** The classes of `civil`. */
export const CIVIL = ['never-married', 'married', 'divorced', 'widowed'] as const;

/** Residents aged 18 and over by civil status, then those of 65 and over: eight counts, zone, quartieri and city. */
export function civil(
  edition: EditionReader,
  geography: Geography,
): { grid: Grid; hidden: Map<string, Set<string>> } {
  const size = 2 * CIVIL.length;
  const classOf = ({ age, status }: Record<string, string>): number => {
    if (age === '0-17') return -1;
    const at = CIVIL.indexOf(status as (typeof CIVIL)[number]);
    if (at < 0) throw new Error(`unknown civil status ${status}`);
    return at + (age === '65+' ? CIVIL.length : 0);
  };
  const rows = edition.table('population-civil', 'civil');
  const grid = sumUp(tally(rows, { key: 'zona', size }, classOf), 'zona', geography, size);
  return { grid, hidden: hiddenCells(grid, geography, (counts) => counts) };
}
