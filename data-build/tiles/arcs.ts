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

  /** Vertices on the grid of zoom `z` that survive `tolerance` (grid units), repeats left out; a ring drops its closing point. */
  onGrid(refs: ArrayLike<number>, z: number, tolerance: number, closed: boolean): Flat {
    const shift = shiftAt(z);
    const least = tolerance * 2 ** shift;
    const out: Flat = [];
    let px = NaN;
    let py = NaN;
    this.walk(refs, (x, y, weight) => {
      if (weight <= least) return;
      const gx = toGrid(x, shift);
      const gy = toGrid(y, shift);
      if (gx === px && gy === py) return;
      out.push((px = gx), (py = gy));
    });
    while (closed && out.length > 2 && out[0] === px && out[1] === py) {
      out.length -= 2;
      px = out[out.length - 2] as number;
      py = out[out.length - 1] as number;
    }
    return out;
  }

  /** All points on the grid of zoom `z`, repeats included (points are never simplified). */
  pointsOnGrid(refs: ArrayLike<number>, z: number): Flat {
    const shift = shiftAt(z);
    const out: Flat = [];
    this.walk(refs, (x, y) => out.push(toGrid(x, shift), toGrid(y, shift)));
    return out;
  }

  /** The first vertex, plane units. */
  firstOf(refs: ArrayLike<number>): [x: number, y: number] {
    const ref = refs[0] as number;
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
