import { describe, expect, it } from 'vitest';
import { HALF_HOURS, type Traffic } from '../model/series';
import { beadsOf, emptiestHalf, fullestHalf, hoursOf, VEHICLES_PER_BEAD } from './hours';

const flat = (n: number, peak: number) => Array.from({ length: HALF_HOURS }, (_, i) => (i === 16 ? peak : n));
const sensor = (id: string, profiles: Traffic['sensors'][number]['profiles']) => ({
  id,
  street: 'Viale',
  from: 'a',
  to: 'b',
  heading: 'N',
  profiles,
  perDay: [],
});
const traffic: Traffic = {
  schemaVersion: 1,
  years: ['2019', '2025'],
  months: [],
  sensors: [
    sensor('a', [{ days: 80, vehicles: flat(49, 720) }, null]),
    sensor('b', [
      { days: 80, vehicles: flat(9, 70) },
      { days: 8, vehicles: flat(100, 300) },
    ]),
  ],
};

describe('hours of a day', () => {
  const hours = hoursOf(traffic, '2019');
  it('adds up the loops that counted', () => {
    expect(hours.totals[16]).toBe(790);
    expect([fullestHalf(hours), emptiestHalf(hours)]).toEqual([16, 0]);
  });

  it('points are in proportion, to the nearest', () => {
    expect(beadsOf(hours, 16)).toEqual([720 / VEHICLES_PER_BEAD, 2]);
    expect(beadsOf(hours, 0)).toEqual([1, 0]);
  });

  it('a loop without a whole day shows nothing, one with few days says so', () => {
    const later = hoursOf(traffic, '2025');
    expect(later.loops[0]).toMatchObject({ vehicles: null, few: false });
    expect(later.loops[1]!.few).toBe(true);
    expect(beadsOf(later, 16)).toEqual([0, 8]);
  });

  it('an unknown year has no vehicles at all', () => {
    expect(hoursOf(traffic, '1999').totals.every((n) => n === 0)).toBe(true);
  });
});
