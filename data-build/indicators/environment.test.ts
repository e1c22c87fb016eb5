import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isValue } from '../../src/model/cell';
import { highestStation } from '../bases/air';
import { openEdition } from '../edition-reader';
import { buildGeography, levelShapes } from '../steps/geography';
import { indicators as air } from './environment-air';
import { indicators as climate } from './environment-climate';
import { indicators as register } from './housing-register';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const geography = buildGeography(levelShapes(edition.only(['geography'])));
const cells = new Map(
  [...air, ...climate, ...register].map((i) => [i.id, i.compute(edition.only(i.datasets), geography)]),
);
const value = (id: string, period: string): number | null => {
  const cell = cells.get(id)!.citta!.get(period)?.get('037006');
  return cell && isValue(cell) ? cell.value : null;
};

it('know of the city and of nothing smaller', () => {
  for (const [id, levels] of cells) expect(Object.keys(levels), id).toEqual(['citta']);
});

describe('climate', () => {
  it('has whole years only: the half of 2025 is no cool year', () => {
    for (const { id } of climate) {
      const periods = [...cells.get(id)!.citta!.keys()];
      expect(periods, id).toEqual(Array.from({ length: 24 }, (_, i) => String(2001 + i)));
    }
  });

  it('counts what the daily values say', () => {
    const days = edition.table('temperature').filter((row) => row.date!.startsWith('2003'));
    expect(value('environment.tropical_nights', '2003')).toBe(
      days.filter((row) => Number(row.min) >= 20).length,
    );
    expect(value('environment.days_over_35', '2003')).toBe(
      days.filter((row) => Number(row.max) >= 35).length,
    );
    expect(value('environment.frost_days', '2003')).toBe(days.filter((row) => Number(row.min) < 0).length);
    const mean = days.reduce((sum, row) => sum + Number(row.mean), 0) / days.length;
    expect(value('environment.temperature_mean', '2003')).toBeCloseTo(mean, 2);
  });
});

describe('air', () => {
  it('takes the highest of the stations that measured enough days of the year', () => {
    const rows = [
      { station: 'a', period: '2025', mean: '13', days: '340' },
      { station: 'b', period: '2025', mean: '20', days: '310' },
      { station: 'c', period: '2025', mean: '', days: '0' },
    ];
    expect([...highestStation(rows, 'mean', 'days').citta!.get('2025')!.values()]).toEqual([{ value: 13 }]);
  });

  it('NO2 and PM2.5 of 2025 are those of Porta San Felice, which measured 0.885 and 0.888 of its days', () => {
    const own = edition
      .table('air-quality', 'years')
      .find((row) => row.period === '2025' && row.station === 'porta-san-felice')!;
    expect([own.pm25_days, own.no2_days].map(Number)).toEqual([323, 324]);
    expect(value('environment.pm25_mean', '2025')).toBe(Number(own.pm25_mean));
    expect(value('environment.no2_mean', '2025')).toBe(Number(own.no2_mean));
  });

  it('a day of a gas with fewer than 18 hours has neither mean nor highest', () => {
    const rows = edition.table('air-quality');
    const thin = (hours: string) => rows.filter((row) => row[hours] !== '' && Number(row[hours]) < 18);
    expect([thin('no2_hours').length, thin('o3_hours').length]).toEqual([29, 12]);
    for (const row of thin('no2_hours')) expect([row.no2_mean, row.no2_max]).toEqual(['', '']);
    for (const row of thin('o3_hours')) expect(row.o3_max).toBe('');
    // A day made of one hour has its mean for a highest.
    expect(rows.filter((row) => row.no2_mean !== '' && row.no2_mean === row.no2_max)).toEqual([]);
  });

  it('ozone counts days of stations that measure it', () => {
    const days = edition
      .table('air-quality')
      .filter(
        (row) => row.station === 'via-chiarini' && row.date!.startsWith('2025') && Number(row.o3_max) > 180,
      );
    expect(value('environment.o3_days_over_180', '2025')).toBe(days.length);
  });
});

describe('accommodation register', () => {
  it('stock follows from openings and closings, year by year', () => {
    for (let year = 1990; year <= 2024; year++) {
      const [now, before] = [String(year), String(year - 1)];
      expect(value('housing.register_active', now)).toBe(
        value('housing.register_active', before)! +
          value('housing.register_openings', now)! -
          value('housing.register_closings', now)!,
      );
    }
  });

  it('says nothing of closings before the register knows any', () => {
    expect([...cells.get('housing.register_closings')!.citta!.keys()][0]).toBe('1989');
    expect([...cells.get('housing.register_active')!.citta!.keys()][0]).toBe('1982');
  });
});
