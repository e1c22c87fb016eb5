import type { Sketch } from './sketch';
import { type Kind, POINT, POLYGON } from './store';
import { varintLength } from './bytes';

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;
const ONE = 1 << 3;

/** A sketch as command integers and zigzag deltas, MVT 2.1 section 4.3. Keeps its buffer from feature to feature. */
export class Commands {
  values = new Uint32Array(1 << 10);
  count = 0;
  /** What they take as varints. */
  bytes = 0;
  private cx = 0;
  private cy = 0;

  set({ xy, ends, firsts }: Sketch, kind: Kind): void {
    // Two numbers a corner, four more a ring.
    const most = xy.length + 4 * ends.length;
    if (most > this.values.length) this.values = new Uint32Array(2 * most);
    this.count = this.bytes = this.cx = this.cy = 0;
    if (kind === POINT) {
      this.push(MOVE_TO | ((xy.length >> 1) << 3));
      this.deltas(xy.data, 0, xy.length);
      return;
    }
    for (let r = 0, from = 0; r < ends.length; r++) {
      const to = ends.at(r);
      const first = firsts.at(r);
      this.push(MOVE_TO | ONE);
      this.deltas(xy.data, first, first + 2);
      this.push(LINE_TO | (((to - from) / 2 - 1) << 3));
      this.deltas(xy.data, first + 2, to);
      this.deltas(xy.data, from, first);
      if (kind === POLYGON) this.push(CLOSE_PATH | ONE);
      from = to;
    }
  }

  private push(value: number): void {
    this.values[this.count++] = value;
    this.bytes += varintLength(value);
  }

  private deltas(xy: Int32Array, from: number, to: number): void {
    const { values } = this;
    let { count, bytes, cx, cy } = this;
    for (let i = from; i < to; i += 2) {
      const x = xy[i] as number;
      const y = xy[i + 1] as number;
      const dx = zigzag(x - cx);
      const dy = zigzag(y - cy);
      values[count++] = dx;
      values[count++] = dy;
      bytes += varintLength(dx) + varintLength(dy);
      cx = x;
      cy = y;
    }
    this.count = count;
    this.bytes = bytes;
    this.cx = cx;
    this.cy = cy;
  }
}

/** As an unsigned number: grids of the plane need no more than 32 bits. */
const zigzag = (n: number) => ((n << 1) ^ (n >> 31)) >>> 0;
