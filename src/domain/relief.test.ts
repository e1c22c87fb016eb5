import { expect, it } from 'vitest';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import { formatPerKm2, metresPer, reliefOf, sampleValue, TALLEST, type Relief } from './relief';

const geography = {
  levels: {
    zona: [
      { code: 'A', km2: 2 },
      { code: 'B', km2: 0.5 },
      { code: 'C', km2: 1 },
    ],
  },
} as unknown as Geography;
const table = {
  decimals: 1,
  levels: {
    zona: { periods: ['2020', '2021'], breaks: [9], extent: [10, 400], cells: [100, 50, 's', 400, 10, 'u'] },
  },
} as unknown as Table;
const relief = (measure: IndicatorSummary['measure'], unit: IndicatorSummary['unit']): Relief =>
  reliefOf({
    summary: { measure, unit } as IndicatorSummary,
    table,
    geography,
    level: 'zona',
    breaks: [9],
    classing: null,
  })!;

it('shares a count out over the square kilometres, and keeps every reason for having none', () => {
  const counted = relief('count', 'people');
  expect([...counted.cellsAt('2020')]).toEqual([
    ['A', { value: 50 }],
    ['B', { value: 100 }],
    ['C', { missing: 'suppressed' }],
  ]);
  expect(counted.cellsAt('2021').get('C')).toEqual({ missing: 'unreliable' });
  // Over both years: 50, 100, 200, 20.
  expect(counted.extent).toEqual([20, 200]);
  expect(counted.breaks.length).toBeGreaterThan(0);
});

it('raises a density as it is, with the classes of the indicator', () => {
  const dense = relief('density', 'per-km2');
  expect(dense.cellsAt('2020').get('A')).toEqual({ value: 100 });
  expect([dense.breaks, dense.extent]).toEqual([[9], [10, 400]]);
});

it('starts at zero: the tallest is as tall as allowed and half of it is half as tall', () => {
  const counted = relief('count', 'people');
  expect(200 * metresPer(counted)).toBe(TALLEST);
  expect(100 * metresPer(counted)).toBe(TALLEST / 2);
});

it('takes a round value for the scale', () => {
  expect(sampleValue(relief('count', 'people'))).toBe(100);
  expect(sampleValue({ extent: [0, 18_068] } as unknown as Relief)).toBe(10_000);
  expect(sampleValue({ extent: [0, 0] } as unknown as Relief)).toBe(0);
});

it('says of what and per what', () => {
  expect(formatPerKm2(relief('count', 'people'), 1234, 'it')).toBe('1.234\u00a0ab./km²');
  expect(formatPerKm2(relief('count', 'number'), 12, 'en')).toBe('12 per km²');
});

it('has nothing to raise where the level has no values', () => {
  const input = {
    table,
    geography,
    breaks: [],
    classing: null,
    summary: { measure: 'count' } as IndicatorSummary,
  };
  expect(reliefOf({ ...input, level: 'area' })).toBeNull();
});
