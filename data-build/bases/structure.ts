import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { hiddenCells, type Grid } from './grid';
import { ages, citizenship } from './population';
import { areaGrid, classIn, hiddenFamily } from './tally';

/** Hidden sets to be applied together: a cell in any of them is not published. */
export type Hidden = readonly Map<string, Set<string>>[];

/** The classes of `bands`, in order. */
export const BANDS = [
  ['0-2'],
  ['3-5'],
  ['6-14'],
  ['15-24'],
  ['25-29', '30-34'],
  ['35-44', '45-54', '55-64'],
  ['65+'],
] as const;

/**
 * Residents by the classes of BANDS. One hidden set for the whole family: where one band is too small, none is told, since the
 * others and the published totals would give it away. The share of under-15s follows from three of them: where that is hidden, so are they.
 */
export function bands(edition: EditionReader, geography: Geography): { grid: Grid; hidden: Hidden } {
  const grid = areaGrid(edition, geography, BANDS.length, (row) => classIn(BANDS, row.age));
  // The last class is a share of its own, with its own hidden set.
  const own = hiddenCells(grid, geography, (counts) => counts.slice(0, -1));
  return { grid, hidden: [own, ages(edition, geography).young] };
}

const YOUNG = new Set(['0-2', '3-5', '6-14']);

/** [foreign under 15, Italian under 15, foreign 15+, Italian 15+]; hidden with both of its margins. */
export function youngByCitizenship(
  edition: EditionReader,
  geography: Geography,
): { grid: Grid; hidden: Hidden } {
  const grid = areaGrid(
    edition,
    geography,
    4,
    (row) => (YOUNG.has(row.age!) ? 0 : 2) + (row.citizenship === 'foreign' ? 0 : 1),
  );
  return {
    grid,
    hidden: [
      hiddenFamily(grid, geography),
      ages(edition, geography).young,
      citizenship(edition, geography).hidden,
    ],
  };
}

/** [women, men]. */
export function sexes(edition: EditionReader, geography: Geography): { grid: Grid; hidden: Hidden } {
  const grid = areaGrid(edition, geography, 2, (row) => (row.sex === 'f' ? 0 : 1));
  return { grid, hidden: [hiddenFamily(grid, geography)] };
}
