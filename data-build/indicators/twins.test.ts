import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isValue } from '../../src/model/cell';
import { CITY_CODE } from '../../src/model/ids';
import { openEdition } from '../edition-reader';
import { buildGeography, levelShapes } from '../steps/geography';
import { indicators as income } from './income';
import { indicators as local } from './income-local';
import { indicators as metroIncome } from './income-metro';
import { indicators as metro } from './population-metro';
import { indicators as residents } from './population-residents';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const geography = buildGeography(levelShapes(edition.only(['geography'])));
const all = [...income, ...local, ...metroIncome, ...metro, ...residents];
const pairs = all.filter(({ twin }) => twin !== undefined);
const compute = (id: string) => {
  const found = all.find((i) => i.id === id)!;
  return found.compute(edition.only(found.datasets), geography);
};

describe('twins of the city and the comuni', () => {
  it('name each other, and measure in the same unit', () => {
    expect(pairs.length).toBe(8);
    for (const one of pairs) {
      const other = all.find(({ id }) => id === one.twin);
      expect(other?.twin, one.id).toBe(one.id);
      expect([other?.unit, other?.measure], one.id).toEqual([one.unit, one.measure]);
    }
  });

  it.each(pairs.filter(({ id }) => !id.includes('.metro_')).map(({ id, twin }) => [id, twin!]))(
    '%s and %s tell about the same of Bologna',
    (ours, theirs) => {
      const [city, comune] = [compute(ours).citta!, compute(theirs).comune!];
      const year = [...comune.keys()].filter((period) => city.has(period)).at(-1)!;
      const [a, b] = [city.get(year)!.get(CITY_CODE)!, comune.get(year)!.get(CITY_CODE)!];
      if (!isValue(a) || !isValue(b)) throw new Error(`${ours} ${year}`);
      expect(Math.abs(a.value / b.value - 1), `${year}: ${a.value} and ${b.value}`).toBeLessThan(0.05);
    },
  );
});
