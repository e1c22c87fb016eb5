import type { StoreBuilder } from './build-store';
import { ROW, type SharedStore } from './store';
import { keyWords, valueWords } from './words';

/**
 * What a builder holds, copied into shared buffers in `order`: features, then arcs and values in the order features first use them.
 * Threads read the buffers in place, and cutting, which goes along the same order, finds what it needs next to what it had.
 */
export function arrange(from: StoreBuilder, order: Uint32Array): SharedStore {
  const { tags } = from;
  const size = order.length;
  const rows = new Uint32Array(shared(4 * ROW * size));
  const ids = new Float64Array(shared(8 * size));
  const boxes = new Int32Array(shared(16 * size));
  const geometry = new Int32Array(shared(4 * from.geometry.length));
  const tagStream = new Uint32Array(shared(4 * from.tagStream.length));
  const arcs = new FirstUse(from.arcs.size);
  const values = new FirstUse(tags.values.length);
  let g = 0;
  let t = 0;
  for (let f = 0; f < size; f++) {
    const old = order[f] as number;
    for (let i = 0; i < 4; i++) rows[ROW * f + i] = from.rows.at(ROW * old + i);
    for (let i = 0; i < 4; i++) boxes[4 * f + i] = from.boxes.at(4 * old + i);
    ids[f] = from.ids.at(old);
    rows[ROW * f + 4] = g;
    g = copyGeometry(from.geometry.data, from.rows.at(ROW * old + 4), geometry, g, arcs);
    rows[ROW * f + 5] = t;
    for (let i = from.rows.at(ROW * old + 5); i < from.rows.at(ROW * old + 6); i += 2) {
      tagStream[t++] = from.tagStream.at(i);
      tagStream[t++] = values.of(from.tagStream.at(i + 1));
    }
    rows[ROW * f + 6] = t;
  }
  return {
    layers: from.layers,
    arcs: from.arcs.arranged(arcs.used()),
    keyWords: keyWords(tags.keys),
    valueWords: valueWords(Array.from(values.used(), (v) => tags.values[v] as string | number | boolean)),
    rows,
    ids,
    boxes,
    geometry,
    tagStream,
  };
}

const shared = (bytes: number) => new SharedArrayBuffer(bytes);

/** One feature's shapes with their arcs renumbered; returns where the next one goes. */
function copyGeometry(from: Int32Array, start: number, to: Int32Array, end: number, arcs: FirstUse): number {
  let at = start;
  let g = end;
  const shapes = (to[g++] = from[at++] as number);
  for (let s = 0; s < shapes; s++) {
    const rings = (to[g++] = from[at++] as number);
    for (let r = 0; r < rings; r++) {
      const refs = (to[g++] = from[at++] as number);
      for (let n = 0; n < refs; n++) {
        const ref = from[at++] as number;
        to[g++] = ref < 0 ? ~arcs.of(~ref) : arcs.of(ref);
      }
    }
  }
  return g;
}

/** Old number → new number, in order of first use. */
class FirstUse {
  private readonly number: Int32Array;
  private readonly old: Uint32Array;
  private count = 0;

  constructor(size: number) {
    this.number = new Int32Array(size).fill(-1);
    this.old = new Uint32Array(size);
  }

  of(old: number): number {
    const known = this.number[old] as number;
    if (known >= 0) return known;
    this.old[this.count] = old;
    return (this.number[old] = this.count++);
  }

  /** Old numbers in the order of the new ones. */
  used(): Uint32Array {
    return this.old.subarray(0, this.count);
  }
}
