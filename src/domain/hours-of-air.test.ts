import { describe, expect, it } from 'vitest';
import { DAY_HOURS, type AirHours } from '../model/series';
import { airProfile, hourLabel, hoursSentence, hoursTable, toldHours, type AirProfile } from './hours-of-air';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
type Values = Record<number, number | null>;
/** Ten everywhere but at the given hours. */
const course = (at: Values = {}, base = 10) =>
  Array.from({ length: DAY_HOURS }, (_, hour) => (at[hour] === undefined ? base : at[hour]));
const NO2 = { id: 'no2', title: { it: 'NO2', en: 'NO2' }, unit: 'ugm3', decimals: 1 } as const;
const O3 = { ...NO2, id: 'o3' } as const;
const say = (profile: AirProfile | null, lang: 'it' | 'en' = 'it', measure: typeof NO2 | typeof O3 = NO2) =>
  plain(hoursSentence(profile, { lang, measure, year: '2025' }));
/** One hump in the afternoon, one hollow in the morning. */
const hump = Array.from(
  { length: DAY_HOURS },
  (_, hour) => 50 - 3 * Math.abs(hour - 15) + (hour < 4 ? 20 : 0),
);

it('a profile is found by station and year, and is null where a station does not measure', () => {
  const one = { working: course(), weekend: course() };
  const two = { working: course({}, 20), weekend: course() };
  const air = {
    schemaVersion: 1,
    years: ['2024', '2025'],
    stations: ['a', 'b'].map((id) => ({ id, name: { it: id, en: id } })),
    measures: [{ ...NO2, indicators: [], profiles: [null, null, one, two] }],
  } satisfies AirHours;
  const at = (station: string, year: string) => airProfile(air, air.measures[0]!, station, year);
  expect([at('b', '2024'), at('b', '2025'), at('a', '2025')]).toEqual([one, two, null]);
});

describe('hours that are told', () => {
  it('a peak in the morning and one later', () => {
    expect(toldHours(course({ 8: 30, 19: 40 }), 1)).toEqual({ high: [[8], [19]], low: [] });
  });
  it('the tail of an evening after midnight is no peak of the morning', () => {
    expect(toldHours(course({ 0: 50, 1: 49, 8: 30, 19: 40 }), 1).high).toEqual([[8], [19]]);
  });
  it('a rise towards noon is no peak: then the highest and the lowest', () => {
    expect(toldHours(hump, 1)).toEqual({ high: [[15]], low: [4] });
  });
  it('equal as printed is equal', () => {
    expect(toldHours(course({ 8: 30.04, 9: 29.96, 19: 40 }), 1).high).toEqual([[8, 9], [19]]);
    expect(toldHours(course({ 8: 30.04, 9: 29.94, 19: 40 }), 1).high).toEqual([[8], [19]]);
  });
  it('a peak beside a gap may not be one', () => {
    expect(toldHours(course({ 7: null, 8: 30, 19: 40 }), 1).high).toEqual([[19]]);
  });
  it('the last hour is followed by the first', () => {
    expect(toldHours(course({ 8: 30, 23: 40 }), 1).high).toEqual([[8], [23]]);
    expect(toldHours(course({ 0: 45, 8: 30, 23: 40 }), 1).high).toEqual([[0]]);
  });
  it('nothing of nothing', () => {
    expect(toldHours(new Array<null>(24).fill(null), 1)).toEqual({ high: [], low: [] });
  });
});

describe('sentence', () => {
  it('two peaks with their values, and how much lower weekends are', () => {
    const profile = { working: course({ 8: 30, 19: 40.25 }), weekend: course({}, 9) };
    expect(say(profile)).toBe(
      'Nei giorni feriali del 2025 il biossido di azoto ha due punte: tra le 8 e le 9 (30,0 µg/m³) e tra le 19 e le 20 (40,3 µg/m³). Nel fine settimana la media della giornata è più bassa del 26%.',
    );
    expect(say(profile, 'en')).toBe(
      'On working days of 2025, nitrogen dioxide peaks twice: between 8:00 and 9:00 (30.0 µg/m³) and between 19:00 and 20:00 (40.3 µg/m³). At weekends the mean of the day is 26% lower.',
    );
  });
  it('one hump: highest and lowest', () => {
    const profile = { working: hump, weekend: hump.map((value) => value * 1.08) };
    expect(say(profile, 'it', O3)).toBe(
      'Nei giorni feriali del 2025 l’ozono è più alto tra le 15 e le 16 (50,0 µg/m³) e più basso tra le 4 e le 5 (17,0 µg/m³). Nel fine settimana la media della giornata è più alta dell’8%.',
    );
    expect(say(profile, 'en', O3)).toContain('At weekends the mean of the day is 8% higher.');
  });
  it('equal hours are one stretch where they touch, and all named where they do not', () => {
    const touching = { working: course({ 8: 30, 9: 30, 19: 40, 21: 40 }), weekend: course() };
    expect(say(touching)).toContain('tra le 8 e le 10 (30,0 µg/m³) e');
    // Between two equal hours lies a lower one: still the top of its half of the day.
    expect(say(touching)).toContain('e tra le 19 e le 20 e tra le 21 e le 22 (40,0 µg/m³)');
  });
  it('the hour of one is elided', () => {
    const low = hump.map((value, hour) => (hour === 0 ? 5 : value));
    expect(say({ working: low, weekend: course() }, 'it', O3)).toContain('tra le 0 e l’1 (5,0 µg/m³)');
  });
  it('no difference is none, and hours that one of the two lacks do not count', () => {
    const working = course({ 8: 30, 19: 40 });
    expect(say({ working, weekend: working })).toContain('la media della giornata è la stessa.');
    const gap = { working, weekend: course({ 8: null, 19: null }) };
    expect(say(gap)).toContain('la media delle 22 ore misurate in entrambi è la stessa.');
    expect(say(gap, 'en')).toContain('the mean of the 22 hours measured in both is the same.');
    expect(say({ working, weekend: course({}, NaN).map(() => null) })).toMatch(/\(40,0 µg\/m³\)\.$/);
  });
  it('nothing measured is said', () => {
    expect(say(null)).toBe('Nel 2025 non ci sono misure orarie.');
    expect(say(null, 'en')).toBe('There are no hourly measurements in 2025.');
  });
});

it('table: an hour a row, a dash where there is none', () => {
  const profile = { working: course({ 9: 35.34 }), weekend: course({ 9: null }) };
  const table = hoursTable(profile, { lang: 'it', measure: NO2, caption: 'Ora per ora' });
  expect([table.caption, table.rows.length]).toEqual(['Ora per ora', 24]);
  expect(table.head).toEqual(['Ora solare', 'Giorni feriali (µg/m³)', 'Fine settimana (µg/m³)']);
  expect(table.rows[9]!.cells).toEqual(['9.00–10.00', '35,3', '–']);
  expect(hourLabel(23, 'en')).toBe('23:00–24:00');
});
