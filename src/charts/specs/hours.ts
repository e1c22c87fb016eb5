import { formatNumber, formatValue, unitLabel } from '../../domain/format';
import { airProfile, hourLabel, hoursSentence, toldHours, type AirProfile } from '../../domain/hours-of-air';
import { nearestPeriod } from '../../domain/period';
import { chartWords } from '../../i18n/charts';
import type { Lang } from '../../model/ids';
import { DAY_HOURS, type AirHours, type AirMeasure } from '../../model/series';
import type { HoursSpec } from '../hours';
import type { Specified } from './drawing';

export interface HoursView {
  lang: Lang;
  air: AirHours;
  indicator: string;
  period: string;
  /** What a reader chose in the chart itself; an unknown station stands for the first that measures. */
  asked: { station: string; year: string | null };
}

type Station = AirHours['stations'][number];
export interface SpecifiedHours extends Specified<HoursSpec> {
  measure: AirMeasure;
  profile: AirProfile;
  /** Those that measure it, and the one on show. */
  stations: Station[];
  station: Station;
  /** Those of the station. */
  years: string[];
  year: string;
}

const EMPTY: AirProfile['working'] = new Array<null>(DAY_HOURS).fill(null);

/** The mean day of a station in a year, working days against weekends; null where no station measures what the indicator counts. */
export function specifyHours({ lang, air, indicator, period, asked }: HoursView): SpecifiedHours | null {
  const w = chartWords(lang);
  const measure = air.measures.find(({ indicators }) => indicators.includes(indicator));
  if (!measure) return null;
  const yearsOf = ({ id }: Station) => air.years.filter((at) => airProfile(air, measure, id, at));
  const stations = air.stations.filter((s) => yearsOf(s).length > 0);
  const station = stations.find(({ id }) => id === asked.station) ?? stations[0];
  if (!station) return null;
  const years = yearsOf(station);
  const year = nearestPeriod(years, asked.year ?? period.slice(0, 4));
  const profile = airProfile(air, measure, station.id, year) ?? { working: EMPTY, weekend: EMPTY };
  const { unit, decimals } = measure;
  const number = (value: number) => formatNumber(value, decimals, lang);
  const { high, low } = toldHours(profile.working, decimals);
  // Equal hours are said; one of them is marked.
  const told = (hours: readonly number[], isLow: boolean) =>
    hours.slice(0, 1).map((hour) => ({ hour, label: number(profile.working[hour]!), low: isLow }));
  const thin = [...profile.working, ...profile.weekend].includes(null);
  return {
    measure,
    profile,
    stations,
    station,
    years,
    year,
    spec: {
      working: { key: 'working', label: w.workingDays, values: profile.working },
      weekend: { key: 'weekend', label: w.weekends, values: profile.weekend },
      told: [...high.flatMap((hours) => told(hours, false)), ...told(low, true)],
      most: Math.max(
        ...measure.profiles.flatMap((p) => [...(p?.working ?? []), ...(p?.weekend ?? [])].map((v) => v ?? 0)),
      ),
      unit: unitLabel(unit, lang),
      axis: w.hoursAxis,
      tick: (value) => formatNumber(value, 0, lang),
      read: (curve, hour, value) => ({
        title: `${curve.label}, ${hourLabel(hour, lang)}`,
        text: formatValue(value, unit, decimals, lang),
      }),
    },
    head: w.hoursHead(measure.title[lang], station.name[lang], year),
    sentence: hoursSentence(profile, { lang, measure, year }),
    notes: [w.hoursSolar, w.hoursDays, ...(thin ? [w.hoursThin] : [])],
  };
}
