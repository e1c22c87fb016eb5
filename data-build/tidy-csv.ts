import { parse } from 'csv-parse/sync';

export type Rows = Record<string, string>[];

/**
 * Rows of a tidy table: UTF-8, comma, LF, one header line. Most hold nothing but plain cells and are split where they stand, which takes
 * a quarter of the time; whatever has a quote, or any oddity, goes to the full parser, which reads it or says what is wrong.
 */
export function parseTidy(bytes: Buffer): Rows {
  return splitPlain(bytes.toString('utf8')) ?? parseFully(bytes);
}

export const parseFully = (bytes: Buffer): Rows =>
  parse(bytes, { columns: true, delimiter: ',', record_delimiter: '\n' }) as Rows;

/** What the full parser treats in a way of its own: quotes, carriage returns, a byte order mark. */
const ODD = /["\r\uFEFF]/;

function splitPlain(text: string): Rows | null {
  if (ODD.test(text)) return null;
  const ends = (from: number): number => {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
  };
  const names = text.slice(0, ends(0)).split(',');
  if (names.length < 2 || new Set(names).size < names.length || names.includes('')) return null;
  const last = names.pop() as string;
  // Copies of one row have its shape and its size from the start.
  const blank = Object.fromEntries([...names, last].map((name) => [name, '']));
  const rows: Rows = [];
  for (let at = ends(0) + 1; at < text.length; at++) {
    const end = ends(at);
    const row = { ...blank };
    for (const name of names) {
      const comma = text.indexOf(',', at);
      if (comma < 0 || comma > end) return null;
      row[name] = text.slice(at, comma);
      at = comma + 1;
    }
    const cell = text.slice(at, end);
    if (cell.includes(',')) return null;
    row[last] = cell;
    rows.push(row);
    at = end;
  }
  return rows;
}
