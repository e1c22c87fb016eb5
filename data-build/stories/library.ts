import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemble, type Assembled } from './assemble';
import { Faults, StoryError, type Fault } from './fault';
import { readLock, type Lock } from './lock';
import { parseStory } from './parse';
import type { World } from './world';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const STORIES = join(ROOT, 'stories');

/** Every story of a folder, by name. A file that is no story (README.md, or a name beginning with "_") is passed over. */
export function storyFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !/^(_|README)/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Everything the stories read from their folder: part of the build's cache key. */
export const storyInputs = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /\.(md|json|png|jpe?g|webp)$/i.test(name))
        .sort()
        .map((name) => join(folder, name))
    : [];

/** What one story reads from its folder: its text, its locked figures, and any picture. */
export const inputsOf = (folder: string, slug: string): string[] =>
  storyInputs(folder).filter((file) => !/\.(md|json)$/i.test(file) || basename(file).split('.')[0] === slug);

export const slugOf = (file: string): string => basename(file, '.md');

export interface Read {
  file: string;
  order: number | null;
  lock: Lock | null;
  assembled: Assembled;
}

/** One story against the edition, with every fault in it; `read` is null when there was one. */
export function readStory(
  file: string,
  world: World,
  withLock = true,
): { read: Read | null; faults: Fault[] } {
  const faults = new Faults(relative(ROOT, file) || file);
  const raw = parseStory(readFileSync(file, 'utf8'), slugOf(file), faults);
  if (!raw) return { read: null, faults: faults.list };
  const lock = withLock ? readLock(file) : null;
  const assembled = assemble(raw, world, lock, file, faults);
  const wrong = faults.list.sort((a, b) => a.line - b.line);
  return {
    read: assembled && !wrong.length ? { file, order: raw.order, lock, assembled } : null,
    faults: wrong,
  };
}

/** All stories of a folder in reading order: by their own order, then newest first. Throws StoryError with every fault of all. */
export function readStories(folder: string, world: World): Read[] {
  const all = storyFiles(folder).map((file) => readStory(file, world));
  const faults = all.flatMap((one) => one.faults);
  if (faults.length) throw new StoryError(faults);
  return inReadingOrder(
    all.flatMap(({ read }) => (read ? [read] : [])),
    ({ file, order, assembled }) => ({ file, order, date: assembled.story.date }),
  );
}

/** By their own order, then newest first. */
export function inReadingOrder<T>(
  stories: readonly T[],
  of: (story: T) => { file: string; order: number | null; date: string },
): T[] {
  return stories.toSorted((one, other) => {
    const [a, b] = [of(one), of(other)];
    const [i, j] = [a.order ?? Infinity, b.order ?? Infinity];
    return (i === j ? 0 : i - j) || b.date.localeCompare(a.date) || a.file.localeCompare(b.file);
  });
}
