import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Daily, Pyramids, Traffic } from '../../src/model/series';
import { safeClasses } from '../bases/pyramids';
import { openEdition } from '../edition-reader';
import { buildGeography, levelShapes } from '../steps/geography';
import type { WholeExtra, ExtraFiles } from './extra';
import { extra as air } from './series-air';
import { extra as pyramids } from './series-pyramids';
import { extra as temperature } from './series-temperature';
import { extra as traffic } from './series-traffic';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const geography = buildGeography(levelShapes(edition.only(['geography'])));
const files: ExtraFiles = {};
const build = (extra: WholeExtra) =>
  extra.build({
    edition: edition.only(extra.datasets),
    geography,
    indicators: [],
    first: () => undefined,
    indicator: () => {
      throw new Error('reads no indicator');
    },
  });

beforeAll(async () => {
  for (const extra of [air, pyramids, temperature, traffic]) Object.assign(files, await build(extra));
});

it('every file stays well under 60 kB gzipped', () => {
  expect(Object.keys(files).length).toBe(7);
  for (const [name, content] of Object.entries(files))
    expect(gzipSync(JSON.stringify(content)).length, name).toBeLessThan(45_000);
});

describe('days', () => {
  const valueAt = (daily: Daily, station: number, measure: string, date: string) => {
    const day = (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${daily.first}T00:00:00Z`)) / 86_400_000;
    const m = daily.measures.findIndex(({ id }) => id === measure);
    return daily.columns[station * daily.measures.length + m]![day];
  };

  it('temperatures of the edition, in tenths, each on its day', () => {
    const daily = files['series.temperature'] as Daily;
    expect([daily.first, daily.days]).toEqual(['2001-01-01', edition.table('temperature').length]);
    for (const row of edition.table('temperature').filter((_, i) => i % 97 === 0))
      for (const measure of ['mean', 'max', 'min'])
        expect(valueAt(daily, 0, measure, row.date!), row.date).toBe(Math.round(Number(row[measure]) * 10));
  });

  it('counts of days past a mark are those of the tidy years', () => {
    const daily = files['series.temperature'] as Daily;
    const row = edition.table('temperature', 'years').find(({ period }) => period === '2024')!;
    const min = daily.columns[2]!;
    const start = (Date.UTC(2024, 0, 1) - Date.UTC(2001, 0, 1)) / 86_400_000;
    const year = min.slice(start, start + 366);
    expect(year.filter((v) => v !== null && v >= 200).length).toBe(Number(row.tropical_nights));
  });

  it('what no station measured stays empty', () => {
    const daily = files['series.air'] as Daily;
    const missing = edition
      .table('air-quality')
      .find((row) => row.pm25 === '' && row.station !== 'via-chiarini')!;
    const station = daily.stations.findIndex(({ id }) => id === missing.station);
    expect(valueAt(daily, station, 'pm25', missing.date!)).toBeNull();
    const chiarini = daily.stations.findIndex(({ id }) => id === 'via-chiarini');
    const pm25 = daily.measures.findIndex(({ id }) => id === 'pm25');
    expect(daily.columns[chiarini * daily.measures.length + pm25]).toEqual([]);
  });
});

it('half hours: 48 a profile, and a year without a whole day has none', () => {
  const { sensors, years, months } = files['series.traffic'] as Traffic;
  expect([sensors.length, years.length]).toEqual([11, 7]);
  expect(months[0]).toBe('2019-01');
  const rows = edition.table('boulevard-counts', 'profiles');
  for (const sensor of sensors)
    years.forEach((year, i) => {
      const there = rows.filter((row) => row.sensor === sensor.id && row.period === year);
      expect(sensor.profiles[i] === null, `${sensor.id} ${year}`).toBe(there.length === 0);
      const total = there.reduce((sum, row) => sum + Number(row.vehicles), 0);
      if (there.length)
        expect(sensor.profiles[i]!.vehicles.reduce((sum, n) => sum + n, 0)).toBeCloseTo(total, 6);
    });
});

describe('pyramids', () => {
  // Summed here from the tidy rows, not with the build's own grid.
  const parent = new Map(geography.levels.zona!.map((zona) => [zona.code, zona.parents]));
  const truth = (level: string, code: string, period: string): number =>
    edition
      .table('population-civil')
      .filter(
        (row) =>
          row.period === period &&
          (level === 'zona' ? row.zona === code : parent.get(row.zona!)?.[level as 'quartiere'] === code),
      )
      .reduce((sum, row) => sum + Number(row.residents), 0);

  it.each(['citta', 'quartiere', 'zona'])(
    '%s: no class of ages rests on fewer than three people',
    (level) => {
      const { areas, ages, periods } = files[`series.pyramid.${level}`] as Pyramids;
      for (const { code, counts } of areas) {
        expect(counts.length).toBe(periods.length);
        for (const row of counts) {
          expect(row.length).toBe(2 * ages.length);
          expect(Math.min(...row), `${level} ${code}`).toBeGreaterThanOrEqual(3);
        }
      }
    },
  );

  it('hold everybody, at every level', () => {
    for (const level of ['citta', 'quartiere', 'zona']) {
      const { areas, periods } = files[`series.pyramid.${level}`] as Pyramids;
      const last = periods.length - 1;
      for (const { code, counts } of areas.slice(0, 3))
        expect(
          counts[last]!.reduce((sum, n) => sum + n, 0),
          code,
        ).toBe(truth(level, code, periods[last]!));
    }
  });

  it('tell of a zona only classes of five years', () => {
    expect((files['series.pyramid.zona'] as Pyramids).ages).toEqual(
      Array.from({ length: 19 }, (_, i) => i * 5),
    );
  });

  it('take wider classes where a narrow one would be small, and none at all rather than a small one', () => {
    const counts = (young: number) => [young, ...Array<number>(100).fill(5), ...Array<number>(101).fill(5)];
    const grid = (young: number) =>
      new Map([['zona' as const, new Map([['2020', new Map([['A', counts(young)]])]])]]);
    const [fine, coarse] = [
      [0, 1, 50],
      [0, 50],
    ];
    expect(safeClasses(grid(3), 'zona', [fine, coarse])).toBe(fine);
    expect(safeClasses(grid(2), 'zona', [fine, coarse])).toBe(coarse);
    expect(() => safeClasses(grid(2), 'zona', [fine])).toThrow('fewer than three');
  });

  it('metropolitan city: one line of ages a year, the last one an estimate', () => {
    const { sexes, areas, estimated, periods, ages } = files['series.pyramid.comune'] as Pyramids;
    expect([sexes, areas.length, estimated, ages.length]).toEqual([false, 1, ['2025'], 101]);
    expect(areas[0]!.counts).toHaveLength(periods.length);
  });
});
