import type { Flat } from './clip';
import type { Cut } from './cut';
import { int32s } from './growable';
import { BUFFER, EXTENT } from './grid';
import { cleanRing, doubleArea } from './ring';
import { type FeatureStore, type Kind, LINE, openRing, POINT, POLYGON } from './store';
import { isVisible, leavesOutSmall, toleranceAt } from './visible';

/**
 * One feature's geometry in one tile, cleaned, in a buffer that the next feature uses again: no object is made for the hundred
 * thousands that pass here. Rings are those of all polygons in a row, each exterior before its holes; lines are rings too.
 */
export class Sketch {
  readonly xy = int32s();
  /** Where ring i ends in `xy`; it starts where the one before it ends. */
  readonly ends = int32s();
  /** The corner ring i is begun at. */
  readonly firsts = int32s();

  constructor(private readonly store: FeatureStore) {}

  /** Draws an item into the tile x, y of zoom z; false when nothing of it can be drawn there. */
  draw(item: number | Cut, z: number, x: number, y: number): boolean {
    this.xy.length = this.ends.length = this.firsts.length = 0;
    const f = typeof item === 'number' ? item : item.f;
    const kind = this.store.kindOf(f);
    if (typeof item === 'number') this.drawWhole(f, kind, z, EXTENT * x, EXTENT * y);
    else this.drawCut(item, kind, EXTENT * x, EXTENT * y);
    if (this.ends.length === 0 && this.store.isHighest(f, z)) this.drawStandIn(f, kind, z, x, y);
    return this.ends.length > 0;
  }

  private drawWhole(f: number, kind: Kind, z: number, ox: number, oy: number): void {
    const { store, xy } = this;
    const tolerance = toleranceAt(store, f, z);
    const small = kind === POLYGON && leavesOutSmall(store, f, z);
    store.eachShape(f, (refs, at, rings) => {
      const shape = this.begin();
      for (let r = 0; r < rings; r++) {
        const to = at + 1 + (refs[at] as number);
        const from = xy.length;
        if (kind === POINT) store.arcs.pointsOnGrid(xy, refs, at + 1, to, z, ox, oy);
        else store.arcs.onGrid(xy, refs, at + 1, to, z, tolerance, ox, oy);
        at = to;
        if (kind === POLYGON) openRing(xy, from);
        if (small && !isVisible(xy.data, from, xy.length)) {
          xy.length = from;
          if (r === 0) return;
        } else if (!this.close(kind, shape, from, r === 0)) return;
      }
      this.end(kind, shape);
    });
  }

  private drawCut({ shapes }: Cut, kind: Kind, ox: number, oy: number): void {
    for (const rings of shapes) {
      const shape = this.begin();
      let isWhole = true;
      for (let r = 0; r < rings.length && isWhole; r++) {
        const from = this.xy.length;
        this.append(rings[r] as Flat, kind, ox, oy);
        isWhole = this.close(kind, shape, from, r === 0);
      }
      if (isWhole) this.end(kind, shape);
    }
  }

  /** Clipping rounds, so a line may stand still for a step; one that never leaves its first point has length 2. */
  private append(ring: Flat, kind: Kind, ox: number, oy: number): void {
    const { xy } = this;
    for (let i = 0; i < ring.length; i += 2) {
      const repeats = i > 0 && ring[i] === ring[i - 2] && ring[i + 1] === ring[i - 1];
      if (kind === LINE && repeats) continue;
      xy.push((ring[i] as number) - ox);
      xy.push((ring[i + 1] as number) - oy);
    }
  }

  private left = 0;
  /** Rings and numbers there were before a shape, to go back to when nothing is left of it. */
  private begin(): [rings: number, numbers: number] {
    this.left = 0;
    return [this.ends.length, this.xy.length];
  }

  /** Ends the ring begun at `from`, or takes it back; false when with it the whole shape goes. */
  private close(kind: Kind, shape: [number, number], from: number, isExterior: boolean): boolean {
    const { xy } = this;
    if (kind === POLYGON) {
      const end = cleanRing(xy.data, from, xy.length, -BUFFER, EXTENT + BUFFER);
      const area = doubleArea(xy.data, from, end);
      if (end === from || (isExterior ? area <= 0 : area >= 0)) {
        xy.length = from;
        return !isExterior;
      }
      xy.length = end;
      this.left += area;
    } else if (kind === LINE && xy.length - from <= 2) {
      xy.length = shape[1];
      return false;
    }
    this.ends.push(xy.length);
    this.firsts.push(kind === POLYGON ? topLeft(xy.data, from, xy.length) : from);
    return true;
  }

  /** A polygon whose holes leave nothing of it goes. */
  private end(kind: Kind, [rings, numbers]: [number, number]): void {
    if (kind !== POLYGON || this.left > 0) return;
    this.ends.length = this.firsts.length = rings;
    this.xy.length = numbers;
  }

  /**
   * At its highest zoom a feature never vanishes: too small for the grid, it becomes one unit (42 cm at z14 in Bologna)
   * in the tile of its first vertex.
   */
  private drawStandIn(f: number, kind: Kind, z: number, x: number, y: number): void {
    const [gx, gy] = this.store.anchorAt(f, z);
    if (kind === POINT || Math.floor(gx / EXTENT) !== x || Math.floor(gy / EXTENT) !== y) return;
    const px = gx - EXTENT * x;
    const py = gy - EXTENT * y;
    this.xy.append(kind === LINE ? [px, py, px + 1, py] : [px, py, px + 1, py, px + 1, py + 1, px, py + 1]);
    this.ends.push(this.xy.length);
    this.firsts.push(0);
  }
}

/** Rings begun at their top left corner: two tiles wholly inside one area then have equal bytes and are stored once. */
function topLeft(xy: Int32Array, from: number, to: number): number {
  let at = from;
  for (let i = from + 2; i < to; i += 2) {
    const dy = (xy[i + 1] as number) - (xy[at + 1] as number);
    if (dy < 0 || (dy === 0 && (xy[i] as number) < (xy[at] as number))) at = i;
  }
  return at;
}
