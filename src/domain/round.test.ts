import { describe, expect, it } from 'vitest';
import { clean, decimalsOf, finerStep, roundTicks, roundTo, stepBelow } from './round';

describe('round numbers', () => {
  it('steps go 1-2-5', () => {
    expect([0.013, 0.2, 0.99, 1, 4.9, 5, 1234].map(stepBelow)).toEqual([0.01, 0.2, 0.5, 1, 2, 5, 1000]);
    expect([10, 5, 2, 1].map(finerStep)).toEqual([5, 2, 1, 0.5]);
  });
  it('no binary dust, no minus zero', () => {
    expect(roundTo(0.31, 0.1)).toBe(0.3);
    expect(Object.is(clean(-0), 0)).toBe(true);
    expect(Object.is(roundTo(-0.01, 0.1), 0)).toBe(true);
  });
  it('digits a number needs', () => {
    expect([3, 0.5, 12.25, 1 / 3].map((v) => decimalsOf(v))).toEqual([0, 1, 2, 6]);
  });
  it('ticks lie inside the extent', () => {
    expect(roundTicks(12.3, 38.9)).toEqual([15, 20, 25, 30, 35]);
    expect(roundTicks(14_200, 61_000)).toEqual([20_000, 30_000, 40_000, 50_000, 60_000]);
    expect(roundTicks(-3, 4)).toEqual([-2, 0, 2, 4]);
    expect(roundTicks(5, 5)).toEqual([5]);
  });
});
