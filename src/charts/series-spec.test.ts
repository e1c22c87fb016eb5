import { expect, it } from 'vitest';
import { seriesDomain, toPoints } from './series-spec';

const line = (...values: (number | null)[]) => ({
  name: 'x',
  own: true,
  points: values.map((value, i) => ({ period: String(2000 + i), value })),
});

it('keeps the place of a missing cell', () => {
  expect(
    toPoints([
      { period: '2020', cell: { value: 1 } },
      { period: '2021', cell: { missing: 'suppressed' } },
    ]),
  ).toEqual([
    { period: '2020', value: 1 },
    { period: '2021', value: null },
  ]);
});

it('holds all values, never goes below zero for counts, and gives equal values a band', () => {
  expect(seriesDomain([line(1, 5, null)])[0]).toBeGreaterThanOrEqual(0);
  const [lo, hi] = seriesDomain([line(20, 30)]);
  expect(lo).toBeLessThan(20);
  expect(hi).toBeGreaterThan(30);
  expect(seriesDomain([line(7, 7)])).toEqual([6.3, 7.7]);
  expect(seriesDomain([line(null)])).toEqual([0, 1]);
  expect(seriesDomain([line(-4, 4)])[0]).toBeLessThan(-4);
});
