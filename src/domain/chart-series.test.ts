import { describe, expect, it } from 'vitest';
import {
  seriesExtent,
  seriesLines,
  seriesSentence,
  seriesTable,
  sinceBreak,
  type SeriesView,
} from './chart-series';
import { summaryOf, tableOf, testGeography, type Rows } from './testing';

const suppressed = { missing: 'suppressed' } as const;
const rows: Rows = {
  citta: { '2010': [20], '2015': [22], '2021': [24] },
  quartiere: { '2010': [19, 21], '2015': [20, 24], '2021': [21, 27] },
  zona: { '2010': [18, 20, 20, 22], '2015': [19, suppressed, 21, 25], '2021': [20, 26, 20, 28] },
};
const view = (more: Partial<SeriesView> & { table?: SeriesView['table'] } = {}): SeriesView => ({
  lang: 'it',
  summary: summaryOf(),
  table: tableOf(rows),
  geography: testGeography,
  level: 'zona',
  period: '2021',
  area: null,
  picked: [],
  ...more,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('lines', () => {
  it('the chosen area lies on top, with what contains it and the city; a missing cell keeps its place', () => {
    const lines = seriesLines(view({ area: 'B', picked: ['A'] }));
    expect(lines.map(({ code, role }) => [code, role])).toEqual([
      ['C', 'other'],
      ['D', 'other'],
      ['12', 'container'],
      ['037006', 'city'],
      ['A', 'picked'],
      ['B', 'own'],
    ]);
    expect(lines.at(-1)!.points.map(({ cell }) => cell)).toEqual([{ value: 20 }, suppressed, { value: 26 }]);
  });
  it('a count stands beside no total', () => {
    const lines = seriesLines(view({ area: 'B', summary: summaryOf({ measure: 'count', unit: 'people' }) }));
    expect(new Set(lines.map(({ level }) => level))).toEqual(new Set(['zona']));
  });
  it('extent holds every value; counts begin at zero; equal values get a band', () => {
    const lines = seriesLines(view());
    expect(seriesExtent(lines, false)).toEqual([18, 28]);
    expect(seriesExtent(lines, true)).toEqual([0, 28]);
    expect(seriesExtent([{ ...lines[0]!, points: [{ period: '2010', cell: { value: 7 } }] }], false)).toEqual(
      [6.3, 7.7],
    );
    expect(seriesExtent([], false)).toEqual([0, 1]);
  });
});

describe('sentence', () => {
  it('of all areas: how many rose and fell, those without both values left out', () => {
    expect(seriesSentence(view())).toBe(
      'Dal 2010 al 2021, tra le 4 zone con un valore in entrambi gli anni, il valore è salito in 3 e rimasto uguale in 1.',
    );
  });
  it('of a chosen one: against the city then and now', () => {
    expect(plain(seriesSentence(view({ area: 'D' })))).toBe(
      'La zona Saffi era 2,0 punti sopra il valore della città (20,0%) nel 2010 ed è 4,0 punti sopra quello della città (24,0%) nel 2021. ' +
        'Il valore più basso della serie è 22,0% (2010), il più alto 28,0% (2021).',
    );
    expect(plain(seriesSentence(view({ area: 'D', lang: 'en' })))).toContain(
      'The Saffi zone was 2.0 points above the city value (20.0%) in 2010 and is 4.0 points above the city (24.0%) in 2021.',
    );
  });
  it('reaches back over no break in the series', () => {
    const table = tableOf(rows, { seriesBreaks: [{ period: '2015', note: { it: 'x', en: 'x' } }] });
    expect(sinceBreak(table, ['2010', '2015', '2021'], '2021')).toBe('2015');
    expect(seriesSentence(view({ table }))).toContain('Dal 2015 al 2021, tra le 3 zone');
    expect(seriesSentence(view({ table, area: 'D' }))).not.toContain('2010');
  });
  it('of the city alone: two stretches of ten years, and nothing where they would overlap or cross a break', () => {
    const long = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [String(2001 + i), [i]]));
    const city = (table: SeriesView['table']) =>
      seriesSentence(
        view({ level: 'citta', table, summary: summaryOf({ measure: 'count', unit: 'nights' }) }),
      );
    expect(plain(city(tableOf({ citta: long }, { decimals: 0 })))).toBe(
      'In media sono 5 notti nel 2001–2010 e 19 notti nel 2015–2024.',
    );
    const mark = [{ period: '2005', note: { it: 'x', en: 'x' } }];
    expect(city(tableOf({ citta: long }, { seriesBreaks: mark }))).toBe('');
    expect(city(tableOf({ citta: { '2001': [1], '2002': [2] } }))).toBe('');
    const months = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [
        `${2020 + Math.floor(i / 12)}-${10 + (i % 3)}-0${1 + (i % 9)}`,
        [i],
      ]),
    );
    expect(city(tableOf({ citta: months }))).toBe('');
  });
});

describe('table', () => {
  it('years down for a few lines, reasons in words', () => {
    const chosen = view({ area: 'B' });
    const table = seriesTable(chosen, seriesLines(chosen));
    expect(table.head).toEqual(['Anno', 'Colli', 'Savena (quartiere)', 'Bologna']);
    expect(table.rows[1]!.cells).toEqual(['2015', 'riservato', '24,0', '22,0']);
  });
  it('areas down for many', () => {
    const areas = { '2010': Array<number>(8).fill(1), '2021': Array<number>(8).fill(2) };
    const all = view({ level: 'area', table: tableOf({ area: areas }) });
    const table = seriesTable(all, seriesLines(all));
    expect(table.head).toEqual(['Area statistica', '2010', '2021']);
    expect(table.rows[0]).toEqual({ key: '1', cells: ['Via 1', '1,0', '2,0'] });
  });
});
