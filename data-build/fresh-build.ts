import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../src/model/manifest';
import type { BuildPlaces } from './build';
import { sealOf } from './steps/seal';

/** Folders of the repository whose files a build reads or runs; `tests/floors.test.ts` holds the code to them. */
const READ = ['data-build', 'src/model', 'src/domain', 'stories'];

/**
 * Hash of everything the output may depend on: all files of those folders, tests and notes too, since leaving one out wrongly would keep
 * an old output; the edition; the versions of the libraries and of Node, whose zlib compresses the tiles. Null when something cannot be
 * read: then the build itself says what.
 */
export function buildKey(places: BuildPlaces): string | null {
  try {
    return hashInputs(places);
  } catch {
    return null;
  }
}

function hashInputs({ root, edition, indicators }: BuildPlaces): string {
  const folders = [edition, indicators, ...READ.map((name) => join(root, name))];
  // The repository's own edition stands inside data-build and is read already when it is the one to build.
  const sealed = sealOf(folders.slice(2), join(root, 'data-build/edition'));
  const given = sealOf(folders.slice(0, 2));
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const { node, zlib } = process.versions;
  return createHash('sha256')
    .update([node, zlib, process.arch, given, sealed, lock].join('\n'))
    .digest('hex');
}

/** One file per output folder: two outputs may share a cache. */
const noteOf = ({ cache, out }: BuildPlaces): string =>
  join(cache, `whole-${createHash('sha256').update(out).digest('hex').slice(0, 16)}.json`);

/** The manifest of an output that the same key gave and nobody has touched since; null in any doubt. */
export function readFresh(places: BuildPlaces, key: string | null): Manifest | null {
  if (key === null || !existsSync(places.out) || !existsSync(noteOf(places))) return null;
  try {
    const note = JSON.parse(readFileSync(noteOf(places), 'utf8')) as unknown;
    if (JSON.stringify(note) !== JSON.stringify({ key, output: sealOf([places.out]) })) return null;
    return JSON.parse(readFileSync(join(places.out, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}

/** Writes down what the finished output is made of; nothing when an input was touched meanwhile, for who knows which one was read. */
export function remember(places: BuildPlaces, key: string | null): void {
  if (key === null || buildKey(places) !== key) return;
  mkdirSync(places.cache, { recursive: true });
  writeFileSync(noteOf(places), JSON.stringify({ key, output: sealOf([places.out]) }));
}
