import type { IndicatorSummary, Layer, Manifest, Table } from '../model/manifest';
import type { Level } from '../model/ids';
import { mapKindOf, type MapKind } from '../model/unit';
import { crossesBreak } from './compare';
import { isCityOnly } from './display';

/** Fewer maps than this side by side make no small multiples worth the name. */
export const FEWEST_MULTIPLES = 3;

/** What is known of an indicator without its table. */
type Bare = Omit<IndicatorSummary, 'table'>;
interface Among<T extends Bare = Bare> {
  readonly indicators: readonly T[];
}

/** The layer of a kind that illustrates an indicator, the one that names it earliest. */
export function layerFor(manifest: Pick<Manifest, 'layers'>, id: string, kind: MapKind | Layer['kind']) {
  return manifest.layers
    .filter((layer) => layer.kind === kind && layer.indicators.includes(id))
    .sort((a, b) => a.indicators.indexOf(id) - b.indicators.indexOf(id))[0];
}

const hasParts = (level: Level): boolean => level !== 'citta';
const meet = (a: Bare, b: Bare): boolean =>
  a.levels.some((level) => hasParts(level) && b.levels.includes(level));

/** Indicators that can be the other axis of a bivariate map: shaded like this one, at a level both have. */
export const partnersOf = <T extends Bare>(summary: Bare, manifest: Among<T>): T[] =>
  mapKindOf(summary.measure) === 'symbols'
    ? []
    : manifest.indicators.filter(
        (other) =>
          other.id !== summary.id && mapKindOf(other.measure) === 'choropleth' && meet(summary, other),
      );

/**
 * The other axis before a reader has chosen one: of another theme, with the most levels in common, first in the menu's order; one of
 * its own theme when there is no other.
 */
export function firstPartner<T extends Bare>(summary: Bare, manifest: Among<T>): T | null {
  const common = (other: T) => summary.levels.filter((level) => other.levels.includes(level)).length;
  const partners = partnersOf(summary, manifest);
  const foreign = partners.filter((other) => other.theme !== summary.theme);
  return (
    (foreign.length ? foreign : partners).reduce<T | null>(
      (best, other) => (best === null || common(other) > common(best) ? other : best),
      null,
    ) ?? null
  );
}

/** Itself and the indicators of its theme that are measured alike, so that one legend serves them all. */
export const sistersOf = <T extends Bare>(summary: Bare, manifest: Among<T>): T[] =>
  manifest.indicators.filter(
    (other) =>
      other.theme === summary.theme &&
      other.unit === summary.unit &&
      other.measure === summary.measure &&
      (other.ramp === 'change') === (summary.ramp === 'change') &&
      meet(summary, other),
  );

/**
 * Kinds of map that the data of an indicator carry, its own first. A number with a denominator may be shaded, compared with
 * another and raised; a count stays on circles or becomes dots; a change needs two dates of one series; things in space need
 * their layer; small multiples need years or sisters.
 */
export function fittingKinds(
  summary: Bare,
  manifest: Pick<Manifest, 'layers'> & Among,
  seriesBreaks: Table['seriesBreaks'] = [],
): MapKind[] {
  const own = mapKindOf(summary.measure);
  // A map of the city alone would be one colour; what moves in it is a map all the same.
  if (isCityOnly(summary) && layerFor(manifest, summary.id, 'motion')) return ['motion'];
  const city = summary.levels.some((level) => hasParts(level) && level !== 'comune');
  const kinds: MapKind[] = [own];
  // The `change` ramp says that the number is a change already; a change of a change explains nothing.
  if (summary.ramp !== 'change' && comparable(summary.periods, seriesBreaks)) kinds.push('change');
  if (partnersOf(summary, manifest).length > 0) kinds.push('bivariate');
  for (const kind of ['dots', 'points', 'hexes', 'motion'] as const)
    if (layerFor(manifest, summary.id, kind)) kinds.push(kind);
  if (city && summary.ramp !== 'change' && (own === 'symbols' || summary.measure === 'density'))
    kinds.push('extrusion');
  const parts = summary.levels.some(hasParts);
  const most = Math.max(summary.periods.length, sistersOf(summary, manifest).length);
  if (parts && most >= FEWEST_MULTIPLES) kinds.push('multiples');
  return kinds;
}

/** Whether any two dates that follow each other belong to one series. */
const comparable = (periods: readonly string[], seriesBreaks: Table['seriesBreaks']): boolean =>
  periods.some((period, i) => i > 0 && !crossesBreak({ seriesBreaks }, periods[i - 1]!, period));
