import { CITY_CODE } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { addTo, hiddenCells, NO_FIXED_ABODE, sumUp, type Counts } from './grid';
import { collect, type Protected } from './population';

/** Rows of taxpayers who were not resident in Bologna in the tax year: in no area, and not part of the city. */
export const NOT_RESIDENT = 'nr';

/** [taxpayers, taxable income in €]. The city adds taxpayers without fixed abode to its 90 areas. */
export function income(edition: EditionReader, geography: Geography): Protected {
  const base = collect(edition.table('income-mean'), 'area', (row): Counts => [
    Number(row.taxpayers),
    Number(row.taxable_income),
  ]);
  const rest = new Map<string, Counts>();
  for (const [period, cells] of base) {
    const counts = cells.get(NO_FIXED_ABODE);
    if (counts) rest.set(period, counts);
    cells.delete(NO_FIXED_ABODE);
    cells.delete(NOT_RESIDENT);
  }
  const grid = sumUp(base, 'area', geography, 2);
  for (const [period, counts] of rest) addTo(grid, 'citta', period, CITY_CODE, counts);
  return { grid, hidden: hiddenCells(grid, geography, ([taxpayers]) => [taxpayers!], rest) };
}
