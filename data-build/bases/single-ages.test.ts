import { describe, expect, it } from 'vitest';
import type { Area, Geography } from '../../src/model/manifest';
import { AGES, between, civil, meanAge, medianAge, singleAges } from './single-ages';

const counts = (people: Record<number, [women: number, men: number]>): number[] => {
  const all = Array.from({ length: 2 * AGES }, () => 0);
  for (const [age, [women, men]] of Object.entries(people)) {
    all[Number(age)] = women;
    all[AGES + Number(age)] = men;
  }
  return all;
};

describe('single ages', () => {
  it('count both ends of a span, one sex or both', () => {
    const here = counts({ 14: [1, 10], 15: [2, 20], 19: [3, 30], 20: [4, 40], 100: [5, 50] });
    expect([between(here, 15, 19), between(here, 15, 19, 'f'), between(here, 15, 19, 'm')]).toEqual([
      55, 5, 50,
    ]);
    expect(between(here, 20)).toBe(99);
  });
  it('mean age adds half a year to completed years', () => {
    expect(meanAge(counts({ 30: [1, 0], 40: [1, 2] }))).toBe((30.5 + 3 * 40.5) / 4);
  });
  it('median age spreads people of an age over their year', () => {
    // Four people: two below 10, two of 10: the middle is the start of that year.
    expect(medianAge(counts({ 5: [1, 1], 10: [2, 0] }))).toBe(6);
    expect(medianAge(counts({ 5: [1, 0], 10: [2, 1] }))).toBeCloseTo(10 + 1 / 3, 12);
    expect(() => medianAge(counts({}))).toThrow('nobody lives here');
  });
});

const area = (code: string, parents: Area['parents']): Area => ({
  code,
  name: code,
  parents,
  point: [11, 44],
  bbox: [11, 44, 12, 45],
  km2: 1,
  neighbours: [],
});
const geography: Geography = {
  schemaVersion: 1,
  levels: {
    citta: [area('037006', {})],
    quartiere: [area('11', { citta: '037006' })],
    zona: ['A', 'B'].map((code) => area(code, { citta: '037006', quartiere: '11' })),
  },
};
const edition = (tables: Record<string, Record<string, string>[]>) => ({
  table: (_: string, name = 'data') => tables[name]!,
  topology: () => {
    throw new Error('not needed');
  },
});

describe('zone', () => {
  it('sum people by age, never their means', () => {
    const row = (zona: string, age: string, sex: string, residents: string) => ({
      zona,
      period: '2021',
      age,
      sex,
      residents,
    });
    const { grid } = singleAges(
      edition({
        data: [row('A', '30', 'f', '100'), row('A', '100+', 'm', '10'), row('B', '30', 'm', '900')],
      }),
      geography,
    );
    const city = grid.get('citta')!.get('2021')!.get('037006')!;
    expect([between(city, 30, 30), between(city, 100)]).toEqual([1000, 10]);
    expect(meanAge(city)).toBeCloseTo((1000 * 30.5 + 10 * 100.5) / 1010, 12);
  });
  it('civil status leaves minors out, keeps the old apart and refuses an unknown word', () => {
    const row = (age: string, status: string, residents: string) => ({
      zona: 'A',
      period: '2021',
      age,
      status,
      residents,
    });
    const rows = [
      row('0-17', 'never-married', '50'),
      row('18-34', 'never-married', '40'),
      row('50-64', 'divorced', '5'),
      row('65+', 'widowed', '7'),
    ];
    const { grid } = civil(edition({ civil: rows }), geography);
    expect(grid.get('zona')!.get('2021')!.get('A')).toEqual([40, 0, 5, 0, 0, 0, 0, 7]);
    expect(() => civil(edition({ civil: [row('65+', 'separated', '1')] }), geography)).toThrow(
      'unknown civil status separated',
    );
  });
});
