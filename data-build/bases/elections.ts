import { CITY_CODE } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { THRESHOLD } from '../../src/domain/suppress-audit';
import { addTo, hiddenCells, sumUp, type Counts, type Grid } from './grid';
import { collect, type Protected } from './population';

/** Hospitals, care homes, barracks and the prison: they count in the city alone. */
const SPECIAL = 'special';
const CITY = 'city';

type ByPeriod = Map<string, Map<string, Counts>>;

/**
 * Sums by level. An area a period lacks is not zero but unknown: whatever contains it is left out. The special sections are added to
 * the city when suppression is done; what they hold follows from city and areas, so none may hold fewer than three people.
 */
function protect(
  base: ByPeriod,
  geography: Geography,
  size: number,
  supportsOf: (counts: Counts) => Counts,
): Protected {
  const special = new Map<string, Counts>();
  for (const [period, cells] of base) {
    const counts = cells.get(SPECIAL);
    cells.delete(SPECIAL);
    cells.delete(CITY);
    if (!counts) continue;
    if (counts.some((n) => n > 0 && n < THRESHOLD))
      throw new Error(
        `special sections of ${period} count ${String(counts)}: too few to follow from the city`,
      );
    special.set(period, counts);
  }
  const grid = sumUp(base, 'area', geography, size);
  for (const [period, cells] of base) dropUnknown(grid, period, cells, geography);
  const hidden = hiddenCells(grid, geography, supportsOf);
  for (const [period, counts] of special)
    if (grid.get('citta')?.get(period)?.has(CITY_CODE)) addTo(grid, 'citta', period, CITY_CODE, counts);
  return { grid, hidden };
}

function dropUnknown(
  grid: Grid,
  period: string,
  known: ReadonlyMap<string, Counts>,
  geography: Geography,
): void {
  for (const { code, parents } of geography.levels.area ?? []) {
    if (known.has(code)) continue;
    grid.get('area')?.get(period)?.delete(code);
    for (const [level, parent] of Object.entries(parents))
      grid
        .get(level as keyof typeof parents)
        ?.get(period)
        ?.delete(parent!);
  }
}

type TurnoutColumn = 'electors' | 'voters' | 'valid';

/**
 * [part, whole] of two columns of the turnout table, for one ballot; a period without either is left out. A period counted for the
 * city alone has a value at that level and no other.
 */
export function turnout(
  edition: EditionReader,
  geography: Geography,
  ballot: string,
  part: TurnoutColumn,
  whole: TurnoutColumn,
): Protected {
  const rows = edition
    .table('elections', 'turnout')
    .filter((row) => row.ballot === ballot && row[part] !== '' && row[whole] !== '');
  const count = (row: Record<string, string>): Counts => [Number(row[part]), Number(row[whole])];
  const byPlace = collect(rows, 'area', count);
  const base = new Map([...byPlace].filter(([, cells]) => cells.size > 1));
  const result = protect(base, geography, 2, ([a, b]) => [a!, b! - a!]);
  for (const row of rows)
    if (row.area === CITY && !base.has(row.period!))
      addTo(result.grid, 'citta', row.period!, CITY_CODE, count(row));
  return result;
}

/** [registered voters] of one ballot. */
export function electors(edition: EditionReader, geography: Geography, ballot: string): Protected {
  const rows = edition
    .table('elections', 'turnout')
    .filter((r) => r.ballot === ballot && r.electors !== '' && r.area !== CITY);
  const base = collect(rows, 'area', (row): Counts => [Number(row.electors)]);
  return protect(base, geography, 1, (counts) => counts);
}

/** Names on a ballot in the order of their numbers. */
export const namesOf = (edition: EditionReader, ballot: string, period: string): string[] =>
  edition
    .table('elections', 'lists')
    .filter((row) => row.ballot === ballot && row.period === period)
    .sort((a, b) => Number(a.list) - Number(b.list))
    .map(({ name }) => name!);

/**
 * Votes by area of one ballot and year, one count for each name on it. Every area that has a vote for some list knows them all:
 * zeros are left out of the table.
 */
export function votes(edition: EditionReader, ballot: string, period: string): Map<string, number[]> {
  const size = namesOf(edition, ballot, period).length;
  const cells = new Map<string, number[]>();
  for (const row of edition.table('elections')) {
    if (row.ballot !== ballot || row.period !== period) continue;
    const counts = cells.get(row.area!) ?? Array.from({ length: size }, () => 0);
    counts[Number(row.list) - 1] = Number(row.votes);
    cells.set(row.area!, counts);
  }
  return cells;
}

/** [votes for the named list, votes for all others] in one year. Throws when the list is not on the ballot. */
export function listVotes(
  edition: EditionReader,
  geography: Geography,
  ballot: string,
  period: string,
  name: string,
): Protected {
  const at = namesOf(edition, ballot, period).indexOf(name);
  if (at < 0) throw new Error(`no list ${name} on the ballot ${ballot} of ${period}`);
  const cells = new Map(
    [...votes(edition, ballot, period)].map(([area, counts]): [string, Counts] => {
      const total = counts.reduce((sum, n) => sum + n, 0);
      return [area, [counts[at]!, total - counts[at]!]];
    }),
  );
  return protect(new Map([[period, cells]]), geography, 2, (counts) => counts);
}

/** Valid votes of one ballot and year at every level, one count for each name: for measures over the whole ballot. */
export function ballotGrid(
  edition: EditionReader,
  geography: Geography,
  ballot: string,
  period: string,
): Grid {
  const cells: Map<string, Counts> = new Map(votes(edition, ballot, period));
  const special = cells.get(SPECIAL);
  cells.delete(SPECIAL);
  const size = namesOf(edition, ballot, period).length;
  const grid = sumUp(new Map([[period, cells]]), 'area', geography, size);
  if (special) addTo(grid, 'citta', period, CITY_CODE, special);
  return grid;
}

/** [votes for mayor without a list, votes for mayor], by year: what the council's lists lack of the mayor's valid votes. */
export function mayorOnly(
  edition: EditionReader,
  geography: Geography,
  periods: readonly string[],
): Protected {
  const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);
  const base: ByPeriod = new Map(
    periods.map((period) => {
      const lists = votes(edition, 'council', period);
      const mayors = votes(edition, 'mayor', period);
      const cells = [...mayors].map(([area, counts]): [string, Counts] => [
        area,
        [sum(counts) - sum(lists.get(area) ?? []), sum(counts)],
      ]);
      return [period, new Map(cells)];
    }),
  );
  return protect(base, geography, 2, ([only, all]) => [only!, all! - only!]);
}
