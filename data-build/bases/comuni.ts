import type { Cell } from '../../src/model/cell';
import type { Geography } from '../../src/model/manifest';
import { THRESHOLD } from '../../src/domain/suppress-audit';
import type { IndicatorCells } from '../model';

type Row = Record<string, string>;

/** Cells of the 55 comuni from rows of a table keyed `comune`, `period`. Throws where a code is unknown or a year lacks one. */
export function comuniCells(
  rows: Iterable<Row>,
  geography: Geography,
  cellOf: (row: Row) => Cell,
): IndicatorCells {
  const codes = (geography.levels.comune ?? []).map(({ code }) => code);
  const periods = new Map<string, Map<string, Cell>>();
  for (const row of rows) {
    if (!codes.includes(row.comune!)) throw new Error(`unknown comune ${row.comune} in ${row.period}`);
    const cells = periods.get(row.period!) ?? new Map<string, Cell>();
    periods.set(row.period!, cells.set(row.comune!, cellOf(row)));
  }
  for (const [period, cells] of periods)
    if (cells.size !== codes.length)
      throw new Error(`${cells.size} comuni in ${period}, expected ${codes.length}`);
  return { comune: periods };
}

/**
 * part / base · 100 over columns of a row. Where the publisher withholds a part, the cell is suppressed too; so it is where the
 * part or the rest counts fewer than three people.
 */
export function comuneShare(row: Row, parts: readonly string[], base: readonly string[]): Cell {
  if ([...parts, ...base].some((column) => row[column] === '')) return { missing: 'suppressed' };
  const total = (columns: readonly string[]) => columns.reduce((sum, column) => sum + Number(row[column]), 0);
  const [part, whole] = [total(parts), total(base)];
  return Math.min(part, whole - part) < THRESHOLD
    ? { missing: 'suppressed' }
    : { value: (part / whole) * 100 };
}
