import { describe, expect, it } from 'vitest';
import {
  daySentence,
  dayTable,
  halfHourLabel,
  profilesOf,
  sensorName,
  sensorPlace,
  type Profile,
  type Sensor,
} from './traffic';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
/** Ten vehicles each half hour, a hundred at 8.30, two hundred at 18.00. */
const day = (factor = 1) =>
  Array.from({ length: 48 }, (_, i) => (i === 17 ? 100 : i === 36 ? 200 : 10) * factor);
const sensor = (more: Partial<Sensor> = {}): Sensor => ({
  id: '1',
  street: 'Viale Pepoli',
  from: 'Via A.Costa',
  to: 'P.zza di P.ta S.Donato',
  heading: 'SE',
  profiles: [{ days: 90, vehicles: day() }, null, { days: 12, vehicles: day(2) }],
  perDay: [],
  ...more,
});
const profile = (year: string, factor = 1, days = 90): Profile => ({ year, days, vehicles: day(factor) });

describe('names', () => {
  it('say where the traffic heads for, and spell out what the source shortens', () => {
    expect(sensorName(sensor(), 'it')).toBe('Viale Pepoli, verso sud-est');
    expect(sensorName(sensor({ heading: 'N' }), 'en')).toBe('Viale Pepoli, towards north');
    expect(sensorPlace(sensor(), 'it')).toBe('tra via A. Costa e piazza di Porta San Donato');
    expect(sensorPlace(sensor({ to: 'P.ta S. Stefano' }), 'en')).toBe(
      'between Via A. Costa and Porta Santo Stefano',
    );
  });
  it('half hours as each language writes them', () => {
    expect([0, 17, 47].map((i) => halfHourLabel(i, 'it'))).toEqual(['0.00', '8.30', '23.30']);
    expect(halfHourLabel(17, 'en')).toBe('8:30');
  });
});

it('a year without a whole day has no profile', () => {
  const traffic = {
    schemaVersion: 1 as const,
    years: ['2019', '2020', '2021'],
    months: [],
    sensors: [sensor()],
  };
  expect(profilesOf(traffic, sensor()).map(({ year, days }) => [year, days])).toEqual([
    ['2019', 90],
    ['2021', 12],
  ]);
});

describe('sentence', () => {
  it('peaks of morning and afternoon, and the change since the first whole year', () => {
    const text = plain(daySentence([profile('2019', 2), profile('2024')], '2024', 'it'));
    expect(text).toContain('passano qui 760 veicoli');
    expect(text).toContain('alle 8.30 (100) e alle 18.00 (200)');
    expect(text).toContain('50% in meno del 2019');
    expect(plain(daySentence([profile('2019'), profile('2024', 2)], '2024', 'en'))).toContain(
      '100% more than in 2019',
    );
    expect(daySentence([profile('2019'), profile('2024')], '2024', 'it')).toContain('Sono quanti nel 2019.');
  });
  it('few days are said, and compared with nothing', () => {
    const few = daySentence([profile('2019'), profile('2025', 2, 12)], '2025', 'it');
    expect(few).toContain('Il 2025 conta solo 12 giorni.');
    expect(few).not.toContain('in più');
    const first = daySentence([profile('2018', 3, 5), profile('2019'), profile('2024', 2)], '2024', 'it');
    expect(first).toContain('del 2019');
    expect(daySentence([profile('2019')], '2020', 'en')).toBe('In 2020 this loop has no whole day.');
  });
});

it('the table sums half hours to hours, one column a year', () => {
  const { head, rows } = dayTable([profile('2019'), profile('2024', 2)], 'x', 'it');
  expect(head).toEqual(['Ora', '2019', '2024']);
  expect(rows).toHaveLength(24);
  expect(rows[8]!.cells).toEqual(['8.00–9.00', '110', '220']);
  expect(rows.reduce((sum, { cells }) => sum + Number(cells[1]), 0)).toBe(760);
});
