import { parse } from 'csv-parse/sync';
import { DownloadError } from './errors';
import type { Client } from './http';

/** API name of a field → the label a reader sees: what an export calls its columns with and without `use_labels`. */
export type Labels = ReadonlyMap<string, string>;

/** Labels of a dataset, from its description in the catalogue. */
export async function fetchLabels(client: Client, base: string, dataset: string): Promise<Labels> {
  const url = `${base}/api/explore/v2.1/catalog/datasets/${encodeURIComponent(dataset)}`;
  const { bytes } = await client.get({ url, kind: 'json', accept: 'application/json' });
  const { fields } = JSON.parse(new TextDecoder().decode(bytes)) as {
    fields?: { name: string; label?: string }[];
  };
  if (!fields)
    throw new DownloadError(url, 'a description with fields', 'none', { todo: 'The API changed.' });
  return new Map(fields.map(({ name, label }) => [name, label ?? name]));
}

const quote = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * A `;` CSV whose first row is turned from API names into labels; the rest stays byte for byte. A header that has no API name
 * of the dataset in it is left alone: it has its labels already.
 */
export function relabel(bytes: Uint8Array, labels: Labels): Uint8Array {
  let start = 0;
  while (bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf) start += 3;
  // A label may hold a line break, then within quotes.
  let end = start;
  for (let quoted = false; end < bytes.length && (quoted || bytes[end] !== 0x0a); end++)
    if (bytes[end] === 0x22) quoted = !quoted;
  const line = new TextDecoder().decode(bytes.subarray(start, end));
  const [header = []] = parse(line.replace(/\r$/, ''), { delimiter: ';' }) as string[][];
  if (!header.some((name) => labels.has(name) && labels.get(name) !== name)) return bytes;
  const renamed =
    header.map((name) => quote(labels.get(name) ?? name)).join(';') + (line.endsWith('\r') ? '\r' : '');
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(renamed), bytes.subarray(end)]);
}
