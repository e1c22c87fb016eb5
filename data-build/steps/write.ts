import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { FileRef } from '../../src/model/manifest';
import { markOf, type Mark, type Marks } from './seal';

/** Archives are read by range: their first bytes get a hash of their own. */
export const HEAD_BYTES = 16384;

/** A folder that becomes `out` only when all of it is written. */
export interface Output {
  /** Path of the folder being written. */
  dir: string;
  write(path: string, data: string | Uint8Array): void;
  /** Puts a finished file there, one that nobody will write to: it is linked, not copied, where the system allows it. */
  place(path: string, source: string): void;
  /** Copies a file under a name that carries its content hash: `tables/x.json` → `tables/x.1a2b3c4d.json`. */
  addHashed(path: string, source: string, opts?: { head?: boolean }): FileRef;
  /** Takes the place of `out`; what was there before goes away only afterwards. Gives the marks of its files where they are known. */
  commit(): Marks;
  discard(): void;
}

/** @param known marks of files that may be placed, which then need not be read */
export function openOutput(out: string, known: ReadonlyMap<string, Mark> = new Map()): Output {
  const dir = join(dirname(out), `.${basename(out)}.new-${process.pid}`);
  const old = join(dirname(out), `.${basename(out)}.old-${process.pid}`);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const made = new Set<string>();
  /** As they will stand in `out`. */
  const marks: Marks = new Map();
  const home = (path: string): string => {
    const file = join(dir, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return file;
  };
  const place = (path: string, source: string): void => {
    const file = home(path);
    const mark = known.get(source);
    if (mark) marks.set(join(out, path), mark);
    try {
      linkSync(source, file);
    } catch {
      copyFileSync(source, file);
    }
  };
  return {
    dir,
    place,
    write(path, data) {
      const file = home(path);
      // What stands there already may be a link to a file of the cache, which must not be written through.
      if (existsSync(file)) rmSync(file);
      // Of hundreds of small files few are another time from one build to the next; a link costs a third of a file.
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      if (holds(join(out, path), bytes)) place(path, join(out, path));
      else writeFileSync(file, bytes);
      marks.set(join(out, path), markOf(bytes));
    },
    addHashed(path, source, { head = false } = {}) {
      const mark = known.get(source) ?? markOf(readFileSync(source));
      const extension = extname(path);
      const hashed = `${path.slice(0, -extension.length)}.${mark.sha256.slice(0, 10)}${extension}`;
      place(hashed, source);
      const ref: FileRef = { path: hashed, ...mark };
      if (!head) return ref;
      return { ...ref, headSha256: markOf(readFileSync(source).subarray(0, HEAD_BYTES)).sha256 };
    },
    commit() {
      rmSync(old, { recursive: true, force: true });
      if (existsSync(out)) renameSync(out, old);
      try {
        renameSync(dir, out);
      } catch (error) {
        if (existsSync(old)) renameSync(old, out);
        throw error;
      }
      rmSync(old, { recursive: true, force: true });
      return marks;
    },
    discard: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Whether a file is there with these very bytes. */
const holds = (file: string, bytes: Uint8Array): boolean =>
  existsSync(file) && readFileSync(file).equals(bytes);
