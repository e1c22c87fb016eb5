import * as v from 'valibot';

/** What a number measures; decides the map kind: a `count` is never a choropleth. */
export const MEASURES = ['count', 'share', 'rate', 'density', 'mean', 'median', 'index'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * Unit as printed. `percent` values are 0–100, `euro` whole currency units, `per100` and `per1000` things per so many of a base,
 * `per-km2` people, `things-per-km2` things the indicator's title names, `km-per-km2` the density of a network,
 * `number` a bare count whose noun the indicator's title gives.
 */
export const UNITS = [
  'people',
  'percent',
  'per-km2',
  'things-per-km2',
  'km-per-km2',
  'per100',
  'per1000',
  'euro',
  'index',
  'number',
  'households',
  'years',
  'days',
  'nights',
  'km',
  'celsius',
  'ugm3',
] as const;
export type Unit = (typeof UNITS)[number];

export const MeasureSchema = v.picklist(MEASURES);
export const UnitSchema = v.picklist(UNITS);

/**
 * Ways to draw an indicator. The first two paint the areas themselves and come with the map; each other one is a folder in
 * src/views/explore/kinds, loaded when asked for. Which fit an indicator: domain/kinds.
 */
export const MAP_KINDS = [
  'choropleth',
  'symbols',
  'change',
  'bivariate',
  'dots',
  'points',
  'hexes',
  'extrusion',
  'motion',
  'multiples',
] as const;
export type MapKind = (typeof MAP_KINDS)[number];

/** Counts go on circles, everything with a denominator (or already an index) on areas. */
export const mapKindOf = (measure: Measure): 'choropleth' | 'symbols' =>
  measure === 'count' ? 'symbols' : 'choropleth';
