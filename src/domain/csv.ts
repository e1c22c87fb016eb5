/** Two flavours: `rfc` = RFC 4180 with comma and point; `excel-it` = semicolon, decimal comma and a byte order mark. */
export type CsvFlavour = 'rfc' | 'excel-it';

/** Spreadsheets run a cell that starts like a formula; an apostrophe in front keeps it text (OWASP "CSV injection"). */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Rows of text and numbers → CSV with CRLF line ends. `null` is an empty field; numbers keep their full precision. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[], flavour: CsvFlavour): string {
  const [separator, mark] = flavour === 'rfc' ? [',', ''] : [';', '\ufeff'];
  const field = (value: string | number | null): string => {
    if (value === null) return '';
    if (typeof value === 'number') return flavour === 'rfc' ? String(value) : String(value).replace('.', ',');
    const text = guarded(value);
    return /["\r\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return mark + rows.map((row) => row.map(field).join(separator) + '\r\n').join('');
}
