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
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const names = lines.shift()?.split(',') ?? [];
  if (names.length < 2 || new Set(names).size < names.length || names.includes('')) return null;
  const rows: Rows = [];
  for (const line of lines) {
    const cells = line.split(',');
    if (cells.length !== names.length) return null;
    const row: Record<string, string> = {};
    for (let i = 0; i < names.length; i++) row[names[i] as string] = cells[i] as string;
    rows.push(row);
  }
  return rows;
}
