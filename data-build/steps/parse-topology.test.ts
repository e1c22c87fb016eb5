import type { Feature, Polygon, Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines } from './parse-lines';
import { buildTopology, shareVertices } from './parse-topology';

/** Square of `side` degrees with its south-west corner at x, y. */
const square = (x: number, y: number, side: number, extra: Position[] = []): Feature<Polygon> => ({
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [[[x, y], [x + side, y], ...extra, [x + side, y + side], [x, y + side], [x, y]]],
  },
});
const used = (topology: ReturnType<typeof buildTopology>): number[] => {
  const uses: number[] = topology.arcs.map(() => 0);
  const walk = (arcs: unknown): void => {
    if (typeof arcs === 'number') uses[arcs < 0 ? ~arcs : arcs]! += 1;
    else if (Array.isArray(arcs)) arcs.forEach(walk);
  };
  const object = topology.objects['x'] as unknown as { geometries: { arcs: unknown }[] };
  object.geometries.forEach((g) => walk(g.arcs));
  return uses;
};

describe('shareVertices', () => {
  // Two small squares against the side of a large one: a corner lies on that side without being a vertex of it.
  const neighbours = [square(11, 44, 0.02), square(11.02, 44, 0.01), square(11.02, 44.01, 0.01)];

  it('makes a corner on a neighbour’s side a vertex of both', () => {
    const [large] = shareVertices(neighbours, 0.05);
    expect(large!.geometry.coordinates[0]).toContainEqual([11.02, 44.01]);
    expect(neighbours[0]!.geometry.coordinates[0]).not.toContainEqual([11.02, 44.01]);
  });

  it('so that each shared border is one arc, used twice', () => {
    expect(used(buildTopology('x', neighbours, 0, 1e6)).filter((n) => n === 2)).toHaveLength(1);
    expect(
      used(buildTopology('x', shareVertices(neighbours, 0.05), 0, 1e6)).filter((n) => n === 2),
    ).toHaveLength(3);
  });

  it('joins corners a centimetre apart and leaves those a metre apart', () => {
    const centimetre = 1e-2 / 111_132;
    const pair = (gap: number) => [square(11, 44, 0.01), square(11, 44.01 + gap, 0.01)];
    const shared = (gap: number) =>
      used(buildTopology('x', shareVertices(pair(gap), 0.05), 0, 1e7)).filter((n) => n === 2).length;
    expect(shared(centimetre)).toBe(1);
    expect(shared(100 * centimetre)).toBe(0);
  });
});

describe('buildTopology', () => {
  it('drops corners below the given triangle and keeps larger ones', () => {
    // 1 m off a side of about 800 m spans 400 m²; 1 mm spans 0.4 m².
    const bump = (metres: number) => square(11, 44, 0.01, [[11.01 + metres / 79_400, 44.005]]);
    const corners = (metres: number) => buildTopology('x', [bump(metres)], 2, 1e7).arcs.flat().length;
    expect(corners(1)).toBe(6);
    expect(corners(0.001)).toBe(5);
  });
});

describe('joinLines', () => {
  it('chains lines whatever way they run', () => {
    const joined = joinLines([
      [
        [0, 0],
        [1, 0],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [
        [3, 0],
        [2, 0],
      ],
    ]);
    expect(joined).toEqual([
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 0],
      ],
    ]);
  });

  it('stops where three ends meet', () => {
    const star = joinLines([
      [
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [2, 0],
      ],
      [
        [1, 0],
        [1, 1],
      ],
    ]);
    expect(star).toHaveLength(3);
  });

  it('closes a ring once', () => {
    const ring = joinLines([
      [
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 0],
      ],
    ]);
    expect(ring).toHaveLength(1);
    expect(ring[0]).toHaveLength(4);
  });

  it('gives the same lines whatever order and direction they come in', () => {
    // Edges of a small grid: chains, crossings, dead ends and rings.
    const at = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), fc.boolean());
    const edges = fc.uniqueArray(at, { minLength: 1, maxLength: 24, selector: (edge) => edge.join() });
    const cases = edges.chain((some) =>
      fc.record({
        lines: fc.constant(some.map(([x, y, up]): Position[] => [[x, y], up ? [x, y + 1] : [x + 1, y]])),
        order: fc.shuffledSubarray([...some.keys()], { minLength: some.length }),
        turned: fc.array(fc.boolean(), { minLength: some.length, maxLength: some.length }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ lines, order, turned }) => {
        const other = order.map((i) => (turned[i] ? [...lines[i]!].reverse() : lines[i]!));
        expect(joinLines(other)).toEqual(joinLines(lines));
      }),
      { seed: 20261126 },
    );
  });
});
