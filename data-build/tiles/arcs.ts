import type { Topology } from 'topojson-specification';
import type { Position } from 'geojson';
import { float32s, int32s, uint32s } from './growable';
import { planeX, planeY, shiftAt, toGrid } from './grid';
import { doubleArea } from './ring';
import { vertexWeights } from './simplify';
import type { Flat } from './clip';

/**
 * Every line there is, each stored once, in plane units with its simplification weights. A ring is a list of arc
 * references, `~i` for arc i walked backwards, as in TopoJSON: what two areas share is the same arc, hence the same
 * vertices at every zoom.
 */
export class ArcStore {
  private readonly xy = int32s();
  private readonly weights = float32s();
  private readonly starts = uint32s();

  constructor() {
    this.starts.push(0);
  }

  /** Adds a line of [lon, lat] degrees; returns its index. */
  add(line: readonly Position[]): number {
    const flat: number[] = [];
    for (const [lon, lat] of line) flat.push(planeX(lon as number), planeY(lat as number));
    this.xy.append(flat);
    this.weights.append(vertexWeights(flat));
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

  /** Visits the vertices of arc references in walking order. */
  private walk(refs: ArrayLike<number>, visit: (x: number, y: number, weight: number) => void): void {
    for (let r = 0; r < refs.length; r++) {
      const ref = refs[r] as number;
      const arc = ref < 0 ? ~ref : ref;
      const from = this.starts.at(arc);
      const to = this.starts.at(arc + 1);
      if (ref >= 0) {
        for (let i = from; i < to; i += 2) visit(this.xy.at(i), this.xy.at(i + 1), this.weights.at(i >> 1));
      } else {
        for (let i = to - 2; i >= from; i -= 2)
          visit(this.xy.at(i), this.xy.at(i + 1), this.weights.at(i >> 1));
      }
    }
  }

  /**
   * Appends to `out` the vertices of references `refs[from…to)` on the grid of zoom `z`, less `ox`, `oy`: those that survive
   * `tolerance` (grid units), repeats left out. The innermost loop of the tiler, hence no visitor.
   */
  onGrid(
    out: Flat,
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
      for (let n = 0; n < count; n++) {
        const i = ref < 0 ? first + count - 1 - n : first + n;
        if ((weights[i] as number) <= least) continue;
        const gx = toGrid(xy[2 * i] as number, shift) - ox;
        const gy = toGrid(xy[2 * i + 1] as number, shift) - oy;
        if (gx === px && gy === py) continue;
        out.push((px = gx), (py = gy));
      }
    }
  }

  /** All points on the grid of zoom `z` less `ox`, `oy`, repeats included (points are never simplified). */
  pointsOnGrid(
    out: Flat,
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
        out.push(toGrid(this.xy.at(i), shift) - ox, toGrid(this.xy.at(i + 1), shift) - oy);
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
    this.walk(refs, (x, y) => {
      if (x < (bbox[0] as number)) bbox[0] = x;
      if (y < (bbox[1] as number)) bbox[1] = y;
      if (x > (bbox[2] as number)) bbox[2] = x;
      if (y > (bbox[3] as number)) bbox[3] = y;
    });
  }

  /** Sign of a ring's area in y-down coordinates: 1 exterior by MVT's rule, -1 hole, 0 none. */
  turn(refs: ArrayLike<number>): number {
    const flat: number[] = [];
    this.walk(refs, (x, y) => flat.push(x, y));
    return Math.sign(doubleArea(flat));
  }
}
