import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symbolRadius, symbolTicks } from './symbols';

describe('symbolRadius', () => {
  it('area follows the value', () => {
    expect(symbolRadius(25, 100, 40)).toBe(20);
    expect(symbolRadius(100, 100, 40)).toBe(40);
    expect(symbolRadius(500, 100, 40)).toBe(40);
    expect([symbolRadius(0, 100, 40), symbolRadius(-3, 100, 40), symbolRadius(3, 0, 40)]).toEqual([0, 0, 0]);
  });
});

describe('symbolTicks', () => {
  it('three round values, none above the greatest', () => {
    expect(symbolTicks(38_126)).toEqual([2000, 10_000, 30_000]);
    expect(symbolTicks(1)).toEqual([0.1, 0.2, 1]);
    expect(symbolTicks(0)).toEqual([]);
  });
  it('always ascending, positive, inside', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (max) => {
        const ticks = symbolTicks(max);
        expect(ticks).toHaveLength(3);
        ticks.forEach((tick, i) => expect(tick).toBeGreaterThan(ticks[i - 1] ?? 0));
        expect(ticks.at(-1)).toBeLessThanOrEqual(max);
      }),
      { seed: 5 },
    );
  });
});
