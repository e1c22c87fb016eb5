import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GENERATED = new Set(['node_modules', 'dist', '.git', '.cache', '.tmp', 'test-results']);

function walk(dir: string): string[] {
  return readdirSync(join(ROOT, dir), { withFileTypes: true }).flatMap((e) => {
    const path = dir ? `${dir}/${e.name}` : e.name;
    if (GENERATED.has(e.name) || path === 'public/data') return [];
    return e.isDirectory() ? walk(path) : [path];
  });
}

/** Paths of all files that are, or on the next commit could be, part of the repository; by walking where git is absent. */
export function committedFiles(): string[] {
  try {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return list
      .split('\0')
      .filter((path) => path && statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile());
  } catch {
    return walk('');
  }
}

export const readBytes = (path: string): Buffer => readFileSync(join(ROOT, path));
export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
