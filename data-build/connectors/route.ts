import type { RawSource } from '../model';
import { SDMX_ACCEPT, isSdmx } from './istat-sdmx';
import { relabel } from './labels';
import { isMef, readMef } from './mef';
import { exportFormat } from './opendatasoft';
import { readParquet } from './parquet';
import { kindOf, type Kind } from './sniff';
import { portalCsv } from './table';
import { readXlsx } from './xlsx';
import { listZip, onlyMember } from './zip';

/** How a source is had: what to fetch, what it must be, and how it becomes the file its dataset reads. */
export interface Route {
  url: string;
  kind: Kind;
  accept?: string;
  convert(bytes: Uint8Array): Promise<Uint8Array> | Uint8Array;
}

/** Format an address gives, as the end of a file name would say it; undefined for a page to read. */
function formatOf(url: string): string | undefined {
  if (isSdmx(url)) return 'csv';
  const format = exportFormat(url) ?? new URL(url).searchParams.get('format') ?? undefined;
  if (format !== undefined) return format;
  const extension = /\.([a-z]+)$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase();
  return ['csv', 'geojson', 'json', 'zip', 'xlsx', 'parquet'].includes(extension ?? '')
    ? extension
    : undefined;
}

/** A file shown on a page of GitHub, as the file itself. */
const plainAddress = (url: string): string =>
  url.replace(/^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\//, 'https://raw.githubusercontent.com/$1/');

const extensionOf = (path: string): string => /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';

async function toCsv(bytes: Uint8Array, from: string, source: RawSource, url: string): Promise<Uint8Array> {
  const { path } = source;
  if (isMef(url)) return readMef(bytes, path);
  if (from === 'zip') return onlyMember(bytes, path, '.csv').data;
  if (from === 'xlsx') return portalCsv(readXlsx(bytes, path));
  if (from === 'parquet') return portalCsv(await readParquet(bytes, path, source.years));
  return bytes;
}

/** The route of a source, or why it has none: an address for people, or a format that does not become the file asked for. */
export function routeOf(source: RawSource): Route | string {
  const url = plainAddress(source.url);
  const from = formatOf(url);
  const to = extensionOf(source.path);
  if (from === undefined) return 'its address is a page, not a file';
  const kind = kindOf(`x.${from}`);
  const accept = isSdmx(url) ? { accept: SDMX_ACCEPT } : {};
  if (to === 'csv' && ['csv', 'zip', 'xlsx', 'parquet'].includes(from)) {
    const labels = new Map(Object.entries(source.rename ?? {}));
    const convert = async (bytes: Uint8Array): Promise<Uint8Array> =>
      relabel(await toCsv(bytes, from, source, url), labels);
    return { url, kind, ...accept, convert };
  }
  if (kind !== kindOf(source.path) && !(kind === 'zip' && to === 'zip'))
    return `${from} does not become ${to}`;
  const convert = (bytes: Uint8Array): Uint8Array => {
    if (kind === 'zip') listZip(bytes, source.path);
    return bytes;
  };
  return { url, kind, ...accept, convert };
}
