import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { InputError } from '../model';
import { yearOf } from './opendatasoft';
import { checkPages, compressors } from './parquet-pages';
import { checkThrift } from './parquet-thrift';
import type { RawTable } from './table';

/** Rows beyond this belong to a hand-made step that reads by row group. */
const MAX_ROWS = 3_000_000;
/** A word of a dictionary is stored once and may stand in every row: this is what they all come to. */
const MAX_CHARACTERS = 256 * 1024 * 1024;

/** Nested values (geo points, shapes) as JSON; instants as ISO; nothing for null. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object')
    return JSON.stringify(value, (_key, v: unknown) => (typeof v === 'bigint' ? Number(v) : v));
  return String(value as string | number | bigint | boolean);
}

/** A Parquet export as a table under its API names; columns in `years` hold a DATE that means a year. */
export async function readParquet(
  bytes: Uint8Array,
  file: string,
  years: readonly string[] = [],
): Promise<RawTable> {
  // A copy: a Buffer may be a window on a larger pool.
  const buffer = new Uint8Array(bytes).buffer;
  try {
    const view = new DataView(buffer);
    // The footer's length stands before the last four letters.
    checkThrift(view, view.byteLength - 8 - view.getUint32(view.byteLength - 8, true));
    const metadata = parquetMetadata(buffer);
    checkPages(new Uint8Array(buffer), metadata, MAX_ROWS);
    const header = parquetSchema(metadata).children.map(({ element }) => element.name);
    const missing = years.filter((name) => !header.includes(name));
    if (missing.length > 0)
      throw new RangeError(`no column ${missing.join(', ')} among ${header.join(', ')}`);
    const objects = await parquetReadObjects({ file: buffer, metadata, compressors });
    let characters = 0;
    const cellOf = (name: string, value: unknown): string => {
      // Null is a cell left empty; nothing at all is an index beyond its dictionary.
      if (value === undefined) throw new RangeError(`a row without ${name}`);
      const text = years.includes(name) && value !== null ? yearOf(value as Date) : cellText(value);
      characters += text.length;
      if (characters > MAX_CHARACTERS) throw new RangeError(`more than ${MAX_CHARACTERS} characters`);
      return text;
    };
    const rows = objects.map((row) => header.map((name) => cellOf(name, row[name])));
    return { header, rows };
  } catch (error) {
    throw new InputError(
      { file },
      'a readable Parquet table',
      (error as Error).message,
      'Download the export again, or take CSV.',
    );
  }
}
