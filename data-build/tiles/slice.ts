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

/** What the walk of one zoom has at hand: `boxes` are the features' bounding boxes on its grid. */
interface Walk {
  store: FeatureStore;
  z: number;
  boxes: Int32Array;
}

/**
 * Tiles of zoom `z` that hold something, in ascending tile id. Walks the quadtree depth first along the Hilbert curve,
 * halving the feature list on the way down: only one path's clipped pieces are alive at a time.
 *
 * @param order feature numbers in the order they shall have inside a tile
 */
export function* slices(store: FeatureStore, order: ArrayLike<number>, z: number): Generator<Slice> {
  const walk: Walk = { store, z, boxes: store.boxesAt(z) };
  const items: Item[] = [];
  for (let i = 0; i < order.length; i++) {
    const f = order[i] as number;
    if (!store.isEmpty(f) && store.isAt(f, z) && !isTooSmall(walk, f)) items.push(f);
  }
  const stack: Node[] = [{ k: 0, x: 0, y: 0, items }];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.k === z) yield node;
    else stack.push(...children(walk, node));
  }
}

/** The quarters of a node that hold something, last on the Hilbert curve first. */
function children(walk: Walk, { k, x, y, items }: Node): Node[] {
  const half = EXTENT * 2 ** (walk.z - k - 1);
  const quarters: Node[] = [];
  const columns = halves(walk, items, 0, (2 * x + 1) * half);
  for (let i = 0; i < 2; i++) {
    const ends = halves(walk, columns[i] as Item[], 1, (2 * y + 1) * half);
    for (let j = 0; j < 2; j++) {
      const quarter = ends[j] as Item[];
      if (quarter.length > 0) quarters.push({ k: k + 1, x: 2 * x + i, y: 2 * y + j, items: quarter });
    }
  }
  return quarters.sort(byPlaceReversed);
}

const byPlaceReversed = (a: Node, b: Node) => zxyToTileId(b.k, b.x, b.y) - zxyToTileId(a.k, a.x, a.y);

/** What of the items lies below and above `mid`, buffer included, in the same order. */
function halves(walk: Walk, items: Item[], axis: 0 | 1, mid: number): [below: Item[], above: Item[]] {
  const { boxes } = walk;
  const [low, high]: [Item[], Item[]] = [[], []];
  const below: HalfPlane = { axis, at: mid + BUFFER, below: true };
  const above: HalfPlane = { axis, at: mid - BUFFER, below: false };
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    const whole = typeof item === 'number';
    const min = (whole ? boxes[4 * item + axis] : item.box[axis]) as number;
    const max = (whole ? boxes[4 * item + axis + 2] : item.box[axis + 2]) as number;
    if (max <= below.at) low.push(item);
    else if (min <= below.at) pushCut(low, walk, item, below);
    if (min >= above.at) high.push(item);
    else if (max >= above.at) pushCut(high, walk, item, above);
  }
  return [low, high];
}

function pushCut(out: Item[], { store, z }: Walk, item: Item, plane: HalfPlane): void {
  const whole = typeof item === 'number';
  const f = whole ? item : item.f;
  const cut = cutBy(f, store.kindOf(f), whole ? visibleShapes(store, f, z) : item.shapes, plane);
  if (cut) out.push(cut);
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

/** Below the highest zoom what is too small to see is left out, unless its layer tiles the plane. */
function dropsSmall(store: FeatureStore, f: number, z: number): boolean {
  return (
    !store.isHighest(f, z) && store.layers[store.layerOf(f)]?.coverage !== true && store.kindOf(f) !== POINT
  );
}

/** True of a feature that fits a square of the tolerance where small things are left out. */
function isTooSmall({ store, z, boxes }: Walk, f: number): boolean {
  const width = (boxes[4 * f + 2] as number) - (boxes[4 * f] as number);
  const height = (boxes[4 * f + 3] as number) - (boxes[4 * f + 1] as number);
  return width < TOLERANCE && height < TOLERANCE && dropsSmall(store, f, z);
}

const isVisible = (ring: Flat) => Math.abs(doubleArea(ring)) >= 2 * TOLERANCE * TOLERANCE;

/** A feature's whole geometry at a zoom, less `ox`, `oy`; without polygons and holes under TOLERANCE² where those are left out. */
export function visibleShapes(store: FeatureStore, f: number, z: number, ox = 0, oy = 0): Shapes {
  const shapes = store.shapesAt(f, z, store.isHighest(f, z) ? TOLERANCE_HIGHEST : TOLERANCE, ox, oy);
  if (store.kindOf(f) !== POLYGON || !dropsSmall(store, f, z)) return shapes;
  return shapes.filter((s) => isVisible(s[0] as Flat)).map((s) => s.filter(isVisible));
}
