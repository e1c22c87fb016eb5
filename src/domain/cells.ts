import { isValue, unpackCell, type Cell } from '../model/cell';
import type { Level } from '../model/ids';
import type { Geography, Table } from '../model/manifest';

const NOT_AVAILABLE: Cell = { missing: 'not-available' };
const NOT_APPLICABLE: Cell = { missing: 'not-applicable' };

/**
 * Cells of one level at one period, code → cell, in the order of the geography.
 * A level the table leaves out is `not-applicable` everywhere, a period it does not cover `not-available`.
 */
export function cellsAt(table: Table, geography: Geography, level: Level, period: string): Map<string, Cell> {
  const areas = geography.levels[level] ?? [];
  return new Map(areas.map((area, index) => [area.code, cellOf(table, level, period, index, areas.length)]));
}

/** One cell by code; a code the geography does not know is `not-available`. */
export function cellAt(table: Table, geography: Geography, level: Level, period: string, code: string): Cell {
  const areas = geography.levels[level] ?? [];
  return cellOf(
    table,
    level,
    period,
    areas.findIndex((area) => area.code === code),
    areas.length,
  );
}

/** The cells of one area over every period its level covers, ascending; [] for a level or a code that is not there. */
export function seriesOf(
  table: Table,
  geography: Geography,
  level: Level,
  code: string,
): { period: string; cell: Cell }[] {
  const areas = geography.levels[level] ?? [];
  const index = areas.findIndex((area) => area.code === code);
  if (index < 0) return [];
  const periods = table.levels[level]?.periods ?? [];
  return periods.map((period) => ({ period, cell: cellOf(table, level, period, index, areas.length) }));
}

/** The published numbers alone, in order. */
export function valuesOf(cells: Iterable<Cell>): number[] {
  const values: number[] = [];
  for (const cell of cells) if (isValue(cell)) values.push(cell.value);
  return values;
}

function cellOf(table: Table, level: Level, period: string, index: number, areas: number): Cell {
  const column = table.levels[level];
  if (!column) return NOT_APPLICABLE;
  const p = column.periods.indexOf(period);
  if (p < 0 || index < 0) return NOT_AVAILABLE;
  const packed = column.cells[p * areas + index];
  return packed === undefined ? NOT_AVAILABLE : unpackCell(packed);
}
