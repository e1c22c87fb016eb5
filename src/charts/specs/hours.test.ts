import { describe, expect, it } from 'vitest';
import { DAY_HOURS, type AirHours, type AirMeasure } from '../../model/series';
import { specifyHours, type HoursView } from './hours';

const course = (base: number, at: Record<number, number | null> = {}) =>
  Array.from({ length: DAY_HOURS }, (_, hour) => (at[hour] === undefined ? base : at[hour]));
const measure = (id: string, indicator: string, profiles: AirMeasure['profiles']): AirMeasure => ({
  id,
  title: { it: id, en: id },
  unit: 'ugm3',
  decimals: 1,
  indicators: [indicator],
  profiles,
});
const peaks = { working: course(10, { 8: 30, 19: 40 }), weekend: course(9) };
const thin = { working: course(10, { 8: 30, 19: 40 }), weekend: course(9, { 3: null }) };
const high = { working: course(10, { 8: 30, 19: 40 }), weekend: course(9, { 12: 60 }) };
const air: AirHours = {
  schemaVersion: 1,
  years: ['2024', '2025'],
  stations: ['road', 'park'].map((id) => ({ id, name: { it: `Via ${id}`, en: id } })),
  measures: [
    measure('no2', 'environment.no2_mean', [peaks, thin, high, null]),
    measure('o3', 'environment.o3_days_over_180', [null, null, peaks, peaks]),
  ],
};
const specify = (more: Partial<HoursView> = {}) =>
  specifyHours({
    lang: 'it',
    air,
    indicator: 'environment.no2_mean',
    period: '2024',
    asked: { station: '', year: null },
    ...more,
  })!;

describe('the hours of a station', () => {
  it('first station and year of the time bar; the year nearest to it where that has none', () => {
    const shown = specify();
    expect([shown.station.id, shown.year, shown.head]).toEqual([
      'road',
      '2024',
      'no2, ora per ora: Via road, 2024',
    ]);
    expect(specify({ period: '2030' }).year).toBe('2025');
    const park = specify({ period: '2025', asked: { station: 'park', year: null } });
    expect([park.year, park.years]).toEqual(['2024', ['2024']]);
    expect(specify({ asked: { station: '', year: '2025' } }).year).toBe('2025');
  });
  it('offers only stations that measure it', () => {
    const ozone = specify({ indicator: 'environment.o3_days_over_180' });
    expect([ozone.station.id, ozone.stations.map(({ id }) => id)]).toEqual(['park', ['park']]);
    expect(
      specifyHours({ lang: 'it', air, indicator: 'x.y', period: '2024', asked: { station: '', year: null } }),
    ).toBeNull();
  });
  it('one scale for all stations and years, values at what is told, and each point in words', () => {
    const { spec } = specify();
    expect(spec.most).toBe(60);
    expect(spec.told).toEqual([
      { hour: 8, label: '30,0', low: false },
      { hour: 19, label: '40,0', low: false },
    ]);
    const said = spec.read(spec.weekend, 8, 9);
    expect([said.title, said.text.replace('\u00a0', ' ')]).toEqual([
      'Fine settimana, 8.00–9.00',
      '9,0 µg/m³',
    ]);
    expect(specify({ lang: 'en' }).spec.working.label).toBe('Working days');
  });
  it('says that hours are left empty only where some are', () => {
    const empty = (period: string) =>
      specify({ period }).notes.some((note) => note.includes('restano vuote'));
    expect([empty('2024'), empty('2025')]).toEqual([false, true]);
  });
});
