import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBreaks } from './breaks';
import { binOf, breaksFor, histogram, type ClassMethod } from './classify';
import { decimalsOf } from './round';

const seeded = { seed: 11, numRuns: 300 };
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100),
);
const values = fc.array(number, { minLength: 0, maxLength: 120 });
const METHODS: ClassMethod[] = ['natural', 'quantile', 'equal'];
const countsOf = (numbers: readonly number[], breaks: readonly number[]) => {
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const value of numbers) counts[binOf(value, breaks)]! += 1;
  return counts;
};

describe('binOf', () => {
  it('a value on a break opens the higher class', () => {
    expect([9.9, 10, 19.9, 20, 99].map((v) => binOf(v, [10, 20]))).toEqual([0, 1, 1, 2, 2]);
    expect(binOf(5, [])).toBe(0);
  });
});

describe('breaksFor', () => {
  it('natural: finds the gaps and puts round numbers in them', () => {
    const groups = [10.2, 10.9, 11.3, 17.6, 18.1, 18.4, 24.7, 25.2, 31.8, 32.5, 40.1, 41.2];
    expect(breaksFor(groups)).toEqual([15, 20, 30, 35]);
  });

  it('rounds to about a tenth of a class, never below the printed digits', () => {
    const shares = Array.from({ length: 90 }, (_, i) => 12 + i * 0.23 + Math.sin(i * 1.7));
    for (const b of breaksFor(shares, { decimals: 1 })) expect(decimalsOf(b)).toBeLessThanOrEqual(1);
    const incomes = Array.from({ length: 90 }, (_, i) => 15_000 + i ** 2 * 4.3);
    for (const b of breaksFor(incomes, { decimals: 0 })) expect(b % 500).toBe(0);
  });

  it.each([
    ['no values', [], []],
    ['one value', [7], []],
    ['all equal', [3, 3, 3, 3], []],
    ['two distinct', [1, 1, 9, 9], [5]],
    ['values that are not finite', [NaN, Infinity, 2], []],
  ])('%s', (_, input, expected) => {
    for (const method of METHODS) expect(breaksFor(input, { method, decimals: 0 })).toEqual(expected);
  });

  it('fewer distinct values than classes: one class each', () => {
    expect(breaksFor([1, 2, 2, 3, 3, 3], { decimals: 0 })).toEqual([2, 3]);
  });

  it('differences finer than the printed digits still separate', () => {
    const [b] = breaksFor([1.0001, 1.0002], { decimals: 1 });
    expect(countsOf([1.0001, 1.0002], [b!])).toEqual([1, 1]);
    expect(breaksFor([1.0001, 1.0002], { method: 'equal' })).toEqual([1.0002]);
  });

  it('values that cross zero keep signs readable', () => {
    const breaks = breaksFor([-12, -9, -3, -1, 0, 2, 4, 9, 14, 16], { decimals: 0 });
    expect(breaks.some((b) => b < 0) && breaks.some((b) => b > 0)).toBe(true);
    expect(breaks.every((b) => !Object.is(b, -0))).toBe(true);
  });

  it.each(METHODS)(
    '%s: ascending, inside the range, every value in one class, same input same breaks',
    (method) => {
      fc.assert(
        fc.property(
          values,
          fc.integer({ min: 2, max: 7 }),
          fc.integer({ min: 0, max: 2 }),
          (numbers, classes, decimals) => {
            const breaks = breaksFor(numbers, { method, classes, decimals });
            const low = Math.min(...numbers);
            const high = Math.max(...numbers);
            expect(breaks.length).toBeLessThan(classes);
            breaks.forEach((b, i) => {
              expect(b).toBeGreaterThan(breaks[i - 1] ?? low);
              expect(b).toBeLessThanOrEqual(high);
            });
            const counts = countsOf(numbers, breaks);
            expect(counts.reduce((a, c) => a + c, 0)).toBe(numbers.length);
            if (method !== 'equal' && breaks.length) expect(Math.min(...counts)).toBeGreaterThan(0);
            expect(breaksFor([...numbers].reverse(), { method, classes, decimals })).toEqual(breaks);
          },
        ),
        seeded,
      );
    },
  );

  it('quantile: classes of about equal size', () => {
    const counts = countsOf(
      Array.from({ length: 100 }, (_, i) => i),
      breaksFor(
        Array.from({ length: 100 }, (_, i) => i),
        { method: 'quantile', decimals: 0 },
      ),
    );
    expect(counts).toEqual([20, 20, 20, 20, 20]);
  });

  it('equal: equal widths', () => {
    expect(breaksFor([0, 3, 100], { method: 'equal', decimals: 0 })).toHaveLength(2);
    expect(breaksFor([0, 1, 2, 60, 100], { method: 'equal', decimals: 0 })).toEqual([20, 40, 60, 80]);
  });
});

describe('histogram', () => {
  it('counts every value once, also those beyond the extent', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 30 }), (numbers, bins) => {
        const bars = histogram(numbers, [-100, 100], bins);
        expect(bars).toHaveLength(bins);
        expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(numbers.length);
      }),
      seeded,
    );
  });

  it('closes the last bar and survives an extent without width', () => {
    expect(histogram([0, 5, 10], [0, 10], 2)).toEqual([
      { x0: 0, x1: 5, count: 1 },
      { x0: 5, x1: 10, count: 2 },
    ]);
    expect(histogram([4, 4], [4, 4], 8)).toEqual([{ x0: 4, x1: 4, count: 2 }]);
  });
});

describe('changeBreaks', () => {
  it('lies evenly about zero and leaves out limits beyond every value', () => {
    const both = changeBreaks([-30, -28, -12, -10, -1, 0, 1, 2, 11, 12, 29, 31], 0);
    expect(both).toHaveLength(4);
    expect(both.map((b) => -b).reverse()).toEqual(both);
    const rising = changeBreaks([0.5, 1, 2, 11, 12, 29, 31], 0);
    expect(rising.every((b) => b > 0)).toBe(true);
    expect(changeBreaks([3, 3], 0)).toEqual([]);
    expect(changeBreaks([], 0)).toEqual([]);
  });
});
