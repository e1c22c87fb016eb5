import { mapKindOf } from '../model/unit';
import type { IndicatorSummary, Manifest, Table } from '../model/manifest';
import type { ChartKind } from '../model/view';
import { isCityOnly } from './display';
import { layerFor } from './kinds';

/** Two points are a difference, not a course. */
const FEWEST_PERIODS = 3;
/** Fewer stripes than this show no pattern. */
const FEWEST_STRIPES = 10;

/**
 * Charts that the data of an indicator carry, the most telling first; [] when none does. Area charts need areas, a scatter numbers
 * with a denominator (two counts rise together with the size of the areas, whatever they count), days, hours, half hours and ages a
 * file of their own that names the indicator.
 */
export function fittingCharts(
  summary: IndicatorSummary,
  table: Pick<Table, 'levels'>,
  manifest: Pick<Manifest, 'layers'>,
): ChartKind[] {
  const has = (kind: 'calendar' | 'day' | 'hours' | 'pyramid') =>
    layerFor(manifest, summary.id, kind) !== undefined;
  const periods = Math.max(0, ...Object.values(table.levels).map((level) => level?.periods.length ?? 0));
  // A stripe is a year: months in a row show their seasons.
  const cityYears = table.levels.citta?.periods.filter((at) => at.length === 4).length ?? 0;
  const areas = !isCityOnly(summary);
  const fits: Record<ChartKind, boolean> = {
    series: periods >= FEWEST_PERIODS,
    spread: areas,
    scatter: areas && mapKindOf(summary.measure) === 'choropleth',
    pyramid: has('pyramid'),
    stripes: cityYears >= FEWEST_STRIPES,
    calendar: has('calendar'),
    day: has('day'),
    hours: has('hours'),
  };
  const order: ChartKind[] =
    summary.unit === 'celsius'
      ? ['stripes', 'series', 'calendar', 'hours']
      : areas
        ? ['series', 'spread', 'scatter', 'pyramid', 'stripes', 'day', 'calendar', 'hours']
        : ['day', 'series', 'stripes', 'calendar', 'hours', 'pyramid'];
  return order.filter((kind) => fits[kind]);
}

/** The chart a view shows: the one asked for where it fits, else the most telling. */
export const chartShown = (asked: ChartKind | null, fitting: readonly ChartKind[]): ChartKind | null =>
  (asked && fitting.includes(asked) ? asked : fitting[0]) ?? null;
