import type { Row } from './parse-csv';

/** Comune code of a row, ISTAT, six digits. */
export function comuneCode(row: Row, column: string): string {
  const code = row.get(column);
  if (!/^037\d{3}$/.test(code))
    row.fail(column, 'an ISTAT code of the metropolitan city, 037001…037999', 'The row is shifted.');
  return code;
}
