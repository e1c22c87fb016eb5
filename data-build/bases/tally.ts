import type { Text } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { hiddenCells, NO_FIXED_ABODE, sumUp, type Counts, type Grid } from './grid';

type Row = Record<string, string>;

/** Period → code → counts by class: `classOf` gives the class of a row, or -1 to leave it out. Throws on what is no count. */
export function tally(
  rows: Iterable<Row>,
  { key, size, field = 'residents' }: { key: string; size: number; field?: string },
  classOf: (row: Row) => number,
): Map<string, Map<string, Counts>> {
  const base = new Map<string, Map<string, number[]>>();
  for (const row of rows) {
    const at = classOf(row);
    if (at < 0) continue;
    if (at >= size) throw new RangeError(`class ${at} of ${size}`);
    const n = Number(row[field]);
    if (!Number.isInteger(n) || n < 0) throw new Error(`"${row[field]}" is not a count`);
    const cells = base.get(row.period!) ?? new Map<string, number[]>();
    base.set(row.period!, cells);
    const counts = cells.get(row[key]!) ?? Array.from({ length: size }, () => 0);
    cells.set(row[key]!, counts);
    counts[at]! += n;
  }
  return base;
}

/** Index of the class that holds `value`, classes given by their lists of words. -1: none. */
export const classIn = (classes: readonly (readonly string[])[], value: string | undefined): number =>
  classes.findIndex((words) => words.includes(value ?? ''));

/** Residents of the zone table by class, with a fixed abode, summed up to quartieri and city (1986–2023). */
export function zonaGrid(
  edition: EditionReader,
  geography: Geography,
  size: number,
  classOf: (row: Row) => number,
): Grid {
  const base = tally(edition.table('population-zona'), { key: 'zona', size }, (row) =>
    row.zona === NO_FIXED_ABODE ? -1 : classOf(row),
  );
  return sumUp(base, 'zona', geography, size);
}

/** Residents of the area table by class, at every level of the city (2010–2021). */
export function areaGrid(
  edition: EditionReader,
  geography: Geography,
  size: number,
  classOf: (row: Row) => number,
): Grid {
  return sumUp(
    tally(edition.table('population-area'), { key: 'area', size }, classOf),
    'area',
    geography,
    size,
  );
}

export const all = (counts: Counts): Counts => counts;
export const sum = (counts: Counts): number => counts.reduce((total, n) => total + n, 0);

/** The cells where any class holds fewer than three people, with those that protect them: see docs/decisions on families of shares. */
export const hiddenFamily = (grid: Grid, geography: Geography): Map<string, Set<string>> =>
  hiddenCells(grid, geography, all);

/** Both languages in one line. */
export const t = (it: string, en: string): Text => ({ it, en });
