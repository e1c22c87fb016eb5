import * as v from 'valibot';
import { AirHoursSchema, DAY_HOURS, SERIES_VERSION, type AirHours } from '../../src/model/series';
import { t } from '../bases/tally';
import type { WholeExtra } from './extra';
import { STATIONS } from './series-air';

/** A mean of fewer hours is that of a week or so, not of a year: left out. */
const FEWEST = 10;

const MEASURES: Omit<AirHours['measures'][number], 'profiles'>[] = [
  {
    id: 'no2',
    title: t('Biossido di azoto', 'Nitrogen dioxide'),
    unit: 'ugm3',
    decimals: 1,
    indicators: ['environment.no2_mean'],
  },
  {
    id: 'o3',
    title: t('Ozono', 'Ozone'),
    unit: 'ugm3',
    decimals: 1,
    indicators: ['environment.o3_days_over_180'],
  },
];

type Row = Record<string, string>;

/** Hours of a day in their places; null for one that is not there or rests on too little. Throws on two rows for one hour. */
function course(rows: readonly Row[]): (number | null)[] {
  const means = new Array<number | null>(DAY_HOURS).fill(null);
  const seen = new Set<number>();
  for (const { station, agent, period, day_kind, hour, hour_mean, hours } of rows) {
    const [at, mean] = [Number(hour), Number(hour_mean)];
    const place = `${station} ${agent} ${period} ${day_kind} ${hour}`;
    if (!(at in means) || !Number.isFinite(mean)) throw new Error(`${place}: "${hour_mean}" has no place`);
    if (seen.has(at)) throw new Error(`two rows for ${place}`);
    seen.add(at);
    if (Number(hours) >= FEWEST) means[at] = mean;
  }
  return means;
}

/** Nitrogen dioxide and ozone by hour of the day: working days and weekends, station by station, year by year. */
export const extra: WholeExtra = {
  name: 'series-hours',
  datasets: ['air-quality'],
  build({ edition }) {
    const rows = edition.table('air-quality', 'profiles');
    const unknown = rows.find(({ station }) => !STATIONS.some(({ id }) => id === station));
    if (unknown) throw new Error(`unknown station ${unknown['station']}`);
    const years = [...new Set(rows.map(({ period }) => period!))].sort();
    const profile = (agent: string, station: string, year: string) => {
      const own = rows.filter((r) => r.agent === agent && r.station === station && r.period === year);
      if (own.length === 0) return null;
      const of = (kind: string) => course(own.filter(({ day_kind }) => day_kind === kind));
      return { working: of('working'), weekend: of('weekend') };
    };
    const value: AirHours = {
      schemaVersion: SERIES_VERSION,
      years,
      stations: STATIONS,
      measures: MEASURES.map((measure) => ({
        ...measure,
        profiles: STATIONS.flatMap(({ id }) => years.map((year) => profile(measure.id, id, year))),
      })),
    };
    return { 'series.hours': v.parse(AirHoursSchema, value) };
  },
  layers: [
    {
      id: 'air-hours',
      kind: 'hours',
      title: t('Aria ora per ora', 'Air hour by hour'),
      file: 'series.hours',
      indicators: MEASURES.flatMap(({ indicators }) => indicators),
    },
  ],
};
