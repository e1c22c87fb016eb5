import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Level } from '../../model/ids';
import type { Palette } from '../palette';
import type { MapTheme } from '../spec';

/** All that the look of the layers depends on; the values come later, as feature state. */
export interface LayerContext {
  readonly level: Level;
  readonly kind: 'choropleth' | 'symbols';
  readonly theme: MapTheme;
  readonly palette: Palette;
  /** Cycle paths and limited-traffic zone already at city zoom. */
  readonly places: boolean;
  /** Codes of areas taken together. */
  readonly picked?: readonly string[];
}

export type LayerFactory = (context: LayerContext) => LayerSpecification[];

/** Source ids of the style. */
export const AREAS = 'areas';
export const BASE = 'base';
/**
 * Inner points of a level, where its names stand. Filled with the style and never again: when data and layers of a source change at once,
 * the engine may pair a tile's new features with the bytes of its former ones, and throws where those hold fewer.
 */
export const pointsAt = (level: Level) => `points-${level}` as const;
/** The same points in the order circles are drawn in. Filled anew before its layers come, never while they do. */
export const circlesAt = (level: Level) => `circles-${level}` as const;

export const state = (key: string): ExpressionSpecification => ['feature-state', key];

/** 1 or less: fades the areas outside the highlighted class. */
export const FADED = 0.18;
export const faded = (opacity: number): ExpressionSpecification => [
  'case',
  ['boolean', state('dim'), false],
  opacity * FADED,
  opacity,
];

/** Opacity that is there only when a boolean of the feature state says so. */
export const when = (key: string, opacity = 1): ExpressionSpecification => [
  'case',
  ['boolean', state(key), false],
  opacity,
  0,
];

/** Linear between zoom stops: `zooms(10, 0.5, 14, 2)`. */
export function zooms(...stops: readonly number[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

/** The engine reads the weight from the first name and draws with the first family that exists. */
export const SEMIBOLD = ['Titillium Web SemiBold', 'Titillium Web'];
export const ITALIC = ['Titillium Web Italic', 'Titillium Web'];
