import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Manifest } from '../src/model/manifest';
import { loadBuild } from './compiled';
import { buildKey, readFresh, remember } from './fresh-build';

// Only what tells whether there is anything to do is loaded here; the build itself, with its libraries, when there is.

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export interface BuildOptions {
  edition?: string;
  out?: string;
  cache?: string;
  /** Folder of the indicator files. */
  indicators?: string;
  log?: (line: string) => void;
  /** Run the build as one compiled file, as the command does. Pays where a process builds once; tests run the sources. */
  compiled?: boolean;
}

/** All that a build reads and writes. */
export interface BuildPlaces extends Required<BuildOptions> {
  /** Of the repository. */
  root: string;
}

/**
 * Edition → public data, once. Same edition and code → same bytes. When the output is still what the same inputs gave, byte by byte, it
 * stays; else a step whose inputs and code did not change is taken from the cache. Throws on any fault, and then changes nothing.
 */
export async function build(options: BuildOptions = {}): Promise<Manifest> {
  const places: BuildPlaces = {
    root: ROOT,
    edition: resolve(options.edition ?? join(ROOT, 'data-build/edition')),
    indicators: resolve(options.indicators ?? join(ROOT, 'data-build/indicators')),
    out: resolve(options.out ?? join(ROOT, 'public/data')),
    cache: resolve(options.cache ?? join(ROOT, '.cache/build')),
    log: options.log ?? (() => {}),
    compiled: options.compiled ?? false,
  };
  const key = buildKey(places);
  const fresh = readFresh(places, key);
  if (fresh) {
    places.log(`fresh   everything: ${fresh.indicators.length} indicators of edition ${fresh.edition}`);
    return fresh;
  }
  const code = places.compiled && key && !process.env.DEBUG ? key.code : null;
  const runBuild = places.compiled ? await loadBuild(places, code) : (await import('./run-build')).runBuild;
  const { manifest, marks } = await runBuild(places, code);
  remember(places, key, marks);
  return manifest;
}

/** `npm run data`: the command, run by main.cjs. `args`: those after its name. Ends with exit code 1 and the cause on stderr where it fails. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      edition: { type: 'string' },
      out: { type: 'string' },
      cache: { type: 'string' },
      indicators: { type: 'string' },
    },
  });
  try {
    await build({ ...values, compiled: true, log: (text) => console.log(text) });
  } catch (error) {
    console.error(`data: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env.DEBUG && error instanceof Error) console.error(error.stack);
    console.error('The last good output, if any, is unchanged.');
    process.exitCode = 1;
  }
}
