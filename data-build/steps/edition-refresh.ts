import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RawProfile } from '../../src/model/quality';
import { watchEdition } from '../history/record';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { describeRefresh } from './drift-folder';
import {
  checkNoLoss,
  healEdition,
  readFolder,
  renderFolder,
  replaceFolder,
  sameFolder,
  writeIndex,
} from './edition';
import { Places } from './edition-places';
import { profileRaw } from './raw-profile';
import { RawFolder } from './read';

export interface RefreshOptions {
  /** Folder of raw exports. */
  from: string;
  /** Folder of the edition, made if missing. */
  edition: string;
  modules: readonly DatasetModule[];
  /** Date for anything new, YYYY-MM-DD. */
  date: string;
  only?: string;
  dryRun?: boolean;
  /** Accept fewer rows or periods than the last edition had. */
  allowLoss?: boolean;
  log(line: string): void;
}

export interface RefreshReport {
  edition: string;
  fresh: string[];
  unchanged: string[];
  failed: { id: string; message: string }[];
}

/** Every module of a folder: one file, one dataset, found by its name. `geography` comes first: others join on it. */
export async function discover(folder: string): Promise<DatasetModule[]> {
  const files = readdirSync(folder).filter((name) => /^[\w-]+\.ts$/.test(name));
  const modules = await Promise.all(
    files.map(async (name) => {
      const found = (await import(pathToFileURL(join(folder, name)).href)) as {
        dataset?: DatasetModule;
        default?: DatasetModule;
      };
      const module = found.dataset ?? found.default;
      if (module?.meta.id !== name.slice(0, -3))
        throw new Error(`${name} must export a dataset with its own name as id`);
      return module;
    }),
  );
  const key = (m: DatasetModule): string => (m.meta.id === 'geography' ? '' : m.meta.id);
  return modules.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;

async function refreshOne(
  module: DatasetModule,
  places: Places,
  options: RefreshOptions,
): Promise<'fresh' | 'unchanged'> {
  const { id } = module.meta;
  const started = performance.now();
  const raw = new RawFolder(options.from);
  const warnings: string[] = [];
  const profiles = new Map<string, RawProfile | null>();
  const ctx: RefreshContext = {
    read(path) {
      const bytes = raw.read(path);
      // Before the parser, which may write into them.
      if (!profiles.has(path)) profiles.set(path, profileRaw(path, bytes));
      return bytes;
    },
    has: (path) => raw.has(path),
    ...places.lookups,
    warn: (message) => warnings.push(message),
  };
  const files = await module.refresh(ctx);
  const before = readFolder(join(options.edition, id));
  const records = raw.records().map((record) => ({ ...record, profile: profiles.get(record.path) }));
  const after = renderFolder(module, files, records, before, options.date);
  if (!options.allowLoss) {
    try {
      checkNoLoss(id, before, after);
    } catch (error) {
      for (const line of describeRefresh(id, before, after)) options.log(`          ${line}`);
      throw error;
    }
  }
  const state = sameFolder(before, after) ? 'unchanged' : 'fresh';
  if (state === 'fresh' && !options.dryRun) replaceFolder(options.edition, id, after);
  if (id === 'geography') places.load(after.get('hierarchy.csv'));
  const bytes = [...after.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  options.log(`${state.padEnd(9)} ${id}  ${kilobytes(bytes)}  ${seconds} s`);
  for (const warning of warnings) options.log(`          warning: ${warning}`);
  for (const line of describeRefresh(id, before, after)) options.log(`          ${line}`);
  return state;
}

/** Refreshes each dataset on its own: one that fails keeps its last good folder, and the others go on. */
export async function refreshAll(options: RefreshOptions): Promise<RefreshReport> {
  if (!options.dryRun) mkdirSync(options.edition, { recursive: true });
  if (!options.dryRun) healEdition(options.edition);
  const places = new Places();
  places.load(readFolder(join(options.edition, 'geography')).get('hierarchy.csv'));
  const report: RefreshReport = { edition: '', fresh: [], unchanged: [], failed: [] };
  const chosen = options.modules.filter(({ meta }) => options.only === undefined || meta.id === options.only);
  if (chosen.length === 0) throw new Error(`no dataset called ${String(options.only)}`);
  const history = options.dryRun ? null : watchEdition(options.edition, options);
  for (const module of chosen) {
    const { id } = module.meta;
    try {
      report[await refreshOne(module, places, options)].push(id);
    } catch (error) {
      // Anything but an InputError is a fault of ours: show where.
      const message = error instanceof InputError ? error.message : ((error as Error).stack ?? String(error));
      report.failed.push({ id, message });
      const kept = existsSync(join(options.edition, id)) ? 'the last good folder stays' : 'nothing written';
      options.log(`failed    ${id}  ${kept}\n          ${message}`);
    }
  }
  if (!options.dryRun) report.edition = writeIndex(options.edition, options.date);
  const trouble = await history?.record();
  if (trouble) report.failed.push({ id: 'changes', message: trouble });
  return report;
}
