import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { Places } from '../steps/edition-places';
import { discover } from '../steps/edition-refresh';
import { csvText } from '../steps/edition-text';

/**
 * Every golden export, damaged at random (seeded): a parser gives a whole table or stops with an InputError that says where. Any
 * other error is a fault of ours, and a figure that is no figure would be worse.
 */
const GOLDEN = fileURLToPath(new URL('golden/', import.meta.url));
const RUNS = 60;
const ids = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const places = new Places();
places.load(readFileSync(`${GOLDEN}hierarchy.csv`, 'utf8'));
const modules = new Map<string, DatasetModule>(
  (await discover(fileURLToPath(new URL('.', import.meta.url)))).map((m) => [m.meta.id, m]),
);

/** mulberry32: 32 bits of state, enough to choose where to cut. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = [
  '',
  '0',
  '-1',
  '1e9',
  '9'.repeat(20),
  'null',
  '[]',
  '{}',
  ';',
  ',',
  '"',
  '\n',
  '\u0000',
  'à',
  'NaN',
];
type Text = string;
/** How exports break: bytes lost, doubled or replaced, the end cut off, rows swapped, a number turned into something else. */
const DAMAGES: ((text: Text, next: () => number) => Text)[] = [
  (text, next) => {
    const at = Math.floor(next() * text.length);
    return text.slice(0, at) + text.slice(at + 1 + Math.floor(next() * 20));
  },
  (text, next) => {
    const at = Math.floor(next() * text.length);
    const end = at + 1 + Math.floor(next() * 60);
    return text.slice(0, end) + text.slice(at);
  },
  (text, next) => text.slice(0, Math.floor(next() * text.length)),
  (text, next) => {
    const at = Math.floor(next() * text.length);
    return text.slice(0, at) + String.fromCharCode(Math.floor(next() * 256)) + text.slice(at + 1);
  },
  (text, next) => {
    const lines = text.split('\n');
    const [i, j] = [next(), next()].map((x) => Math.floor(x * lines.length)) as [number, number];
    [lines[i], lines[j]] = [lines[j]!, lines[i]!];
    return lines.join('\n');
  },
  (text, next) => {
    const numbers = [...text.matchAll(/\d+(?:\.\d+)?|"[^"]*"/g)];
    const one = numbers[Math.floor(next() * numbers.length)];
    const word = WORDS[Math.floor(next() * WORDS.length)]!;
    return one ? text.slice(0, one.index) + word + text.slice(one.index + one[0].length) : word;
  },
];

function context(id: string, seed: number): RefreshContext {
  const next = random(seed);
  const damage = DAMAGES[Math.floor(next() * DAMAGES.length)]!;
  return {
    read: (path) => {
      const text = readFileSync(`${GOLDEN}${id}/raw/${path}`).toString('latin1');
      return new Uint8Array(Buffer.from(damage(text, next), 'latin1'));
    },
    ...places.lookups,
    warn: () => undefined,
  };
}

describe.each(ids)('%s', (id) => {
  it(`gives a whole table or says what is wrong, ${RUNS} times`, { timeout: 60_000 }, async () => {
    let stopped = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      try {
        const { tables } = await modules.get(id)!.refresh(context(id, seed));
        for (const table of Object.values(tables ?? {}))
          expect(csvText(table), `seed ${seed}`).not.toMatch(/\b(NaN|undefined|Infinity|\[object)\b/);
      } catch (error) {
        if (!(error instanceof InputError)) throw new Error(`seed ${seed}`, { cause: error });
        stopped++;
      }
    }
    // A strict parser notices most of it; what passes is damage inside free text, or a number that may well be true.
    expect(stopped).toBeGreaterThan(RUNS / 4);
  });
});
