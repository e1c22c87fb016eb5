import { createHash, hash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Length and SHA-256 of a file. */
export interface Mark {
  bytes: number;
  sha256: string;
}
/** Marks by the path of the file. Hold only while nobody writes to those files. */
export type Marks = Map<string, Mark>;

export const markOf = (bytes: Uint8Array): Mark => ({ bytes: bytes.length, sha256: hash('sha256', bytes) });

export interface SealOptions {
  /** Path of a folder to leave out. */
  skip?: string;
  /** Files found here are not read again; those that are read are added. */
  marks?: Marks;
}

/**
 * SHA-256 over the names and marks of every file below the folders, whatever the order the system lists them in and whatever
 * their times say. Imports nothing but Node: who only asks whether there is anything to do must not wait for libraries.
 */
export function sealOf(roots: readonly string[], { skip, marks }: SealOptions = {}): string {
  const sum = createHash('sha256');
  const visit = (path: string, name: string): void => {
    if (path === skip) return;
    for (const entry of readdirSync(path, { withFileTypes: true }).sort(byName)) {
      const inner = join(path, entry.name);
      const innerName = `${name}/${entry.name}`;
      if (entry.isDirectory()) visit(inner, innerName);
      else {
        const mark = marks?.get(inner) ?? markOf(readFileSync(inner));
        marks?.set(inner, mark);
        sum.update(`${innerName}\n${mark.bytes}\n${mark.sha256}\n`);
      }
    }
    sum.update(`${name} ends\n`);
  };
  roots.forEach((root, i) => visit(root, String(i)));
  return sum.digest('hex');
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
