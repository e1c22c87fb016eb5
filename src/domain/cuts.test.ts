import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCut, cutStep, dropCut, moveCut } from './cuts';

const extent = [0, 100] as const;

describe('cutStep', () => {
  it('is readable and never finer than what is printed', () => {
    expect(cutStep([8.7, 38.1], 1)).toBe(0.2);
    expect(cutStep([18_000, 62_000], 0)).toBe(200);
    expect(cutStep([0, 3], 0)).toBe(1);
    expect(cutStep([5, 5], 1)).toBe(0.1);
  });
});

describe('moveCut', () => {
  it('lands on the step and stops short of its neighbours', () => {
    expect(moveCut([20, 40, 60], 1, 33.3, extent, 0.5)).toEqual([20, 33.5, 60]);
    expect(moveCut([20, 40, 60], 1, 90, extent, 1)).toEqual([20, 59, 60]);
    expect(moveCut([20, 40, 60], 0, -50, extent, 1)).toEqual([1, 40, 60]);
  });
  it('leaves a limit without room where it is', () => {
    const tight = [20, 21, 22];
    expect(moveCut(tight, 1, 50, extent, 1)).toBe(tight);
  });
  it('never lets limits cross, coincide or leave the extent', () => {
    const cuts = fc
      .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(cuts, fc.nat(5), fc.double({ min: -50, max: 150, noNaN: true }), (list, i, wanted) => {
        const moved = moveCut(list, i % list.length, wanted, extent, 1);
        expect(moved).toHaveLength(list.length);
        moved.forEach((cut, k) => {
          expect(cut).toBeGreaterThan(k === 0 ? 0 : moved[k - 1]!);
          expect(cut).toBeLessThan(100);
        });
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('addCut and dropCut', () => {
  it('split the widest class and close the narrowest', () => {
    expect(addCut([20, 40], extent, 1)).toEqual([20, 40, 70]);
    expect(dropCut([20, 22, 60], extent)).toEqual([22, 60]);
    expect(dropCut([20], extent)).toEqual([20]);
  });
  it('add nothing where no class is wide enough', () => {
    expect(addCut([1], [0, 2], 1)).toEqual([1]);
  });
});
