import { expect, it } from 'vitest';
import { ageBars, longest, sideOutline } from './age-bars';

const AGES = [0, 5, 15];

it('gives classes of different widths bars whose surface is their people', () => {
  const bars = ageBars(AGES, [5, 20, 25, 10, 20, 20]);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 5],
    [5, 15],
    [15, 100],
  ]);
  expect(bars[1]).toMatchObject({ women: 20, men: 20, womenPerYear: 2 });
  expect(bars.reduce((sum, b) => sum + b.womenPerYear * (b.to - b.from), 0)).toBeCloseTo(50, 9);
});

it('draws nobody as nothing and refuses counts that do not fit', () => {
  expect(ageBars(AGES, [0, 0, 0, 0, 0, 0])).toEqual([]);
  expect(() => ageBars(AGES, [1, 2, 3])).toThrow(RangeError);
});

it('outlines a side from the bottom up, on the scale of the longest bar', () => {
  const bars = ageBars([0, 50], [30, 20, 30, 20]);
  const most = longest(bars);
  expect(most).toBeCloseTo(0.6, 9);
  expect(sideOutline(bars, 'women', most)).toBe('M100.00 100.00L100.00 50.00L66.67 50.00L66.67 0.00');
});
