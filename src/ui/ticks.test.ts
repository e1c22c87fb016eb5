import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tickIndices } from './ticks';

it('names all when there is room, the ends when there is hardly any', () => {
  expect(tickIndices(6, 10)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(tickIndices(38, 2)).toEqual([0, 37]);
  expect(tickIndices(38, 9)).toEqual([0, 5, 10, 15, 20, 25, 30, 37]);
  expect(tickIndices(1, 5)).toEqual([0]);
  expect(tickIndices(0, 5)).toEqual([]);
});

it('always starts at the first, ends at the last, rises and keeps to the room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 2, max: 20 }), (count, room) => {
      const ticks = tickIndices(count, room);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBe(count - 1);
      expect(ticks.every((t, i) => i === 0 || t > (ticks[i - 1] ?? 0))).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(Math.max(2, room));
    }),
  );
});
