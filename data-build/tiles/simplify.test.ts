import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vertexWeights } from './simplify';

const point = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }));
const line = fc.array(point, { minLength: 2, maxLength: 40 });
const kept = (points: [number, number][], tolerance: number) => {
  const weights = vertexWeights(points.flat());
  return points.map((_, i) => i).filter((i) => (weights[i] as number) > tolerance);
};

function distance(
  [px, py]: [number, number],
  [ax, ay]: [number, number],
  [bx, by]: [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

describe('vertexWeights', () => {
  it('leaves out no vertex farther than the tolerance from the line that stays', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0, max: 200, noNaN: true }), (points, tolerance) => {
        const stay = kept(points, tolerance);
        expect(stay[0]).toBe(0);
        expect(stay.at(-1)).toBe(points.length - 1);
        stay.slice(1).forEach((b, n) => {
          const a = stay[n] as number;
          for (let i = a + 1; i < b; i++) {
            const d = distance(points[i]!, points[a]!, points[b]!);
            expect(d).toBeLessThanOrEqual(tolerance * (1 + 1e-6) + 1e-6);
          }
        });
      }),
      { seed: 1 },
    );
  });

  it('keeps at a coarse tolerance nothing that a finer one leaves out', () => {
    fc.assert(
      fc.property(
        line,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (points, t, more) => {
          const fine = new Set(kept(points, t));
          expect(kept(points, t + more).filter((i) => !fine.has(i))).toEqual([]);
        },
      ),
      { seed: 2 },
    );
  });

  it('takes a ring apart at its farthest corner although it ends where it starts', () => {
    const ring: [number, number][] = [
      [0, 0],
      [0, 50],
      [100, 50],
      [100, 0],
      [0, 0],
    ];
    expect(kept(ring, 40)).toEqual([0, 1, 2, 3, 4]);
  });

  it('survives a long straight line without recursing vertex by vertex', () => {
    const straight = Array.from({ length: 50_000 }, (_, i): [number, number] => [i, 0]);
    expect(kept(straight, 0.5)).toEqual([0, 49_999]);
  });
});
