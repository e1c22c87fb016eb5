import { ArcStore, type SharedArcs } from './arcs';
import type { Flat } from './clip';
import { type Growable, int32s } from './growable';
import { shiftAt, toGrid } from './grid';
import type { Words } from './words';

export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;
export type Kind = typeof POINT | typeof LINE | typeof POLYGON;

/** shapes → rings (exterior, then its holes) | one line | one list of points → flat coordinates. */
export type Shapes = Flat[][];

export interface Layer {
  name: string;
  minzoom: number;
  maxzoom: number;
  /** Features tile the plane: none is dropped for being small, so that no hole opens. */
  coverage: boolean;
  /** Below the highest zoom one point per pixel is enough: see visible.ts. */
  thin: boolean;
}

/** Numbers a feature takes in `rows`: layer, kind, minzoom, maxzoom, start in `geometry`, start and end in `tagStream`. */
export const ROW = 7;

/** A whole FeatureStore as one message between threads: buffers only, nothing in it is copied. */
export interface SharedStore {
  layers: Layer[];
  arcs: SharedArcs;
  keyWords: Words;
  valueWords: Words;
  rows: Uint32Array;
  /** NaN where a feature has none. */
  ids: Float64Array;
  /** minX, minY, maxX, maxY in plane units. */
  boxes: Int32Array;
  /** shape count, then per shape: ring count, then per ring: reference count, references. */
  geometry: Int32Array;
  /** Key, value pairs of all features. */
  tagStream: Uint32Array;
}

/**
 * All features in a few flat buffers, for reading; `StoreBuilder` fills them. Features are numbered in the order they have inside a
 * tile, and what belongs to neighbours lies together: cutting reads memory from front to back. The geometry of a zoom is worked out
 * when a tile asks for it.
 */
export class FeatureStore {
  readonly layers: readonly Layer[];
  readonly arcs: ArcStore;
  readonly keyWords: Words;
  readonly valueWords: Words;
  readonly tagStream: Uint32Array;
  private readonly rows: Uint32Array;
  private readonly ids: Float64Array;
  private readonly boxes: Int32Array;
  private readonly geometry: Int32Array;
  private readonly line = int32s();

  constructor(readonly shared: SharedStore) {
    this.layers = shared.layers;
    this.arcs = new ArcStore(shared.arcs);
    this.keyWords = shared.keyWords;
    this.valueWords = shared.valueWords;
    this.tagStream = shared.tagStream;
    this.rows = shared.rows;
    this.ids = shared.ids;
    this.boxes = shared.boxes;
    this.geometry = shared.geometry;
  }

  get size(): number {
    return this.ids.length;
  }

  layerOf(f: number): number {
    return this.rows[ROW * f] as number;
  }
  kindOf(f: number): Kind {
    return this.rows[ROW * f + 1] as Kind;
  }
  idOf(f: number): number {
    return this.ids[f] as number;
  }
  isAt(f: number, z: number): boolean {
    return z >= (this.rows[ROW * f + 2] as number) && z <= (this.rows[ROW * f + 3] as number);
  }
  isHighest(f: number, z: number): boolean {
    return z === this.rows[ROW * f + 3];
  }
  tagStart(f: number): number {
    return this.rows[ROW * f + 5] as number;
  }
  tagEnd(f: number): number {
    return this.rows[ROW * f + 6] as number;
  }

  /** Bounding boxes of all features on the grid of zoom `z`: minX, minY, maxX, maxY of feature f from 4f on. */
  boxesAt(z: number): Int32Array {
    const shift = shiftAt(z);
    const boxes = new Int32Array(4 * this.size);
    for (let i = 0; i < boxes.length; i++) boxes[i] = toGrid(this.boxes[i] as number, shift);
    return boxes;
  }

  /** [minX, minY, maxX, maxY] of all features, plane units. */
  bounds(): [number, number, number, number] {
    const all: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < this.boxes.length; i += 4) {
      all[0] = Math.min(all[0], this.boxes[i] as number);
      all[1] = Math.min(all[1], this.boxes[i + 1] as number);
      all[2] = Math.max(all[2], this.boxes[i + 2] as number);
      all[3] = Math.max(all[3], this.boxes[i + 3] as number);
    }
    return all;
  }

  /** First vertex in grid units: the point whose tile answers for a feature too small to draw. */
  anchorAt(f: number, z: number): [x: number, y: number] {
    const [x, y] = this.arcs.firstOf(this.geometry[(this.rows[ROW * f + 4] as number) + 3] as number);
    return [toGrid(x, shiftAt(z)), toGrid(y, shiftAt(z))];
  }

  /** Visits a feature's shapes: their references in `refs`, the first ring's count at `at`, each ring after the one before. */
  eachShape(f: number, visit: (refs: Int32Array, at: number, rings: number) => void): void {
    const refs = this.geometry;
    let at = this.rows[ROW * f + 4] as number;
    for (let s = refs[at++] as number; s > 0; s--) {
      const rings = refs[at++] as number;
      visit(refs, at, rings);
      for (let r = 0; r < rings; r++) at += 1 + (refs[at] as number);
    }
  }

  /** Whole geometry on the grid of zoom `z`, simplified by `tolerance` grid units; shapes may be degenerate. */
  shapesAt(f: number, z: number, tolerance: number): Shapes {
    const kind = this.kindOf(f);
    const shapes: Shapes = [];
    this.eachShape(f, (refs, at, count) => {
      const rings: Flat[] = [];
      for (let r = 0; r < count; r++) {
        const to = at + 1 + (refs[at] as number);
        this.line.length = 0;
        if (kind === POINT) this.arcs.pointsOnGrid(this.line, refs, at + 1, to, z, 0, 0);
        else this.arcs.onGrid(this.line, refs, at + 1, to, z, tolerance, 0, 0);
        if (kind === POLYGON) openRing(this.line, 0);
        rings.push(Array.from(this.line.data.subarray(0, this.line.length)));
        at = to;
      }
      shapes.push(rings);
    });
    return shapes;
  }
}

/** Drops the closing point of the ring that starts at `from` and goes to the end, and what repeats the first one after it. */
export function openRing(xy: Growable<Int32Array>, from: number): void {
  const { data } = xy;
  const [x, y] = [data[from], data[from + 1]];
  while (xy.length - from > 2 && data[xy.length - 2] === x && data[xy.length - 1] === y) xy.length -= 2;
}
