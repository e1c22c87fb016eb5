import { zxyToTileId } from 'pmtiles';
import { clipLine, clipPoints, clipRing, type Flat, type HalfPlane } from './clip';
import { BUFFER, EXTENT, shiftAt } from './grid';
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
  const stack: Node[] = items.length > 0 ? [{ ...startOf(walk), items }] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.k === z) yield node;
    else stack.push(...children(walk, node));
  }
}

/** The deepest node that holds everything, buffers of its neighbours included: no need to walk a whole world down to a city. */
function startOf({ store, z }: Walk): Omit<Node, 'items'> {
  const [minX, minY, maxX, maxY] = store.bounds().map((v) => v >> shiftAt(z)) as [
    number,
    number,
    number,
    number,
  ];
  for (let k = z; k > 0; k--) {
    const size = EXTENT * 2 ** (z - k);
    const [x, y] = [Math.floor(minX / size), Math.floor(minY / size)];
    const margin = BUFFER + 1;
    const fits = (min: number, max: number, n: number) =>
      min - margin > n * size && max + margin < (n + 1) * size;
    if (fits(minX, maxX, x) && fits(minY, maxY, y)) return { k, x, y };
  }
  return { k: 0, x: 0, y: 0 };
}

/** The quarters of a node that hold something, last on the Hilbert curve first. */
function children(walk: Walk, { k, x, y, items }: Node): Node[] {
  const half = EXTENT * 2 ** (walk.z - k - 1);
  const split: Split = {
    walk,
    midX: (2 * x + 1) * half,
    midY: (2 * y + 1) * half,
    quarters: [[], [], [], []],
  };
  for (let i = 0; i < items.length; i++) place(split, items[i] as Item);
  return split.quarters
    .map((quarter, q): Node => ({ k: k + 1, x: 2 * x + (q & 1), y: 2 * y + (q >> 1), items: quarter }))
    .filter((node) => node.items.length > 0)
    .sort(byPlaceReversed);
}

const byPlaceReversed = (a: Node, b: Node) => zxyToTileId(b.k, b.x, b.y) - zxyToTileId(a.k, a.x, a.y);

interface Split {
  walk: Walk;
  midX: number;
  midY: number;
  /** North-west, north-east, south-west, south-east. */
  quarters: [Item[], Item[], Item[], Item[]];
}

/** Puts an item, or its parts, into the quarters whose buffered squares it reaches; the order stays. */
function place(split: Split, item: Item): void {
  const { boxes } = split.walk;
  const whole = typeof item === 'number';
  const min = (whole ? boxes[4 * item] : item.box[0]) as number;
  const max = (whole ? boxes[4 * item + 2] : item.box[2]) as number;
  const west = split.midX + BUFFER;
  const east = split.midX - BUFFER;
  if (max <= west) placeColumn(split, item, 0);
  else if (min <= west) placeColumn(split, cutItem(split.walk, item, { axis: 0, at: west, below: true }), 0);
  if (min >= east) placeColumn(split, item, 1);
  else if (max >= east) placeColumn(split, cutItem(split.walk, item, { axis: 0, at: east, below: false }), 1);
}

function placeColumn(split: Split, item: Item | undefined, column: 0 | 1): void {
  if (item === undefined) return;
  const { boxes } = split.walk;
  const whole = typeof item === 'number';
  const min = (whole ? boxes[4 * item + 1] : item.box[1]) as number;
  const max = (whole ? boxes[4 * item + 3] : item.box[3]) as number;
  const north = split.midY + BUFFER;
  const south = split.midY - BUFFER;
  const [low, high] = [split.quarters[column], split.quarters[column + 2]] as [Item[], Item[]];
  if (max <= north) low.push(item);
  else if (min <= north) push(low, cutItem(split.walk, item, { axis: 1, at: north, below: true }));
  if (min >= south) high.push(item);
  else if (max >= south) push(high, cutItem(split.walk, item, { axis: 1, at: south, below: false }));
}

function push(list: Item[], item: Item | undefined): void {
  if (item !== undefined) list.push(item);
}

function cutItem({ store, z }: Walk, item: Item, plane: HalfPlane): Cut | undefined {
  const whole = typeof item === 'number';
  const f = whole ? item : item.f;
  return cutBy(f, store.kindOf(f), whole ? visibleShapes(store, f, z) : item.shapes, plane);
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

/** Judged by its box alone: a line within a square of the tolerance, a polygon that cannot have the square's area. */
function isTooSmall({ store, z, boxes }: Walk, f: number): boolean {
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
