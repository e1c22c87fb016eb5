import { cityOnly } from './city-years';
import type { EditionReader, IndicatorCells } from '../model';

/**
 * Share of a year's days a station must have measured for its mean to stand for the year. Directive 2008/50/EC, annex I, asks for 90%
 * not counting calibration and regular maintenance, about 5%, which no file tells apart.
 */
const CAPTURE = 0.85;

const daysOf = (year: string): number =>
  (Date.UTC(Number(year) + 1, 0, 1) - Date.UTC(Number(year), 0, 1)) / 86_400_000;

/** The highest of the stations' values, a year at a time, over the stations that measured enough days of that year. */
export function highestStation(
  rows: readonly Record<string, string>[],
  value: string,
  days: string,
): IndicatorCells {
  const best = new Map<string, number>();
  for (const row of rows) {
    const period = row.period!;
    if (row[value] === '' || Number(row[days]) < CAPTURE * daysOf(period)) continue;
    best.set(period, Math.max(best.get(period) ?? -Infinity, Number(row[value])));
  }
  return cityOnly([...best].sort());
}

/** years.csv with `o3_days`, the days with an ozone value, counted from the daily rows: the table itself lacks them. */
export function yearsWithOzoneDays(edition: EditionReader): Record<string, string>[] {
  const measured = new Map<string, number>();
  for (const { station, date, o3_max: max } of edition.table('air-quality')) {
    const key = `${station}|${date!.slice(0, 4)}`;
    if (max !== '') measured.set(key, (measured.get(key) ?? 0) + 1);
  }
  return edition
    .table('air-quality', 'years')
    .map((row) => ({ ...row, o3_days: String(measured.get(`${row.station}|${row.period}`) ?? 0) }));
}
