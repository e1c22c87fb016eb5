import type { Row } from './parse-csv';

const DAY_MS = 86_400_000;

/** The calendar day after `date`, both YYYY-MM-DD. */
export const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** 0 Monday … 6 Sunday. */
export const weekday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** A day that exists, written YYYY-MM-DD. */
export function readDay(row: Row, column: string): string {
  const text = row.get(column);
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    row.fail(
      column,
      'a day written YYYY-MM-DD',
      'The row is shifted, or dates passed through a spreadsheet.',
    );
  return text;
}
