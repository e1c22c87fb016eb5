import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines } from './line-merge';

const arcs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
  maxLength: 25,
});

describe('joinLines', () => {
  it('uses every arc once, in unbroken lines, no more of them than came in', () => {
    fc.assert(
      fc.property(arcs, (list) => {
        const ends = (i: number) => list[i]!.map(String) as [string, string];
        const out = joinLines(
          list.map((_, i) => [i]),
          ends,
        );
        const used = out.flat().map((ref) => (ref < 0 ? ~ref : ref));
        expect(used.sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        expect(out.length).toBeLessThanOrEqual(list.length);
        for (const line of out) {
          const walk = line.map((ref) => (ref < 0 ? ends(~ref).toReversed() : ends(ref)));
          walk.slice(1).forEach(([start], i) => expect(start).toBe(walk[i]![1]));
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('joins a chain given in pieces, in any order and direction', () => {
    const ends = (i: number) =>
      (
        [
          ['a', 'b'],
          ['c', 'b'],
          ['c', 'd'],
        ] as const
      )[i]!;
    expect(joinLines([[0], [2], [1]], ends)).toHaveLength(1);
  });
});
