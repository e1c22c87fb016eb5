import * as v from 'valibot';
import { HALF_HOURS, SERIES_VERSION, TrafficSchema, type Traffic } from '../../src/model/series';
import type { WholeExtra } from './extra';

const uniqueSorted = (rows: readonly Record<string, string>[], column: string): string[] =>
  [...new Set(rows.map((row) => row[column]!))].sort();

/** Half hours and months of the eleven loops on the ring boulevards. */
export const extra: WholeExtra = {
  name: 'series-traffic',
  datasets: ['boulevard-counts'],
  build({ edition }) {
    const monthly = edition.table('boulevard-counts');
    const halfHours = edition.table('boulevard-counts', 'profiles');
    const years = uniqueSorted(halfHours, 'period');
    const months = uniqueSorted(monthly, 'period');
    const perDay = new Map(
      monthly.map((row) => [`${row.sensor}|${row.period}`, Number(row.vehicles_per_day)]),
    );
    const profile = (sensor: string, year: string) => {
      const rows = halfHours.filter((row) => row.sensor === sensor && row.period === year);
      if (rows.length === 0) return null;
      if (rows.length !== HALF_HOURS) throw new Error(`${sensor} ${year}: ${rows.length} half hours`);
      const vehicles = new Array<number>(HALF_HOURS).fill(0);
      for (const row of rows) vehicles[Number(row.half_hour)] = Number(row.vehicles);
      return { days: Number(rows[0]!.days), vehicles };
    };
    const value: Traffic = {
      schemaVersion: SERIES_VERSION,
      years,
      months,
      sensors: edition.table('boulevard-counts', 'sensors').map((row) => ({
        id: row.sensor!,
        street: row.street!,
        from: row.from!,
        to: row.to!,
        heading: row.heading!,
        profiles: years.map((year) => profile(row.sensor!, year)),
        perDay: months.map((month) => perDay.get(`${row.sensor}|${month}`) ?? null),
      })),
    };
    return { 'series.traffic': v.parse(TrafficSchema, value) };
  },
  layers: [
    {
      id: 'traffic-day',
      kind: 'day',
      title: { it: 'Giorno feriale tipo sui viali', en: 'Typical working day on the boulevards' },
      file: 'series.traffic',
      indicators: [
        'mobility.boulevard_vehicles',
        'mobility.boulevard_change',
        'mobility.boulevard_month_change',
        'mobility.boulevard_peak_share',
        'mobility.boulevard_night_share',
        'mobility.traffic_loops',
      ],
    },
  ],
};
