import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { TextSchema, type Text } from '../../src/model/ids';

/** `stories/<slug>.figures.json`: what each figure of a story said in the edition it was written on. */
export const LockSchema = v.object({
  edition: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  figures: v.record(v.string(), TextSchema),
});
export type Lock = v.InferOutput<typeof LockSchema>;

export const lockFileOf = (storyFile: string): string => storyFile.replace(/\.md$/, '.figures.json');

/** The lock beside a story; null when there is none. Throws with the file's name on one that cannot be read. */
export function readLock(storyFile: string): Lock | null {
  const file = lockFileOf(storyFile);
  if (!existsSync(file)) return null;
  try {
    return v.parse(LockSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file}: ${String(error)}; delete it and run: npm run story update`, { cause: error });
  }
}

/** Expressions in the order of the alphabet, so that a change shows as a change of its line. */
export function writeLock(storyFile: string, lock: Lock): void {
  const figures = Object.fromEntries(Object.entries(lock.figures).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(lockFileOf(storyFile), `${JSON.stringify({ edition: lock.edition, figures }, null, 2)}\n`);
}

/** What became of a figure: as locked; not locked yet; locked otherwise, in this edition or an earlier one. */
export type Verdict =
  | { kind: 'same'; print: Text }
  | { kind: 'new'; print: Text }
  | { kind: 'moved'; print: Text; now: Text | string }
  | { kind: 'wrong'; print: Text; now: Text };

const same = (a: Text, b: Text): boolean => a.it === b.it && a.en === b.en;

/**
 * A locked figure is printed as it was written, also when a later edition says something else: that is told, not changed. Within
 * its own edition text and data may not disagree. `now` is a text when the later edition has no value any more.
 */
export function judge(
  expression: string,
  now: Text | string,
  lock: Lock | null,
  edition: string,
): Verdict | null {
  const locked = lock?.figures[expression];
  if (!lock || !locked) return typeof now === 'string' ? null : { kind: 'new', print: now };
  if (typeof now !== 'string' && same(now, locked)) return { kind: 'same', print: locked };
  if (lock.edition !== edition) return { kind: 'moved', print: locked, now };
  return typeof now === 'string' ? null : { kind: 'wrong', print: locked, now };
}
