import { describe, expect, it } from 'vitest';
import { sectionShares, toAreas } from './parse-sections';

const houses = (section: string, areas: Record<string, number>) =>
  Object.entries(areas).flatMap(([area, n]) => Array.from({ length: n }, () => ({ section, area })));

/** Mulberry32: the same numbers on every machine. */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('shares of a section', () => {
  it('are its house numbers by area, those without one left out', () => {
    const shares = sectionShares([...houses('1', { '7': 3, '8': 1, '': 6 }), ...houses('2', { '8': 5 })]);
    expect([...shares.get('1')!]).toEqual([
      ['7', 0.75],
      ['8', 0.25],
    ]);
    expect([...shares.get('2')!]).toEqual([['8', 1]]);
  });
});

describe('sections to areas', () => {
  const shares = sectionShares([...houses('1', { '7': 1, '8': 1 }), ...houses('2', { '8': 1 })]);

  it('gives the unit left over to the largest remainder, the lower code in a tie', () => {
    expect([...toAreas(new Map([['1', 5]]), shares)]).toEqual([
      ['7', 3],
      ['8', 2],
    ]);
  });

  it('leaves sections without house numbers and skipped areas out', () => {
    const counts = new Map([
      ['1', 4],
      ['2', 10],
      ['438', 99],
    ]);
    expect([...toAreas(counts, shares, new Set(['7']))]).toEqual([['8', 12]]);
  });

  it('adds up to the sections, never off by one from the exact part (seeded)', () => {
    const random = seeded(20);
    for (let run = 0; run < 200; run++) {
      const areas = 2 + Math.floor(random() * 6);
      const all = Array.from({ length: 5 }, (_, s) =>
        houses(
          String(s),
          Object.fromEntries(
            Array.from({ length: areas }, (_, a) => [String(a + 1), 1 + Math.floor(random() * 40)]),
          ),
        ),
      ).flat();
      const parts = sectionShares(all);
      const counts = new Map([...parts.keys()].map((s) => [s, Math.floor(random() * 900)]));
      const result = toAreas(counts, parts);
      const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
      expect([...result.values()].reduce((sum, n) => sum + n, 0)).toBe(total);
      for (const [area, n] of result) {
        const exact = [...counts].reduce(
          (sum, [s, votes]) => sum + votes * (parts.get(s)!.get(area) ?? 0),
          0,
        );
        expect(Math.abs(n - exact)).toBeLessThan(1);
      }
    }
  });
});
