import { describe, expect, it } from 'vitest';
import type { Cell } from '../model/cell';
import { bivariateBin, bivariateOf, classesOf, linkOf, third } from './bivariate';
import { FEWEST_PAIRS } from './correlation';
import { bivariateSentences, linkSentence } from './bivariate-sentence';
import { bivariateColours } from './colour-bivariate';
import { missingStyle } from './colour';
import { contrast, distance, VISIONS } from './colour-metrics';
import { summaryOf, testGeography as geography } from './testing';

const cellsOf = (values: (number | Cell)[]) =>
  new Map(values.map((v, i): [string, Cell] => [`${i + 1}`, typeof v === 'number' ? { value: v } : v]));
const none = { first: 1, second: 1 };
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('bivariateOf', () => {
  it('takes thirds over the areas that have both', () => {
    const hidden: Cell = { missing: 'suppressed' };
    const model = bivariateOf(
      cellsOf([1, 2, 3, 4, 5, 6, 900, hidden]),
      cellsOf([6, 5, 4, 3, 2, 1, { missing: 'not-available' }, 3]),
      none,
    );
    expect(model.pairs).toHaveLength(6);
    expect([...model.cells.values()].slice(0, 6).map((c) => ('value' in c ? classesOf(c.value) : c))).toEqual(
      [
        { first: 0, second: 2 },
        { first: 0, second: 2 },
        { first: 1, second: 1 },
        { first: 1, second: 1 },
        { first: 2, second: 0 },
        { first: 2, second: 0 },
      ],
    );
    expect(model.cells.get('7')).toEqual({ missing: 'not-available' });
    expect(model.cells.get('8')).toEqual({ missing: 'suppressed' });
  });

  it('has two outer classes or a middle one where values are equal', () => {
    expect([third(1, [2]), third(3, [2])]).toEqual([0, 2]);
    expect(third(7, [])).toBe(1);
    const flat = bivariateOf(cellsOf([5, 5, 5]), cellsOf([1, 2, 3]), none);
    expect([...flat.cells.values()].map((c) => 'value' in c && classesOf(c.value).first)).toEqual([1, 1, 1]);
  });
});

describe('linkOf', () => {
  it('says nothing of few areas, and no link where chance would do as much', () => {
    expect(linkOf(0.99, FEWEST_PAIRS - 1)).toBe('too-few');
    expect(linkOf(null, 90)).toBe('too-few');
    expect(linkOf(0.45, 18)).toBe('none');
    expect(linkOf(0.45, 90)).toBe('clear');
    expect(linkOf(-0.3, 90)).toBe('weak');
    expect(linkOf(-0.8, 18)).toBe('strong');
    expect(linkOf(0.15, 1000)).toBe('none');
  });
});

describe('sentences', () => {
  const up = Array.from({ length: 12 }, (_, i) => i + 1);
  const axis = (title: string, values: number[], period = '2021') => ({
    summary: summaryOf({ title: { it: title, en: title } }),
    table: { decimals: 1 },
    period,
    cells: cellsOf(values),
  });
  const input = (second: number[], first = up) => {
    const [a, b] = [axis('Reddito', first), axis('Laureati', second)];
    const model = bivariateOf(a.cells, b.cells, none);
    return { lang: 'it' as const, first: a, second: b, model, geography, level: 'area' as const, area: null };
  };

  it('names measure and number of areas, and claims no cause', () => {
    expect(plain(linkSentence(input(up)))).toBe(
      'Tra le 12 aree statistiche con entrambi i dati, dove «Reddito» è più alto anche «Laureati» tende nettamente a essere più alto ' +
        '(correlazione di Spearman 1,00, n = 12): 8 su 12 sono nel terzo più alto di tutti e due, o nel più basso. ' +
        'Vanno insieme sulla mappa; perché, la mappa non lo dice.',
    );
    expect(plain(linkSentence({ ...input([...up].reverse()), lang: 'en' }))).toContain(
      'where «Reddito» is higher «Laureati» clearly tends to be lower (Spearman correlation −1.00, n = 12): 8 of 12',
    );
    for (const lang of ['it', 'en'] as const)
      expect(linkSentence({ ...input(up), lang })).not.toMatch(/caus|dipend|effett|because|depend|effect/i);
  });

  it('says when nothing is to be seen, and when too few areas are', () => {
    expect(linkSentence(input([5, 1, 9, 3, 12, 7, 2, 11, 6, 10, 4, 8]))).toContain(
      'non si vede un legame chiaro',
    );
    expect(linkSentence(input([1, 2, 3], [1, 2, 3]))).toContain('Con solo 3 luoghi');
    expect(linkSentence(input([], []))).toContain('nessun luogo');
  });

  it('puts a chosen area first, each number with its third; years only where they differ', () => {
    const told = bivariateSentences({ ...input(up), area: '1' });
    expect(plain(told.finding)).toMatch(
      /^Via 1: Reddito 1,0%, nel terzo più basso; Laureati 1,0%, nel terzo più basso\. /,
    );
    expect(told.title).toBe('Reddito e Laureati nell’area statistica Via 1, 2021');
    const second = axis('Laureati', up, '2022');
    expect(bivariateSentences({ ...input(up), second }).title).toBe('Reddito (2021) e Laureati (2022)');
  });
});

describe.each(['light', 'dark'] as const)('nine colours, %s', (theme) => {
  const colours = bivariateColours(theme);
  it.each(VISIONS)('any two of them stay apart, and off the paper and the missing patterns: %s', (vision) => {
    colours.forEach((a, i) => {
      for (const b of colours.slice(i + 1)) expect(distance(a, b, vision), `${a} ${b}`).toBeGreaterThan(9);
      expect(distance(a, theme === 'light' ? '#FAF7F2' : '#14161A', vision), a).toBeGreaterThan(8);
      expect(distance(a, missingStyle('suppressed', theme).ground, vision), a).toBeGreaterThan(8);
    });
  });

  it('more of either stands out more, and each side keeps its family', () => {
    const out = (first: number, second: number) =>
      contrast(colours[bivariateBin(first, second)]!, theme === 'light' ? '#FAF7F2' : '#14161A');
    for (let first = 0; first < 3; first += 1)
      for (let second = 0; second < 3; second += 1) {
        if (first < 2) expect(out(first + 1, second)).toBeGreaterThan(out(first, second));
        if (second < 2) expect(out(first, second + 1)).toBeGreaterThan(out(first, second));
      }
    const blueOf = (hex: string) => parseInt(hex.slice(5, 7), 16) - parseInt(hex.slice(1, 3), 16);
    expect(blueOf(colours[2]!)).toBeGreaterThan(60);
    expect(blueOf(colours[6]!)).toBeLessThan(-60);
  });
});
