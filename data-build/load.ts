import { pathToFileURL } from 'node:url';

const known = new Map<string, unknown>();

/** Says what a file exports, so that `load` need not read it: see `compiled.ts`. */
export const provide = (file: string, module: unknown): void => void known.set(file, module);

/** Exports of a file found by listing a folder. `file`: absolute path. */
export const load = async (file: string): Promise<unknown> =>
  known.get(file) ?? import(pathToFileURL(file).href);
