import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clipRing, type Flat, type HalfPlane } from './clip';
import { clipPolygon } from './clip-polygon';
import { doubleArea } from './ring';

const left: HalfPlane = { axis: 0, at: 10, below: true };
const turned = (ring: Flat): Flat => {
  const points = Array.from({ length: ring.length / 2 }, (_, i) => ring.slice(2 * i, 2 * i + 2));
  return points.reverse().flat();
};
const box = (x: number, y: number, size: number): Flat => [
  x,
  y,
  x + size,
  y,
  x + size,
  y + size,
  x,
  y + size,
];
const area = (shapes: Flat[][]) => shapes.flat().reduce((sum, ring) => sum + doubleArea(ring), 0);

/** The stretches of the rings' edges that lie on the cut, sorted. */
const onCut = (shapes: Flat[][], { axis, at }: HalfPlane): [number, number][] =>
  shapes
    .flat()
    .flatMap((ring) =>
      ring.flatMap((_, i): [number, number][] => {
        if (i % 2 !== 0) return [];
        const j = (i + 2) % ring.length;
        if (ring[i + axis] !== at || ring[j + axis] !== at) return [];
        const [a, b] = [ring[i + 1 - axis]!, ring[j + 1 - axis]!];
        return a === b ? [] : [[Math.min(a, b), Math.max(a, b)]];
      }),
    )
    .sort(([a], [b]) => a - b);

it('an E is cut into its three arms, each with what was a hole in it', () => {
  const e = [0, 0, 0, 6, 15, 6, 15, 10, 0, 10, 0, 16, 15, 16, 15, 20, 0, 20, 0, 26, 20, 26, 20, 0];
  expect(doubleArea(turned(e))).toBeGreaterThan(0);
  const shapes = clipPolygon([turned(e), turned(box(2, 1, 2)), turned(box(2, 22, 2))], left);
  // Top edge of each arm and of the hole in it.
  const tops = shapes.map((rings) => rings.map((ring) => Math.min(...ring.filter((_, i) => i % 2 === 1))));
  expect(tops.sort(([a], [b]) => a! - b!)).toEqual([[0, 1], [10], [20, 22]]);
  expect(onCut(shapes, left)).toEqual([
    [0, 6],
    [10, 16],
    [20, 26],
  ]);
});

it('a hole across the cut becomes a bay, and two pieces where it went through', () => {
  const bay = clipPolygon([box(0, 0, 20), turned(box(5, 5, 10))], left);
  expect(bay.map((rings) => rings.length)).toEqual([1]);
  expect(onCut(bay, left)).toEqual([
    [0, 5],
    [15, 20],
  ]);
  expect(area(bay)).toBe(2 * (200 - 50));
});

it('a hole that touches the cut stays a hole, one with an edge on it becomes a bay', () => {
  const touching = clipPolygon([box(0, 0, 20), turned([10, 10, 5, 15, 5, 5])], left);
  expect(touching.map((rings) => rings.length)).toEqual([2]);
  const edge = clipPolygon([box(0, 0, 20), turned(box(5, 5, 5))], left);
  expect(edge.map((rings) => rings.length)).toEqual([1]);
  expect(onCut(edge, left)).toEqual([
    [0, 5],
    [10, 20],
  ]);
});

it('cut along an edge of its own a polygon stays whole, beyond it nothing is left', () => {
  expect(area(clipPolygon([box(0, 0, 10)], left))).toBe(200);
  expect(area(clipPolygon([box(10, 0, 10)], left))).toBe(0);
});

it('comes out the same wherever rings begin', () => {
  const comb = turned([0, 0, 0, 6, 15, 6, 15, 10, 0, 10, 0, 16, 15, 16, 15, 20, 0, 20, 0, 26, 20, 26, 20, 0]);
  const cut = (by: number) => clipPolygon([[...comb.slice(by), ...comb.slice(0, by)]], left);
  expect(cut(0)).toHaveLength(3);
  for (let by = 2; by < comb.length; by += 2) expect(cut(by)).toEqual(cut(0));
});

it('no two edges lie on each other along the cut, and the area is that of cutting ring by ring', () => {
  const radii = fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 5, maxLength: 40 });
  const plane = fc.record({
    axis: fc.constantFrom(0 as const, 1 as const),
    at: fc.integer({ min: -300, max: 300 }),
    below: fc.boolean(),
  });
  // Seen from its middle every corner has a direction of its own, hence no crossings; the hole is the same, smaller.
  const star = (list: number[], scale: number): Flat =>
    list.flatMap((r, i) => {
      const angle = (2 * Math.PI * i) / list.length;
      return [Math.round(1000 * scale * r * Math.cos(angle)), Math.round(1000 * scale * r * Math.sin(angle))];
    });
  let several = 0;
  fc.assert(
    fc.property(radii, plane, (list, p) => {
      const cut = { ...p, at: 1000 * p.at };
      const shape = [star(list, 1), turned(star(list, 0.6))];
      const shapes = clipPolygon(shape, cut);
      if (shapes.length > 1) several++;
      expect(area(shapes)).toBe(area([shape.map((ring) => clipRing(ring, cut))]));
      for (const [exterior, ...holes] of shapes) {
        expect(doubleArea(exterior!)).toBeGreaterThan(0);
        for (const hole of holes) expect(doubleArea(hole)).toBeLessThan(0);
      }
      const stretches = onCut(shapes, cut);
      stretches.slice(1).forEach(([from], i) => expect(from).toBeGreaterThanOrEqual(stretches[i]![1]));
    }),
    { seed: 5, numRuns: 1000 },
  );
  expect(several).toBeGreaterThan(100);
});
