import type { Client } from './http';
import { DownloadError } from './errors';

export type ExportFormat = 'csv' | 'geojson' | 'parquet' | 'json' | 'shp' | 'xlsx';

export interface ExportOptions {
  format: ExportFormat;
  /** CSV and XLSX headers as a reader sees them; without it they are API names. */
  labels?: boolean;
  /** `field` is the API name; a year in a DATE field is refined by its text, too. */
  refine?: { field: string; value: string };
  /** ODSQL. */
  where?: string;
}

const encode = encodeURIComponent;

/** Address of a whole export in Explore v2.1. `base` is the portal, without a slash at the end. */
export function exportUrl(base: string, dataset: string, options: ExportOptions): string {
  // Layers have neither words nor times of their own.
  const isText = !['geojson', 'shp'].includes(options.format);
  const query = isText ? ['lang=it', `timezone=${encode('Europe/Rome')}`] : [];
  if (options.format === 'csv' || options.format === 'xlsx')
    query.push(`use_labels=${options.labels ?? true}`);
  if (options.format === 'csv') query.push(`delimiter=${encode(';')}`);
  if (options.refine) query.push(`refine=${encode(`${options.refine.field}:"${options.refine.value}"`)}`);
  if (options.where !== undefined) query.push(`where=${encode(options.where)}`);
  const address = `${base}/api/explore/v2.1/catalog/datasets/${encode(dataset)}/exports/${options.format}`;
  return query.length > 0 ? `${address}?${query.join('&')}` : address;
}

/** Format an export address asks for, of a dataset or of the catalogue; undefined for any other address. */
export const exportFormat = (url: string): ExportFormat | undefined =>
  /\/api\/explore\/v2\.[01]\/catalog\/(?:datasets\/[^/?]+\/)?exports\/(csv|geojson|parquet|json|shp|xlsx)(\?|$)/.exec(
    url,
  )?.[1] as ExportFormat | undefined;

/**
 * Year of a field that holds years. The portal types them DATE: CSV gives "2024", JSON "2024-01-01", Parquet an instant,
 * which at midnight in Rome is still the last evening of the year before in UTC. Throws RangeError for any other moment.
 */
export function yearOf(value: string | number | Date): string {
  if (typeof value !== 'object' && /^\d{4}$/.test(String(value))) return String(value);
  if (typeof value === 'string' && /^\d{4}-01-01$/.test(value)) return value.slice(0, 4);
  const instant = new Date(value);
  const parts = (zone: string): string =>
    Number.isNaN(instant.getTime())
      ? ''
      : new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
          instant,
        );
  for (const zone of ['Europe/Rome', 'UTC']) {
    const found = /^(\d{4})-01-01 00:00:00$/.exec(parts(zone));
    if (found) return found[1]!;
  }
  throw new RangeError(`${String(value)} is not a year`);
}

type Row = Record<string, unknown>;
interface Page {
  total_count: number;
  results: Row[];
}

export interface RecordsQuery {
  base: string;
  dataset: string;
  /** Date field to split by, and the years it may hold, both ends included. */
  date: { field: string; from: number; to: number };
  /** A total order, or pages overlap. */
  orderBy: string;
  select?: string;
}

const LIMIT = 100;
/** `offset + limit` may not pass this in the records endpoint. */
export const OFFSET_CAP = 10_000;

function recordsUrl(query: RecordsQuery, where: string, offset: number): string {
  const parts = [
    `limit=${LIMIT}`,
    `offset=${offset}`,
    `order_by=${encode(query.orderBy)}`,
    `timezone=${encode('Europe/Rome')}`,
  ];
  if (query.select !== undefined) parts.push(`select=${encode(query.select)}`);
  parts.push(`where=${encode(where)}`);
  return `${query.base}/api/explore/v2.1/catalog/datasets/${encode(query.dataset)}/records?${parts.join('&')}`;
}

const day = (year: number, month: number): string =>
  `date'${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01'`;
const span = (field: string, from: string, to: string): string => `${field} >= ${from} AND ${field} < ${to}`;

/**
 * All records of a big dataset by pages of 100. What passes the offset cap is split by year, then by month. Throws when a part
 * is still too big, or the parts do not add up to the whole: a row without a date, or pages that overlap.
 */
export async function records(client: Client, query: RecordsQuery): Promise<Row[]> {
  const { field, from, to } = query.date;
  const page = async (where: string, offset: number): Promise<Page> => {
    const url = recordsUrl(query, where, offset);
    const { bytes } = await client.get({ url, kind: 'json', accept: 'application/json' });
    const found = JSON.parse(new TextDecoder().decode(bytes)) as Page;
    if (!Number.isInteger(found.total_count) || !Array.isArray(found.results))
      throw new DownloadError(url, 'total_count and results', Object.keys(found).join(', '), {
        todo: 'The API changed.',
      });
    return found;
  };
  const read = async (where: string, parts: () => string[]): Promise<Row[]> => {
    const first = await page(where, 0);
    const rows = first.results;
    const split = first.total_count > OFFSET_CAP ? parts() : [];
    if (first.total_count > OFFSET_CAP && split.length === 0)
      throw new DownloadError(
        query.dataset,
        `at most ${OFFSET_CAP} records in ${where}`,
        String(first.total_count),
        {
          todo: 'Use an export instead.',
        },
      );
    if (split.length > 0) rows.length = 0;
    for (const part of split) rows.push(...(await read(part, () => months(part))));
    while (split.length === 0 && rows.length < first.total_count) {
      const { results } = await page(where, rows.length);
      if (results.length === 0) break;
      rows.push(...results);
    }
    if (rows.length !== first.total_count)
      throw new DownloadError(
        query.dataset,
        `${first.total_count} records in ${where}`,
        String(rows.length),
        {
          todo: `Check that every record has ${field}, and that order_by is a total order.`,
        },
      );
    return rows;
  };
  const months = (part: string): string[] => {
    const year = Number(/date'(\d{4})-01-01' AND .*date'(\d{4})-01-01'$/.exec(part)?.[1]);
    return Number.isNaN(year)
      ? []
      : Array.from({ length: 12 }, (_, i) => span(field, day(year, i + 1), day(year, i + 2)));
  };
  const years = Array.from({ length: to - from + 1 }, (_, i) =>
    span(field, day(from + i, 1), day(from + i, 13)),
  );
  return read(`${field} is null OR ${field} is not null`, () => years);
}
