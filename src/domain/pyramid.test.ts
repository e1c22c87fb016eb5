import { describe, expect, it } from 'vitest';
import type { Pyramids } from '../model/series';
import {
  ageLabel,
  barsOf,
  peopleOf,
  pyramidPlace,
  pyramidSentence,
  pyramidTable,
  regroup,
  shareBetween,
  sharesOf,
} from './pyramid';
import { testGeography } from './testing';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const pyramids: Pyramids = {
  schemaVersion: 1,
  level: 'zona',
  periods: ['2010', '2021'],
  ages: [0, 15, 65, 80],
  sexes: true,
  estimated: [],
  areas: [
    {
      code: 'A',
      counts: [
        [9, 9, 9, 9, 9, 9, 9, 9],
        [10, 50, 20, 12, 10, 60, 30, 8],
      ],
    },
  ],
};
const bars = barsOf(pyramids, 'A', '2021')!;

describe('whose ages are shown', () => {
  it('zona and quartiere have their own; an area stands in its zona, a prossimità in its quartiere', () => {
    expect(pyramidPlace(testGeography, 'zona', 'B')).toMatchObject({
      level: 'zona',
      code: 'B',
      stands: false,
    });
    expect(pyramidPlace(testGeography, 'quartiere', '12')).toMatchObject({ level: 'quartiere', code: '12' });
    const { parents } = testGeography.levels.area![0]!;
    expect(pyramidPlace(testGeography, 'area', '1')).toMatchObject({
      level: 'zona',
      code: parents.zona,
      stands: true,
    });
  });
  it('nobody chosen, or a code that is none, is the city', () => {
    for (const code of [null, 'Z9'])
      expect(pyramidPlace(testGeography, 'zona', code)).toMatchObject({ level: 'citta', name: 'Bologna' });
    expect(pyramidPlace(testGeography, 'comune', null).level).toBe('comune');
  });
});

describe('bars', () => {
  it('women come first in the file, men after them; the last class is open', () => {
    expect(bars).toEqual([
      { from: 0, to: 14, women: 10, men: 10 },
      { from: 15, to: 64, women: 50, men: 60 },
      { from: 65, to: 79, women: 20, men: 30 },
      { from: 80, to: null, women: 12, men: 8 },
    ]);
    expect(bars.map((bar) => ageLabel(bar, 'it'))).toEqual(['0–14', '15–64', '65–79', '80 e oltre']);
    expect(ageLabel({ from: 7, to: 7 }, 'en')).toBe('7');
    expect(barsOf(pyramids, 'A', '1999')).toBeNull();
    expect(barsOf(pyramids, 'B', '2021')).toBeNull();
    expect(barsOf({ ...pyramids, sexes: false }, '', '2021')![0]).toMatchObject({ women: 10, men: 0 });
  });
  it('regrouping and shares lose nobody', () => {
    const two = regroup(bars, [0, 65]);
    expect(two).toEqual([
      { from: 0, to: 64, women: 60, men: 70 },
      { from: 65, to: null, women: 32, men: 38 },
    ]);
    expect(peopleOf(two)).toBe(peopleOf(bars));
    expect(peopleOf(sharesOf(bars))).toBeCloseTo(100, 9);
    expect(() => regroup(bars, [0, 20])).toThrow('no class begins at 20');
    expect(shareBetween(bars, 0, 15)).toBe(10);
    expect(shareBetween(bars, 65)).toBe(35);
    expect(sharesOf([{ from: 0, to: null, women: 0, men: 0 }])[0]!.women).toBe(0);
  });
});

describe('in words', () => {
  const place = { name: 'Barca', level: 'zona' } as const;
  const words = { lang: 'it', period: '2021', estimated: false, sexes: true } as const;
  it('young and old beside the city, and who outlives whom', () => {
    const city = [
      { from: 0, to: 14, women: 6, men: 6 },
      { from: 15, to: 64, women: 30, men: 33 },
      { from: 65, to: null, women: 15, men: 10 },
    ];
    const text = plain(pyramidSentence(bars, city, place, words));
    expect(text).toMatch(/Barca ha meno di 15 anni il 10,0% dei residenti \(città 12,0%\)/);
    expect(text).toContain('almeno 65 il 35,0% (città 25,0%)');
    expect(text).toContain('le donne sono 60 ogni 100');
  });
  it('without sexes nothing is said of them; an estimate says what it is', () => {
    const text = pyramidSentence(
      bars,
      null,
      { name: '', level: 'comune' },
      {
        ...words,
        lang: 'en',
        sexes: false,
        estimated: true,
      },
    );
    expect(text).toMatch(/^In 2021, in the metropolitan city, 10\.0% of residents are under 15 and/);
    expect(text).not.toContain('women');
    expect(text).toContain('estimate of ISTAT');
  });
  it('a table of single years is told in classes of five, with the same people', () => {
    const single = Array.from({ length: 101 }, (_, age) => ({
      from: age,
      to: age < 100 ? age : null,
      women: 2,
      men: 1,
    }));
    const { rows, head } = pyramidTable(single, null, 'Età', words);
    expect(head).toEqual(['Età', 'Donne', 'Uomini', 'Quota']);
    expect(rows.map(({ cells }) => cells[0])).toEqual([
      ...Array.from({ length: 20 }, (_, i) => `${i * 5}–${i * 5 + 4}`),
      '100 e oltre',
    ]);
    expect(rows.reduce((sum, { cells }) => sum + Number(cells[1]), 0)).toBe(202);
  });
});
