import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../src/model/manifest';
import type { RawProfile } from '../../src/model/quality';
import { HISTORY } from '../history/folder';
import { InputError, type DatasetModule, type EditionFiles } from '../model';
import { csvText, geometriesByObject, jsonText, prettyJson, rowsByPeriod } from './edition-text';
import { sha256, type RawRecord } from './read';

/** A raw input and how clean it was; without `profile` in editions from before it was measured, null where its format is not. */
export interface ProfiledRecord extends RawRecord {
  profile?: RawProfile | null | undefined;
}

/** `meta.json`: the dataset as the contract has it, and the raw inputs it was made of. */
export interface EditionMeta extends Dataset {
  sources: (ProfiledRecord & { url: string })[];
}

/** A dataset's folder of the edition: file name → text. */
export type Folder = ReadonlyMap<string, string>;

export function readFolder(path: string): Folder {
  if (!existsSync(path)) return new Map();
  const names = readdirSync(path).sort();
  return new Map(names.map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}

export function readMeta(folder: Folder): EditionMeta | undefined {
  const text = folder.get('meta.json');
  return text === undefined ? undefined : (JSON.parse(text) as EditionMeta);
}

const sameInputs = (a: readonly RawRecord[], b: readonly RawRecord[]): boolean =>
  a.length === b.length &&
  a.every((record, i) => record.path === b[i]?.path && record.sha256 === b[i].sha256);

/** Date of access: the one already recorded while the raw bytes stay the same. */
function accessedOf(before: EditionMeta | undefined, records: readonly RawRecord[], date: string): string {
  return before && sameInputs(before.sources, records) ? before.accessed : date;
}

/** A dataset's new folder, in memory. `records` are the raw inputs it read. */
export function renderFolder(
  module: DatasetModule,
  files: EditionFiles,
  records: readonly ProfiledRecord[],
  before: Folder,
  date: string,
): Folder {
  const { notes, ...meta } = module.meta;
  const urls = new Map([...module.sources, ...(module.live ?? [])].map(({ path, url }) => [path, url]));
  const full: EditionMeta = {
    ...meta,
    period: [...files.period],
    accessed: accessedOf(readMeta(before), records, date),
    notes: [...notes, ...(files.notes ?? [])],
    sources: records.map(({ profile, ...record }) => ({
      ...record,
      url: urls.get(record.path) ?? '',
      profile,
    })),
  };
  const out: [string, string][] = [['meta.json', prettyJson(full)]];
  for (const [name, table] of Object.entries(files.tables ?? {})) out.push([`${name}.csv`, csvText(table)]);
  for (const [name, topology] of Object.entries(files.topologies ?? {}))
    out.push([`${name}.topojson`, jsonText(topology)]);
  return new Map(out.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Rows of a period, or features of a layer, may not fall by more than this against the last edition: exports are revised, not emptied. */
const MAX_LOSS = 0.1;

/** Refuses a new folder that lost a file, a period or many rows of one. */
export function checkNoLoss(id: string, before: Folder, after: Folder): void {
  const todo =
    'The raw export is cut short or its layout changed; if the publisher withdrew it, pass --allow-loss.';
  for (const [name, old] of before) {
    const fresh = after.get(name);
    const file = `${id}/${name}`;
    if (fresh === undefined) throw new InputError({ file }, 'the file of the last edition', 'nothing', todo);
    const count = name.endsWith('.csv')
      ? rowsByPeriod
      : name.endsWith('.topojson')
        ? geometriesByObject
        : undefined;
    const now = count?.(fresh);
    for (const [part, rows] of count?.(old) ?? []) {
      const found = now?.get(part) ?? 0;
      if (found >= rows * (1 - MAX_LOSS)) continue;
      throw new InputError({ file }, `about ${rows} rows in ${part || 'the table'}`, String(found), todo);
    }
  }
}

export const sameFolder = (a: Folder, b: Folder): boolean =>
  a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);

/** Writes a folder beside its place, then renames it in: a reader sees the old one or the new one. */
export function replaceFolder(edition: string, id: string, folder: Folder): void {
  const target = join(edition, id);
  const fresh = join(edition, `.${id}.new`);
  const old = join(edition, `.${id}.old`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const [name, text] of folder) writeFileSync(join(fresh, name), text);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

/** Puts back what a run killed between the two renames had set aside. */
export function healEdition(edition: string): void {
  if (!existsSync(edition)) return;
  for (const name of readdirSync(edition)) {
    const id = /^\.(.+)\.(old|new)$/.exec(name)?.[1];
    if (id === undefined) continue;
    if (name.endsWith('.old') && !existsSync(join(edition, id)))
      renameSync(join(edition, name), join(edition, id));
    else rmSync(join(edition, name), { recursive: true, force: true });
  }
}

/** Ids of the datasets the edition holds, from the disk. */
export const editionDatasets = (edition: string): string[] =>
  readdirSync(edition, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== HISTORY)
    .map((entry) => entry.name)
    .sort();

/**
 * Writes `edition.json` {id, datasets: [{id, accessed, files: [{name, bytes, sha256}]}]}. The id is a date, and stays
 * the one it was as long as no file changed. Returns it.
 */
export function writeIndex(edition: string, date: string): string {
  const path = join(edition, 'edition.json');
  const datasets = editionDatasets(edition).map((id) => {
    const folder = readFolder(join(edition, id));
    const files = [...folder].map(([name, text]) => ({
      name,
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
    }));
    return { id, accessed: readMeta(folder)?.accessed ?? date, files };
  });
  const old = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { id: string; datasets: unknown })
    : undefined;
  const id = old && JSON.stringify(old.datasets) === JSON.stringify(datasets) ? old.id : date;
  const text = prettyJson({ id, datasets });
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }
  return id;
}
