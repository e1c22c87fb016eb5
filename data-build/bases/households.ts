import { CITY_CODE } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { addTo, hiddenCells, NO_FIXED_ABODE, sumUp, type Counts, type Grid } from './grid';
import { classIn, hiddenFamily, sum, tally } from './tally';
import { collect, type Protected } from './population';

/**
 * [one-person, larger] households. The city includes those registered without fixed abode, as the published total does; what
 * they add can be worked out from city and areas, so they take part in the suppression.
 */
export function households(edition: EditionReader, geography: Geography): Protected {
  const base = collect(edition.table('households'), 'area', ({ size, households: n }): Counts =>
    size === '1' ? [Number(n), 0] : [0, Number(n)],
  );
  const rest = new Map<string, Counts>();
  for (const [period, cells] of base) {
    const counts = cells.get(NO_FIXED_ABODE);
    if (counts) rest.set(period, counts);
    cells.delete(NO_FIXED_ABODE);
  }
  const grid = sumUp(base, 'area', geography, 2);
  for (const [period, counts] of rest) addTo(grid, 'citta', period, CITY_CODE, counts);
  return { grid, hidden: hiddenCells(grid, geography, (counts) => counts, rest) };
}

/**
 * [one, two, three or more members]: households with a fixed abode, the city as the sum of its areas. The few households without one
 * are left out, since theirs could be told by subtraction. All sizes are hidden together, and wherever the one-person share is.
 */
export function householdSizes(
  edition: EditionReader,
  geography: Geography,
): { grid: Grid; hidden: readonly Map<string, Set<string>>[] } {
  const rows = edition.table('households').filter(({ area }) => area !== NO_FIXED_ABODE);
  const sizes = [['1'], ['2'], ['3+']];
  const base = tally(rows, { key: 'area', size: sizes.length, field: 'households' }, (row) =>
    classIn(sizes, row.size),
  );
  const grid = sumUp(base, 'area', geography, sizes.length);
  return { grid, hidden: [hiddenFamily(grid, geography), households(edition, geography).hidden] };
}

/** [households], those without fixed abode in the city's total. */
export function householdCounts(edition: EditionReader, geography: Geography): Protected {
  const { grid: sizes } = households(edition, geography);
  const grid: Grid = new Map();
  for (const [level, byPeriod] of sizes)
    for (const [period, cells] of byPeriod)
      for (const [code, counts] of cells) addTo(grid, level, period, code, [sum(counts)]);
  const rest = new Map<string, Counts>();
  for (const { area, period, households: n } of edition.table('households'))
    if (area === NO_FIXED_ABODE) rest.set(period!, [(rest.get(period!)?.[0] ?? 0) + Number(n)]);
  return { grid, hidden: hiddenCells(grid, geography, (counts) => counts, rest) };
}
