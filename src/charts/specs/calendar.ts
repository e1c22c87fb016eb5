import { binOf } from '../../domain/classify';
import { missingStyle, rampColours, type ColourTheme } from '../../domain/colour';
import {
  calendarSentence,
  columnOf,
  daysOfYear,
  passes,
  stepsOf,
  yearsOf,
  type DayCell,
} from '../../domain/daily';
import { formatNumber, formatPeriod, formatValue, unitLabel } from '../../domain/format';
import { chartWords } from '../../i18n/charts';
import type { Lang } from '../../model/ids';
import type { Daily } from '../../model/series';
import type { CalendarSpec } from '../calendar';
import type { Specified } from './drawing';

const CLASSES = 8;

export interface CalendarView {
  lang: Lang;
  theme: ColourTheme;
  daily: Daily;
  indicator: string;
  period: string;
  /** What a reader chose in the chart itself; null or an unknown station stand for the first that fits. */
  asked: { measure: string | null; station: string; year: string | null };
}

type Measure = Daily['measures'][number];
type Station = Daily['stations'][number];
export interface CalendarKeyOf {
  colours: readonly string[];
  /** Printed limits between the colours. */
  limits: readonly string[];
  unit: string;
  marks: readonly string[];
  missing: string | null;
}
export interface SpecifiedCalendar extends Specified<Omit<CalendarSpec, 'columns'>> {
  measure: Measure;
  /** Those that measure it, and the one on show. */
  stations: Station[];
  station: Station | null;
  years: string[];
  year: string;
  days: DayCell[];
  key: CalendarKeyOf;
}

/** A year of days, each in the colour of its value; what passes a mark of law or climate carries a sign. Null without a measure. */
export function specifyCalendar(view: CalendarView): SpecifiedCalendar | null {
  const { lang, theme, daily, asked } = view;
  const w = chartWords(lang);
  const found = daily.measures.findIndex((m) =>
    asked.measure ? m.id === asked.measure : m.indicators.includes(view.indicator),
  );
  const at = Math.max(0, found);
  const measure = daily.measures[at];
  if (!measure) return null;
  const stations = daily.stations.filter((_, s) => columnOf(daily, s, at).length > 0);
  const station = stations.find(({ id }) => id === asked.station) ?? stations[0] ?? null;
  const column = station ? columnOf(daily, daily.stations.indexOf(station), at) : [];
  const years = yearsOf(daily);
  const year = asked.year ?? (years.includes(view.period) ? view.period : (years.at(-1) ?? ''));
  const days = daysOfYear(daily, column, year);
  // One scale for all stations and years: a colour means the same everywhere.
  const limits = stepsOf(
    daily.stations.flatMap((_, s) => columnOf(daily, s, at)),
    CLASSES,
  );
  const colours = rampColours('teal-red', limits.length + 1, theme);
  const { unit, decimals, thresholds } = measure;
  const names = Array.from({ length: 12 }, (_, i) =>
    formatPeriod(`2001-${String(i + 1).padStart(2, '0')}`, lang).replace(/ \d{4}$/, ''),
  );
  const half = colours.length / 2;
  const dark = theme === 'dark';
  return {
    measure,
    stations,
    station,
    years,
    year,
    days,
    spec: {
      days,
      monthNames: names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
      weekdays: w.weekdays,
      colour: (value) => colours[binOf(value, limits)] ?? 'var(--muted)',
      // Low classes are pale by day and dark by night: the sign takes the other end.
      ink: (value) => (binOf(value, limits) >= half === dark ? '#14161a' : '#faf7f2'),
      mark: (value) => {
        const past = thresholds.findLastIndex((threshold) => passes(value, threshold));
        return past < 0 ? 0 : past === 0 ? 1 : 2;
      },
      empty: missingStyle('not-available', theme),
      read: (day) => ({
        title: formatPeriod(day.date, lang),
        text: day.value === null ? w.notMeasured : formatValue(day.value, unit, decimals, lang),
      }),
    },
    head: w.calendarHead(measure.title[lang], year),
    sentence: calendarSentence(days, { lang, measure, year }),
    notes: [],
    key: {
      colours,
      limits: limits.map((limit) => formatNumber(limit, 0, lang)),
      unit: unitLabel(unit, lang),
      marks: thresholds.map(({ one }) => one[lang]),
      missing: days.some(({ value }) => value === null) ? w.notMeasured : null,
    },
  };
}
