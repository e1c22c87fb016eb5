import { describe, expect, it } from 'vitest';
import { ADDRESS_VERSION, type StreetIndex } from '../model/address';
import { findNumbers, findStreets, readQuery, unpackNumbers, type HouseNumber } from './address';

const index: StreetIndex = {
  schemaVersion: ADDRESS_VERSION,
  names: [
    'Galleria 2 Agosto 1980',
    'Mura di Porta San Felice',
    'Piazza Maggiore',
    'Piazza dell’Unità',
    'Piazza di Porta Maggiore',
    'Via Giuseppe Massarenti',
    'Via San Felice',
    'Viale Antonio Aldini',
  ],
  shard: [0, 0, 0, 0, 0, 1, 1, -1],
  middle: { '7': [1133700, 4448753] },
  areas: [['29'], [], [], [], [], ['66'], [], []],
  shards: [],
};
const titles = (query: string): string[] => findStreets(index, query).map(({ title }) => title);
const first = (query: string): string => {
  const [found] = findStreets(index, query);
  return found ? `${found.title} ${found.number ?? '-'}` : 'nothing';
};

describe('a query', () => {
  it.each([
    ['via massarenti', null],
    ['via massarenti 9', '9'],
    ['via massarenti, 9', '9'],
    ['via massarenti n. 9', '9'],
    ['via massarenti n° 09', '9'],
    ['via massarenti civico 9', '9'],
    ['via massarenti 9/a', '9/A'],
    ['via massarenti 9a', '9/A'],
    ['via massarenti 9 a', '9/A'],
    ['via massarenti 9-2b', '9/2B'],
    ['  via   massarenti   9 ', '9'],
  ])('"%s" asks for number %s', (query, number) => {
    const [reading] = readQuery(query);
    expect(reading).toEqual({ street: 'via massarenti', number });
  });

  it('can be all name, even when it ends in a number', () => {
    expect(readQuery('galleria 2 agosto 1980')).toContainEqual({
      street: 'galleria 2 agosto 1980',
      number: null,
    });
    expect(readQuery('12')).toEqual([{ street: '12', number: null }]);
    expect(readQuery('   ')).toEqual([]);
  });
});

describe('streets', () => {
  it.each([
    ['massarenti 9', 'Via Giuseppe Massarenti 9'],
    ['MASSARENTI GIUSEPPE, 9/2', 'Via Giuseppe Massarenti 9/2'],
    ['v. massarenti', 'Via Giuseppe Massarenti -'],
    ['v.le aldini 3', 'Viale Antonio Aldini 3'],
    ['p.zza maggiore', 'Piazza Maggiore -'],
    ['s. felice 12/a', 'Via San Felice 12/A'],
    ['dell unita 5', 'Piazza dell’Unità 5'],
    ["piazza dell'unità", 'Piazza dell’Unità -'],
    ['galleria 2 agosto 1980', 'Galleria 2 Agosto 1980 -'],
    ['galleria 2 agosto 1980 5', 'Galleria 2 Agosto 1980 5'],
    ['via che non esiste', 'nothing'],
    ['', 'nothing'],
    [', 5', 'nothing'],
  ])('"%s" → %s', (query, expected) => {
    expect(first(query)).toBe(expected);
  });

  it('puts the shorter name first among equals, and stops at the limit', () => {
    expect(titles('felice')).toEqual(['Via San Felice', 'Mura di Porta San Felice']);
    expect(findStreets(index, 'a', 2)).toHaveLength(2);
  });

  it('says what to mark in the title', () => {
    const [found] = findStreets(index, 'felice 3');
    expect(found!.ranges.map(([from, to]) => found!.title.slice(from, to))).toEqual(['Felice']);
    expect(index.names[found!.index]).toBe(found!.title);
  });
});

describe('house numbers', () => {
  const packed = {
    n: '1 3 4 5 5/2 5/A',
    x: [1134290, -30, 5, 0, 1, 1],
    y: [4449191, -8, 0, 0, 0, 2],
    a: ['53', 2, '', 1, '54', 3],
  };
  const numbers = unpackNumbers(packed);
  const found = (asked: string, limit?: number): string[] =>
    findNumbers(numbers, asked, limit).map(({ number, exact }) => (exact ? `${number}!` : number));

  it('unfold with degrees and areas', () => {
    expect(numbers.slice(0, 3)).toEqual([
      { number: '1', lon: 11.3429, lat: 44.49191, area: '53' },
      { number: '3', lon: 11.3426, lat: 44.49183, area: '53' },
      { number: '4', lon: 11.34265, lat: 44.49183, area: null },
    ] satisfies HouseNumber[]);
    expect(numbers.at(-1)).toEqual({ number: '5/A', lon: 11.34267, lat: 44.49185, area: '54' });
  });

  it('refuse arrays that do not run side by side', () => {
    expect(() => unpackNumbers({ ...packed, x: [1] })).toThrow(RangeError);
    expect(() => unpackNumbers({ ...packed, a: ['53', 2] })).toThrow('2 areas');
  });

  it('find the one asked for, then its parts', () => {
    expect(found('5')).toEqual(['5!', '5/2', '5/A']);
    expect(found('5/A')).toEqual(['5/A!', '5', '5/2']);
  });

  it('give all parts of a number that exists only in parts', () => {
    const parts = numbers.filter(({ number }) => number !== '5');
    expect(findNumbers(parts, '5').map(({ number, exact }) => [number, exact])).toEqual([
      ['5/2', true],
      ['5/A', true],
    ]);
  });

  it('else give the nearest on the same side, never as exact', () => {
    expect(found('7', 2)).toEqual(['5', '5/2']);
    expect(found('6', 1)).toEqual(['4']);
    expect(found('5/C', 1)).toEqual(['5']);
  });
});
