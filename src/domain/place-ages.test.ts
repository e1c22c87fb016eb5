import { describe, expect, test } from 'vitest';
import { CITY_CODE } from '../model/ids';
import type { Geography } from '../model/manifest';
import type { PlaceAges } from '../model/place';
import type { Pyramids } from '../model/series';
import { FIVE_YEARS, fineAges, isFine, wideAges } from './place-ages';

const pyramids = (over: Partial<Pyramids>): Pyramids => ({
  schemaVersion: 1,
  level: 'zona',
  periods: ['2020', '2021'],
  ages: [...FIVE_YEARS],
  sexes: true,
  estimated: [],
  areas: [],
  ...over,
});
const of = (women: number, men: number) => [...FIVE_YEARS.map(() => women), ...FIVE_YEARS.map(() => men)];
const single = Array.from({ length: 101 }, (_, i) => i);
const city = pyramids({
  level: 'citta',
  periods: ['2019', '2020', '2021'],
  ages: single,
  areas: [
    { code: CITY_CODE, counts: [1, 2, 3].map((n) => [...single.map(() => n), ...single.map(() => 1)]) },
  ],
});

describe('ages of a place in classes of five years', () => {
  const zones = pyramids({
    areas: [
      { code: 'A', counts: [of(1, 2), of(10, 20)] },
      { code: 'B', counts: [of(1, 2), of(5, 6)] },
    ],
  });

  test('latest year, own classes, the city brought into the same classes', () => {
    const told = fineAges(zones, city, ['A']);
    expect(told.period).toBe('2021');
    expect(told.own).toEqual(of(10, 20));
    // Five single years of three women each; 90 and over are eleven ages.
    expect(told.city?.slice(0, 2)).toEqual([15, 15]);
    expect(told.city?.[FIVE_YEARS.length - 1]).toBe(33);
    expect(told.city).toHaveLength(2 * FIVE_YEARS.length);
  });

  test('several places are added; one that is not there hides the whole', () => {
    expect(fineAges(zones, city, ['A', 'B']).own).toEqual(of(15, 26));
    expect(fineAges(zones, city, ['A', 'Z']).own).toBeNull();
    expect(fineAges(zones, city, []).own).toBeNull();
  });

  test('only a year both have is drawn: an outline of another year would be a change over time', () => {
    expect(fineAges(pyramids({ ...zones, periods: ['2020', '2022'] }), city, ['A']).period).toBe('2020');
  });
});

describe('ages in wide classes', () => {
  const geography = {
    levels: { area: [{ code: '1' }, { code: '2' }], citta: [{ code: CITY_CODE }] },
  } as unknown as Geography;
  const file: PlaceAges = {
    schemaVersion: 1,
    period: '2021',
    ages: [0, 15],
    levels: { area: [[1, 2, 3, 4], null], citta: [[10, 20, 30, 40]] },
  };

  test('own, together, withheld', () => {
    expect(wideAges(file, geography, 'area', ['1'])).toEqual({
      period: '2021',
      ages: [0, 15],
      own: [1, 2, 3, 4],
      city: [10, 20, 30, 40],
    });
    expect(wideAges(file, geography, 'area', ['1', '1']).own).toEqual([2, 4, 6, 8]);
    expect(wideAges(file, geography, 'area', ['1', '2']).own).toBeNull();
  });

  test('which levels are finer', () => {
    expect(['citta', 'quartiere', 'zona', 'prossimita', 'area'].map((l) => isFine(l as 'area'))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
