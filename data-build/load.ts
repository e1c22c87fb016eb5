import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Code files of a folder whose files are found, never listed; tests are left out. Absolute paths where `dir` is one, by name. */
export const filesFound = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(dir, name));

const known = new Map<string, unknown>();

/** Says what a file exports, so that `load` need not read it: see `compiled.ts`. */
export const provide = (file: string, module: unknown): void => void known.set(file, module);

/** Exports of a file found by listing a folder. `file`: absolute path. */
export const load = async (file: string): Promise<unknown> =>
  known.get(file) ?? import(pathToFileURL(file).href);
