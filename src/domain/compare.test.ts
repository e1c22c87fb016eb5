import { describe, expect, it } from 'vitest';
import { CITY_CODE } from '../model/ids';
import { comparisons, crossesBreak, position, quantileOf, verdictOf, type ComparisonInput } from './compare';
import { tableOf, testGeography, type Rows } from './testing';

const flat: Rows = {
  citta: { '2021': [25] },
  quartiere: { '2021': [24, 26] },
  zona: { '2021': [21, 25.03, 28, { missing: 'suppressed' }] },
};
const ask = (more: Partial<ComparisonInput> = {}) =>
  comparisons({
    code: 'A',
    level: 'zona',
    period: '2021',
    table: tableOf(flat),
    geography: testGeography,
    ...more,
  });

describe('comparisons', () => {
  it('near to far, with names, differences and a plain verdict', () => {
    expect(ask()).toEqual([
      {
        level: 'quartiere',
        code: '11',
        name: 'Navile',
        cell: { value: 24 },
        difference: -3,
        verdict: 'below',
      },
      {
        level: 'citta',
        code: CITY_CODE,
        name: 'Bologna',
        cell: { value: 25 },
        difference: -4,
        verdict: 'below',
      },
    ]);
    expect(ask({ code: 'C' }).map((c) => c.verdict)).toEqual(['above', 'above']);
  });
  it('an area is set against its zona too, the city against nothing', () => {
    const areas = tableOf({ ...flat, area: { '2021': [1, 2, 3, 4, 5, 6, 7, 8] } });
    expect(ask({ level: 'area', code: '1', table: areas }).map((c) => `${c.level} ${c.code}`)).toEqual([
      'zona A',
      'quartiere 11',
      'citta 037006',
    ]);
    expect(ask({ level: 'citta', code: CITY_CODE })).toEqual([]);
    expect(ask({ code: 'nowhere' })).toEqual([]);
  });
  it('takes the difference of the two numbers as printed', () => {
    const table = tableOf({ ...flat, zona: { '2021': [24.651, 1, 1, 1] }, citta: { '2021': [15.649] } });
    const city = ask({ table }).at(-1);
    expect(city).toMatchObject({ difference: 9.1, verdict: 'above' });
    const alike = tableOf({ ...flat, zona: { '2021': [24.74, 1, 1, 1] }, citta: { '2021': [24.66] } });
    expect(ask({ table: alike }).at(-1)).toMatchObject({ difference: 0, verdict: 'similar' });
  });
  it('what prints alike is similar', () => {
    expect(ask({ code: 'B' }).at(-1)).toMatchObject({ verdict: 'similar' });
  });
  it('missing on either side is unknown, never a difference', () => {
    expect(ask({ code: 'D' }).map((c) => [c.difference, c.verdict])).toEqual([
      [null, 'unknown'],
      [null, 'unknown'],
    ]);
    const noCity = tableOf({ zona: flat.zona! });
    expect(ask({ table: noCity }).at(-1)).toMatchObject({
      cell: { missing: 'not-applicable' },
      difference: null,
      verdict: 'unknown',
    });
  });
  it('counts are not compared with what contains them', () => {
    expect(ask({ measure: 'count' })).toEqual([]);
  });
});

describe('the year-to-year rule', () => {
  const series = (zona: number[]): Rows => {
    const years = zona.map((_, i) => `${2010 + i}`);
    return {
      citta: Object.fromEntries(years.map((y) => [y, [20]])),
      zona: Object.fromEntries(years.map((y, i) => [y, [zona[i]!, 0, 0, 0]])),
    };
  };
  const verdict = (zona: number[], more: Partial<Parameters<typeof tableOf>[1]> = {}) =>
    ask({ period: `${2009 + zona.length}`, table: tableOf(series(zona), more) }).at(-1)!.verdict;

  it('a difference no larger than its usual movement is similar', () => {
    expect(verdict([21, 19, 21.5, 19.5, 21])).toBe('similar');
  });
  it('the same difference in a steady series is real', () => {
    expect(verdict([21, 21, 21.1, 21, 21])).toBe('above');
  });
  it('two series that rise together do not count their common trend as noise', () => {
    const years = ['2010', '2011', '2012', '2013', '2014'];
    const rising: Rows = {
      citta: Object.fromEntries(years.map((y, i) => [y, [20 + 3 * i]])),
      zona: Object.fromEntries(years.map((y, i) => [y, [21 + 3 * i, 0, 0, 0]])),
    };
    expect(ask({ period: '2014', table: tableOf(rising) }).at(-1)!.verdict).toBe('above');
  });
  it('fewer than three changes say nothing about noise', () => {
    expect(verdict([21, 19, 21])).toBe('above');
  });
  it('a jump at a break in the series is not noise', () => {
    const note = { it: 'x', en: 'x' };
    const jumps = ['2011', '2012', '2013', '2014'];
    expect(verdict([21, 29, 21, 29, 22])).toBe('similar');
    expect(verdict([21, 29, 21, 29, 22], { seriesBreaks: jumps.map((period) => ({ period, note })) })).toBe(
      'above',
    );
    expect(crossesBreak(tableOf({}, { seriesBreaks: [{ period: '2012', note }] }), '2012', '2013')).toBe(
      false,
    );
  });
});

describe('small measures', () => {
  it('verdictOf: half the last digit is still the same number', () => {
    expect(verdictOf(0.05, 0, 1)).toBe('similar');
    expect(verdictOf(0.06, 0, 1)).toBe('above');
    expect(verdictOf(-0.5, 0, 0)).toBe('similar');
    expect(verdictOf(null, 9, 0)).toBe('unknown');
  });
  it('position counts below, with and above', () => {
    expect(position(2, [1, 2, 2, 3])).toEqual({ below: 1, equal: 2, above: 1, quantile: 0.5 });
    expect(position(2, [])).toEqual({ below: 0, equal: 0, above: 0, quantile: 0.5 });
  });
  it('quantiles interpolate', () => {
    expect(quantileOf([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantileOf([7], 0.25)).toBe(7);
  });
});
