import { gunzipSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { InputError } from '../model';
import { yearOf } from './opendatasoft';
import type { RawTable } from './table';

/** Rows beyond this belong to a hand-made step that reads by row group. */
const MAX_ROWS = 3_000_000;

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
    const meta = parquetMetadata(buffer);
    if (meta.num_rows > MAX_ROWS) throw new RangeError(`${meta.num_rows} rows, more than ${MAX_ROWS}`);
    // Direct children of the root, in the order of the file.
    const header: string[] = [];
    for (let i = 1; i < meta.schema.length; i = after(meta.schema, i)) header.push(meta.schema[i]!.name);
    const missing = years.filter((name) => !header.includes(name));
    if (missing.length > 0)
      throw new RangeError(`no column ${missing.join(', ')} among ${header.join(', ')}`);
    const compressors = {
      GZIP: (data: Uint8Array, size: number) => gunzipSync(data, { maxOutputLength: size + 1 }),
    };
    const objects = await parquetReadObjects({ file: buffer, compressors });
    const rows = objects.map((row) =>
      header.map((name) => {
        const value = row[name] as unknown;
        return years.includes(name) && value !== null ? yearOf(value as Date) : cellText(value);
      }),
    );
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

/** Index of the next element on the same level: a group is followed by its children. */
function after(schema: readonly { num_children?: number }[], i: number): number {
  let next = i + 1;
  for (let children = schema[i]?.num_children ?? 0; children > 0; children--) next = after(schema, next);
  return next;
}
