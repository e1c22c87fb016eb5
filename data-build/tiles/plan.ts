import { BUFFER, EXTENT } from './grid';
import type { TreeNode } from './parts';
import type { FeatureStore } from './store';
import { isTooSmall, Thinning, type ZoomView } from './visible';

/** First and last tile whose buffered square a span of the grid touches, along one axis. */
export const firstTile = (min: number): number => Math.ceil((min - BUFFER) / EXTENT) - 1;
export const lastTile = (max: number): number => Math.floor((max + BUFFER) / EXTENT);

/** What all parts of one zoom have in common, found once: which features are drawn at all, and which of them reach which node. */
export class ZoomPlan implements ZoomView {
  readonly boxes: Int32Array;
  /** Features to draw, ascending. */
  private readonly drawn: Uint32Array;
  private byNode = new Map<number, number[]>();
  private level = -1;

  constructor(
    readonly store: FeatureStore,
    readonly z: number,
  ) {
    this.boxes = store.boxesAt(z);
    const thinning = new Thinning(this);
    const drawn = new Uint32Array(store.size);
    let count = 0;
    for (let f = 0; f < drawn.length; f++) {
      if (!store.isAt(f, z) || isTooSmall(this, f)) continue;
      if (!thinning.leavesOut(f)) drawn[count++] = f;
    }
    this.drawn = drawn.subarray(0, count);
  }

  /** Features with something in a tile below `within` by their boxes, or all of them; ascending. */
  reaching(within?: TreeNode): ArrayLike<number> {
    if (!within) return this.drawn;
    if (within.k !== this.level) this.sortIntoNodes(within.k);
    return this.byNode.get(within.x * 2 ** within.k + within.y) ?? [];
  }

  private sortIntoNodes(k: number): void {
    const { boxes } = this;
    const deep = this.z - k;
    const last = 2 ** k - 1;
    const low = (min: number) => Math.max(0, firstTile(min) >> deep);
    const high = (max: number) => Math.min(last, lastTile(max) >> deep);
    this.level = k;
    this.byNode = new Map();
    for (const f of this.drawn) {
      const y0 = low(boxes[4 * f + 1] as number);
      const y1 = high(boxes[4 * f + 3] as number);
      for (let x = low(boxes[4 * f] as number); x <= high(boxes[4 * f + 2] as number); x++)
        for (let y = y0; y <= y1; y++) this.node(x * 2 ** k + y).push(f);
    }
  }

  private node(place: number): number[] {
    let list = this.byNode.get(place);
    if (!list) this.byNode.set(place, (list = []));
    return list;
  }
}
