import { DownloadError } from './errors';

/** What a body must be. `any` is checked for a web page in its place and nothing else. */
export type Kind = 'csv' | 'json' | 'zip' | 'parquet' | 'any';

/** Kind of a file by the end of its name. Shapefiles, GTFS and XLSX are zips. */
export function kindOf(path: string): Kind {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (extension === 'csv' || extension === 'parquet' || extension === 'json') return extension;
  if (extension === 'geojson') return 'json';
  return ['zip', 'xlsx', 'shp'].includes(extension) ? 'zip' : 'any';
}

const CHECK =
  'Open the address in a browser: the portal may be under maintenance or the export may have moved.';
const latin = new TextDecoder('latin1');

/** A zip ends in a record of at least 22 bytes, followed by a comment of at most 65,535 (APPNOTE 4.3.16). */
const hasZipEnd = (bytes: Uint8Array): boolean => {
  for (let i = bytes.length - 22; i >= Math.max(0, bytes.length - 22 - 65_535); i--)
    if (bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 5 && bytes[i + 3] === 6) return true;
  return false;
};

const ENDS: Record<
  Exclude<Kind, 'any'>,
  { begins: RegExp; ends(bytes: Uint8Array, tail: string): boolean }
> = {
  csv: { begins: /^[^<\0{]/, ends: (_bytes, tail) => /\n$/.test(tail) },
  json: { begins: /^\s*[{[]/, ends: (_bytes, tail) => /[}\]]\s*$/.test(tail) },
  zip: { begins: /^PK/, ends: (bytes) => hasZipEnd(bytes) },
  parquet: { begins: /^PAR1/, ends: (_bytes, tail) => tail.endsWith('PAR1') },
};

/** Refuses a body that is empty, a web page or an error message in place of data, of another kind, or cut short. */
export function checkBody(bytes: Uint8Array, kind: Kind, where: string): void {
  const fail = (expected: string, found: string, passing: boolean): never => {
    throw new DownloadError(where, expected, found, { passing, todo: CHECK });
  };
  if (bytes.length === 0) fail(kind === 'any' ? 'a file' : kind, 'nothing', true);
  const head = latin.decode(bytes.subarray(0, 2048)).replace(/^(ï»¿)+/, '');
  if (/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(head)) {
    const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim();
    fail(kind === 'any' ? 'data' : kind, `a web page${title ? ` titled “${title}”` : ''}`, false);
  }
  if (kind === 'any') return;
  // Explore answers some faults with 200 and a JSON object that names an error.
  const error = /^\s*\{\s*"(error_code|errorcode|message|error)"/.exec(head);
  if (error) fail(kind, `an error message, ${head.slice(0, 120)}`, false);
  const { begins, ends } = ENDS[kind];
  if (!begins.test(head)) fail(kind, `a file that begins with ${JSON.stringify(head.slice(0, 40))}`, false);
  const tail = latin.decode(bytes.subarray(-256));
  if (!ends(bytes, tail)) fail(`a whole ${kind}`, 'one cut short', true);
}
