import { zxyToTileId } from 'pmtiles';
import { clipLine, clipPoints, clipRing, type Flat, type HalfPlane } from './clip';
import { BUFFER, EXTENT } from './grid';
import { doubleArea } from './ring';
import { type FeatureStore, type Kind, LINE, POINT, POLYGON, type Shapes } from './store';

/** In grid units of 1/4096 tile, 8 to a CSS pixel of MapLibre's 512-px tiles: a third of a pixel, geojson-vt's default too. */
export const TOLERANCE = 3;
/** At a feature's highest zoom: half a unit, no more than rounding to the grid already moves a vertex. */
export const TOLERANCE_HIGHEST = 0.5;

/** A feature of which only a part lies in the tile; a whole one travels as its number and costs nothing. */
export interface Cut {
  f: number;
  shapes: Shapes;
  /** minX, minY, maxX, maxY */
  box: [number, number, number, number];
}
export type Item = number | Cut;

export interface Slice {
  x: number;
  y: number;
  items: Item[];
}

interface Node {
  k: number;
  x: number;
  y: number;
  items: Item[];
}

/**
 * Tiles of zoom `z` that hold something, in ascending tile id. Walks the quadtree depth first along the Hilbert curve,
 * halving the feature list on the way down: only one path's clipped pieces are alive at a time.
 *
 * @param order feature numbers in the order they shall have inside a tile
 */
export function* slices(store: FeatureStore, order: ArrayLike<number>, z: number): Generator<Slice> {
  const items: Item[] = [];
  for (let i = 0; i < order.length; i++) {
    const f = order[i] as number;
    if (!store.isEmpty(f) && store.isAt(f, z) && !isTooSmall(store, f, z)) items.push(f);
  }
  const stack: Node[] = [{ k: 0, x: 0, y: 0, items }];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.items.length === 0) continue;
    if (node.k === z) yield node;
    else stack.push(...children(store, node, z));
  }
}

/** The four quarters of a node, last on the Hilbert curve first. */
function children(store: FeatureStore, { k, x, y, items }: Node, z: number): Node[] {
  const half = EXTENT * 2 ** (z - k - 1);
  const midX = (2 * x + 1) * half;
  const midY = (2 * y + 1) * half;
  const quarters: Node[] = [];
  for (const [side, column] of halves(store, items, z, 0, midX)) {
    for (const [end, quarter] of halves(store, column, z, 1, midY)) {
      if (quarter.length > 0) quarters.push({ k: k + 1, x: 2 * x + side, y: 2 * y + end, items: quarter });
    }
  }
  const place = (q: Node) => zxyToTileId(q.k, q.x, q.y);
  return quarters.sort((a, b) => place(b) - place(a));
}

function halves(store: FeatureStore, items: Item[], z: number, axis: 0 | 1, mid: number): [0 | 1, Item[]][] {
  return [
    [0, part(store, items, z, { axis, at: mid + BUFFER, below: true })],
    [1, part(store, items, z, { axis, at: mid - BUFFER, below: false })],
  ];
}

/** What of the items lies in a half plane, in the same order. */
function part(store: FeatureStore, items: Item[], z: number, plane: HalfPlane): Item[] {
  const out: Item[] = [];
  const { axis, at, below } = plane;
  for (const item of items) {
    const whole = typeof item === 'number';
    const min = whole ? store.boxAt(item, axis, z) : (item.box[axis] as number);
    const max = whole ? store.boxAt(item, axis + 2, z) : (item.box[axis + 2] as number);
    if (below ? max <= at : min >= at) out.push(item);
    else if (below ? min <= at : max >= at) {
      const f = whole ? item : item.f;
      const cut = cutBy(f, store.kindOf(f), whole ? visibleShapes(store, f, z) : item.shapes, plane);
      if (cut) out.push(cut);
    }
  }
  return out;
}

function cutBy(f: number, kind: Kind, shapes: Shapes, plane: HalfPlane): Cut | undefined {
  const box: Cut['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  const kept: Shapes = [];
  for (const shape of shapes) {
    const rings: Flat[] =
      kind === LINE
        ? clipLine(shape[0] as Flat, plane)
        : shape.map((ring) => (kind === POINT ? clipPoints(ring, plane) : clipRing(ring, plane)));
    if (kind === LINE) kept.push(...rings.map((line) => [line]));
    else if ((rings[0] as Flat).length > 0) kept.push(rings.filter((ring) => ring.length > 0));
  }
  for (const shape of kept) for (const ring of shape) stretch(box, ring);
  return kept.length > 0 ? { f, shapes: kept, box } : undefined;
}

function stretch(box: Cut['box'], ring: Flat): void {
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i] as number;
    const y = ring[i + 1] as number;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
}

const dropsSmall = (store: FeatureStore, f: number, z: number) =>
  !store.isHighest(f, z) && !store.layers[store.layerOf(f)]?.coverage && store.kindOf(f) !== POINT;

/** Below the highest zoom a feature that fits a square of the tolerance is not drawn; coverage layers keep all. */
function isTooSmall(store: FeatureStore, f: number, z: number): boolean {
  if (!dropsSmall(store, f, z)) return false;
  const across = (axis: number) => store.boxAt(f, axis + 2, z) - store.boxAt(f, axis, z);
  return across(0) < TOLERANCE && across(1) < TOLERANCE;
}

/** A feature's whole geometry at a zoom, without polygons and holes under TOLERANCE² where small things are dropped. */
export function visibleShapes(store: FeatureStore, f: number, z: number): Shapes {
  const shapes = store.shapesAt(f, z, store.isHighest(f, z) ? TOLERANCE_HIGHEST : TOLERANCE);
  if (store.kindOf(f) !== POLYGON || !dropsSmall(store, f, z)) return shapes;
  const isVisible = (ring: Flat) => Math.abs(doubleArea(ring)) >= 2 * TOLERANCE * TOLERANCE;
  return shapes.filter((s) => isVisible(s[0] as Flat)).map((s) => s.filter(isVisible));
}
