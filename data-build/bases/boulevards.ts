import { mean } from './mean';
import type { EditionReader } from '../model';

type Yearly = [period: string, value: number][];

/** What later years are held against: the first of the series, and the last before the pandemic. */
export const BASE_YEAR = '2019';
/** A loop's month counts with this many Tuesdays and Wednesdays at least; one wet day is no month. */
export const FEWEST_DAYS = 3;
/** Days behind a year's profile: fewer are a month or so, whose hours are not those of a year. */
export const FEWEST_PROFILE_DAYS = 25;
/** Loops read in both months, so that one roadwork does not speak for the whole ring. */
export const FEWEST_LOOPS = 5;

/** Mean vehicles a day, by loop and month ("2019-01"), where enough days stand behind it. */
function monthly(edition: EditionReader): Map<string, Map<string, number>> {
  const loops = new Map<string, Map<string, number>>();
  for (const row of edition.table('boulevard-counts')) {
    if (Number(row.days) < FEWEST_DAYS) continue;
    const months = loops.get(row.sensor!) ?? new Map<string, number>();
    loops.set(row.sensor!, months.set(row.period!, Number(row.vehicles_per_day)));
  }
  return loops;
}

/** Years of which every calendar month was read somewhere; a January alone is no year. */
function wholeYears(loops: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] {
  const months = new Set([...loops.values()].flatMap((read) => [...read.keys()]));
  const years = [...new Set([...months].map((month) => month.slice(0, 4)))].sort();
  return years.filter((year) => CALENDAR.every((month) => months.has(`${year}-${month}`)));
}
const CALENDAR = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/**
 * Vehicles a day at a reading point. Loops come and go (works, faults): only a loop's calendar months that were read in every
 * whole year take part, so that no year is higher because a quiet boulevard fell silent.
 */
export function vehiclesPerDay(edition: EditionReader): Yearly {
  const loops = monthly(edition);
  const years = wholeYears(loops);
  const kept = [...loops.values()].flatMap((read) =>
    CALENDAR.filter((month) => years.every((year) => read.has(`${year}-${month}`))).map((month) => ({
      read,
      month,
    })),
  );
  return years.map((year) => [year, mean(kept.map(({ read, month }) => read.get(`${year}-${month}`)!))]);
}

/** The same readings against those of the base year, in per cent. */
export function changeSinceBase(edition: EditionReader): Yearly {
  const years = vehiclesPerDay(edition);
  const base = years.find(([year]) => year === BASE_YEAR)?.[1];
  if (!base) throw new Error(`the boulevards have no whole ${BASE_YEAR}`);
  return years.flatMap(([year, n]) => (year === BASE_YEAR ? [] : [[year, (n / base - 1) * 100]]));
}

/** Every month against the same month of the base year, over the loops read in both. */
export function monthChange(edition: EditionReader): Yearly {
  const loops = [...monthly(edition).values()];
  const months = [...new Set(loops.flatMap((read) => [...read.keys()]))].sort();
  return months.flatMap((month): Yearly => {
    const before = `${BASE_YEAR}-${month.slice(5)}`;
    if (month.startsWith(BASE_YEAR)) return [];
    const both = loops.filter((read) => read.has(month) && read.has(before));
    if (both.length < FEWEST_LOOPS) return [];
    const total = (at: string): number => both.reduce((sum, read) => sum + read.get(at)!, 0);
    return [[month, (total(month) / total(before) - 1) * 100]];
  });
}

/** Vehicles of each half hour from midnight, by year, over the loops that have a profile in every whole year. */
function profiles(edition: EditionReader): [year: string, vehicles: number[]][] {
  const years = wholeYears(monthly(edition));
  const loops = new Map<string, Map<string, number[]>>();
  for (const row of edition.table('boulevard-counts', 'profiles')) {
    if (Number(row.days) < FEWEST_PROFILE_DAYS) continue;
    const byYear = loops.get(row.sensor!) ?? new Map<string, number[]>();
    loops.set(row.sensor!, byYear);
    const vehicles = byYear.get(row.period!) ?? [];
    vehicles[Number(row.half_hour)] = Number(row.vehicles);
    byYear.set(row.period!, vehicles);
  }
  const kept = [...loops.values()].filter((byYear) => years.every((year) => byYear.has(year)));
  return years.map((year) => [
    year,
    kept[0]!.get(year)!.map((_, i) => kept.reduce((sum, byYear) => sum + byYear.get(year)![i]!, 0)),
  ]);
}

const share = (part: number, vehicles: readonly number[]): number =>
  (part / vehicles.reduce((sum, n) => sum + n, 0)) * 100;

/** Share of the day's vehicles in its fullest hour, whichever two half hours in a row that is. */
export const peakHourShare = (edition: EditionReader): Yearly =>
  profiles(edition).map(([year, v]) => [year, share(Math.max(...v.slice(1).map((n, i) => n + v[i]!)), v)]);

/** Night as the law on noise has it, from 22 to 6 (decreto legislativo 194/2005, Directive 2002/49/EC). */
export const nightShare = (edition: EditionReader): Yearly =>
  profiles(edition).map(([year, v]) => [
    year,
    share(
      [...v.slice(0, 12), ...v.slice(44)].reduce((sum, n) => sum + n, 0),
      v,
    ),
  ]);
