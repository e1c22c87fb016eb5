import { rampColours, type ColourTheme } from '../../domain/colour';
import { formatNumber, formatPeriod } from '../../domain/format';
import { nearestPeriod } from '../../domain/period';
import {
  daySentence,
  FEW_DAYS,
  halfHourLabel,
  profilesOf,
  sensorName,
  type Profile,
  type Sensor,
} from '../../domain/traffic';
import { chartWords } from '../../i18n/charts';
import type { Lang } from '../../model/ids';
import type { Traffic } from '../../model/series';
import type { DaySpec, MonthsSpec } from '../day';
import type { Specified } from './drawing';

export interface DayView {
  lang: Lang;
  theme: ColourTheme;
  traffic: Traffic;
  period: string;
  /** What a reader chose in the chart itself; an unknown loop stands for the first. */
  asked: { sensor: string; year: string | null };
}

/** A working day on the boulevards by half hour, years over each other, and the months one after the other. */
export function specifyDay({ lang, theme, traffic, period, asked }: DayView):
  | (Specified<DaySpec> & {
      sensor: Sensor;
      profiles: Profile[];
      year: string;
      months: MonthsSpec;
    })
  | null {
  const w = chartWords(lang);
  const sensor = traffic.sensors.find(({ id }) => id === asked.sensor) ?? traffic.sensors[0];
  if (!sensor) return null;
  const profiles = profilesOf(traffic, sensor);
  const years = profiles.map(({ year }) => year);
  const year = asked.year ?? nearestPeriod(years, period.slice(0, 4));
  const number = (value: number) => formatNumber(value, 0, lang);
  const colours = rampColours('blue', years.length + 1, theme);
  const few = profiles.filter(({ days }) => days < FEW_DAYS).map((p) => p.year);
  return {
    sensor,
    profiles,
    year,
    spec: {
      curves: profiles.map((profile, i) => ({
        year: profile.year,
        vehicles: profile.vehicles,
        colour: colours[i + 1] ?? 'var(--muted)',
        own: profile.year === year,
        few: profile.days < FEW_DAYS,
      })),
      most: Math.max(
        ...traffic.sensors.flatMap((s) => s.profiles.flatMap((profile) => profile?.vehicles ?? [])),
      ),
      unit: w.vehiclesHalfHour,
      tick: number,
      hour: (hour) => halfHourLabel(hour * 2, lang),
      read: (at, half, vehicles) => ({
        title: `${at}, ${halfHourLabel(half, lang)}–${halfHourLabel(half + 1, lang)}`,
        text: w.vehicles(number(vehicles)),
      }),
    },
    months: {
      months: traffic.months.map((at, i) => ({ period: at, value: sensor.perDay[i] ?? null })),
      most: Math.max(...traffic.sensors.flatMap((s) => s.perDay.map((value) => value ?? 0))),
      unit: w.vehiclesDay,
      year,
      tick: number,
      read: (at, value) => ({ title: formatPeriod(at, lang), text: w.vehicles(number(value)) }),
    },
    head: w.dayHead(sensorName(sensor, lang), year),
    sentence: daySentence(profiles, year, lang),
    notes: [w.dayOnly, w.daySensors, ...(few.length ? [w.dayFew(few.join(', '))] : [])],
  };
}
