import { CITY_CODE } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { addTo, hiddenCells, sumUp, type Counts } from './grid';
import { collect, type Protected } from './population';

/** Rows the publisher could not place: part of the city's counts, of no area. */
const UNPLACED = 'ng';

/**
 * [local units, jobs] of businesses, 2017–2019. Hidden where either is below three: a business and its staff could be recognised.
 * With `unplaced` the city counts what has no place too, as its total does; without, it is the sum of its areas.
 */
export function jobs(edition: EditionReader, geography: Geography, unplaced: boolean): Protected {
  const base = collect(edition.table('jobs'), 'area', (row): Counts => [Number(row.units), Number(row.jobs)]);
  const rest = new Map<string, Counts>();
  for (const [period, cells] of base) {
    const counts = cells.get(UNPLACED);
    if (counts) rest.set(period, counts);
    cells.delete(UNPLACED);
  }
  const grid = sumUp(base, 'area', geography, 2);
  const hidden = hiddenCells(grid, geography, (counts) => counts);
  if (unplaced) for (const [period, counts] of rest) addTo(grid, 'citta', period, CITY_CODE, counts);
  return { grid, hidden };
}
