import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION, type Area, type Geography } from '../model/manifest';
import { testGeography } from './testing';
import { DIRECTIONS, neighbourTowards, type Direction } from './traverse';

const go = (code: string, direction: Direction) => neighbourTowards(testGeography, 'area', code, direction);

describe('neighbourTowards', () => {
  it('follows the compass on a grid', () => {
    expect([go('2', 'left'), go('2', 'right'), go('2', 'up'), go('6', 'down')]).toEqual(['1', '3', '6', '2']);
  });
  it('stops at the edge', () => {
    expect([go('1', 'left'), go('1', 'down'), go('8', 'right'), go('8', 'up')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
  it('unknown level or code goes nowhere', () => {
    expect(neighbourTowards(testGeography, 'comune', '1', 'up')).toBeNull();
    expect(go('99', 'up')).toBeNull();
  });
  it('crosses a gap when no neighbour lies that way', () => {
    const island = (code: string, x: number): Area => ({
      ...testGeography.levels.area![0]!,
      code,
      point: [x, 44],
      neighbours: [],
    });
    const islands: Geography = {
      schemaVersion: SCHEMA_VERSION,
      levels: { area: [island('1', 11), island('2', 12)] },
    };
    expect(neighbourTowards(islands, 'area', '1', 'right')).toBe('2');
  });
});

/** Mulberry32: a small seeded generator. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Scattered points; two are neighbours when no third lies in the circle between them (Gabriel graph). */
function scattered(seed: number): Geography {
  const random = seeded(seed);
  const points = Array.from({ length: 3 + Math.floor(random() * 60) }, (): [number, number] => [
    11 + random() / 5,
    44.4 + random() / 7,
  ]);
  const apart = (i: number, j: number) =>
    (points[i]![0] - points[j]![0]) ** 2 + (points[i]![1] - points[j]![1]) ** 2;
  const indices = points.map((_, i) => i);
  const area = points.map((point, i): Area => {
    const near = indices.filter(
      (j) => j !== i && indices.every((k) => k === i || k === j || apart(i, k) + apart(j, k) > apart(i, j)),
    );
    return { ...testGeography.levels.area![0]!, code: `${i}`, point, neighbours: near.map(String) };
  });
  return { schemaVersion: SCHEMA_VERSION, levels: { area } };
}

describe('arrows alone', () => {
  // By bearing alone the last five of these leave an area out.
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 81, 171, 259, 298, 391])(
    'reach every area from every other: seed %i',
    (seed) => {
      const geography = scattered(seed);
      const codes = geography.levels.area!.map((a) => a.code);
      for (const start of [codes[0]!, codes.at(-1)!]) {
        const seen = new Set([start]);
        for (const code of seen) {
          for (const direction of DIRECTIONS) {
            const next = neighbourTowards(geography, 'area', code, direction);
            if (next) seen.add(next);
          }
        }
        expect(seen.size).toBe(codes.length);
      }
    },
  );
});
