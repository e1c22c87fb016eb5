import type { Topology } from 'topojson-specification';
import type { Position } from 'geojson';
import { float32s, type Growable, int32s, over, uint32s } from './growable';
import { MAX_ZOOM, planeX, planeY, shiftAt, toGrid } from './grid';
import { doubleArea } from './ring';
import { vertexWeights } from './simplify';

/** The three flat buffers of an ArcStore, readable by every thread. */
export interface SharedArcs {
  xy: Int32Array;
  weights: Float32Array;
  starts: Uint32Array;
}

/**
 * Every line there is, each stored once, in plane units with its simplification weights. A ring is a list of arc
 * references, `~i` for arc i walked backwards, as in TopoJSON: what two areas share is the same arc, hence the same
 * vertices at every zoom.
 */
export class ArcStore {
  private readonly xy;
  private readonly weights;
  private readonly starts;

  constructor(shared?: SharedArcs) {
    this.xy = shared ? over(shared.xy) : int32s();
    this.weights = shared ? over(shared.weights) : float32s();
    this.starts = shared ? over(shared.starts) : uint32s();
    if (!shared) this.starts.push(0);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  /** The arcs of a list of numbers, in its order, in memory that other threads can read without a copy. */
  arranged(arcs: Uint32Array): SharedArcs {
    const starts = new Uint32Array(new SharedArrayBuffer(4 * (arcs.length + 1)));
    for (let a = 0; a < arcs.length; a++) {
      const arc = arcs[a] as number;
      starts[a + 1] = (starts[a] as number) + this.starts.at(arc + 1) - this.starts.at(arc);
    }
    const total = starts[arcs.length] as number;
    const xy = new Int32Array(new SharedArrayBuffer(4 * total));
    const weights = new Float32Array(new SharedArrayBuffer(2 * total));
    let to = 0;
    for (const arc of arcs) {
      for (let i = this.starts.at(arc); i < this.starts.at(arc + 1); i += 2, to += 2) {
        xy[to] = this.xy.at(i);
        xy[to + 1] = this.xy.at(i + 1);
        weights[to >> 1] = this.weights.at(i >> 1);
      }
    }
    return { xy, weights, starts };
  }

  /** Adds a line of [lon, lat] degrees; returns its index. */
  add(line: readonly Position[]): number {
    const from = this.xy.length;
    for (const point of line) {
      this.xy.push(planeX(point[0] as number));
      this.xy.push(planeY(point[1] as number));
    }
    this.weights.append(vertexWeights(this.xy.data.subarray(from, this.xy.length)));
    this.starts.push(this.xy.length);
    return this.starts.length - 2;
  }

  /** Adds all arcs of a topology; arc i of the topology becomes arc `returned + i`. */
  addTopology({ arcs, transform }: Topology): number {
    const base = this.starts.length - 1;
    for (const arc of arcs) {
      let x = 0;
      let y = 0;
      this.add(
        transform
          ? arc.map((p) => [
              (x += p[0] as number) * transform.scale[0] + transform.translate[0],
              (y += p[1] as number) * transform.scale[1] + transform.translate[1],
            ])
          : arc,
      );
    }
    return base;
  }

  /**
   * Appends to `out` the vertices of references `refs[from…to)` on the grid of zoom `z`, less `ox`, `oy`: those that survive
   * `tolerance` (grid units), repeats left out. The innermost loop of the tiler, hence no visitor.
   */
  onGrid(
    out: Growable<Int32Array>,
    refs: Int32Array,
    from: number,
    to: number,
    z: number,
    tolerance: number,
    ox: number,
    oy: number,
  ) {
    const shift = shiftAt(z);
    const least = tolerance * (1 << shift);
    const xy = this.xy.data;
    const weights = this.weights.data;
    let px = NaN;
    let py = NaN;
    for (let r = from; r < to; r++) {
      const ref = refs[r] as number;
      const arc = ref < 0 ? ~ref : ref;
      const first = this.starts.at(arc) >> 1;
      const count = (this.starts.at(arc + 1) >> 1) - first;
      out.room(2 * count);
      const { data } = out;
      let { length } = out;
      for (let n = 0; n < count; n++) {
        const i = ref < 0 ? first + count - 1 - n : first + n;
        if ((weights[i] as number) <= least) continue;
        const gx = toGrid(xy[2 * i] as number, shift) - ox;
        const gy = toGrid(xy[2 * i + 1] as number, shift) - oy;
        if (gx === px && gy === py) continue;
        data[length++] = px = gx;
        data[length++] = py = gy;
      }
      out.length = length;
    }
  }

  /** All points on the grid of zoom `z` less `ox`, `oy`, repeats included (points are never simplified). */
  pointsOnGrid(
    out: Growable<Int32Array>,
    refs: Int32Array,
    from: number,
    to: number,
    z: number,
    ox: number,
    oy: number,
  ): void {
    const shift = shiftAt(z);
    for (let r = from; r < to; r++) {
      const arc = refs[r] as number;
      for (let i = this.starts.at(arc); i < this.starts.at(arc + 1); i += 2) {
        out.push(toGrid(this.xy.at(i), shift) - ox);
        out.push(toGrid(this.xy.at(i + 1), shift) - oy);
      }
    }
  }

  /** The first vertex of a reference, plane units. */
  firstOf(ref: number): [x: number, y: number] {
    const i = ref < 0 ? this.starts.at(~ref + 1) - 2 : this.starts.at(ref);
    return [this.xy.at(i), this.xy.at(i + 1)];
  }

  /** Grows [minX, minY, maxX, maxY], plane units, to cover the references. */
  extend(bbox: Int32Array, refs: ArrayLike<number>): void {
    for (let r = 0; r < refs.length; r++) {
      const ref = refs[r] as number;
      const arc = ref < 0 ? ~ref : ref;
      for (let i = this.starts.at(arc); i < this.starts.at(arc + 1); i += 2) {
        const x = this.xy.at(i);
        const y = this.xy.at(i + 1);
        if (x < (bbox[0] as number)) bbox[0] = x;
        if (y < (bbox[1] as number)) bbox[1] = y;
        if (x > (bbox[2] as number)) bbox[2] = x;
        if (y > (bbox[3] as number)) bbox[3] = y;
      }
    }
  }

  /** Sign of a ring's area in y-down coordinates: 1 exterior by MVT's rule, -1 hole, 0 none. */
  turn(refs: readonly number[]): number {
    const only = refs[0] as number;
    // One arc, as all GeoJSON rings are: read where it lies.
    if (refs.length === 1 && only >= 0)
      return Math.sign(doubleArea(this.xy.data, this.starts.at(only), this.starts.at(only + 1)));
    return Math.sign(doubleArea(this.vertices(refs)));
  }

  /** x, y of all vertices in walking order, plane units. */
  vertices(refs: ArrayLike<number>): Int32Array {
    const all = int32s();
    this.onGrid(all, Int32Array.from(refs), 0, refs.length, MAX_ZOOM, -1, 0, 0);
    return all.data.subarray(0, all.length);
  }
}
