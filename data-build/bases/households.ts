import { CITY_CODE } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { addTo, hiddenCells, NO_FIXED_ABODE, sumUp, type Counts } from './grid';
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
