import type { Lang } from '../model/ids';
import type { Traffic } from '../model/series';
import type { ChartTable } from './chart-table';
import { formatNumber } from './format';

export type Sensor = Traffic['sensors'][number];

const HEADING: Record<string, Record<Lang, string>> = {
  N: { it: 'nord', en: 'north' },
  NE: { it: 'nord-est', en: 'north-east' },
  E: { it: 'est', en: 'east' },
  SE: { it: 'sud-est', en: 'south-east' },
  S: { it: 'sud', en: 'south' },
  SW: { it: 'sud-ovest', en: 'south-west' },
  W: { it: 'ovest', en: 'west' },
  NW: { it: 'nord-ovest', en: 'north-west' },
};

/** The source shouts in abbreviations: "P.zza di P.ta S.Donato" becomes "Piazza di Porta San Donato". */
const plain = (name: string): string =>
  name
    .replace(/P\.zza/g, 'Piazza')
    .replace(/P\.ta/g, 'Porta')
    .replace(/S\.(?=\s?(Stefano))\s?/g, 'Santo ')
    .replace(/S\.\s?(?=[A-Z])/g, 'San ')
    .replace(/\b([A-Z])\.(?=[A-Z][a-z])/g, '$1. ');

/** "Viale Pepoli, verso sud-est". */
export const sensorName = ({ street, heading }: Sensor, lang: Lang): string =>
  `${street}, ${lang === 'it' ? 'verso' : 'towards'} ${HEADING[heading]?.[lang] ?? heading}`;

/** "tra via A. Costa e via Roncati". */
export const sensorPlace = ({ from, to }: Sensor, lang: Lang): string => {
  const lower = (name: string) =>
    plain(name).replace(/^(Via|Piazza|Viale|Largo|Mura)\b/, (word) => word.toLowerCase());
  return lang === 'it' ? `tra ${lower(from)} e ${lower(to)}` : `between ${plain(from)} and ${plain(to)}`;
};

/** "8.30", "8:30": when a half hour begins. */
export const halfHourLabel = (index: number, lang: Lang): string =>
  `${Math.floor(index / 2)}${lang === 'it' ? '.' : ':'}${index % 2 ? '30' : '00'}`;

export interface Profile {
  year: string;
  /** Days it rests on. */
  days: number;
  vehicles: readonly number[];
}

export const profilesOf = ({ years }: Traffic, sensor: Sensor): Profile[] =>
  years.flatMap((year, i) => {
    const profile = sensor.profiles[i];
    return profile ? [{ year, days: profile.days, vehicles: profile.vehicles }] : [];
  });

const total = (profile: Profile): number => profile.vehicles.reduce((sum, n) => sum + n, 0);
const peakOf = (vehicles: readonly number[], from: number, to: number): number => {
  let best = from;
  for (let i = from; i < to; i++) if (vehicles[i]! > vehicles[best]!) best = i;
  return best;
};
/** A year's profile from fewer days than this is that of a month or so: said, and not compared with whole years. */
export const FEW_DAYS = 25;
const NOON = 24;

/** Peaks of morning and afternoon, vehicles in a day, and how they compare with the first year. */
export function daySentence(profiles: readonly Profile[], year: string, lang: Lang): string {
  const it = lang === 'it';
  const now = profiles.find((profile) => profile.year === year);
  if (!now)
    return it ? `Nel ${year} questa spira non ha giorni completi.` : `In ${year} this loop has no whole day.`;
  const [morning, evening] = [peakOf(now.vehicles, 0, NOON), peakOf(now.vehicles, NOON, now.vehicles.length)];
  const number = (n: number) => formatNumber(n, 0, lang);
  const head = it
    ? `In un giorno feriale tipo del ${year} passano qui ${number(total(now))} veicoli; le mezz’ore più piene cominciano alle ${halfHourLabel(morning, lang)} (${number(now.vehicles[morning]!)}) e alle ${halfHourLabel(evening, lang)} (${number(now.vehicles[evening]!)}).`
    : `On a typical working day of ${year}, ${number(total(now))} vehicles pass here; the fullest half hours begin at ${halfHourLabel(morning, lang)} (${number(now.vehicles[morning]!)}) and ${halfHourLabel(evening, lang)} (${number(now.vehicles[evening]!)}).`;
  const first = profiles.find(({ days }) => days >= FEW_DAYS);
  const change =
    !first || first.year >= year || now.days < FEW_DAYS ? null : (total(now) / total(first) - 1) * 100;
  const since =
    change === null
      ? ''
      : Math.abs(change) < 0.5
        ? it
          ? ` Sono quanti nel ${first!.year}.`
          : ` As many as in ${first!.year}.`
        : it
          ? ` Sono il ${formatNumber(Math.abs(change), 0, lang)}% ${change > 0 ? 'in più' : 'in meno'} del ${first!.year}.`
          : ` That is ${formatNumber(Math.abs(change), 0, lang)}% ${change > 0 ? 'more' : 'fewer'} than in ${first!.year}.`;
  const few =
    now.days < FEW_DAYS
      ? it
        ? ` Il ${year} conta solo ${now.days} giorni.`
        : ` ${year} holds only ${now.days} days.`
      : '';
  return `${head}${since}${few}`;
}

/** Hour by hour, one column a year. */
export function dayTable(profiles: readonly Profile[], caption: string, lang: Lang): ChartTable {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return {
    caption,
    head: [lang === 'it' ? 'Ora' : 'Hour', ...profiles.map(({ year }) => year)],
    rows: hours.map((hour) => ({
      cells: [
        `${halfHourLabel(hour * 2, lang)}–${halfHourLabel(hour * 2 + 2, lang)}`,
        ...profiles.map(({ vehicles }) =>
          formatNumber(vehicles[hour * 2]! + vehicles[hour * 2 + 1]!, 0, lang),
        ),
      ],
    })),
  };
}
