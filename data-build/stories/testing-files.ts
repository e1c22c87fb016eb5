import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A story without a fault. */
export const GOOD = readFileSync(new URL('fixtures/good.md', import.meta.url), 'utf8');
/** Line of it that holds a text, from 1. */
export const lineOf = (text: string): number => GOOD.split('\n').findIndex((line) => line.includes(text)) + 1;

/** A folder of stories for each test of a file, gone after it; call once at its top. */
export function storyFolder() {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stories-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    path: () => folder,
    /** Writes a story and gives its place. */
    put: (text: string, name = 'prova.md'): string => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    },
  };
}
