import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { RawProfile } from '../../src/model/quality';
import { MAX_RAW_BYTES } from './read';

/** A header ends long before; past it no delimiter is looked for. */
const HEAD = 65_536;

const blank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Counts rows equal to an earlier one, each handed over as the text it is told by. */
function repetitions(): { meet(row: string): void; count(): number } {
  const seen = new Set<string>();
  let repeated = 0;
  return {
    meet(row) {
      if (seen.has(row)) repeated++;
      else seen.add(row);
    },
    count: () => repeated,
  };
}

/** The portals write UTF-8 with one mark or two; what is not UTF-8 is taken for Windows-1252, so that names can be read. */
function decode(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  return text.replace(/^\ufeff+/, '');
}

/** The one of the usual delimiters that the header holds most of, outside quotes. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text.slice(0, HEAD).replace(/"(?:[^"]|"")*"/g, ''))![0];
  const times = (delimiter: string): number => header.split(delimiter).length;
  return [';', ',', '\t', '|'].reduce((best, one) => (times(one) > times(best) ? one : best));
}

/** Names that tell columns apart: one without a name, or with that of another, is told by its place. */
function columnNames(header: readonly string[]): string[] {
  const names = header.map((cell) => cell.replace(/\s+/g, ' ').trim());
  return names.map((name, i) => (name && names.indexOf(name) === i ? name : `${name} #${i + 1}`.trim()));
}

function profileCsv(text: string): RawProfile {
  const same = repetitions();
  let names: string[] | undefined;
  let empty: number[] = [];
  let rows = 0;
  parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // Nothing is kept of a row: exports may be large.
    on_record(record: string[]) {
      if (!names) {
        names = columnNames(record);
        empty = names.map(() => 0);
        return null;
      }
      rows++;
      same.meet(JSON.stringify(record));
      for (let i = 0; i < names.length; i++) if (blank(record[i])) empty[i]! += 1;
      return null;
    },
  });
  // A header that ends in a delimiter opens no column where no row fills it.
  const isLast = /^#/.test(names?.at(-1) ?? '') && empty.at(-1) === rows;
  const columns = names?.slice(0, isLast ? -1 : undefined) ?? [];
  return {
    format: 'csv',
    rows,
    columns: columns.length,
    repeated: same.count(),
    empty: Object.fromEntries(columns.map((name, i) => [name, empty[i]!] as const).filter(([, n]) => n > 0)),
  };
}

function profileGeoJson(text: string): RawProfile | null {
  const root = JSON.parse(text) as { features?: unknown } | null;
  if (!Array.isArray(root?.features)) return null;
  const features = root.features as ({ geometry?: unknown; properties?: object | null } | null)[];
  const same = repetitions();
  const filled = new Map<string, number>();
  let withoutGeometry = 0;
  for (const feature of features) {
    const properties = feature?.properties ?? {};
    // Not the whole feature: portals number them.
    same.meet(JSON.stringify([feature?.geometry, properties]));
    if (blank(feature?.geometry)) withoutGeometry++;
    for (const [name, value] of Object.entries(properties))
      filled.set(name, (filled.get(name) ?? 0) + (blank(value) ? 0 : 1));
  }
  const rows = features.length;
  return {
    format: 'geojson',
    rows,
    columns: filled.size,
    repeated: same.count(),
    empty: Object.fromEntries(
      [...filled].map(([name, n]) => [name, rows - n] as const).filter(([, n]) => n > 0),
    ),
    withoutGeometry,
  };
}

/**
 * A raw export as it came: its size, its repetitions and its gaps, told from the bytes alone and without knowing the dataset. A cell is
 * empty when nothing but blanks stands in it, or null; words such as “n.d.” count as filled. Null for what is not a table in CSV or a
 * layer in GeoJSON (packed by gzip or not), and for what cannot be read: that is for the parser to say, so it never throws.
 */
export function profileRaw(path: string, bytes: Uint8Array): RawProfile | null {
  const [, format, gzip] = /\.(csv|geojson)(\.gz)?$/i.exec(path) ?? [];
  if (!format) return null;
  try {
    const text = decode(gzip ? gunzipSync(bytes, { maxOutputLength: MAX_RAW_BYTES }) : bytes);
    return format.toLowerCase() === 'csv' ? profileCsv(text) : profileGeoJson(text);
  } catch {
    return null;
  }
}
