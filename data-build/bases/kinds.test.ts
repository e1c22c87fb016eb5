import { expect, it } from 'vitest';
import { mapKindOf } from '../../src/model/unit';
import { COUNT, per100, per1000, perKm2, share } from './kinds';

const of = { it: 'residenti', en: 'residents' };

it('divides by what it names, with one decimal unless said otherwise', () => {
  expect(share(of)).toEqual({ measure: 'share', unit: 'percent', denominator: of, decimals: 1 });
  expect(per1000(of, 0)).toMatchObject({ measure: 'rate', unit: 'per1000', denominator: of, decimals: 0 });
  expect([per100(of).unit, perKm2(of, 2).unit]).toEqual(['per100', 'things-per-km2']);
});

it('draws circles for counts and colours areas for the rest', () => {
  expect(mapKindOf(COUNT.measure)).toBe('symbols');
  for (const kind of [share(of), per100(of), per1000(of), perKm2(of)])
    expect(mapKindOf(kind.measure)).toBe('choropleth');
});
