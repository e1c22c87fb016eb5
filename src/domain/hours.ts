import { HALF_HOURS, type Traffic } from '../model/series';
import { FEW_DAYS, type Sensor } from './traffic';

/** One moving point stands for so many vehicles of the half hour. At 20 the points of eight in the morning ran together into ribbons. */
export const VEHICLES_PER_BEAD = 40;

/** A typical working day of one year over all the loops. */
export interface Hours {
  year: string;
  /** Vehicles of each half hour, all counting loops together. */
  totals: number[];
  /** By loop: vehicles of each half hour, or null where it counted no whole day. */
  loops: { sensor: Sensor; vehicles: readonly number[] | null; few: boolean }[];
}

export function hoursOf({ sensors, years }: Traffic, year: string): Hours {
  const at = years.indexOf(year);
  const loops = sensors.map((sensor) => {
    const profile = sensor.profiles[at] ?? null;
    return {
      sensor,
      vehicles: profile?.vehicles ?? null,
      few: profile !== null && profile.days < FEW_DAYS,
    };
  });
  const totals = Array.from({ length: HALF_HOURS }, (_, half) =>
    loops.reduce((sum, { vehicles }) => sum + (vehicles?.[half] ?? 0), 0),
  );
  return { year, totals, loops };
}

/** Moving points of each loop in a half hour, to the nearest whole one. */
export const beadsOf = ({ loops }: Hours, half: number): number[] =>
  loops.map(({ vehicles }) => Math.round((vehicles?.[half] ?? 0) / VEHICLES_PER_BEAD));

/** The half hour with most vehicles, the first of equals. */
export const fullestHalf = ({ totals }: Hours): number => totals.indexOf(Math.max(...totals));
export const emptiestHalf = ({ totals }: Hours): number => totals.indexOf(Math.min(...totals));
