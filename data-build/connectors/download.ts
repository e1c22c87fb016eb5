import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError, type DatasetModule, type RawSource } from '../model';
import { describeHeader, headerDrift } from '../steps/drift-header';
import { sha256 } from '../steps/read';
import { DownloadError } from './errors';
import type { Client } from './http';
import { routeOf, type Route } from './route';

export interface DownloadReport {
  /** Ids whose raw files all stand in the cache now. */
  ready: string[];
  /** Ids with a source nobody but a person can get, not yet put into the cache. */
  byHand: { id: string; message: string }[];
  failed: { id: string; message: string }[];
}

export interface DownloadOptions {
  modules: readonly DatasetModule[];
  /** Folder of raw exports, filled here and read as `--from` would be. */
  cache: string;
  client: Client;
  log(line: string): void;
}

/** What the publishers are asked for. */
const asked = ({ live, sources }: DatasetModule): readonly RawSource[] => live ?? sources;

/** Two files of one dataset behind one address are copies of different days: only the last could be had from there. */
const sharesAddress = (module: DatasetModule, source: RawSource): boolean =>
  asked(module).some((other) => other.url === source.url && other.path !== source.path);

/** First line of a CSV as cells; good enough to tell what moved, the dataset's parser is the judge. */
const headerOf = (bytes: Uint8Array): string[] => {
  const [line = ''] = new TextDecoder().decode(bytes.subarray(0, 65_536)).split(/\r?\n/);
  return line.split(line.includes(';') ? ';' : ',').map((name) => name.replace(/^"|"$/g, ''));
};

/** Writes a raw file when its bytes differ, beside and then renamed in. Says how a table's header moved against the last download. */
function store(path: string, bytes: Uint8Array): { fresh: boolean; drift: string[] } {
  const before = existsSync(path) ? readFileSync(path) : undefined;
  if (before && sha256(before) === sha256(bytes)) return { fresh: false, drift: [] };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
  const csv = before !== undefined && path.endsWith('.csv');
  return { fresh: true, drift: csv ? describeHeader(headerDrift(headerOf(before), headerOf(bytes))) : [] };
}

async function fetchRoute(route: Route, path: string, options: DownloadOptions): Promise<string> {
  const body = await options.client.get(route);
  const bytes = await route.convert(body.bytes);
  const { fresh, drift } = store(path, bytes);
  const lines = drift.map(
    (line) => `\n          drift: ${line}. Adjust the dataset file, or the \`rename\` of its source.`,
  );
  return `${fresh ? 'fresh' : 'same'}  ${bytes.length} bytes${lines.join('')}`;
}

/** Downloads the sources of every module into the cache, each address once; a module that fails does not stop the others. */
export async function downloadAll(options: DownloadOptions): Promise<DownloadReport> {
  const report: DownloadReport = { ready: [], byHand: [], failed: [] };
  const done = new Map<string, Promise<string>>();
  for (const module of options.modules) {
    const { id } = module.meta;
    const missing: string[] = [];
    const faults: string[] = [];
    for (const source of asked(module)) {
      const path = join(options.cache, source.path);
      const route = sharesAddress(module, source)
        ? 'its address gives only the file of today'
        : routeOf(source);
      if (typeof route === 'string') {
        if (!existsSync(path)) missing.push(`${source.path}: ${route} (${source.url})`);
        continue;
      }
      const name = `${route.url}\n${source.path}`;
      if (!done.has(name)) done.set(name, fetchRoute(route, path, options));
      try {
        options.log(`download  ${source.path}  ${await done.get(name)!}`);
      } catch (error) {
        // Anything but these two is a fault of ours: show where.
        const told = error instanceof DownloadError || error instanceof InputError;
        const message = told ? error.message : ((error as Error).stack ?? String(error));
        if (source.awaited && told) options.log(`awaited   ${source.path}  left out\n          ${message}`);
        else faults.push(message);
      }
    }
    if (faults.length > 0) report.failed.push({ id, message: faults.join('\n          ') });
    else if (missing.length > 0) report.byHand.push({ id, message: missing.join('\n          ') });
    else report.ready.push(id);
  }
  return report;
}
