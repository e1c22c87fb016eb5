import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isValue } from '../../src/model/cell';
import { FEWEST_DAYS } from '../bases/boulevards';
import { openEdition } from '../edition-reader';
import { buildGeography, levelShapes } from '../steps/geography';
import { indicators } from './mobility-boulevards';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const geography = buildGeography(levelShapes(edition.only(['geography'])));
const cells = new Map(
  indicators.map((i) => [i.id, i.compute(edition.only(i.datasets), geography).citta!] as const),
);
const value = (name: string, period: string): number => {
  const cell = cells.get(`mobility.boulevard_${name}`)?.get(period)?.get('037006');
  if (!cell || !isValue(cell)) throw new Error(`${name} ${period}`);
  return cell.value;
};
const periods = (name: string): string[] => [...cells.get(`mobility.boulevard_${name}`)!.keys()];
const rows = edition.table('boulevard-counts');
const read = (sensor: string, period: string) =>
  rows.find((r) => r.sensor === sensor && r.period === period && Number(r.days) >= FEWEST_DAYS);
const CALENDAR = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
const sensors = [...new Set(rows.map((r) => r.sensor!))];

describe('vehicles a day', () => {
  it('whole years only: a January is no year', () => {
    expect(periods('vehicles')).toEqual(['2019', '2020', '2021', '2022', '2023', '2024']);
  });

  // Golden figures, counted apart from the edition's rows with another program.
  it.each([
    ['2019', 17197],
    ['2020', 13613],
    ['2021', 15969],
    ['2022', 16995],
    ['2023', 16866],
    ['2024', 16286],
  ])('%s: %i', (year, n) => expect(Math.round(value('vehicles', year))).toBe(n));

  it('a loop that falls silent in one year is left out of all: a plain mean would tell otherwise', () => {
    const plain = (year: string) => {
      const of = rows.filter((r) => r.period!.startsWith(year)).map((r) => Number(r.vehicles_per_day));
      return of.reduce((sum, n) => sum + n, 0) / of.length;
    };
    const wrong = (plain('2024') / plain('2019') - 1) * 100;
    expect(Math.abs(value('change', '2024') - wrong)).toBeGreaterThan(0.5);
  });
});

describe('against 2019', () => {
  it.each([
    ['2020', -20.8],
    ['2021', -7.1],
    ['2022', -1.2],
    ['2023', -1.9],
    ['2024', -5.3],
  ])('%s: %f', (year, change) => expect(value('change', year)).toBeCloseTo(change, 1));

  it('2019 is not compared with itself', () => {
    expect(periods('change')).not.toContain('2019');
    expect(periods('month_change')[0]).toBe('2020-01');
  });

  it('April 2020 is the sum of the loops read in both Aprils', () => {
    const both = sensors.filter((s) => read(s, '2020-04') && read(s, '2019-04'));
    const total = (month: string) =>
      both.reduce((sum, s) => sum + Number(read(s, month)!.vehicles_per_day), 0);
    expect(both.length).toBe(9);
    expect(value('month_change', '2020-04')).toBeCloseTo((total('2020-04') / total('2019-04') - 1) * 100, 9);
    expect(value('month_change', '2020-04')).toBeCloseTo(-70.9, 1);
  });

  it('the note on the two westbound loops says what the readings say', () => {
    const lead = (sensor: string, month: string) => {
      const of = (s: string) =>
        Number(read(s, month)!.vehicles_per_day) /
        Number(read(s, `2019-${month.slice(5)}`)!.vehicles_per_day);
      const others = ['4.43 4.19 4 1', '4.43 4.42 8 1'];
      return of(sensor) - others.reduce((sum, s) => sum + of(s), 0) / others.length;
    };
    for (const sensor of ['4.45 4.46 8 1', '2.6 2.10 6 1']) {
      expect(lead(sensor, '2022-11'), sensor).toBeGreaterThan(0.08);
      expect(Math.abs(lead(sensor, '2023-10')), sensor).toBeLessThan(0.08);
    }
  });
});

describe('without the two westbound loops', () => {
  it('2022 and 2023 lie lower and 2024 stays below 2019, as the story of the boulevards says', () => {
    const years = periods('vehicles');
    const change = (left: readonly string[]) => {
      const kept = sensors
        .filter((s) => !left.includes(s))
        .flatMap((s) => CALENDAR.map((month) => years.map((year) => read(s, `${year}-${month}`))))
        .filter((months) => months.every((row) => row !== undefined));
      const total = (year: string) =>
        kept.reduce((sum, months) => sum + Number(months[years.indexOf(year)]!.vehicles_per_day), 0);
      return (year: string) => (total(year) / total('2019') - 1) * 100;
    };
    const all = change([]);
    const without = change(['4.45 4.46 8 1', '2.6 2.10 6 1']);
    expect(all('2022')).toBeCloseTo(value('change', '2022'), 9);
    expect(without('2022')).toBeCloseTo(-4.0, 1);
    expect(without('2023')).toBeCloseTo(-3.0, 1);
    expect(without('2024')).toBeCloseTo(-5.8, 1);
  });
});

describe('hours', () => {
  it.each([
    ['2019', 7.38, 8.65],
    ['2020', 7.62, 7.14],
    ['2021', 7.84, 6.27],
    ['2022', 7.63, 7.93],
    ['2023', 7.56, 8.2],
    ['2024', 7.45, 8.06],
  ])('%s: peak %f, night %f', (year, peak, night) => {
    expect(value('peak_share', year)).toBeCloseTo(peak, 2);
    expect(value('night_share', year)).toBeCloseTo(night, 2);
  });
});
