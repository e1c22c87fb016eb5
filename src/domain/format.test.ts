import { describe, expect, it } from 'vitest';
import { MISSING } from '../model/cell';
import { LANGS, LEVELS } from '../model/ids';
import { UNITS } from '../model/unit';
import {
  asPrinted,
  differenceInPrint,
  formatCell,
  formatDifference,
  formatGap,
  formatNumber,
  formatPeriod,
  formatValue,
  levelLabel,
  missingLabel,
  missingReason,
  unitLabel,
} from './format';

/** Spaces that do not break, made visible. */
const plain = (text: string) => text.replaceAll('\u00a0', '~');

describe('formatNumber', () => {
  it('Italian groups four digits too and uses the decimal comma', () => {
    expect(formatNumber(2790, 0, 'it')).toBe('2.790');
    expect(formatNumber(392017.25, 1, 'it')).toBe('392.017,3');
    expect(formatNumber(392017.25, 1, 'en')).toBe('392,017.3');
  });
  it('a true minus, none on a rounded zero', () => {
    expect(formatNumber(-3.2, 1, 'it')).toBe('\u22123,2');
    expect(formatNumber(-0.04, 1, 'it')).toBe('0,0');
  });
});

describe('formatValue', () => {
  it.each([
    [23.41, 'percent', 1, '23,4%', '23.4%'],
    [24512.4, 'euro', 0, '24.512~€', '€24,512'],
    [-300, 'euro', 0, '\u2212300~€', '\u2212€300'],
    [2790, 'per-km2', 0, '2.790~ab./km²', '2,790~people/km²'],
    [12.34, 'things-per-km2', 1, '12,3~per~km²', '12.3~per~km²'],
    [1, 'things-per-km2', 0, '1~per~km²', '1~per~km²'],
    [13.51, 'km-per-km2', 1, '13,5~km/km²', '13.5~km/km²'],
    [218, 'per100', 0, '218~ogni~100', '218~per~100'],
    [101.24, 'index', 1, '101,2', '101.2'],
    [392017, 'people', 0, '392.017~persone', '392,017~people'],
    [1, 'people', 0, '1~persona', '1~person'],
  ] as const)('%d %s', (value, unit, decimals, it, en) => {
    expect(plain(formatValue(value, unit, decimals, 'it'))).toBe(it);
    expect(plain(formatValue(value, unit, decimals, 'en'))).toBe(en);
  });
});

describe('formatDifference', () => {
  it.each([
    [3.2, 'percent', 1, '+3,2~punti', '+3.2~points'],
    [-1, 'percent', 0, '\u22121~punto', '\u22121~point'],
    [0.01, 'percent', 1, '0,0~punti', '0.0~points'],
    [-1200, 'euro', 0, '\u22121.200~€', '\u2212€1,200'],
    [0.4, 'index', 1, '+0,4~punti', '+0.4~points'],
    [1.2, 'things-per-km2', 1, '+1,2~per~km²', '+1.2~per~km²'],
    [12, 'per-km2', 0, '+12~ab./km²', '+12~people/km²'],
  ] as const)('%d %s', (difference, unit, decimals, it, en) => {
    expect(plain(formatDifference(difference, unit, decimals, 'it'))).toBe(it);
    expect(plain(formatDifference(difference, unit, decimals, 'en'))).toBe(en);
  });
  it('the size alone carries no sign', () => {
    expect(plain(formatGap(-3.2, 'percent', 1, 'it'))).toBe('3,2~punti');
  });
});

describe('differenceInPrint', () => {
  it('is what a reader works out from the two numbers, not what the hidden digits say', () => {
    // 24,7 beside 15,6: 9,1, although the difference itself rounds to 9,0.
    expect(24.651 - 15.649).toBeLessThan(9.05);
    expect(differenceInPrint(24.651, 15.649, 1)).toBe(9.1);
    expect(differenceInPrint(24.66, 24.74, 1)).toBe(0);
    expect(Object.is(differenceInPrint(1, 1, 0), 0)).toBe(true);
    expect(differenceInPrint(-0.04, 0.04, 1)).toBe(0);
  });

  it('agrees with the print of any two numbers, in every number of digits', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const digits = (text: string) => Number(text.replaceAll(',', '').replace('\u2212', '-'));
    for (let i = 0; i < 3000; i++) {
      const decimals = i % 4;
      const [a, b] = [(random() - 0.3) * 10 ** (i % 6), (random() - 0.3) * 10 ** (i % 6)];
      const [x, y] = [formatNumber(a, decimals, 'en'), formatNumber(b, decimals, 'en')];
      expect(asPrinted(a, decimals)).toBe(digits(x) + 0);
      const said = digits(formatNumber(differenceInPrint(a, b, decimals), decimals, 'en'));
      expect(Math.round((digits(x) - digits(y) - said) * 10 ** decimals) + 0, `${x} and ${y}`).toBe(0);
    }
  });
});

describe('words', () => {
  it('a missing cell reads as its reason, four ways in each language', () => {
    expect(formatCell({ missing: 'suppressed' }, 'percent', 1, 'it')).toBe('riservato');
    expect(formatCell({ value: 1.25 }, 'percent', 1, 'en')).toBe('1.3%');
    for (const lang of LANGS) {
      expect(new Set(MISSING.map((why) => missingLabel(why, lang))).size).toBe(4);
      for (const why of MISSING) expect(missingReason(why, lang)).toMatch(/^[A-Z].+\.$/);
    }
  });
  it('every unit and level has a name in both languages', () => {
    for (const lang of LANGS) {
      for (const unit of UNITS) expect(unitLabel(unit, lang)).not.toBe('');
      for (const level of LEVELS) expect(levelLabel(level, lang)).not.toBe('');
    }
    expect(levelLabel('area', 'it', { plural: true })).toBe('aree statistiche');
    expect(levelLabel('comune', 'en', { plural: true })).toBe('municipalities');
  });
  it('periods as years, months and days', () => {
    expect(['2021', '2021-05', '2021-05-31'].map((p) => formatPeriod(p, 'it'))).toEqual([
      '2021',
      'maggio 2021',
      '31 maggio 2021',
    ]);
    expect(['2021', '2021-05', '2021-05-31'].map((p) => formatPeriod(p, 'en'))).toEqual([
      '2021',
      'May 2021',
      '31 May 2021',
    ]);
    expect(['2024-01-01', '2024-01-11', '2024-01'].map((p) => formatPeriod(p, 'it'))).toEqual([
      '1° gennaio 2024',
      '11 gennaio 2024',
      'gennaio 2024',
    ]);
    expect(formatPeriod('2024-01-01', 'en')).toBe('1 January 2024');
    expect(formatPeriod('boh', 'it')).toBe('boh');
    expect(formatPeriod('2021-99', 'it')).toBe('2021-99');
  });
});

describe('units of things', () => {
  it.each([
    [12.34, 'per1000', 1, '12,3 ogni 1.000', '12.3 per 1,000'],
    [46.2, 'years', 1, '46,2 anni', '46.2 years'],
    [1, 'days', 0, '1 giorno', '1 day'],
    [1860000, 'nights', 0, '1.860.000 notti', '1,860,000 nights'],
    [1, 'households', 0, '1 famiglia', '1 household'],
    [16.1, 'celsius', 1, '16,1 °C', '16.1 °C'],
    [24, 'ugm3', 0, '24 µg/m³', '24 µg/m³'],
    [240.2, 'km', 1, '240,2 km', '240.2 km'],
    [2022, 'number', 0, '2.022', '2,022'],
  ] as const)('%f %s', (value, unit, decimals, inItalian, inEnglish) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(formatValue(value, unit, decimals, 'it'))).toBe(inItalian);
    expect(plain(formatValue(value, unit, decimals, 'en'))).toBe(inEnglish);
  });
});
