import type { TidyTable } from '../model';

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Whole numbers by value, before text; text by code point. */
function compareCells(a: string, b: string): number {
  const numeric = /^\d+$/;
  const x = numeric.test(a);
  const y = numeric.test(b);
  if (x && y && a !== b) return Number(a) - Number(b) || (a < b ? -1 : 1);
  if (x !== y) return x ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareRows(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = compareCells(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** UTF-8, LF, comma, RFC 4180; rows sorted from the first column on, numbers by value. */
export function csvText(table: TidyTable): string {
  const rows = [...table.rows].sort(compareRows);
  for (const row of rows) {
    if (row.length !== table.columns.length)
      throw new RangeError(`a row of ${row.length} for ${table.columns.join()}`);
  }
  return [table.columns, ...rows].map((row) => row.map(quote).join(',') + '\n').join('');
}

/** JSON with keys in the order given; nothing in it depends on the machine. */
export const jsonText = (value: unknown): string => JSON.stringify(value) + '\n';
export const prettyJson = (value: unknown): string => JSON.stringify(value, null, 2) + '\n';

/** Geometries of each object of a TopoJSON file. */
export function geometriesByObject(text: string): Map<string, number> {
  const { objects } = JSON.parse(text) as { objects: Record<string, { geometries?: unknown[] }> };
  return new Map(Object.entries(objects).map(([name, object]) => [name, object.geometries?.length ?? 1]));
}

/** Rows of a tidy table by period, or by nothing when it has no `period` column. Cells of these tables hold no line break. */
export function rowsByPeriod(text: string): Map<string, number> {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const at = header.split(',').indexOf('period');
  const counts = new Map<string, number>();
  for (const line of lines) {
    const period = at < 0 ? '' : (line.split(',')[at] ?? '');
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return counts;
}
