/** A table on its way to the CSV a dataset file expects: cells as text. */
export interface RawTable {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

const quote = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** As the portal writes its CSV exports: one byte order mark, `;`, CRLF. */
export const portalCsv = ({ header, rows }: RawTable): Uint8Array =>
  Buffer.from('\ufeff' + [header, ...rows].map((row) => row.map(quote).join(';') + '\r\n').join(''));
