import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256 over the names, lengths and bytes of every file below the folders, whatever the order the system lists them in and whatever
 * their times say. Imports nothing but Node: who only asks whether there is anything to do must not wait for libraries.
 *
 * @param skip path of a folder to leave out
 */
export function sealOf(roots: readonly string[], skip?: string): string {
  const sum = createHash('sha256');
  const visit = (path: string, name: string): void => {
    if (path === skip) return;
    for (const entry of readdirSync(path, { withFileTypes: true }).sort(byName)) {
      const inner = join(path, entry.name);
      const innerName = `${name}/${entry.name}`;
      if (entry.isDirectory()) visit(inner, innerName);
      else {
        const bytes = readFileSync(inner);
        sum.update(`${innerName}\n${bytes.length}\n`).update(bytes);
      }
    }
    sum.update(`${name} ends\n`);
  };
  roots.forEach((root, i) => visit(root, String(i)));
  return sum.digest('hex');
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
