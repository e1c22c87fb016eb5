import { describe, expect, it } from 'vitest';
import { spreadOf, spreadTable, spreadText, type SpreadView } from './chart-spread';
import { summaryOf, tableOf, testGeography, type Rows } from './testing';

const suppressed = { missing: 'suppressed' } as const;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const rows: Rows = {
  citta: { '2021': [24] },
  quartiere: { '2021': [21, 27] },
  zona: { '2021': [20, suppressed, 22, 28] },
  area: { '2021': [10, 12, 14, 16, 18, 20, 22, 24] },
};
const view = (more: Partial<SpreadView> = {}): SpreadView => ({
  lang: 'it',
  summary: summaryOf({ levels: ['citta', 'quartiere', 'zona', 'area'] }),
  table: tableOf(rows),
  geography: testGeography,
  level: 'area',
  period: '2021',
  area: null,
  city: 24,
  ...more,
});

describe('dots', () => {
  it('one for each area with a value, with the quartiere it lies in; quartiles count each area once', () => {
    const spread = spreadOf(view());
    expect(spread.dots.map(({ code, within }) => [code, within])).toEqual(
      ['Navile', 'Navile', 'Savena', 'Savena', 'Navile', 'Navile', 'Savena', 'Savena'].map((q, i) => [
        `${i + 1}`,
        q,
      ]),
    );
    expect(spread.quartiles).toEqual([13.5, 17, 20.5]);
    expect(spread.rows).toEqual(['Navile', 'Savena']);
  });
  it('an area without a value has no place on the axis, and few areas have no middle half', () => {
    const spread = spreadOf(view({ level: 'zona' }));
    expect(spread.dots.map(({ code }) => code)).toEqual(['A', 'C', 'D']);
    expect(spread.quartiles).toBeNull();
    expect(spreadOf(view({ level: 'quartiere' })).rows).toEqual([]);
  });
});

describe('sentence', () => {
  it('says the middle, and of the chosen area the part it lies in, never a rank', () => {
    const text = plain(spreadText(view({ area: '8' })));
    expect(text).toContain('quella di mezzo ha il 17,0%');
    expect(text).toContain('tra il 13,5% e il 20,5%');
    expect(text).toContain('sta nel quarto con i valori più alti');
    expect(text).not.toMatch(/prima|ultima|\d+[ªº]/);
    expect(plain(spreadText(view({ area: '1', lang: 'en' })))).toContain(
      'lies in the quarter with the lowest values',
    );
    expect(plain(spreadText(view({ area: '4' })))).toContain('sta nella metà centrale');
  });
  it('says how many areas have no value', () => {
    expect(spreadText(view({ level: 'zona' }))).toBe('1 zona non ha un valore e non compare.');
    expect(spreadText(view({ level: 'zona', lang: 'en' }))).toBe('1 zone has no value and is not drawn.');
  });
  it('of an index that is no ranking the part is not said', () => {
    const index = summaryOf({ measure: 'index', unit: 'index' });
    expect(spreadText(view({ area: '8', summary: index }))).not.toContain('quarto');
  });
});

it('the table is in the order of names, reasons in words', () => {
  const { rows: lines, caption } = spreadTable(view({ level: 'zona' }));
  expect(caption).toBe('Residenti di 65 anni e oltre, 2021');
  expect(lines.map(({ key, cells }) => [key, ...cells.map(plain)])).toEqual([
    ['A', 'Barca', '20,0%'],
    ['B', 'Colli', expect.stringMatching(/riservat|withheld/i)],
    ['C', 'Lame', '22,0%'],
    ['D', 'Saffi', '28,0%'],
  ]);
});
