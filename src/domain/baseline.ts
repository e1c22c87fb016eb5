import { isValue } from '../model/cell';
import { CITY_CODE, type Lang } from '../model/ids';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import { seriesOf } from './cells';
import type { ChartTable } from './chart-table';
import { formatDifference, formatNumber, formatPeriod, formatValue, unitLabel } from './format';
import { list } from './grammar';

/** A long series is measured against its first twenty periods, a shorter one against the whole of itself. */
const REFERENCE = 20;

export interface Stripe {
  period: string;
  value: number | null;
  /** Value minus the baseline; null where there is no value. */
  anomaly: number | null;
}
export interface Stripes {
  stripes: Stripe[];
  /** What the anomalies are measured from, in the unit of the indicator. */
  baseline: number;
  /** First and last period of the mean; null when the numbers are differences already and zero is their own. */
  reference: readonly [string, string] | null;
  /** Largest distance from the baseline, for a scale that is even about it. */
  reach: number;
}

/** The city's series as distances from a baseline; null without values. */
export function stripesOf(summary: IndicatorSummary, table: Table, geography: Geography): Stripes | null {
  const points = seriesOf(table, geography, 'citta', CITY_CODE).map(({ period, cell }) => ({
    period,
    value: isValue(cell) ? cell.value : null,
  }));
  const known = points.filter((point): point is { period: string; value: number } => point.value !== null);
  if (known.length === 0) return null;
  const base = known.length > REFERENCE ? known.slice(0, REFERENCE) : known;
  const isChange = summary.ramp === 'change';
  const baseline = isChange ? 0 : base.reduce((sum, { value }) => sum + value, 0) / base.length;
  const stripes = points.map(({ period, value }) => ({
    period,
    value,
    anomaly: value === null ? null : value - baseline,
  }));
  return {
    stripes,
    baseline,
    reference: isChange ? null : [base[0]!.period, base.at(-1)!.period],
    reach: Math.max(...stripes.map(({ anomaly }) => Math.abs(anomaly ?? 0))) || 1,
  };
}

/** How many of the highest are named. */
const NAMED = 5;

/** What the colours are measured from, and where the highest values lie in time. */
export function stripesSentence(
  { stripes, baseline, reference }: Stripes,
  { summary, table, lang }: { summary: IndicatorSummary; table: Table; lang: Lang },
): string {
  const it = lang === 'it';
  const number = formatValue(baseline, summary.unit, Math.max(1, table.decimals), lang);
  const from = reference
    ? it
      ? `Il punto di riferimento è la media ${reference[0]}–${reference[1]}: ${number}.`
      : `The baseline is the mean of ${reference[0]}–${reference[1]}: ${number}.`
    : '';
  const known = stripes.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
  if (known.length <= NAMED) return from;
  const highest = [...known]
    .sort((a, b) => b.value - a.value)
    .slice(0, NAMED)
    .map(({ period }) => period)
    .sort();
  // Equal values at the edge of the five would name one year and leave out another like it.
  const edge = Math.min(...known.filter(({ period }) => highest.includes(period)).map(({ value }) => value));
  if (known.filter(({ value }) => value >= edge).length > NAMED) return from;
  const years = list(highest, lang);
  const warm = summary.unit === 'celsius';
  const top = it
    ? `I cinque anni ${warm ? 'più caldi' : 'con i valori più alti'} sono ${years}.`
    : `The five ${warm ? 'warmest years' : 'years with the highest values'} are ${years}.`;
  return [from, top].filter(Boolean).join(' ');
}

export function stripesTable(
  { stripes, reference }: Stripes,
  { summary, table, lang }: { summary: IndicatorSummary; table: Table; lang: Lang },
): ChartTable {
  const it = lang === 'it';
  const unit = unitLabel(summary.unit, lang);
  const decimals = table.decimals;
  return {
    caption: summary.title[lang],
    head: [
      it ? 'Anno' : 'Year',
      `${it ? 'Valore' : 'Value'} (${unit})`,
      ...(reference ? [`${it ? 'Scarto dal' : 'Against'} ${reference[0]}–${reference[1]}`] : []),
    ],
    rows: stripes.map(({ period, value, anomaly }) => ({
      key: period,
      cells: [
        formatPeriod(period, lang),
        value === null ? '–' : formatNumber(value, decimals, lang),
        ...(reference
          ? [anomaly === null ? '–' : formatDifference(anomaly, summary.unit, Math.max(1, decimals), lang)]
          : []),
      ],
    })),
  };
}
