import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeNames } from './names';
import { RANKS, type PictureName } from './types';

const room = { x: 0, y: 0, width: 400, height: 300 };
const name = (text: string, x: number, y: number, rank: PictureName['rank'] = 'place'): PictureName => ({
  text,
  at: [x, y],
  rank,
});

describe('names on a picture', () => {
  test('none touches another, a taken box or the edge', () => {
    const taken = [{ x: 0, y: 0, width: 120, height: 60 }];
    const any = fc.record({
      text: fc.stringMatching(/^[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9})?$/),
      at: fc.tuple(fc.integer({ min: -20, max: 420 }), fc.integer({ min: -20, max: 320 })),
      rank: fc.constantFrom(...RANKS),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), (names) => {
        const placed = placeNames(names, room, taken);
        const boxes = [...taken, ...placed.map((p) => p.box)];
        for (const [i, a] of boxes.entries()) {
          if (i >= taken.length) {
            expect(a.x).toBeGreaterThanOrEqual(0);
            expect(a.x + a.width).toBeLessThanOrEqual(400);
          }
          for (const b of boxes.slice(i + 1)) {
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  test('the chosen one goes first; a quiet one gives way', () => {
    const placed = placeNames([name('Navile', 200, 150), name('Bolognina', 200, 150, 'selected')], room, []);
    expect(placed[0]).toMatchObject({ rank: 'selected', x: 200 });
    expect(placed[0]?.leader).toBeUndefined();
    const blocked = [{ x: 100, y: 50, width: 200, height: 200 }];
    expect(placeNames([name('Navile', 200, 150)], room, blocked)).toEqual([]);
  });

  test('one that must stand moves off with a line to its place', () => {
    const blocked = [{ x: 150, y: 110, width: 100, height: 80 }];
    const [placed] = placeNames([name('Bolognina', 200, 150, 'selected')], room, blocked);
    expect(placed?.leader?.slice(0, 2)).toEqual([200, 150]);
  });

  test('circles are covered only by a name that must stand', () => {
    const circles = [{ x: 120, y: 70, width: 160, height: 160 }];
    expect(placeNames([name('Navile', 200, 150)], room, [], circles)).toEqual([]);
    expect(placeNames([name('Navile', 200, 150, 'picked')], room, [], circles)).toHaveLength(1);
  });

  test('a double name breaks after its dash', () => {
    const [placed] = placeNames([name('San Donato - San Vitale', 200, 150)], room, []);
    expect(placed?.lines).toEqual(['San Donato\u00a0-', 'San Vitale']);
  });
});
