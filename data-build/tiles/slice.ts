import { zxyToTileId } from 'pmtiles';
import { Buckets } from './buckets';
import { cutItem, featureOf, type Item } from './cut';
import { BUFFER, EXTENT, shiftAt } from './grid';
import { onPath, type TreeNode } from './parts';
import type { ZoomPlan } from './plan';
import type { ZoomView } from './visible';

export interface Slice {
  x: number;
  y: number;
  items: Item[];
}

interface Node extends Slice {
  k: number;
}

/**
 * Tiles of a zoom that hold something, in ascending tile id. Small features are put into their tiles directly; large ones,
 * and all of a coverage, whose shared borders must be cut in the same steps, come down the quadtree.
 *
 * @param small most tiles a feature may touch to count as small; 0 sends all down the quadtree
 * @param within only tiles below this node (k ≤ z); they come out as they would among all the others
 */
export function* slices(plan: ZoomPlan, small = 4, within?: TreeNode): Generator<Slice> {
  const { store, z } = plan;
  const near = new Buckets(plan, small, within);
  const far: Item[] = [];
  const features = plan.reaching(within);
  for (let i = 0; i < features.length; i++) {
    const f = features[i] as number;
    if (store.layers[store.layerOf(f)]?.coverage || !near.put(f)) far.push(f);
  }
  const tiles = near.tiles();
  let next = tiles.next();
  for (const slice of walk(plan, far, within)) {
    const id = zxyToTileId(z, slice.x, slice.y);
    for (; !next.done && next.value.id < id; next = tiles.next()) yield next.value;
    if (!next.done && next.value.id === id) {
      yield { ...slice, items: merged(slice.items, next.value.items) };
      next = tiles.next();
    } else yield slice;
  }
  for (; !next.done; next = tiles.next()) yield next.value;
}

/** Two lists, each in order, as one. */
function merged(a: Item[], b: Item[]): Item[] {
  const out: Item[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    const here = featureOf(a[i] as Item);
    while (j < b.length && featureOf(b[j] as Item) < here) out.push(b[j++] as Item);
    out.push(a[i] as Item);
  }
  while (j < b.length) out.push(b[j++] as Item);
  return out;
}

/** Depth first along the Hilbert curve: only one path's clipped pieces are alive at a time. */
function* walk(view: ZoomView, items: Item[], within?: TreeNode): Generator<Slice> {
  const stack: Node[] = items.length > 0 ? [{ ...startOf(view), items }] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (within && !onPath(node, within)) continue;
    if (node.k === view.z) yield node;
    else stack.push(...children(view, node));
  }
}

/** The deepest node that holds everything, buffers of its neighbours included: no need to walk a whole world down to a city. */
function startOf({ store, z }: ZoomView): Omit<Node, 'items'> {
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
function children(view: ZoomView, { k, x, y, items }: Node): Node[] {
  const half = EXTENT * 2 ** (view.z - k - 1);
  const split: Split = {
    view,
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
  view: ZoomView;
  midX: number;
  midY: number;
  /** North-west, north-east, south-west, south-east. */
  quarters: [Item[], Item[], Item[], Item[]];
}

/** Puts an item, or its parts, into the quarters whose buffered squares it reaches; the order stays. */
function place(split: Split, item: Item): void {
  const { boxes } = split.view;
  const whole = typeof item === 'number';
  const min = (whole ? boxes[4 * item] : item.box[0]) as number;
  const max = (whole ? boxes[4 * item + 2] : item.box[2]) as number;
  const west = split.midX + BUFFER;
  const east = split.midX - BUFFER;
  if (max <= west) placeColumn(split, item, 0);
  else if (min <= west) placeColumn(split, cutItem(split.view, item, { axis: 0, at: west, below: true }), 0);
  if (min >= east) placeColumn(split, item, 1);
  else if (max >= east) placeColumn(split, cutItem(split.view, item, { axis: 0, at: east, below: false }), 1);
}

function placeColumn(split: Split, item: Item | undefined, column: 0 | 1): void {
  if (item === undefined) return;
  const { boxes } = split.view;
  const whole = typeof item === 'number';
  const min = (whole ? boxes[4 * item + 1] : item.box[1]) as number;
  const max = (whole ? boxes[4 * item + 3] : item.box[3]) as number;
  const north = split.midY + BUFFER;
  const south = split.midY - BUFFER;
  const [low, high] = [split.quarters[column], split.quarters[column + 2]] as [Item[], Item[]];
  if (max <= north) low.push(item);
  else if (min <= north) push(low, cutItem(split.view, item, { axis: 1, at: north, below: true }));
  if (min >= south) high.push(item);
  else if (max >= south) push(high, cutItem(split.view, item, { axis: 1, at: south, below: false }));
}

function push(list: Item[], item: Item | undefined): void {
  if (item !== undefined) list.push(item);
}
