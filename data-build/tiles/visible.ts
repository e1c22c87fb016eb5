import type { Flat } from './clip';
import { doubleArea } from './ring';
import { type FeatureStore, POINT, POLYGON, type Shapes } from './store';

/** In grid units of 1/4096 tile, 8 to a CSS pixel of MapLibre's 512-px tiles: a third of a pixel, geojson-vt's default too. */
export const TOLERANCE = 3;
/** At a feature's highest zoom: half a unit, no more than rounding to the grid already moves a vertex. */
export const TOLERANCE_HIGHEST = 0.5;

/** What cutting one zoom needs at hand: `boxes` are the features' bounding boxes on its grid, four numbers each. */
export interface ZoomView {
  store: FeatureStore;
  z: number;
  boxes: Int32Array;
}

/** Below the highest zoom what is too small to see is left out, unless its layer tiles the plane. */
function dropsSmall(store: FeatureStore, f: number, z: number): boolean {
  return (
    !store.isHighest(f, z) && store.layers[store.layerOf(f)]?.coverage !== true && store.kindOf(f) !== POINT
  );
}

/** Judged by its box alone: a line within a square of the tolerance, a polygon that cannot have the square's area. */
export function isTooSmall({ store, z, boxes }: ZoomView, f: number): boolean {
  const width = (boxes[4 * f + 2] as number) - (boxes[4 * f] as number);
  const height = (boxes[4 * f + 3] as number) - (boxes[4 * f + 1] as number);
  const isPolygon = store.kindOf(f) === POLYGON;
  const small = isPolygon ? width * height < TOLERANCE * TOLERANCE : width < TOLERANCE && height < TOLERANCE;
  return small && dropsSmall(store, f, z);
}

const isVisible = (ring: Flat) => Math.abs(doubleArea(ring)) >= 2 * TOLERANCE * TOLERANCE;

/** A feature's whole geometry at a zoom, less `ox`, `oy`; without polygons and holes under TOLERANCE² where those are left out. */
export function visibleShapes(store: FeatureStore, f: number, z: number, ox = 0, oy = 0): Shapes {
  const shapes = store.shapesAt(f, z, store.isHighest(f, z) ? TOLERANCE_HIGHEST : TOLERANCE, ox, oy);
  if (store.kindOf(f) !== POLYGON || !dropsSmall(store, f, z)) return shapes;
  return shapes.filter((s) => isVisible(s[0] as Flat)).map((s) => s.filter(isVisible));
}
