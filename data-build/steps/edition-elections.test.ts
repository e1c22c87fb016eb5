import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../edition-reader';

/** The committed elections against totals printed elsewhere, against each other and against the residents. */
const edition = openEdition(join(import.meta.dirname, '../edition'));
const turnout = edition.table('elections', 'turnout');
const votes = edition.table('elections');
const names = edition.table('elections', 'lists');
const hierarchy = new Map(edition.table('geography', 'hierarchy').map((row) => [row.area!, row]));
const sum = (rows: readonly Record<string, string>[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);
const of = (period: string, ballot: string, rows = turnout) =>
  rows.filter((row) => row.period === period && row.ballot === ballot && row.area !== 'city');

describe('turnout', () => {
  /** Registered and voting in the city, as published for each election. */
  it.each([
    ['2011', 'mayor', 301_834, 215_546],
    ['2016', 'mayor', 300_586, 179_325],
    ['2018', 'chamber', 285_790, 217_512],
    ['2019', 'european', 296_497, 187_831],
    ['2020', 'regional-president', 304_243, 212_196],
    ['2021', 'mayor', 306_240, 156_742],
    ['2022', 'chamber', 287_417, 210_785],
  ])('%s %s adds up to the city', (period, ballot, electors, voters) => {
    expect([sum(of(period, ballot), 'electors'), sum(of(period, ballot), 'voters')]).toEqual([
      electors,
      voters,
    ]);
  });

  it.each([
    ['2004', 'mayor', 319_520, 261_395],
    ['2006', 'chamber', 305_584, 271_818],
    ['2009', 'european', 301_147, 230_065],
  ])('%s %s: registered voters for the city alone', (period, ballot, electors, voters) => {
    const city = turnout.filter(
      (row) => row.area === 'city' && row.period === period && row.ballot === ballot,
    );
    expect(city.map((row) => [Number(row.electors), Number(row.voters)])).toEqual([[electors, voters]]);
    expect(of(period, ballot).every((row) => row.electors === '')).toBe(true);
    expect(sum(of(period, ballot), 'voters')).toBe(voters);
  });

  it('has 90 areas and the special sections, but for the sections missing in 2014', () => {
    const ballots = new Set(turnout.map((row) => `${row.period} ${row.ballot}`));
    for (const key of ballots) {
      const [period, ballot] = key.split(' ') as [string, string];
      const places = of(period, ballot).map((row) => row.area);
      if (key === '2014 european') expect(places).toHaveLength(80);
      else expect(new Set(places).size, key).toBe(91);
    }
  });

  it('never counts more valid votes than voters, beyond the unit that rounding moves', () => {
    for (const row of turnout)
      if (row.valid !== '') expect(Number(row.valid) - Number(row.voters)).toBeLessThanOrEqual(1);
  });
});

describe('votes', () => {
  const total = (period: string, ballot: string, name: string): number => {
    const { list } = names.find((n) => n.period === period && n.ballot === ballot && n.name === name)!;
    return sum(
      votes.filter((row) => row.period === period && row.ballot === ballot && row.list === list),
      'votes',
    );
  };

  it.each([
    ['2004', 'mayor', 'Sergio Gaetano Cofferati', 142_026],
    ['2013', 'chamber', 'p_d', 92_209],
    ['2018', 'chamber', 'movimento_5_stelle', 44_520],
    ['2020', 'regional-president', 'bonaccini', 135_443],
    ['2021', 'mayor', 'matteo_lepore', 94_565],
    ['2021', 'council', 'partito_democratico_lepore_sindaco', 53_486],
    ['2022', 'chamber', 'MOVIMENTO 5 STELLE', 19_372],
  ])('%s %s: %s has its %i', (period, ballot, name, expected) => {
    expect(total(period, ballot, name)).toBe(expected);
  });

  it('add up to the valid votes of the ballot they were cast on', () => {
    const pairs = new Set(
      turnout.filter((row) => row.valid !== '').map((row) => `${row.period} ${row.ballot}`),
    );
    let checked = 0;
    for (const key of pairs) {
      const [period, ballot] = key.split(' ') as [string, string];
      // 2014: the turnout lacks six sections. 2022: candidates are on a ballot of their own.
      if (period === '2014') continue;
      const cast = period === '2022' ? `${ballot}-candidate` : ballot;
      const counted = sum(
        votes.filter((row) => row.period === period && row.ballot === cast),
        'votes',
      );
      expect(counted, key).toBe(sum(of(period, ballot), 'valid'));
      checked++;
    }
    expect(checked).toBe(16);
  });

  it('hold no pseudo-candidate, no constituency twice, no list without a name', () => {
    expect(names.filter(({ name }) => name === '' || name === 'iscritti')).toEqual([]);
    expect(new Set(votes.map((row) => row.ballot))).not.toContain('chamber-half');
    const known = new Set(names.map(({ period, ballot, list }) => `${period} ${ballot} ${list}`));
    expect(votes.every((row) => known.has(`${row.period} ${row.ballot} ${row.list}`))).toBe(true);
  });
});

describe('registered voters against Italian residents aged 15 and over (2018)', () => {
  const CHILDREN = new Set(['0-2', '3-5', '6-14']);
  const ratios = (level: string): number[] => {
    const electors = new Map<string, number>();
    const residents = new Map<string, number>();
    const add = (map: Map<string, number>, area: string, n: string | undefined): void => {
      const code = hierarchy.get(area)![level]!;
      map.set(code, (map.get(code) ?? 0) + Number(n));
    };
    for (const row of of('2018', 'chamber'))
      if (row.area !== 'special') add(electors, row.area!, row.electors);
    for (const row of edition.table('population-area'))
      if (row.period === '2018' && row.citizenship === 'italian' && !CHILDREN.has(row.age!))
        add(residents, row.area!, row.residents);
    const all = (map: Map<string, number>): number => [...map.values()].reduce((a, n) => a + n, 0);
    const city = all(electors) / all(residents);
    return [...electors]
      .map(([code, n]) => Math.abs(n / residents.get(code)! / city - 1))
      .sort((a, b) => a - b);
  };

  it('agree for quartieri within 1 % and for zone within 4 %', () => {
    expect(ratios('quartiere').at(-1)).toBeLessThan(0.01);
    expect(ratios('zona').at(-1)).toBeLessThan(0.04);
  });

  it('agree for half of the areas within 6 %: the rest is why they are called an estimate', () => {
    const all = ratios('area');
    expect(all[Math.floor(all.length / 2)]).toBeLessThan(0.06);
  });
});
