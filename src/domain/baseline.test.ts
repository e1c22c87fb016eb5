import { describe, expect, it } from 'vitest';
import { stripesOf, stripesSentence, stripesTable } from './baseline';
import { summaryOf, tableOf, testGeography } from './testing';

const years = (n: number, value: (i: number) => number) =>
  tableOf({ citta: Object.fromEntries(Array.from({ length: n }, (_, i) => [String(2001 + i), [value(i)]])) });
const warm = summaryOf({ measure: 'mean', unit: 'celsius' });
const words = (table: ReturnType<typeof tableOf>, summary = warm) => ({
  table,
  summary,
  lang: 'it' as const,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('baseline', () => {
  it('is the mean of the first twenty years of a longer series, and is stated', () => {
    const table = years(24, (i) => (i < 20 ? 14 : 15 + i / 100));
    const stripes = stripesOf(warm, table, testGeography)!;
    expect([stripes.baseline, stripes.reference]).toEqual([14, ['2001', '2020']]);
    expect(stripes.stripes[0]!.anomaly).toBe(0);
    expect(stripes.reach).toBeCloseTo(1.23, 9);
    expect(plain(stripesSentence(stripes, words(table)))).toBe(
      'Il punto di riferimento è la media 2001–2020: 14,0 °C.',
    );
  });
  it('names the five highest years where they stand apart', () => {
    const table = years(24, (i) => 14 + i / 10);
    const stripes = stripesOf(warm, table, testGeography)!;
    expect(stripesSentence(stripes, words(table))).toContain(
      'I cinque anni più caldi sono 2020, 2021, 2022, 2023 e 2024.',
    );
  });
  it('of a shorter series is its own mean; of a change it is zero', () => {
    expect(
      stripesOf(
        warm,
        years(10, (i) => i),
        testGeography,
      )!.baseline,
    ).toBe(4.5);
    const change = stripesOf(
      summaryOf({ ramp: 'change' }),
      years(10, (i) => i),
      testGeography,
    )!;
    expect([change.baseline, change.reference]).toEqual([0, null]);
  });
  it('keeps the place of a year without a value', () => {
    const table = tableOf({ citta: { '2001': [1], '2002': [{ missing: 'not-available' }], '2003': [3] } });
    const stripes = stripesOf(warm, table, testGeography)!;
    expect(stripes.stripes.map(({ anomaly }) => anomaly)).toEqual([-1, null, 1]);
    expect(stripesTable(stripes, words(table)).rows[1]!.cells).toEqual(['2002', '–', '–']);
  });
  it('is nothing without a city', () => {
    expect(stripesOf(warm, tableOf({ zona: { '2001': [1, 2, 3, 4] } }), testGeography)).toBeNull();
  });
});
