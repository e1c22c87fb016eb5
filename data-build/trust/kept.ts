import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { API } from '../steps/api';
import type { Output } from '../steps/write';

/** Most an edition may unpack to: citations need its figures, not its tiles. */
export const LIMIT = 64_000_000;
/** What makes up an edition at its permanent address: the entry point and all it names. */
export const KEPT = ['index.json', 'indicators', 'areas'] as const;

const ArchiveSchema = v.record(
  v.pipe(
    v.string(),
    v.regex(/^[\w.-]+(\/[\w.-]+)*$/),
    v.check((path) => !path.split('/').includes('..'), 'a path inside the edition'),
  ),
  v.string(),
);
/** Path below `api/v1` → text. */
export type Archive = v.InferOutput<typeof ArchiveSchema>;

export const archiveFile = (folder: string, id: string): string => join(folder, 'editions', `${id}.json.gz`);

/** Files of KEPT below `dir`, sorted. */
export function keptFiles(dir: string): string[] {
  return KEPT.flatMap((name) => {
    const path = join(dir, name);
    if (!existsSync(path)) return [];
    return name.includes('.') ? [name] : readdirSync(path).map((file) => `${name}/${file}`);
  }).sort();
}

/** The index of an edition that stands alone: what it says of files that are not kept goes. */
export function keptText(path: string, text: string): string {
  if (path !== 'index.json') return text;
  const { more: _, ...index } = JSON.parse(text) as Record<string, unknown>;
  return `${JSON.stringify(index, null, 2)}\n`;
}

/** One gzip of one JSON object, paths sorted: no time, no owner, nothing of the machine. */
export function packEdition(dir: string): Buffer {
  const files = keptFiles(dir).map(
    (path) => [path, keptText(path, readFileSync(join(dir, path), 'utf8'))] as const,
  );
  return gzipSync(JSON.stringify(Object.fromEntries(files)), { level: 9 });
}

export const unpack = (bytes: Uint8Array, limit = LIMIT): Archive =>
  v.parse(ArchiveSchema, JSON.parse(gunzipSync(bytes, { maxOutputLength: limit }).toString('utf8')));

/** Throws on an archive that is missing, damaged, too large, or names a path outside itself. */
export function unpackEdition(file: string, limit = LIMIT): Archive {
  if (!existsSync(file))
    throw new Error(
      `${file}: a kept edition has no archive. Make it with npm run keep-edition, or take its id out of editions.json.`,
    );
  try {
    return unpack(readFileSync(file), limit);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * `editions/<id>/api/v1/…` for the current edition (hard links to its own files: no bytes more on the same disk) and for the
 * kept ones, and `editions/index.json` that lists them, newest first.
 */
export function publishEditions(
  output: Output,
  current: string,
  keep: readonly string[],
  folder: string,
): void {
  const place = (id: string, path: string): string => `editions/${id}/${API}/${path}`;
  const counts = new Map<string, number>();
  const source = join(output.dir, API);
  const own = keptFiles(source);
  for (const path of own)
    if (path === 'index.json')
      output.write(place(current, path), keptText(path, readFileSync(join(source, path), 'utf8')));
    else link(join(source, path), join(output.dir, place(current, path)));
  counts.set(current, own.length);
  for (const id of keep) {
    // The current edition's own files are what is published; an archive of it waits for the next.
    if (id === current) continue;
    const archive = unpackEdition(archiveFile(folder, id));
    for (const [path, text] of Object.entries(archive)) output.write(place(id, path), text);
    counts.set(id, Object.keys(archive).length);
  }
  const editions = [...counts]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([id, files]) => ({ id, current: id === current, index: `${id}/${API}/index.json`, files }));
  output.write('editions/index.json', `${JSON.stringify({ current, editions }, null, 2)}\n`);
}

function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(from, to);
  }
}
