import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipLine, clipPoints, clipRing, type Flat, type HalfPlane } from './clip';
import { cleanRing, doubleArea } from './ring';

const coordinate = fc.integer({ min: -5000, max: 5000 });
const ringOf = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 })
  .map((points) => points.flat());
const planes = fc.record({
  axis: fc.constantFrom(0 as const, 1 as const),
  at: coordinate,
  below: fc.boolean(),
});

const edges = (ring: Flat) =>
  Array.from({ length: ring.length / 2 }, (_, i) => {
    const j = (i + 1) % (ring.length / 2);
    return [ring[2 * i]!, ring[2 * i + 1]!, ring[2 * j]!, ring[2 * j + 1]!] as const;
  });
const crosses = ({ axis, at }: HalfPlane, [ax, ay, bx, by]: readonly number[]) => {
  const [a, b] = axis === 0 ? [ax!, bx!] : [ay!, by!];
  return a < at !== b < at || a > at !== b > at;
};

describe('clipRing', () => {
  it('conserves the area: both sides add up to the whole, but for rounding where edges cross', () => {
    fc.assert(
      fc.property(ringOf, planes, (ring, plane) => {
        const both = [true, false].map((below) => doubleArea(clipRing(ring, { ...plane, below })));
        // Rounding moves a crossing by half a unit at most: a triangle of half the edge's length, in doubled area.
        const slack = edges(ring)
          .filter((e) => crosses(plane, e))
          .reduce((sum, [ax, ay, bx, by]) => sum + Math.hypot(bx - ax, by - ay) / 2, 0);
        expect(Math.abs(both[0]! + both[1]! - doubleArea(ring))).toBeLessThanOrEqual(slack + 1e-6);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('leaves nothing on the other side and nothing off the grid', () => {
    fc.assert(
      fc.property(ringOf, planes, (ring, plane) => {
        clipRing(ring, plane).forEach((v, i) => {
          expect(Number.isInteger(v)).toBe(true);
          if (i % 2 === plane.axis) expect(plane.below ? v <= plane.at : v >= plane.at).toBe(true);
        });
      }),
      { seed: 4 },
    );
  });

  it('cuts a border at the same point in whichever direction it is walked', () => {
    // Every slope up to 90:90, so that crossings half way between two grid nodes, where float noise decides, are met.
    const unequal: string[] = [];
    for (let bx = 1; bx <= 90; bx++) {
      for (let by = 1; by <= 90; by++) {
        for (let at = 1; at < bx; at++) {
          const plane: HalfPlane = { axis: 0, at, below: true };
          const [there] = clipLine([0, 0, bx, by], plane);
          const [back] = clipLine([bx, by, 0, 0], plane);
          if (there?.[3] !== back?.[1]) unequal.push(`${bx}:${by} at ${at}`);
        }
      }
    }
    expect(unequal).toEqual([]);
  });
});

describe('clipLine and clipPoints', () => {
  it('returns the pieces of a line that leaves and comes back', () => {
    const line = [0, 0, 10, 0, 10, 4, 0, 4];
    expect(clipLine(line, { axis: 0, at: 5, below: true })).toEqual([
      [0, 0, 5, 0],
      [5, 4, 0, 4],
    ]);
  });

  it('keeps points on the edge', () => {
    expect(clipPoints([0, 0, 5, 1, 6, 2], { axis: 0, at: 5, below: true })).toEqual([0, 0, 5, 1]);
  });
});

describe('cleanRing', () => {
  /** In the middle of a longer buffer, whose other numbers must stay as they are. */
  const cleaned = (ring: Flat, lo: number, hi: number): Flat => {
    const xy = Int32Array.from([7, 8, ...ring, 9]);
    const end = cleanRing(xy, 2, 2 + ring.length, lo, hi);
    expect([xy[0], xy[1], xy.at(-1)]).toEqual([7, 8, 9]);
    return [...xy.subarray(2, end)];
  };

  it('changes no area and leaves no repeated corner, spike or idle vertex along the cut', () => {
    const near = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(near, { minLength: 3, maxLength: 14 }), (points) => {
        const ring = points.flat();
        const clean = cleaned(ring, 0, 4);
        expect(doubleArea(clean) + 0).toBe(clean.length === 0 ? 0 : doubleArea(ring));
        if (clean.length === 0) expect(Math.abs(doubleArea(ring))).toBe(0);
        const at = (i: number) =>
          `${clean[(i + clean.length) % clean.length]} ${clean[(i + 1 + clean.length) % clean.length]}`;
        for (let i = 0; i < clean.length; i += 2) {
          expect(at(i)).not.toBe(at(i + 2));
          expect(at(i - 2)).not.toBe(at(i + 2));
        }
      }),
      { seed: 6, numRuns: 1000 },
    );
  });

  it('removes the bridge that clipping a concave ring leaves along the edge', () => {
    // A U cut through its arms: the two stumps hang together by a line along x = 4160.
    expect(cleaned([4160, 0, 4100, 0, 4160, 10, 4160, 30, 4160, 10], -64, 4160)).toEqual([
      4160, 0, 4100, 0, 4160, 10,
    ]);
  });
});
