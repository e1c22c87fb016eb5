import { parse } from 'csv-parse/sync';
import { InputError } from '../model';
import { decodeUtf8 } from './read';

/** How a publisher writes a table: stated by the dataset, never guessed. */
export interface CsvFormat {
  delimiter: ',' | ';';
  newline: '\n' | '\r\n';
  boms: 0 | 1 | 2;
  /** Every header cell, in order, without line breaks inside cells (they are folded to one space). */
  header: readonly string[];
}

/** How the municipal portal writes a table today. */
const PORTAL = { delimiter: ';', newline: '\r\n', boms: 1 } as const;
const PORTAL_LINE = /^\ufeff(?!\ufeff)[^\n]*;[^\n]*\r\n/;

/**
 * The format of a file that is the portal's own where the dataset file knows a copy somebody had written otherwise: what a refresh downloads
 * is never that copy. Header and cells are held to the same.
 */
function formatOf(bytes: Uint8Array, stated: CsvFormat): CsvFormat {
  const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 65_536));
  return PORTAL_LINE.test(start) ? { ...stated, ...PORTAL } : stated;
}

/** Place in a raw file, as errors print it. */
export interface Place {
  file: string;
  line: number;
  column: string;
}

/** One data row; `line` is where it begins in the file, 1-based. */
export class Row {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
  ) {}

  get(column: string): string {
    const cell = this.cells.get(column);
    if (cell === undefined) throw new RangeError(`no column ${column}`);
    return cell;
  }

  at(column: string): Place {
    return { file: this.file, line: this.line, column };
  }

  fail(column: string, expected: string, todo: string, found = JSON.stringify(this.get(column))): never {
    throw new InputError(this.at(column), expected, found, todo);
  }
}

const fold = (cell: string): string => cell.replace(/\s*[\r\n]+\s*/g, ' ').trim();

function checkDelimiter(text: string, file: string, delimiter: string): void {
  const first = /^.*/.exec(text)?.[0] ?? '';
  if (first.includes(delimiter)) return;
  throw new InputError(
    { file, line: 1 },
    `fields separated by ${JSON.stringify(delimiter)}`,
    `none in ${JSON.stringify(first.slice(0, 60))}`,
    'Export with the delimiter the dataset file states, or change it there.',
  );
}

/** A fault of csv-parse, with its line where it names one. */
export function csvFault(error: unknown, file: string, todo: string): InputError {
  const { lines, message } = error as { lines?: number; message: string };
  return new InputError(
    { file, ...(lines === undefined ? {} : { line: lines }) },
    'well-formed CSV',
    message,
    todo,
  );
}

/** Rows with the line each begins on; quoting faults come out as InputError. */
function records(text: string, file: string, delimiter: string): { line: number; cells: string[] }[] {
  let rows: { info: { lines: number }; record: string[] }[];
  try {
    rows = parse(text, { delimiter, relax_column_count: true, info: true, skip_empty_lines: false }) as never;
  } catch (error) {
    throw csvFault(error, file, 'Download the export again.');
  }
  let line = 1;
  return rows.map(({ record }) => {
    const start = line;
    line += 1 + record.reduce((n, cell) => n + (cell.match(/\n/g)?.length ?? 0), 0);
    return { line: start, cells: record };
  });
}

function checkHeader(found: readonly string[], file: string, format: CsvFormat): void {
  const width = Math.max(found.length, format.header.length);
  for (let i = 0; i < width; i++) {
    if (found[i] === format.header[i]) continue;
    throw new InputError(
      { file, line: 1, column: String(i + 1) },
      `header ${JSON.stringify(format.header[i] ?? 'nothing')}`,
      JSON.stringify(found[i] ?? 'nothing'),
      'Compare the export with the dataset file: a column was added, renamed or lost.',
    );
  }
}

/** Parses a whole raw table strictly. Throws InputError at the first fault of encoding, ending, header or width. */
export function parseCsv(bytes: Uint8Array, file: string, stated: CsvFormat): Row[] {
  const format = formatOf(bytes, stated);
  const text = decodeUtf8(bytes, file, format.boms);
  checkDelimiter(text, file, format.delimiter);
  const all = records(text, file, format.delimiter);
  const [header, ...body] = all;
  checkHeader((header?.cells ?? []).map(fold), file, format);
  const rows = body.map(({ line, cells }) => {
    if (cells.length !== format.header.length) {
      throw new InputError(
        { file, line },
        `${format.header.length} fields`,
        String(cells.length),
        'The row is shifted or cut short: download the export again.',
      );
    }
    return new Row(file, line, new Map(format.header.map((name, i) => [name, cells[i] ?? ''])));
  });
  const last = all.at(-1)?.line ?? 1;
  if (!text.endsWith(format.newline)) {
    throw new InputError(
      { file, line: last },
      `a last line ended by ${JSON.stringify(format.newline)}`,
      JSON.stringify(text.slice(-20)),
      'The file is cut short: download the export again.',
    );
  }
  if (rows.length === 0)
    throw new InputError({ file, line: 1 }, 'data rows', 'a header alone', 'Download the export again.');
  return rows;
}
