import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION, type Geography, type Table } from '../../src/model/manifest';
import { freshness, lastDay } from './fresh';
import { agid, formatOf, isOpenLicence, stars } from './open';
import { rangesOf } from './provenance';
import { indicatorQuality, modifiedZ } from './quality-cells';
import { rawQuality } from './quality-raw';
import { tableQuality } from './quality-table';
import { timeOutliers } from './quality-time';

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

describe('timeOutliers', () => {
  const AREAS = 12;
  const PERIODS = Array.from({ length: 9 }, (_, i) => String(2010 + i));
  /** Series of every area around `level`, which wobble by up to `swing` of it, each in its own rhythm. */
  const calm = (level: number, swing: number): (number | 's' | 'u')[][] =>
    PERIODS.map((_, p) =>
      Array.from({ length: AREAS }, (__, a) => level * (1 + swing * Math.sin(7 * a + 5 * p + a * p))),
    );
  const found = (
    series: (number | 's' | 'u')[][],
    measure: 'mean' | 'count' | 'share' = 'mean',
    unit: 'euro' | 'people' | 'percent' = 'euro',
  ) =>
    timeOutliers(
      { ...table(PERIODS, series.flat() as never), decimals: 0 } as Table,
      { measure, unit },
      geography,
    );

  it('finds a jump once, with what stands around it, and not its neighbours', () => {
    const series = calm(50_000, 0.01);
    series[4]![2] = 73_506;
    const { count, named } = found(series);
    expect(count).toBe(1);
    expect(named[0]).toMatchObject({ level: 'area', period: '2014', area: '3', value: 73_506 });
    expect(named[0]!.neighbours).toEqual([2, 3, 5, 6].map((p) => series[p]![2]));
    expect(named[0]!.z).toBeGreaterThan(6);
  });

  it('finds a step at the end of a series of three', () => {
    const series = calm(500, 0.02).slice(0, 3);
    [series[0]![5], series[1]![5], series[2]![5]] = [592, 39, 39];
    const three = { ...table(PERIODS.slice(0, 3), series.flat() as never), decimals: 0 } as Table;
    const { named } = timeOutliers(three, { measure: 'count', unit: 'people' }, geography);
    expect(named.map(({ area: code, period }) => [code, period])).toEqual([['6', '2010']]);
  });

  it('is not moved by what hits every area in the same period', () => {
    const series = calm(50_000, 0.01);
    series[4] = series[4]!.map((value) => Number(value) / 2);
    expect(found(series).count).toBe(0);
  });

  it('leaves out the noise of flat series, shares within two points, chance of small counts, and an area that always swings', () => {
    const flat = calm(50_000, 0.0001);
    flat[4]![2] = 54_000;
    expect(found(flat).count).toBe(0);
    const share = calm(20, 0.001);
    share[4]![2] = 21.9;
    expect(found(share, 'share', 'percent').count).toBe(0);
    share[4]![2] = 22.5;
    expect(found(share, 'share', 'percent').count).toBe(1);
    const small = calm(4, 0.01);
    small[4]![2] = 12;
    expect(found(small, 'count', 'people').count).toBe(0);
    const swinging = calm(50_000, 0.01);
    swinging.forEach((row, p) => (row[2] = p % 2 ? 50_000 : 70_000));
    expect(found(swinging).count).toBe(0);
  });

  it('never sees what is not published, and makes no statement on few areas or few values', () => {
    const series = calm(50_000, 0.01);
    series[4]![2] = 's';
    series[5]![3] = 'u';
    expect(found(series).count).toBe(0);
    const two = calm(50_000, 0.01).slice(0, 2);
    two[0]![2] = 90_000;
    const pair = table(['2010', '2011'], two.flat() as never);
    expect(timeOutliers(pair, { measure: 'mean', unit: 'euro' }, geography).count).toBe(0);
    const few = { ...geography, levels: { area: geography.levels.area!.slice(0, 9) } };
    const rows = calm(50_000, 0.01).map((row) => row.slice(0, 9));
    rows[4]![2] = 90_000;
    expect(
      timeOutliers(table(PERIODS, rows.flat() as never), { measure: 'mean', unit: 'euro' }, few).count,
    ).toBe(0);
  });
});

describe('rawQuality', () => {
  const source = { path: 'a/b.csv', url: 'https://example.org/', bytes: 1, sha256: '0'.repeat(64) };
  const profile = { format: 'csv', rows: 3, columns: 2, repeated: 1, empty: { x: 2 } };

  it('hands on what the refresh measured, and nothing for other formats or older editions', () => {
    expect(rawQuality([{ ...source, profile }, { ...source, profile: null }, source])).toEqual([
      { file: 'a/b.csv', ...profile },
    ]);
    expect(() => rawQuality([{ ...source, profile: { ...profile, rows: -1 } }])).toThrow();
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
