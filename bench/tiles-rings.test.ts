import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shoelace } from '../data-build/tiles/testing';
import { ringFaults } from './tiles-rings';

type Points = [number, number][];
const closed = (...points: Points): Points => [...points, points[0]!];
const turned = (ring: Points): Points => ring.toReversed();
const box = (x: number, y: number, size: number) =>
  closed([x, y], [x + size, y], [x + size, y + size], [x, y + size]);
const big = box(0, 0, 100);
const hole = (ring: Points) => ringFaults([big, turned(ring)]);

it('a fine ring is fine, concave or with a hole, whichever way exteriors turn', () => {
  const u = closed([0, 0], [30, 0], [30, 30], [20, 30], [20, 10], [10, 10], [10, 30], [0, 30]);
  expect(ringFaults([u])).toEqual([undefined]);
  expect(ringFaults([turned(u)])).toEqual([undefined]);
  expect(hole(box(10, 10, 20))).toEqual([undefined, undefined]);
  expect(ringFaults([turned(big), box(10, 10, 20), turned(box(200, 0, 9))])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  // A corner on a straight line and a point given twice are no fault of shape.
  expect(ringFaults([closed([0, 0], [5, 0], [10, 0], [10, 0], [10, 10])])).toEqual([undefined]);
});

it('a ring without three corners or surface is degenerate and does not hide its neighbours', () => {
  expect(ringFaults([closed([0, 0], [5, 0])])).toEqual(['degenerate']);
  expect(ringFaults([closed([0, 0], [5, 0], [9, 0])])).toEqual(['degenerate']);
  expect(ringFaults([closed([0, 0], [10, 10], [10, 0], [0, 10])])).toEqual(['degenerate']);
  expect(ringFaults([big, closed([0, 0], [5, 0], [9, 0]), turned(box(90, 90, 20))])).toEqual([
    undefined,
    'degenerate',
    'crossing',
  ]);
});

it('a bow-tie crosses, between corners, at one, and at one in the midst of an edge', () => {
  expect(ringFaults([closed([0, 0], [10, 10], [10, 0], [0, 20])])).toEqual(['crossing']);
  expect(ringFaults([closed([0, 0], [10, 10], [30, 30], [30, 0], [10, 10], [0, 20])])).toEqual(['crossing']);
  expect(ringFaults([closed([0, 0], [30, 30], [30, 0], [10, 10], [0, 20])])).toEqual(['crossing']);
});

it('a crossing less than a unit off is found: no rounding', () => {
  // (4160, 1) lies a hair's breadth above or below the long edge; 1/4161 of a unit decides.
  const over = (y: number) => ringFaults([closed([-1, 0], [4160, 1], [4161, -9], [4159, y], [0, -9])])[0];
  expect(over(0)).toBe(undefined);
  expect(over(1)).toBe('crossing');
});

it('touching is told from crossing: corner to corner, and corner to edge', () => {
  const hourglass = closed([0, 0], [20, 0], [10, 10], [20, 20], [0, 20], [10, 10]);
  expect(ringFaults([hourglass])).toEqual(['touching']);
  expect(ringFaults([turned(hourglass)])).toEqual(['touching']);
  expect(ringFaults([closed([0, 0], [20, 0], [20, 20], [10, 0], [0, 20])])).toEqual(['touching']);
});

it('a ring along itself overlaps: a spike, and the bridge that clipping leaves', () => {
  expect(ringFaults([closed([0, 0], [10, 0], [10, 10], [20, 10], [10, 10], [0, 10])])).toEqual([
    'overlapping',
  ]);
  expect(ringFaults([closed([9, 0], [0, 0], [9, 4], [9, 16], [0, 20], [9, 20])])).toEqual(['overlapping']);
});

it('a hole may touch its exterior in a point, not cross it, run along it or leave it', () => {
  expect(hole(closed([0, 50], [10, 40], [10, 60]))).toEqual([undefined, undefined]);
  expect(hole(closed([0, 0], [10, 5], [5, 10]))).toEqual([undefined, undefined]);
  expect(hole(closed([-5, 50], [10, 40], [10, 60]))).toEqual([undefined, 'crossing']);
  expect(hole(box(0, 50, 10))).toEqual([undefined, 'overlapping']);
  expect(hole(box(200, 50, 10))).toEqual([undefined, 'crossing']);
  expect(ringFaults([big, turned(box(10, 10, 20)), turned(box(20, 20, 20))])).toEqual([
    undefined,
    undefined,
    'crossing',
  ]);
  // Of another polygon of the same feature it is no hole.
  expect(ringFaults([big, box(50, 50, 100)])).toEqual([undefined, undefined]);
});

it('finds a fault in a ring with surface exactly when two of its edges share more than the corner between them', () => {
  const grid = fc.integer({ min: 0, max: 5 });
  const rings = fc.uniqueArray(fc.tuple(grid, grid), { minLength: 3, maxLength: 7, selector: String });
  const met = { fine: 0, faulty: 0 };
  fc.assert(
    fc.property(rings, (points) => {
      const ring = closed(...points);
      if (shoelace(ring) === 0) return;
      const n = points.length;
      let simple = true;
      for (let i = 0; i < n; i++)
        for (let j = i + 1; j < n; j++) {
          const next = j === i + 1 || (i === 0 && j === n - 1);
          if (commonPoints(ring, i, j) > (next ? 1 : 0)) simple = false;
        }
      met[simple ? 'fine' : 'faulty']++;
      expect(ringFaults([ring])[0] === undefined).toBe(simple);
    }),
    { seed: 1, numRuns: 3000 },
  );
  expect(Math.min(met.fine, met.faulty)).toBeGreaterThan(300);
});

/** Of edges i and j: none, one, or 2 for a stretch. Solved for the place along each edge, unlike the test by sides. */
function commonPoints(ring: Points, i: number, j: number): number {
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
  const [ux, uy, vx, vy, wx, wy] = [bx - ax, by - ay, dx - cx, dy - cy, cx - ax, cy - ay];
  const det = ux * vy - uy * vx;
  if (det !== 0) {
    const s = (wx * vy - wy * vx) * Math.sign(det);
    const t = (wx * uy - wy * ux) * Math.sign(det);
    return s >= 0 && s <= Math.abs(det) && t >= 0 && t <= Math.abs(det) ? 1 : 0;
  }
  if (wx * uy !== wy * ux) return 0;
  const along = (x: number, y: number) => (x - ax) * ux + (y - ay) * uy;
  const [c, d] = [along(cx, cy), along(dx, dy)];
  const from = Math.max(0, Math.min(c, d));
  const to = Math.min(ux * ux + uy * uy, Math.max(c, d));
  return from < to ? 2 : from === to ? 1 : 0;
}
