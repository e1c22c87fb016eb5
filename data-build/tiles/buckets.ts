import { zxyToTileId } from 'pmtiles';
import { cutItem, type Item } from './cut';
import type { TreeNode } from './parts';
import { BUFFER, EXTENT } from './grid';
import { firstTile, lastTile } from './plan';
import type { ZoomView } from './visible';

interface Bucket {
  x: number;
  y: number;
  features: number[];
}

/** Features small enough to name their tiles at once: most of a town's never see the quadtree. */
export class Buckets {
  private readonly byPlace = new Map<number, Bucket>();
  private readonly last: number;
  /** Features come in spatial order, so the next one mostly goes where this one went. */
  private latest: Bucket = { x: -1, y: -1, features: [] };

  /** @param within only tiles below this node are wanted; whether a feature counts as small does not depend on it */
  constructor(
    private readonly view: ZoomView,
    private readonly most: number,
    private readonly within?: TreeNode,
  ) {
    this.last = 2 ** view.z - 1;
  }

  /** Puts a feature into every tile it touches; false, and nothing done, when those are more than `most`. */
  put(f: number): boolean {
    const { boxes } = this.view;
    const x0 = Math.max(0, firstTile(boxes[4 * f] as number));
    const y0 = Math.max(0, firstTile(boxes[4 * f + 1] as number));
    const x1 = Math.min(this.last, lastTile(boxes[4 * f + 2] as number));
    const y1 = Math.min(this.last, lastTile(boxes[4 * f + 3] as number));
    if ((x1 - x0 + 1) * (y1 - y0 + 1) > this.most) return false;
    const { within } = this;
    if (!within) {
      for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) this.at(x, y).features.push(f);
      return true;
    }
    const deep = this.view.z - within.k;
    for (let x = Math.max(x0, within.x << deep); x <= Math.min(x1, ((within.x + 1) << deep) - 1); x++)
      for (let y = Math.max(y0, within.y << deep); y <= Math.min(y1, ((within.y + 1) << deep) - 1); y++)
        this.at(x, y).features.push(f);
    return true;
  }

  private at(x: number, y: number): Bucket {
    if (this.latest.x === x && this.latest.y === y) return this.latest;
    const place = x * (this.last + 1) + y;
    let bucket = this.byPlace.get(place);
    if (!bucket) this.byPlace.set(place, (bucket = { x, y, features: [] }));
    return (this.latest = bucket);
  }

  /** The tiles in ascending id, what reaches over their buffered squares cut off. */
  *tiles(): Generator<{ id: number; x: number; y: number; items: Item[] }> {
    const { z } = this.view;
    const found = [...this.byPlace.values()].map((bucket) => ({
      ...bucket,
      id: zxyToTileId(z, bucket.x, bucket.y),
    }));
    for (const { id, x, y, features } of found.sort((a, b) => a.id - b.id)) {
      const items: Item[] = [];
      for (const f of features) {
        const item = this.inTile(f, x, y);
        if (item !== undefined) items.push(item);
      }
      if (items.length > 0) yield { id, x, y, items };
    }
  }

  private inTile(f: number, x: number, y: number): Item | undefined {
    const { boxes } = this.view;
    let item: Item | undefined = f;
    for (const axis of [0, 1] as const) {
      const from = (axis === 0 ? x : y) * EXTENT;
      if (item !== undefined && (boxes[4 * f + axis] as number) < from - BUFFER) {
        item = cutItem(this.view, item, { axis, at: from - BUFFER, below: false });
      }
      const to = from + EXTENT + BUFFER;
      if (item !== undefined && (boxes[4 * f + axis + 2] as number) > to) {
        item = cutItem(this.view, item, { axis, at: to, below: true });
      }
    }
    return item;
  }
}
