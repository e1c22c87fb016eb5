import type { Lang } from '../model/ids';
import type { Daily, DailyMeasure, Threshold } from '../model/series';
import type { ChartTable } from './chart-table';
import { formatNumber, formatPeriod, formatValue, unitLabel } from './format';
import { capital, inPeriod, list } from './grammar';

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

export interface DayCell {
  date: string;
  /** 1–12 */
  month: number;
  /** 0 = Monday … 6 = Sunday */
  weekday: number;
  /** Row within its month's grid, 0–5. */
  week: number;
  /** Null where nothing was measured. */
  value: number | null;
}

const firstDay = (daily: Daily): number => Date.parse(`${daily.first}T00:00:00Z`);

/** Years with at least one day, ascending. */
export function yearsOf(daily: Daily): string[] {
  const [from, to] = [firstDay(daily), firstDay(daily) + (daily.days - 1) * DAY].map((time) =>
    Number(iso(time).slice(0, 4)),
  ) as [number, number];
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}

/** Column of one measure at one station, as numbers; [] where the station does not measure it. */
export function columnOf(daily: Daily, station: number, measure: number): (number | null)[] {
  const scale = 10 ** (daily.measures[measure]?.decimals ?? 0);
  const column = daily.columns[station * daily.measures.length + measure] ?? [];
  return column.map((value) => (value === null ? null : value / scale));
}

/** Every day of a year that the series covers, in order. */
export function daysOfYear(daily: Daily, column: readonly (number | null)[], year: string): DayCell[] {
  const start = firstDay(daily);
  const [from, to] = [Date.UTC(Number(year), 0, 1), Date.UTC(Number(year), 11, 31)];
  const cells: DayCell[] = [];
  for (let time = Math.max(from, start); time <= Math.min(to, start + (daily.days - 1) * DAY); time += DAY) {
    const date = new Date(time);
    const weekday = (date.getUTCDay() + 6) % 7;
    const day = date.getUTCDate();
    const firstWeekday = (weekday - ((day - 1) % 7) + 7) % 7;
    cells.push({
      date: iso(time),
      month: date.getUTCMonth() + 1,
      weekday,
      week: Math.floor((day - 1 + firstWeekday) / 7),
      value: column[Math.round((time - start) / DAY)] ?? null,
    });
  }
  return cells;
}

export const passes = (value: number, { at, side }: Threshold): boolean =>
  side === 'from' ? value >= at : side === 'above' ? value > at : value < at;

/** Days of a year past a mark. */
export const daysPast = (days: readonly DayCell[], threshold: Threshold): number =>
  days.filter(({ value }) => value !== null && passes(value, threshold)).length;

/** Even steps of a colour scale over all years, so that a colour means the same in each: round limits about `classes` of them. */
export function stepsOf(column: readonly (number | null)[], classes: number): number[] {
  const values = column.filter((value) => value !== null);
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const raw = (high - low) / classes || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw * 0.999) ?? raw;
  const limits: number[] = [];
  for (let limit = Math.ceil(low / step) * step; limit < high; limit += step)
    if (limit > low) limits.push(Number(limit.toFixed(6)));
  return limits;
}

interface Said {
  lang: Lang;
  measure: DailyMeasure;
  year: string;
}

/** How many days pass each mark, the highest value and its day, and what was not measured. */
export function calendarSentence(days: readonly DayCell[], { lang, measure, year }: Said): string {
  const it = lang === 'it';
  const measured = days.filter((day): day is DayCell & { value: number } => day.value !== null);
  if (measured.length === 0)
    return it ? `Nel ${year} non ci sono misure.` : `There are no measurements in ${year}.`;
  const whole = days.length >= 365;
  const counts = measure.thresholds.map((threshold) => {
    const n = daysPast(days, threshold);
    return `${formatNumber(n, 0, lang)}\u00a0${(n === 1 ? threshold.one : threshold.many)[lang]}`;
  });
  const print = (value: number) => formatValue(value, measure.unit, measure.decimals, lang);
  const top = measured.reduce((a, b) => (b.value > a.value ? b : a));
  const low = measured.reduce((a, b) => (b.value < a.value ? b : a));
  const head = counts.length
    ? it
      ? `${capital(inPeriod(year, lang))} si contano ${list(counts, lang)}. `
      : `${capital(inPeriod(year, lang))} there were ${list(counts, lang)}. `
    : '';
  const ends = it
    ? `Il valore più alto, ${print(top.value)}, è ${when(top.date, lang)}, il più basso, ${print(low.value)}, ${when(low.date, lang)}.`
    : `The highest value, ${print(top.value)}, fell ${when(top.date, lang)}, the lowest, ${print(low.value)}, ${when(low.date, lang)}.`;
  const gaps = days.length - measured.length;
  const holes =
    gaps === 0
      ? ''
      : it
        ? ` ${gaps === 1 ? 'Manca 1 giorno' : `Mancano ${gaps} giorni`}, lasciati vuoti.`
        : ` ${gaps === 1 ? '1 day is' : `${gaps} days are`} missing and left empty.`;
  const end = days.at(-1)!.date;
  const part = whole
    ? ''
    : it
      ? ` L’anno è parziale: i dati arrivano al ${formatPeriod(end, lang)}.`
      : ` The year is partial: the data reach ${formatPeriod(end, lang)}.`;
  return `${head}${ends}${holes}${part}`;
}

/** "dell’11 agosto", "del 1° gennaio" / "on 11 August": the year is said already. */
function when(date: string, lang: Lang): string {
  const text = formatPeriod(date, lang).replace(/ \d{4}$/, '');
  if (lang === 'en') return `on ${text}`;
  return /^(8|11) /.test(text) ? `dell’${text}` : `del ${text}`;
}

/** Month by month: lowest, mean and highest value, days past each mark, days measured. */
export function calendarTable(days: readonly DayCell[], { lang, measure, year }: Said): ChartTable {
  const it = lang === 'it';
  const print = (value: number) => formatNumber(value, Math.max(measure.decimals, 1), lang);
  const months = [...new Set(days.map(({ month }) => month))];
  return {
    caption: `${measure.title[lang]}, ${year} (${unitLabel(measure.unit, lang)})`,
    head: [
      it ? 'Mese' : 'Month',
      it ? 'Minimo' : 'Lowest',
      it ? 'Media' : 'Mean',
      it ? 'Massimo' : 'Highest',
      ...measure.thresholds.map(({ many }) => capital(many[lang])),
      it ? 'Giorni misurati' : 'Days measured',
    ],
    rows: months.map((month) => {
      const inMonth = days.filter((day) => day.month === month);
      const values = inMonth.flatMap(({ value }) => (value === null ? [] : [value]));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const name = formatPeriod(`${year}-${String(month).padStart(2, '0')}`, lang).replace(/ \d{4}$/, '');
      return {
        cells: [
          capital(name),
          ...(values.length
            ? [print(Math.min(...values)), print(mean), print(Math.max(...values))]
            : ['–', '–', '–']),
          ...measure.thresholds.map((threshold) => String(daysPast(inMonth, threshold))),
          String(values.length),
        ],
      };
    }),
  };
}
