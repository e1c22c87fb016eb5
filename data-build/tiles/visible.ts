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
export function leavesOutSmall(store: FeatureStore, f: number, z: number): boolean {
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
  return small && leavesOutSmall(store, f, z);
}

/** Side of a pixel's cell in grid units: a tile is drawn 512 CSS pixels wide. */
const PIXEL_BITS = 3;

/** Points of thinned layers, in spatial order: whether the pixel's cell a point stands in has been taken by an earlier one. */
export class Thinning {
  private readonly taken = new Map<number, Set<number>>();

  constructor(private readonly view: ZoomView) {}

  leavesOut(f: number): boolean {
    const { store, z, boxes } = this.view;
    const layer = store.layerOf(f);
    if (store.kindOf(f) !== POINT || store.isHighest(f, z) || store.layers[layer]?.thin !== true)
      return false;
    const [x, y] = [boxes[4 * f] as number, boxes[4 * f + 1] as number];
    // A multipoint wider than a cell is a figure of its own.
    if ((boxes[4 * f + 2] as number) >> PIXEL_BITS !== x >> PIXEL_BITS) return false;
    if ((boxes[4 * f + 3] as number) >> PIXEL_BITS !== y >> PIXEL_BITS) return false;
    let cells = this.taken.get(layer);
    if (!cells) this.taken.set(layer, (cells = new Set()));
    const cell = (x >> PIXEL_BITS) * 2 ** 27 + (y >> PIXEL_BITS);
    if (cells.has(cell)) return true;
    cells.add(cell);
    return false;
  }
}

/** Of a ring, `xy[from…to)`. */
export const isVisible = (xy: number[] | Int32Array, from = 0, to = xy.length): boolean =>
  Math.abs(doubleArea(xy, from, to)) >= 2 * TOLERANCE * TOLERANCE;

export const toleranceAt = (store: FeatureStore, f: number, z: number): number =>
  store.isHighest(f, z) ? TOLERANCE_HIGHEST : TOLERANCE;

/** A feature's whole geometry at a zoom; without polygons and holes under TOLERANCE² where those are left out. */
export function visibleShapes(store: FeatureStore, f: number, z: number): Shapes {
  const shapes = store.shapesAt(f, z, toleranceAt(store, f, z));
  if (store.kindOf(f) !== POLYGON || !leavesOutSmall(store, f, z)) return shapes;
  return shapes
    .filter((rings) => isVisible(rings[0] as Flat))
    .map((rings) => rings.filter((r) => isVisible(r)));
}
