import { expect } from 'vitest';
import { random } from '../bases/random';
import { InputError } from '../model';
import type { RawTable } from './table';

/** Files damaged at random (seeded), for tests of readers; nothing in the build imports this. */

/** Name every refusal must bear. */
export const FILE = 'export.bin';

export const whole = (next: () => number, below: number): number => Math.floor(next() * below);
export type Damage = (bytes: Uint8Array, next: () => number) => Uint8Array;
/** Bytes cut off, replaced, filled, lost, put in, or taken from elsewhere in the file. */
export const DAMAGES: readonly Damage[] = [
  (bytes, next) => bytes.slice(0, whole(next, bytes.length)),
  (bytes, next) => bytes.with(whole(next, bytes.length), whole(next, 256)),
  (bytes, next) => {
    const at = whole(next, bytes.length);
    return bytes.slice().fill([0, 0xff, 0x7f, 0x80][whole(next, 4)]!, at, at + 1 + whole(next, 8));
  },
  (bytes, next) => {
    const at = whole(next, bytes.length);
    return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + 1 + whole(next, 12))]);
  },
  (bytes, next) => {
    const at = whole(next, bytes.length);
    return new Uint8Array([...bytes.slice(0, at), whole(next, 256), ...bytes.slice(at)]);
  },
  (bytes, next) => {
    const [from, to] = [whole(next, bytes.length), whole(next, bytes.length)];
    const damaged = bytes.slice();
    damaged.copyWithin(to, from, from + 1 + whole(next, 24));
    return damaged;
  },
];
/** Text a parser could stumble over, in the place of a tag, an attribute, a field or a number. */
const WORDS = [
  '',
  '"',
  '<',
  '>',
  '/>',
  '&#x110000;',
  '&#99999999999;',
  ',',
  ';',
  '\n',
  '\0',
  '-1',
  '1e9',
  '9'.repeat(30),
  'ZZZZZZZ9',
  'é',
];
export const inText: Damage = (bytes, next) => {
  const text = Buffer.from(bytes).toString('latin1');
  const parts = [...text.matchAll(/\w+|[<>"/;,\n]/g)];
  const one = parts[whole(next, parts.length)]!;
  const word = WORDS[whole(next, WORDS.length)]!;
  return Buffer.from(text.slice(0, one.index) + word + text.slice(one.index + one[0].length));
};

/** One of them, at random. */
export const anyDamage: Damage = (bytes, next) => DAMAGES[whole(next, DAMAGES.length)]!(bytes, next);

/** Runs one reader on as many damaged files; `check` sees what it read all the same. At least `share` must be refused. */
export async function storm<T>(
  runs: number,
  damaged: (next: () => number) => Uint8Array,
  read: (bytes: Uint8Array) => T | Promise<T>,
  check: (found: T, seed: number) => void,
  share: number,
): Promise<void> {
  let refused = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const bytes = damaged(random(seed));
    try {
      check(await read(bytes), seed);
    } catch (error) {
      if (!(error instanceof InputError)) throw new Error(`seed ${seed}`, { cause: error });
      expect(error.message, `seed ${seed}`).toContain(FILE);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(runs * share);
}

/** Every row as wide as the header, every cell text. */
export function checkTable({ header, rows }: RawTable, seed: number): void {
  const isWhole = rows.every(
    (row) => row.length === header.length && row.every((one) => typeof one === 'string'),
  );
  expect(isWhole, `seed ${seed}`).toBe(true);
}
