import { expect, it } from 'vitest';
import { legendHistogram, legendPosition } from './legend-scale';

it('is linear within a class and gives every class the same width', () => {
  const at = (v: number) => legendPosition(v, [10, 100], [0, 200]);
  expect(at(0)).toBe(0);
  expect(at(5)).toBeCloseTo(1 / 6);
  expect(at(10)).toBeCloseTo(1 / 3);
  expect(at(55)).toBeCloseTo(1 / 2);
  expect(at(100)).toBeCloseTo(2 / 3);
  expect(at(500)).toBe(1);
  expect(at(-5)).toBe(0);
});

it('stands in the middle when all values are equal', () => {
  expect(legendHistogram([3, 3, 3], [], [3, 3])).toEqual([3, 0, 0, 0]);
});

it('counts every value once, in the slice of its class', () => {
  const counts = legendHistogram([0, 5, 10, 99, 100, 200], [10, 100], [0, 200], 2);
  expect(counts).toEqual([1, 1, 1, 1, 1, 1]);
  expect(counts.reduce((a, b) => a + b)).toBe(6);
});
