import type { Lang } from '../model/ids';
import { DAY_HOURS, type AirHours, type AirMeasure } from '../model/series';
import type { ChartTable } from './chart-table';
import { formatNumber, formatValue, unitLabel } from './format';
import { articled, list } from './grammar';
import { halfHourLabel } from './traffic';

/** Means of the hours of a day from midnight; null where an hour was measured too few times. */
export type Course = readonly (number | null)[];
export interface AirProfile {
  working: Course;
  weekend: Course;
}

/** What one station measured over the hours of a year's days; null where it does not measure it. */
export const airProfile = (air: AirHours, measure: AirMeasure, station: string, year: string) =>
  measure.profiles[
    air.stations.findIndex(({ id }) => id === station) * air.years.length + air.years.indexOf(year)
  ] ?? null;

/** "9.00–10.00", "9:00–10:00" */
export const hourLabel = (hour: number, lang: Lang): string =>
  `${halfHourLabel(hour * 2, lang)}–${halfHourLabel(hour * 2 + 2, lang)}`;

/** Peaks of a morning are looked for from here; a high hour after midnight is the evening's tail. */
const MORNING = 4;
const NOON = 12;

export interface ToldHours {
  /** Highest hours of morning and afternoon, or the one highest hour: each with its equals. */
  high: readonly (readonly number[])[];
  /** The lowest, where there are not two peaks. */
  low: readonly number[];
}

/** Hours whose value is the highest (or lowest) as it is printed, ascending. */
function ends(values: Course, from: number, to: number, decimals: number, sign: 1 | -1): number[] {
  const printed = (value: number) => Number(value.toFixed(decimals)) * sign;
  const there = values.flatMap((value, hour) =>
    value !== null && hour >= from && hour < to ? [{ hour, value: printed(value) }] : [],
  );
  const best = Math.max(...there.map(({ value }) => value));
  return there.filter(({ value }) => value === best).map(({ hour }) => hour);
}

/** Whether a run of hours stands above the hour before and the hour after it, which were measured. */
function stands(values: Course, hours: readonly number[]): boolean {
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return false;
  const [before, after] = [values[first - 1] ?? null, values[(last + 1) % DAY_HOURS] ?? null];
  return before !== null && after !== null && before < values[first]! && after < values[last]!;
}

/** The hours that make the shape of a day: two peaks where it has one in the morning and one later, else highest and lowest. */
export function toldHours(values: Course, decimals: number): ToldHours {
  if (values.every((value) => value === null)) return { high: [], low: [] };
  const morning = ends(values, MORNING, NOON, decimals, 1);
  const later = ends(values, NOON, DAY_HOURS, decimals, 1);
  if (stands(values, morning) && stands(values, later)) return { high: [morning, later], low: [] };
  return {
    high: [ends(values, 0, DAY_HOURS, decimals, 1)],
    low: ends(values, 0, DAY_HOURS, decimals, -1),
  };
}

/** "tra le 9 e le 11", "tra le 0 e l’1" / "between 9:00 and 11:00"; hours that do not touch one after the other. */
function between(hours: readonly number[], lang: Lang): string {
  const runs: { from: number; to: number }[] = [];
  for (const hour of hours) {
    const last = runs.at(-1);
    if (last?.to === hour) last.to = hour + 1;
    else runs.push({ from: hour, to: hour + 1 });
  }
  const at = (hour: number) => (hour === 1 ? 'l’1' : `le ${hour}`);
  return list(
    runs.map(({ from, to }) =>
      lang === 'it'
        ? `tra ${at(from)} e ${at(to)}`
        : `between ${halfHourLabel(from * 2, lang)} and ${halfHourLabel(to * 2, lang)}`,
    ),
    lang,
  );
}

const NAMED: Record<string, Record<Lang, string>> = {
  no2: { it: 'il biossido di azoto', en: 'nitrogen dioxide' },
  o3: { it: 'l’ozono', en: 'ozone' },
};

interface Said {
  lang: Lang;
  measure: Pick<AirMeasure, 'id' | 'title' | 'unit' | 'decimals'>;
  year: string;
}

/** When working days are at their highest (and lowest, where they have one hump), and how weekends differ over the day. */
export function hoursSentence(profile: AirProfile | null, { lang, measure, year }: Said): string {
  const it = lang === 'it';
  const { working } = profile ?? { working: [] };
  const { high, low } = toldHours(working, measure.decimals);
  if (!profile || !high.length)
    return it ? `Nel ${year} non ci sono misure orarie.` : `There are no hourly measurements in ${year}.`;
  const name = NAMED[measure.id]?.[lang] ?? measure.title[lang];
  const told = (hours: readonly number[]) =>
    `${between(hours, lang)} (${formatValue(working[hours[0]!]!, measure.unit, measure.decimals, lang)})`;
  const subject = it ? `Nei giorni feriali del ${year} ${name}` : `On working days of ${year}, ${name}`;
  const head =
    high.length > 1
      ? it
        ? `${subject} ha due punte: ${told(high[0]!)} e ${told(high[1]!)}.`
        : `${subject} peaks twice: ${told(high[0]!)} and ${told(high[1]!)}.`
      : it
        ? `${subject} è più alto ${told(high[0]!)} e più basso ${told(low)}.`
        : `${subject} is highest ${told(high[0]!)} and lowest ${told(low)}.`;
  return `${head}${weekendText(profile, lang)}`;
}

/** Over the hours that both have: the mean of the day, weekends against working days. */
function weekendText({ working, weekend }: AirProfile, lang: Lang): string {
  const it = lang === 'it';
  const both = working.flatMap((value, hour) => {
    const other = weekend[hour] ?? null;
    return value === null || other === null ? [] : [[value, other] as const];
  });
  const [days, ends] = [0, 1].map((i) => both.reduce((sum, pair) => sum + pair[i]!, 0)) as [number, number];
  if (!days) return '';
  const change = (ends / days - 1) * 100;
  const size = `${formatNumber(Math.abs(change), 0, lang)}%`;
  const hours =
    both.length === DAY_HOURS
      ? it
        ? 'la media della giornata'
        : 'the mean of the day'
      : it
        ? `la media delle ${both.length} ore misurate in entrambi`
        : `the mean of the ${both.length} hours measured in both`;
  if (Math.abs(change) < 0.5)
    return it ? ` Nel fine settimana ${hours} è la stessa.` : ` At weekends ${hours} is the same.`;
  return it
    ? ` Nel fine settimana ${hours} è più ${change > 0 ? 'alta' : 'bassa'} ${articled('di', size)}.`
    : ` At weekends ${hours} is ${size} ${change > 0 ? 'higher' : 'lower'}.`;
}

/** Hour by hour: working days and weekends; a dash where an hour was measured too few times. */
export function hoursTable(
  profile: AirProfile,
  { lang, measure, caption }: Omit<Said, 'year'> & { caption: string },
): ChartTable {
  const it = lang === 'it';
  const unit = unitLabel(measure.unit, lang);
  const print = (value: number | null = null) =>
    value === null ? '–' : formatNumber(value, measure.decimals, lang);
  return {
    caption,
    head: [
      it ? 'Ora solare' : 'Solar time',
      `${it ? 'Giorni feriali' : 'Working days'} (${unit})`,
      `${it ? 'Fine settimana' : 'Weekends'} (${unit})`,
    ],
    rows: Array.from({ length: DAY_HOURS }, (_, hour) => ({
      cells: [hourLabel(hour, lang), print(profile.working[hour]), print(profile.weekend[hour])],
    })),
  };
}
