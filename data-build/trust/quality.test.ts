import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION, type Geography, type Table } from '../../src/model/manifest';
import { freshness, lastDay } from './fresh';
import { agid, formatOf, isOpenLicence, stars } from './open';
import { rangesOf } from './provenance';
import { indicatorQuality, modifiedZ } from './quality-cells';
import { tableQuality } from './quality-table';

const places = {
  area: new Map([
    ['1', 'Aeroporto'],
    ['2', 'S. Viola'],
    ['3', 'Corticella'],
  ]),
};

describe('tableQuality', () => {
  const row = (area: string, period: string, n: string) => ({ area, period, n });
  it('counts gaps, repetitions, codes that join to nothing, and coverage by period', () => {
    const rows = [
      row('1', '2020', '5'),
      row('2', '2020', ''),
      row('1', '2021', '6'),
      row('99', '2021', '7'),
      row('99', '2021', '7'),
      row('', '2021', '8'),
    ];
    expect(tableQuality('data.csv', rows, places)).toEqual({
      file: 'data.csv',
      rows: 6,
      key: [],
      duplicates: 1,
      incomplete: { area: 0.8333, n: 0.8333 },
      completeness: 0.8888,
      places: [{ level: 'area', by: 'code', covered: 2, of: 3, unmatched: { 99: 2 }, empty: 1 }],
      periods: [
        { period: '2020', rows: 2, areas: { area: 2 } },
        { period: '2021', rows: 4, areas: { area: 1 } },
      ],
    });
  });

  it('joins by name where a column holds names, and an empty table is complete', () => {
    const found = tableQuality('x.csv', [row('s. viola', '2020', '1'), row('Altrove', '2020', '1')], places);
    expect(found.places[0]).toMatchObject({ by: 'name', covered: 1, unmatched: { Altrove: 1 } });
    expect(tableQuality('x.csv', [], places)).toMatchObject({ rows: 0, completeness: 1, periods: [] });
  });
});

const area = (code: string) => ({
  code,
  name: code,
  parents: {},
  point: [0, 0],
  bbox: [0, 0, 1, 1],
  km2: 1,
  neighbours: [],
});
const geography = {
  schemaVersion: SCHEMA_VERSION,
  levels: { area: Array.from({ length: 12 }, (_, i) => area(String(i + 1))) },
} as unknown as Geography;
const table = (periods: string[], cells: (number | 's' | 'n')[]) =>
  ({
    indicator: 'x.y',
    levels: { area: { periods, cells, breaks: [], extent: [0, 1] } },
  }) as unknown as Table;
const CALM = [10, 11, 12, 10, 11, 12, 10, 11, 12, 10];

describe('indicatorQuality', () => {
  it('counts reasons by level and names what stands out, furthest first', () => {
    const found = indicatorQuality(table(['2020', '2021'], [...CALM, 99, 's', ...CALM, -40, 'n']), geography);
    expect(found.cells.area).toEqual({
      value: 22,
      suppressed: 1,
      'not-available': 1,
      unreliable: 0,
      'not-applicable': 0,
    });
    expect(found.outliers.count).toBe(2);
    expect(found.outliers.named.map(({ area: code, period }) => [code, period])).toEqual([
      ['11', '2020'],
      ['11', '2021'],
    ]);
  });

  it('makes no statement on few values or on values that are mostly equal', () => {
    expect(modifiedZ([1, 2, 900])).toEqual([]);
    expect(modifiedZ([...Array.from({ length: 11 }, () => 5), 900])).toEqual([]);
  });

  it('scores as published: 0.6745·(x − median)/MAD', () => {
    const z = modifiedZ([1, 2, 3, 4, 5, 6, 7, 8, 9, 50]);
    // Median 5.5, deviations 0.5 0.5 1.5 1.5 2.5 2.5 3.5 3.5 4.5 44.5, MAD 2.5.
    expect(z[9]).toBeCloseTo((0.6745 * 44.5) / 2.5, 10);
  });
});

describe('freshness', () => {
  it.each([
    ['ANNUAL', '2025-07-30', '2026-07-23', 'kept'],
    ['ANNUAL', '2025-07-01', '2026-07-23', 'late'],
    ['NEVER', '2010-01-01', '2026-07-23', 'closed'],
    ['IRREG', '2010-01-01', '2026-07-23', 'no-promise'],
    ['ANNUAL', '', '2026-07-23', 'unknown'],
    ['', '', '', 'unknown'],
  ])('%s changed on %s, seen on %s: %s', (frequency, modified, asOf, status) => {
    expect(freshness('2024', '2026-11-23', { frequency, modified, asOf }).status).toBe(status);
  });

  it('dates a period by its last day, and only what is a date', () => {
    expect([lastDay('2023'), lastDay('2024-02'), lastDay('2024-02-03'), lastDay('2024-2025')]).toEqual([
      '2023-12-31',
      '2024-02-29',
      '2024-02-03',
      null,
    ]);
    expect(freshness('2025', '2026-01-31', {}).lastPeriodAge).toBe(31);
  });
});

describe('openness', () => {
  const source = (path: string, url = 'https://example.org/') => ({
    path,
    url,
    bytes: 1,
    sha256: '0'.repeat(64),
  });
  const meta = (licence: string, ...sources: ReturnType<typeof source>[]) => ({
    licence: { id: licence, title: licence, url: 'https://example.org/' },
    sources,
  });

  it('reads the format from the export’s address, else from the name', () => {
    expect(formatOf(source('a/b.zip', 'https://x.org/datasets/d/exports/shp'))).toBe('shp');
    expect(formatOf(source('a/b.csv.gz'))).toBe('csv');
    expect(formatOf(source('a/b.zip'))).toBeNull();
  });

  it('knows which licences are open', () => {
    for (const id of ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-3.0-IT', 'CC-BY-SA-4.0', 'ODbL-1.0', 'IODL-2.0'])
      expect(isOpenLicence(id), id).toBe(true);
    for (const id of ['CC-BY-NC-3.0-IT', 'CC-BY-ND-4.0', 'CC-BY-NC-SA-4.0', 'Proprietary', ''])
      expect(isOpenLicence(id), id).toBe(false);
  });

  it('gives each star only on top of the one before', () => {
    expect(stars(meta('CC-BY-4.0', source('a.csv'))).stars).toBe(3);
    expect(stars(meta('CC-BY-4.0', source('a.csv'), source('b.xlsx'))).stars).toBe(2);
    expect(stars(meta('CC-BY-4.0', source('a.pdf'))).stars).toBe(1);
    expect(stars(meta('CC-BY-4.0', source('a.zip'))).stars).toBe(1);
    expect(stars(meta('CC-BY-NC-3.0-IT', source('a.csv'))).stars).toBe(0);
  });

  it('says of each AgID item met, unmet or not recorded', () => {
    const full = {
      ...meta('CC-BY-4.0', source('a.csv')),
      id: 'x',
      title: { it: 'T', en: 'T' },
      publisher: 'P',
      sourceId: 'x',
      landingPage: 'https://example.org/',
      period: ['2020', '2021'] as [string, string],
      accessed: '2026-01-01',
      notes: [],
    };
    const met = Object.fromEntries(
      agid(full, { frequency: 'ANNUAL', modified: null, contact: null }).map((check) => [
        check.id,
        check.met,
      ]),
    );
    expect(met).toMatchObject({
      licence: true,
      format: true,
      frequency: true,
      modified: null,
      contact: null,
    });
  });
});

describe('rangesOf', () => {
  it('joins consecutive periods that lack the same', () => {
    const full = [...CALM, 1, 2];
    const ranges = rangesOf(table(['2019', '2020', '2021'], [...full, ...full, ...CALM, 1, 's']), () => 12);
    expect(ranges.map(({ from, to, periods, cells }) => [from, to, periods, cells.suppressed])).toEqual([
      ['2019', '2020', 2, 0],
      ['2021', '2021', 1, 1],
    ]);
  });
});
