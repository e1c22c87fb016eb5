import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { sealOf, type Marks } from './seal';

/** One unit of the build: same inputs and same code → same files, so it need not run again. */
export interface Step {
  /** Unique; also the folder of its results in the cache. */
  name: string;
  /** Content hashes of everything it reads. Never a time. */
  inputs: readonly string[];
  /** The source files it starts from: their imports are followed, and a change in any of them makes the result stale. */
  code: readonly string[];
  /** Writes its files into an empty folder. */
  run(dir: string): void | Promise<void>;
  /** What it may read beyond `inputs`, found out as it runs. */
  reads?: Reads;
}

/**
 * A step that may read any of many files and reads few: which ones is written down with the result, and only a change in those makes
 * it stale. Sound as long as what is read next follows from what was read before.
 */
export interface Reads {
  /** Content hash of the file of that name now; undefined when there is none. */
  hash(name: string): string | undefined;
  /** Names read in this run; `run` adds to it. */
  names: Set<string>;
}

/** `fresh` was kept, `stale` was rebuilt because an input or the code changed, `missing` was never built. */
export type StepState = 'fresh' | 'stale' | 'missing';

export interface StepResult {
  dir: string;
  state: StepState;
  seconds: number;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * Runs a step unless the cache holds its result, byte by byte as it was written: a result without its seal, or with another content, is
 * made again. Writes aside and renames: an interrupted step leaves nothing half done.
 *
 * @param marks those of the result's files are added
 */
export async function runStep(
  cacheDir: string,
  step: Step,
  onRun: (state: StepState) => void,
  marks: Marks = new Map(),
): Promise<StepResult> {
  const key = sha256([step.name, ...step.inputs, ...step.code.map(codeHash)].join('\n')).slice(0, 32);
  const home = join(cacheDir, step.name);
  const dir = join(home, key);
  const started = performance.now();
  const result = (state: StepState): StepResult => ({
    dir,
    state,
    seconds: (performance.now() - started) / 1000,
  });
  const seal = join(home, `.${key}.seal`);
  const kept: Marks = new Map();
  if (isCurrent(dir, seal, step.reads, kept)) {
    for (const [file, mark] of kept) marks.set(file, mark);
    return result('fresh');
  }
  const earlier = existsSync(home) ? readdirSync(home) : [];
  const state = earlier.some((name) => !name.startsWith('.')) ? 'stale' : 'missing';
  onRun(state);
  const aside = join(home, `.${key}-${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  try {
    await step.run(aside);
    rmSync(dir, { recursive: true, force: true });
    const made: Marks = new Map();
    writeFileSync(seal, sealText(aside, step.reads, made));
    renameSync(aside, dir);
    for (const [file, mark] of made) marks.set(join(dir, relative(aside, file)), mark);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw error;
  }
  for (const name of earlier)
    if (!name.includes(key)) rmSync(join(home, name), { recursive: true, force: true });
  return result(state);
}

function sealText(dir: string, reads: Reads | undefined, marks: Marks): string {
  const read = [...(reads?.names ?? [])].sort().map((name) => [name, reads?.hash(name)]);
  return JSON.stringify({ seal: sealOf([dir], { marks }), read });
}

/** Whether a result is there as it was written, and what it read is what it was. */
function isCurrent(dir: string, sealFile: string, reads: Reads | undefined, marks: Marks): boolean {
  if (!existsSync(dir) || !existsSync(sealFile)) return false;
  try {
    const { read } = JSON.parse(readFileSync(sealFile, 'utf8')) as { read: [string, string][] };
    const names = new Set(read.map(([name]) => name));
    const now = sealText(dir, reads && { hash: (name) => reads.hash(name), names }, marks);
    return readFileSync(sealFile, 'utf8') === now;
  } catch {
    return false;
  }
}

const IMPORT = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;
const hashes = new Map<string, string>();

/**
 * Takes the hashes of code from a file that stands for one state of all code, so that no source need be read; returns how to keep them there.
 * Only for the first build of a process: who builds twice may have met other code meanwhile. A file that cannot be read counts as none.
 */
export function keptHashes(file: string): () => void {
  if (hashes.size > 0) return () => {};
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as [entry: string, hash: string][];
    for (const [entry, hash] of kept) hashes.set(entry, hash);
  } catch {
    // None yet.
  }
  const before = hashes.size;
  return () => {
    if (hashes.size > before) writeFileSync(file, JSON.stringify([...hashes]));
  };
}

/** SHA-256 over a source file, everything it imports by relative path, and the lock file (versions of the libraries). */
export function codeHash(entry: string): string {
  const known = hashes.get(entry);
  if (known) return known;
  const texts = new Map<string, string>();
  const visit = (file: string) => {
    if (texts.has(file)) return;
    const text = readFileSync(file, 'utf8');
    texts.set(file, text);
    for (const [, specifier] of text.matchAll(IMPORT)) {
      const target = resolve(dirname(file), specifier!);
      const found = [target, `${target}.ts`, join(target, 'index.ts')].find(
        (path) => /\.\w+$/.test(path) && existsSync(path),
      );
      if (found) visit(found);
    }
  };
  visit(resolve(entry));
  const lock = lockFile(dirname(resolve(entry)));
  const parts = [...texts.values()].map(sha256).sort();
  const hash = sha256([...parts, lock ? sha256(readFileSync(lock)) : ''].join('\n'));
  hashes.set(entry, hash);
  return hash;
}

function lockFile(dir: string): string | null {
  const file = join(dir, 'package-lock.json');
  if (existsSync(file)) return file;
  return dirname(dir) === dir ? null : lockFile(dirname(dir));
}
