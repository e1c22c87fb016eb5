import { describe, expect, it } from 'vitest';
import type { PlaceIndicator } from '../model/place';
import { distinctive } from './distinctive';
import { fileOf, ofAreas, PLACES } from './place-testing';
import { profileOf } from './profile';
import { robustScores } from './standard';

const words = (it: string) => ({ it, en: it });
const SAID = { more: words('più'), less: words('meno') };
const people = (first: number) =>
  ofAreas(
    'population.residents',
    [first, 9, 9, 9, 9, 9, 9, 9].map((n) => n * 100),
    6000,
  );
const told = (...indicators: PlaceIndicator[]) =>
  distinctive(
    profileOf(fileOf(...indicators), PLACES, { level: 'area', code: '1' }, (id) =>
      id === 'population.residents' ? 'count' : 'share',
    ),
    'area',
  );

describe('what is distinctive', () => {
  const high = ofAreas('a.high', [40, 10, 11, 12, 10, 11, 9, 10], 11, { ...SAID, group: 'origins' });
  const low = ofAreas('a.low', [2, 10, 11, 12, 10, 11, 9, 10], 11, { ...SAID, group: 'money' });
  const plain = ofAreas('a.plain', [11.2, 10, 12, 13, 9, 11, 8, 10], 11, { ...SAID, group: 'home' });

  it('names what lies farthest from the city first, with its own words, and leaves the ordinary out', () => {
    const traits = told(people(9), low, plain, high);
    expect(traits.map(({ indicator, said }) => [indicator.id, said.it])).toEqual([
      ['a.high', 'più'],
      ['a.low', 'meno'],
    ]);
  });

  it('says nothing of a side without words, nor twice of one chapter, nor more than three things', () => {
    const silent = {
      ...high,
      id: 'a.silent',
      less: words('meno'),
      more: undefined,
    } as unknown as PlaceIndicator;
    delete (silent as { more?: unknown }).more;
    expect(told(people(9), silent)).toEqual([]);
    expect(told(people(9), high, { ...high, id: 'a.twin' })).toHaveLength(1);
    const groups = ['home', 'green', 'vote', 'streets'] as const;
    expect(told(people(9), ...groups.map((group) => ({ ...high, id: `a.${group}`, group })))).toHaveLength(3);
  });

  it('is silent where hardly anybody lives, where the number of residents is hidden, and for the city', () => {
    expect(told(people(1), high)).toEqual([]);
    expect(told(ofAreas('population.residents', ['s', 900, 900], 6000), high)).toEqual([]);
    expect(distinctive([], 'citta')).toEqual([]);
  });

  it('believes no difference that is within the usual wavering', () => {
    expect(
      told(people(9), {
        ...high,
        ...ofAreas('a.high', [40, 10, 11, 12, 10, 11, 9, 10], 11, { ...SAID, noise: 30 }),
      }),
    ).toEqual([]);
  });
});

describe('robust scores', () => {
  it('are not moved by one extreme place', () => {
    const calm = robustScores({ cells: [10, 11, 12, 13, 14], city: 12 }, undefined)!;
    const wild = robustScores({ cells: [10, 11, 12, 13, 9999], city: 12 }, undefined)!;
    expect(wild[0]).toBe(calm[0]);
  });
  it('measure from the middle where the city has no value, and keep the gaps', () => {
    expect(robustScores({ cells: [10, 11, 12, 's', 13, 14], city: 'x' }, undefined)![2]).toBe(0);
    expect(robustScores({ cells: [10, 11, 12, 's', 13, 14], city: 'x' }, undefined)![3]).toBeNull();
  });
  it('fall back on the quartiles where most places are alike, and give up where all are', () => {
    expect(robustScores({ cells: [0, 0, 0, 0, 5, 5, 5], city: 0 }, undefined)).not.toBeNull();
    expect(robustScores({ cells: [3, 3, 3, 3, 3, 3], city: 3 }, undefined)).toBeNull();
    expect(robustScores({ cells: [1, 2, 3, 's'], city: 2 }, undefined)).toBeNull();
  });
  it('compare long-tailed rates by their order of magnitude', () => {
    const [, , far] = robustScores({ cells: [1, 10, 1000, 10, 11, 9], city: 10 }, 'log')!;
    const [, , linear] = robustScores({ cells: [1, 10, 1000, 10, 11, 9], city: 10 }, 'linear')!;
    expect(far).toBeLessThan(linear!);
  });
});
