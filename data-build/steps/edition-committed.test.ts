import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DatasetSchema } from '../../src/model/manifest';
import { editionDatasets } from './edition';
import { discover, refreshAll } from './edition-refresh';
import { normaliseName } from './parse-names';
import { sha256 } from './read';

/** The committed edition: figures the publishers print, keys that join, hashes that hold. */
const EDITION = join(import.meta.dirname, '../edition');
const read = (...parts: string[]): string => readFileSync(join(EDITION, ...parts), 'utf8');

type Row = Record<string, string>;
function table(id: string, name = 'data'): Row[] {
  const [header = '', ...lines] = read(id, `${name}.csv`).trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    expect(cells).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);
const years = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
const CODES = years(1, 90);
/** Codes met in each period; every period must have the same ones for coverage to be whole. */
const codesByPeriod = (rows: readonly Row[], column: string): Map<string, Set<string>> => {
  const met = new Map<string, Set<string>>();
  for (const row of rows) met.set(row['period']!, (met.get(row['period']!) ?? new Set()).add(row[column]!));
  return met;
};

const index = JSON.parse(read('edition.json')) as {
  id: string;
  datasets: { id: string; accessed: string; files: { name: string; bytes: number; sha256: string }[] }[];
};

describe('edition', () => {
  it('lists every folder with hashes that hold', () => {
    expect(index.id).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(index.datasets.map((d) => d.id)).toEqual(editionDatasets(EDITION));
    for (const { id, files } of index.datasets) {
      expect(files.map((f) => f.name)).toEqual(readdirSync(join(EDITION, id)).sort());
      for (const file of files) {
        const text = read(id, file.name);
        expect([Buffer.byteLength(text), sha256(text)], `${id}/${file.name}`).toEqual([
          file.bytes,
          file.sha256,
        ]);
        expect(
          text.includes('\r') || text.startsWith('\ufeff') || !text.endsWith('\n'),
          `${id}/${file.name}`,
        ).toBe(false);
      }
    }
  });

  it.each(editionDatasets(EDITION))('%s carries whole metadata', (id) => {
    const meta = JSON.parse(read(id, 'meta.json')) as { sources: { sha256: string; url: string }[] };
    expect(v.parse(DatasetSchema, meta).id).toBe(id);
    expect(meta.sources.length).toBeGreaterThan(0);
    for (const source of meta.sources) {
      expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(source.url).toMatch(/^https:\/\//);
    }
  });

  it('weighs less than 25 MB', () => {
    const bytes = index.datasets.flatMap((d) => d.files).reduce((total, file) => total + file.bytes, 0);
    expect(bytes).toBeLessThan(25e6);
  });
});

describe('residents', () => {
  const zona = table('population-zona');
  const area = table('population-area');
  const of = (rows: readonly Row[], period: string): Row[] => rows.filter((row) => row['period'] === period);

  it('add up to the published city totals', () => {
    expect(sum(of(zona, '1986'), 'residents')).toBe(432_406);
    expect(sum(of(zona, '2023'), 'residents')).toBe(392_017);
  });

  it.each(years(2010, 2021))('agree between area and zona files in %s, but for no fixed abode', (period) => {
    const noAbode = of(zona, period).filter((row) => row['zona'] === '99');
    expect(sum(of(area, period), 'residents') + sum(noAbode, 'residents')).toBe(
      sum(of(zona, period), 'residents'),
    );
  });

  it('agree zona by zona in 2021', () => {
    const parent = new Map(table('geography', 'hierarchy').map((row) => [row['area'], row['zona']]));
    for (const code of new Set(parent.values())) {
      const inside = of(area, '2021').filter((row) => parent.get(row['area']) === code);
      const whole = of(zona, '2021').filter((row) => row['zona'] === code);
      expect(sum(inside, 'residents'), `zona ${String(code)}`).toBe(sum(whole, 'residents'));
    }
  });

  it('cover 90 areas in 2010–2021 and 18 zone and no fixed abode in 1986–2023', () => {
    const areas = codesByPeriod(area, 'area');
    expect([...areas.keys()].sort()).toEqual(years(2010, 2021));
    for (const met of areas.values()) expect(met.size).toBe(90);
    const zone = codesByPeriod(zona, 'zona');
    expect([...zone.keys()].sort()).toEqual(years(1986, 2023));
    for (const met of zone.values()) expect([...met].filter((code) => code !== '99')).toHaveLength(18);
  });

  it('use the agreed words', () => {
    const words = (rows: readonly Row[], column: string): string[] =>
      [...new Set(rows.map((row) => row[column]!))].sort();
    const bands = ['0-2', '15-24', '25-29', '3-5', '30-34', '35-44', '45-54', '55-64', '6-14', '65+'];
    expect(words(area, 'age')).toEqual(bands);
    expect(words(zona, 'age')).toEqual(['0-17', '18+']);
    expect(words(zona, 'birthplace')).toEqual([...'12345678']);
    for (const rows of [area, zona]) {
      expect(words(rows, 'sex')).toEqual(['f', 'm']);
      expect(words(rows, 'citizenship')).toEqual(['foreign', 'italian']);
      expect(rows.every((row) => /^[1-9]\d*$/.test(row['residents']!))).toBe(true);
    }
  });
});

describe.each([
  ['income-mean', years(2009, 2021), ['99', 'nr'], ['taxpayers', 'taxable_income']],
  ['income-median', years(2016, 2021), ['99'], ['taxpayers', 'median_income']],
  ['households', years(2016, 2023), ['99'], ['households']],
  ['fragility', ['2021', '2022'], [], []],
])('%s', (id, periods, others, counts) => {
  const rows = table(id);
  it('covers the 90 areas in every period and joins on nothing else', () => {
    const met = codesByPeriod(rows, 'area');
    expect([...met.keys()].sort()).toEqual(periods);
    for (const [period, codes] of met) {
      expect(
        CODES.filter((code) => !codes.has(code)),
        period,
      ).toEqual([]);
      expect(
        [...codes].filter((code) => !CODES.includes(code) && !(others as string[]).includes(code)),
        period,
      ).toEqual([]);
    }
  });
  it('holds whole numbers', () => {
    for (const column of counts)
      expect(
        rows.every((row) => /^\d+$/.test(row[column]!)),
        column,
      ).toBe(true);
  });
});

describe('fragility', () => {
  it('leaves excluded areas without indices and no other', () => {
    const rows = table('fragility');
    for (const row of rows) {
      const indices = [row['demographic'], row['social'], row['economic'], row['overall']];
      expect(
        indices.every((cell) => (cell === '') === (row['excluded'] === '1')),
        `${row['area']} ${row['period']}`,
      ).toBe(true);
    }
    const excluded = (period: string): number =>
      rows.filter((r) => r['period'] === period && r['excluded'] === '1').length;
    expect([excluded('2021'), excluded('2022')]).toEqual([11, 12]);
  });
});

/** A folder of raw exports, which no clone holds. */
const RAW = process.env['RAW_DIR'] ?? '';
describe('raw exports', () => {
  it.skipIf(!existsSync(RAW))(
    'give the committed bytes again (skipped without a folder of raw exports in RAW_DIR)',
    async () => {
      const edition = mkdtempSync(join(tmpdir(), 'edition-'));
      try {
        const modules = await discover(join(import.meta.dirname, '../datasets'));
        const report = await refreshAll({
          from: RAW,
          edition,
          modules,
          date: '2000-01-01',
          log: () => undefined,
        });
        expect(report.failed).toEqual([]);
        // The day of access is the only thing that depends on the run.
        const undated = (text: string): string => text.replace(/"accessed": "[\d-]+"/, '');
        for (const { id, files } of index.datasets) {
          for (const { name } of files) {
            const again = readFileSync(join(edition, id, name), 'utf8');
            expect(sha256(undated(again)), `${id}/${name}`).toBe(sha256(undated(read(id, name))));
          }
        }
      } finally {
        rmSync(edition, { recursive: true, force: true });
      }
    },
    600_000,
  );

  it.skipIf(!existsSync(RAW))('spell area names as the edition does, capitals apart', () => {
    const text = readFileSync(join(RAW, 'timeseries/redditi-per-area-statistica.csv'), 'utf8');
    const theirs = new Map(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(';')[1]!)
        .map((n) => [normaliseName(n), n]),
    );
    const different = table('geography', 'hierarchy')
      .map((row) => [row['area_name']!, theirs.get(normaliseName(row['area_name']!))])
      .filter(([ours, name]) => ours !== name);
    // Three we write otherwise on purpose: an acronym, an accent, a preposition.
    expect(different).toEqual([
      ['Ducati-Villaggio INA', 'Ducati-Villaggio Ina'],
      ["Piazza dell'Unità", "Piazza dell'Unita'"],
      ['Tiro a Segno', 'Tiro A Segno'],
    ]);
  });
});
