import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { random } from '../bases/random';
import { InputError, type RefreshContext } from '../model';
import { csvText } from '../steps/edition-text';
import { datasetModules, goldenContext, goldenIds, goldenRaw } from '../steps/testing-golden';

/**
 * Every golden export, damaged at random (seeded): a parser gives a whole table or topology, or stops with an InputError that says
 * where. Any other error is a fault of ours, and a figure that is no figure would be worse.
 */
const RUNS = 60;

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
  const raw = goldenRaw(id);
  const read = (path: string): Uint8Array =>
    new Uint8Array(Buffer.from(damage(Buffer.from(raw(path)).toString('latin1'), next), 'latin1'));
  return { ...goldenContext(read), has: (path) => goldenContext(raw).has(path) };
}

/** Positions that could be drawn, and arcs that are there. */
function checkTopology({ arcs, objects }: Topology, seed: number): void {
  expect(arcs.flat(2).every(Number.isFinite), `seed ${seed}`).toBe(true);
  const asked = JSON.stringify(Object.values(objects), (key, value: unknown) =>
    key === 'properties' ? undefined : value,
  );
  for (const [, arc] of asked.matchAll(/[[,](-?\d+)(?=[\],])/g)) {
    const index = Number(arc) < 0 ? ~Number(arc) : Number(arc);
    expect(index, `seed ${seed}`).toBeLessThan(arcs.length);
  }
}

describe.each(goldenIds)('%s', (id) => {
  it(`gives a whole table or says what is wrong, ${RUNS} times`, { timeout: 60_000 }, async () => {
    let stopped = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      try {
        const { tables, topologies } = await datasetModules.get(id)!.refresh(context(id, seed));
        for (const table of Object.values(tables ?? {}))
          expect(csvText(table), `seed ${seed}`).not.toMatch(/\b(NaN|undefined|Infinity|\[object)\b/);
        for (const one of Object.values(topologies ?? {})) checkTopology(one as Topology, seed);
      } catch (error) {
        if (!(error instanceof InputError)) throw new Error(`seed ${seed}`, { cause: error });
        stopped++;
      }
    }
    // A strict parser notices most of it; what passes is damage inside free text, or a number that may well be true.
    expect(stopped).toBeGreaterThan(RUNS / 4);
  });
});
