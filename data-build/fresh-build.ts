import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../src/model/manifest';
import type { BuildPlaces } from './build';
import { sealOf, type Mark } from './steps/seal';

/** Folders of the repository whose files a build reads or runs; `tests/floors.test.ts` holds the code to them. */
const CODE = ['data-build', 'src/model', 'src/domain'];
const TEXTS = ['stories'];

export interface BuildKey {
  /** Hash of everything the output may depend on. */
  whole: string;
  /** Hash of the code alone. */
  code: string;
}

/**
 * Hash of everything the output may depend on: all files of those folders, tests and notes too, since leaving one out wrongly would keep
 * an old output; the edition; the versions of the libraries and of Node, whose zlib compresses the tiles. Null when something cannot be
 * read: then the build itself says what.
 */
export function buildKey(places: BuildPlaces): BuildKey | null {
  try {
    return hashInputs(places);
  } catch {
    return null;
  }
}

function hashInputs({ root, edition, indicators }: BuildPlaces): BuildKey {
  const inRoot = (names: readonly string[]): string[] => names.map((name) => join(root, name));
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const { node, zlib } = process.versions;
  // The repository's own edition stands inside data-build and is read already when it is the one to build.
  const sealed = sealOf([indicators, ...inRoot(CODE)], { skip: join(root, 'data-build/edition') });
  const code = sha256([node, zlib, process.arch, root, sealed, lock]);
  return { code, whole: sha256([code, sealOf([edition, ...inRoot(TEXTS)])]) };
}

const sha256 = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

/** One file per output folder: two outputs may share a cache. */
const noteOf = ({ cache, out }: BuildPlaces): string =>
  join(cache, `whole-${createHash('sha256').update(out).digest('hex').slice(0, 16)}.json`);

/** The manifest of an output that the same key gave and nobody has touched since; null in any doubt. */
export function readFresh(places: BuildPlaces, key: BuildKey | null): Manifest | null {
  if (key === null || !existsSync(places.out) || !existsSync(noteOf(places))) return null;
  try {
    const note = JSON.parse(readFileSync(noteOf(places), 'utf8')) as { key: unknown; output: unknown };
    // The output is read only where the inputs are the same.
    if (note.key !== key.whole || note.output !== sealOf([places.out])) return null;
    return JSON.parse(readFileSync(join(places.out, 'manifest.json'), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}

/**
 * Writes down what the finished output is made of; nothing when an input was touched meanwhile, for who knows which one was read.
 *
 * @param marks of files of the output, known from writing them
 */
export function remember(
  places: BuildPlaces,
  key: BuildKey | null,
  marks: ReadonlyMap<string, Mark> = new Map(),
): void {
  if (key === null || buildKey(places)?.whole !== key.whole) return;
  mkdirSync(places.cache, { recursive: true });
  const output = sealOf([places.out], { marks: new Map(marks) });
  writeFileSync(noteOf(places), JSON.stringify({ key: key.whole, output }));
}
