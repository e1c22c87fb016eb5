import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Geography } from '../../src/model/manifest';
import { buildGeography, levelShapes } from '../steps/geography';
import { openEdition } from '../edition-reader';
import { accidents, injured } from '../bases/accidents';
import { cyclePaths, streets } from '../bases/lines';
import { limitedTraffic } from '../bases/overlap';
import { located } from '../bases/points';
import { sum } from '../bases/tally';
import { indicators as transit } from '../indicators/mobility-transit';
import { indicators as crashes } from '../indicators/mobility-accidents';

/** What the committed figures must hold, and what independent sources say of them. */
const edition = openEdition(fileURLToPath(new URL('../edition', import.meta.url)));
const CITY = '037006';
// Every street is cut by area: generous, so that a slow machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

let geography: Geography;
beforeAll(() => {
  geography = buildGeography(levelShapes(edition));
});
const total = (dataset: string, column: string, keep = (_: Record<string, string>) => true): number =>
  edition
    .table(dataset)
    .filter(keep)
    .reduce((acc, row) => acc + Number(row[column]), 0);

describe('accidents', () => {
  it('add up to the published totals of the city', () => {
    const published = {
      2018: [2022, 24],
      2019: [1942, 18],
      2020: [1319, 14],
      2021: [1921, 12],
      2022: [2120, 23],
    };
    for (const [period, numbers] of Object.entries(published)) {
      const of = (column: string) => total('accidents', column, (row) => row.period === period);
      expect([of('accidents'), of('killed')], period).toEqual(numbers);
    }
    const city = accidents(edition, geography).get('citta')!;
    expect(city.get('2022')!.get(CITY)).toEqual([2120]);
  });

  it('publish no class of injured below three, nor one that follows from its siblings', () => {
    const { grid } = injured(edition, geography);
    const shares = crashes.filter(({ id }) => id.endsWith('_share'));
    expect(shares).toHaveLength(3);
    for (const indicator of shares) {
      const cells = indicator.compute(edition, geography);
      let hidden = 0;
      for (const [level, byPeriod] of grid)
        for (const [period, counts] of byPeriod) {
          const status = (code: string) => {
            const cell = cells[level]!.get(period)!.get(code)!;
            return 'missing' in cell ? cell.missing : 'value';
          };
          for (const [code, people] of counts)
            if (people.some((n) => n < 3))
              expect(status(code), `${level} ${code} ${period}`).toBe('suppressed');
          if (level !== 'prossimita') continue;
          // A quartiere with exactly one hidden zone would give it away.
          const byQuartiere = new Map<string, number>();
          for (const { code, parents } of geography.levels.prossimita!)
            if (status(code) === 'suppressed') {
              hidden++;
              byQuartiere.set(parents.quartiere!, (byQuartiere.get(parents.quartiere!) ?? 0) + 1);
            }
          for (const [quartiere, n] of byQuartiere) expect(n, `${quartiere} ${period}`).toBeGreaterThan(1);
        }
      expect(hidden).toBeGreaterThan(0);
    }
  });
});

describe('lines cut by area', () => {
  it('cycle network: as long as published, nature trails apart', () => {
    const layer = edition.topology('cycle-paths', 'cycle-paths').objects['cycle-paths'] as unknown as {
      geometries: { properties: { kind: string; length_m: number } }[];
    };
    const published = layer.geometries
      .filter(({ properties }) => properties.kind !== 'nature-trail')
      .reduce((acc, { properties }) => acc + properties.length_m, 0);
    const measured = sum(cyclePaths(edition, geography, '2023').get('citta')!.get('2023')!.get(CITY)!);
    expect(Math.abs(measured / published - 1)).toBeLessThan(0.003);
  });

  it('streets: no metre gained or lost from areas to districts to city', () => {
    const grid = streets(edition, geography, '2025');
    const at = (level: 'area' | 'quartiere' | 'citta') =>
      [...grid.get(level)!.get('2025')!.values()].reduce((acc, [m]) => acc + m!, 0);
    expect(at('area')).toBeCloseTo(at('citta'), 3);
    expect(at('quartiere')).toBeCloseTo(at('citta'), 3);
  });

  it('limited traffic zones: as large as published, overlaps counted once', () => {
    const zones = edition.topology('ztl', 'ztl').objects['ztl'] as unknown as {
      geometries: { properties: { kind: string; area_m2: number } }[];
    };
    const published = zones.geometries.reduce((acc, { properties }) => acc + properties.area_m2, 0);
    const [m2] = limitedTraffic(edition, geography, '2025').get('citta')!.get('2025')!.get(CITY)!;
    expect(m2! / published).toBeGreaterThan(0.9);
    expect(m2! / published).toBeLessThan(1.01);
  });
});

describe('points', () => {
  it('bike racks: the source’s own zone is the one the point falls into, but for a few at borders', () => {
    const zones = new Map(geography.levels.area!.map(({ code, parents }) => [code, parents.prossimita]));
    const rows = located(edition, 'bike-racks');
    expect(rows).toHaveLength(edition.table('bike-racks').length);
    const elsewhere = rows.filter(({ area, prossimita }) => zones.get(area!) !== prossimita);
    expect(elsewhere.length / rows.length).toBeLessThan(0.03);
  });

  it('bus stops: those that write Bologna stand in Bologna, but for a few at its border', () => {
    const inside = located(edition, 'bus-stops').map(({ period, stop }) => `${period} ${stop}`);
    const known = new Set(inside);
    const bologna = edition.table('bus-stops').filter(({ comune }) => comune === 'Bologna');
    const outside = bologna.filter(({ period, stop }) => !known.has(`${period} ${stop}`));
    expect(outside.length / bologna.length).toBeLessThan(0.01);
  });

  it('bus lines do not add up: the city has fewer than its districts together', () => {
    const cells = transit.find(({ id }) => id === 'mobility.bus_line_count')!.compute(edition, geography);
    const of = (level: 'citta' | 'quartiere') =>
      [...cells[level]!.get('2019')!.values()].reduce((acc, c) => acc + ('value' in c ? c.value : NaN), 0);
    const lines = located(edition, 'bus-stops')
      .filter(({ period }) => period === '2019')
      .flatMap((row) => row.lines!.split(' '));
    expect(of('citta')).toBe(new Set(lines).size);
    expect(of('quartiere')).toBeGreaterThan(of('citta'));
  });

  it('green entrances: the notes of the indicators say how many have no kind', () => {
    const rows = edition.table('green-entrances');
    expect([rows.filter(({ kind }) => kind === '').length, rows.length]).toEqual([528, 1200]);
  });

  it('red-light cameras and loops stand in the city', () => {
    expect(located(edition, 'red-light-cameras')).toHaveLength(21);
    const placed = new Set(located(edition, 'traffic-loops').map(({ sensor }) => sensor));
    const outside = edition.table('traffic-loops').filter(({ sensor }) => !placed.has(sensor));
    // Those its notes name.
    expect(outside.map(({ sensor }) => sensor!.split('_')[0])).toEqual(['490', '581', '583']);
  });
});

describe('vehicles', () => {
  it('fuel, Euro class and age each count every vehicle once', () => {
    const of = (attribute: string) =>
      total('vehicles', 'vehicles', (row) => row.period === '2023' && row.attribute === attribute);
    expect([of('fuel'), of('euro'), of('age')]).toEqual([208_649, 208_649, 208_649]);
  });
});

describe('temperature', () => {
  const years = edition.table('temperature', 'years');
  it('anomalies of the reference years add up to nothing', () => {
    const reference = years.filter(({ period }) => period! >= '2001' && period! <= '2020');
    expect(reference).toHaveLength(20);
    const mean = reference.reduce((acc, row) => acc + Number(row.anomaly), 0) / 20;
    // Years weigh by their days, and values are rounded to a hundredth.
    expect(Math.abs(mean)).toBeLessThan(0.01);
  });
  it('a year that is not whole has counts but no mean', () => {
    const { days, mean, anomaly } = years.at(-1)!;
    expect([Number(days) < 365, mean, anomaly]).toEqual([true, '', '']);
  });
  it('yearly counts are those of the days', () => {
    const nights = edition
      .table('temperature')
      .filter(({ date, min }) => date!.startsWith('2024') && Number(min) >= 20);
    expect(years.find(({ period }) => period === '2024')!.tropical_nights).toBe(String(nights.length));
  });
});

/** Hourly and daily Arpae files of 2024, whose licence is unverified: read here to check, never carried. */
const RAW = join(process.env['RAW_DIR'] ?? '', 'environment/air_2024');
const raw = (name: string): Record<string, string>[] => {
  const [header, ...lines] = readFileSync(join(RAW, name), 'utf8').replaceAll('"', '').trim().split('\n');
  const columns = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i]!, cell])));
};
const STATIONS = [
  ['porta-san-felice', 'PORTA SAN FELICE'],
  ['giardini-margherita', 'GIARDINI MARGHERITA'],
  ['via-chiarini', 'VIA CHIARINI'],
] as const;

describe('air quality', () => {
  it('no day over the hourly NO2 limit, and PM10 within the 35 days the law allows', () => {
    for (const row of edition.table('air-quality', 'years')) {
      expect(row.no2_days_over_200, row.station).toBe('0');
      expect(Number(row.pm10_days_over_50), row.station).toBeLessThan(36);
    }
  });

  it.skipIf(!existsSync(RAW))(
    'PM10 of 2024 equals Arpae’s own daily file, value by value (skipped unless RAW_DIR names a folder of raw exports)',
    () => {
      const arpae = new Map(raw('PM10_daily.csv').map((row) => [row['data']!.slice(0, 10), row]));
      let compared = 0;
      for (const [station, column] of STATIONS)
        for (const { date, pm10 } of edition.table('air-quality').filter((row) => row.station === station)) {
          const other = arpae.get(date!)?.[column];
          if (!other || !pm10) continue;
          compared++;
          expect(Number(pm10), `${station} ${date}`).toBe(Number(other));
        }
      expect(compared).toBeGreaterThan(900);
    },
  );

  it.skipIf(!existsSync(RAW))(
    'NO2 of 2024: means follow from Arpae’s hours (skipped unless RAW_DIR names a folder of raw exports)',
    () => {
      const hours = raw('NO2_hourly.csv');
      for (const [station, column] of STATIONS) {
        const values = hours.flatMap((row) => (row[column] ? [Number(row[column])] : []));
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        const ours = edition
          .table('air-quality', 'years')
          .find((row) => row.station === station && row.period === '2024')!;
        expect(Math.abs(Number(ours.no2_mean) - mean), station).toBeLessThan(0.5);
      }
    },
  );
});

describe('boulevard counts', () => {
  it('spring 2020, counted by the hour, is in the days and not in the profiles', () => {
    const days = total('boulevard-counts', 'days', ({ period }) => period!.startsWith('2020'));
    const profiles = edition
      .table('boulevard-counts', 'profiles')
      .filter(({ period, half_hour: slot }) => period === '2020' && slot === '0')
      .reduce((acc, row) => acc + Number(row.days), 0);
    expect(days - profiles).toBe(16 * 11);
  });
  it('no half hour holds a whole hour: the busiest stays below 1,600', () => {
    const most = Math.max(
      ...edition.table('boulevard-counts', 'profiles').map((row) => Number(row.vehicles)),
    );
    expect(most).toBeLessThan(1_600);
  });
});
