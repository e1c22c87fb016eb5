import { PbfWriter } from 'pbf';
import type { Flat } from './clip';
import { BUFFER, EXTENT } from './grid';
import { cleanRing, doubleArea } from './ring';
import { featureOf, type Item } from './cut';
import type { Slice } from './slice';
import { type FeatureStore, type Kind, LINE, POINT, POLYGON, type Shapes } from './store';
import { visibleShapes } from './visible';

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;
const LENGTH_DELIMITED = 2;

/** Slices → Mapbox Vector Tile 2.1 bytes. Keeps its buffer and numbering tables from tile to tile. */
export class TileEncoder {
  private buffer: Uint8Array = new Uint8Array(1 << 16);
  private readonly scratch: number[] = [];
  private written = 0;
  private readonly keySlots: Slots;
  private readonly valueSlots: Slots;

  constructor(private readonly store: FeatureStore) {
    this.keySlots = new Slots(store.tags.keys.length);
    this.valueSlots = new Slots(store.tags.values.length);
  }

  /** Layers without a feature are left out; an empty result means there is no such tile. The bytes are the caller's own. */
  encode(z: number, slice: Slice): { bytes: Uint8Array; features: number } {
    const { items } = slice;
    const pbf = new PbfWriter(this.buffer);
    let features = 0;
    for (let from = 0, to = 0; from < items.length; from = to) {
      const layer = this.store.layerOf(featureOf(items[from] as Item));
      while (to < items.length && this.store.layerOf(featureOf(items[to] as Item)) === layer) to++;
      const before = pbf.pos;
      this.written = 0;
      pbf.writeMessage(3, () => this.writeLayer(layer, z, slice, from, to, pbf), undefined);
      // What lies in the tile by its box alone may leave nothing to draw: then the layer is taken back.
      if (this.written === 0) pbf.pos = before;
      features += this.written;
    }
    const bytes = pbf.finish().slice();
    this.buffer = pbf.buf;
    return { bytes, features };
  }

  private writeLayer(
    layer: number,
    z: number,
    { x, y, items }: Slice,
    from: number,
    to: number,
    pbf: PbfWriter,
  ): void {
    const { keys, values } = this.store.tags;
    this.keySlots.clear();
    this.valueSlots.clear();
    pbf.writeStringField(1, this.store.layers[layer]?.name ?? '');
    for (let i = from; i < to; i++) {
      const shapes = tileShapes(this.store, items[i] as Item, z, x, y);
      if (shapes.length === 0) continue;
      const f = featureOf(items[i] as Item);
      pbf.writeMessage(2, () => this.writeFeature(f, shapes, pbf), undefined);
      this.written++;
    }
    for (const key of this.keySlots.used) pbf.writeStringField(3, keys[key] as string);
    for (const i of this.valueSlots.used) {
      pbf.writeMessage(4, writeValue, values[i] as string | number | boolean);
    }
    pbf.writeVarintField(5, EXTENT);
    pbf.writeVarintField(15, 2);
  }

  private writeFeature(f: number, shapes: Shapes, pbf: PbfWriter): void {
    const id = this.store.idOf(f);
    if (!Number.isNaN(id)) pbf.writeVarintField(1, id);
    const pairs = this.store.tagStream.data;
    const end = this.store.tagEnd(f);
    this.scratch.length = 0;
    for (let i = this.store.tagStart(f); i < end; i += 2) {
      this.scratch.push(this.keySlots.of(pairs[i] as number), this.valueSlots.of(pairs[i + 1] as number));
    }
    writePacked(pbf, 2, this.scratch);
    const kind = this.store.kindOf(f);
    pbf.writeVarintField(3, kind);
    this.scratch.length = 0;
    commands(this.scratch, shapes, kind);
    writePacked(pbf, 4, this.scratch);
  }
}

/** Global index → index in this tile, in order of first use; `clear` is O(1). */
class Slots {
  readonly used: number[] = [];
  private readonly slot: Uint32Array;
  private readonly stamp: Uint32Array;
  private round = 0;

  constructor(size: number) {
    this.slot = new Uint32Array(size);
    this.stamp = new Uint32Array(size);
  }

  clear(): void {
    this.used.length = 0;
    this.round++;
  }

  of(index: number): number {
    if (this.stamp[index] !== this.round) {
      this.stamp[index] = this.round;
      this.slot[index] = this.used.push(index) - 1;
    }
    return this.slot[index] as number;
  }
}

/** An item's geometry in tile coordinates, cleaned; [] when nothing of it can be drawn here. */
function tileShapes(store: FeatureStore, item: Item, z: number, x: number, y: number): Shapes {
  const f = featureOf(item);
  const kind = store.kindOf(f);
  const ox = EXTENT * x;
  const oy = EXTENT * y;
  const local = typeof item === 'number' ? visibleShapes(store, item, z, ox, oy) : moved(item.shapes, ox, oy);
  const shapes: Shapes = [];
  for (const shape of local) {
    if (kind === POINT) shapes.push(shape);
    else if (kind === POLYGON) {
      const rings = polygonRings(shape);
      if (rings.length > 0) shapes.push(rings);
    } else {
      const line = withoutRepeats(shape[0] as Flat);
      if (line.length > 2) shapes.push([line]);
    }
  }
  return shapes.length > 0 || !store.isHighest(f, z) ? shapes : standIn(store, f, kind, z, x, y);
}

function moved(shapes: Shapes, ox: number, oy: number): Shapes {
  return shapes.map((shape) => shape.map((ring) => ring.map((v, i) => v - (i & 1 ? oy : ox))));
}

/** Exterior and holes without degenerate rings; [] when the exterior goes or the holes leave nothing of it. */
function polygonRings(shape: Flat[]): Flat[] {
  const rings: Flat[] = [];
  let left = 0;
  for (const [i, raw] of shape.entries()) {
    const ring = cleanRing(raw, -BUFFER, EXTENT + BUFFER);
    const area = doubleArea(ring);
    if (i === 0 ? area <= 0 : area >= 0) {
      if (i === 0) return [];
      continue;
    }
    rings.push(fromTopLeft(ring));
    left += area;
  }
  return left > 0 ? rings : [];
}

/** The same ring begun at its top left corner: two tiles wholly inside one area then have equal bytes and are stored once. */
function fromTopLeft(ring: Flat): Flat {
  let at = 0;
  for (let i = 2; i < ring.length; i += 2) {
    const dy = (ring[i + 1] as number) - (ring[at + 1] as number);
    if (dy < 0 || (dy === 0 && (ring[i] as number) < (ring[at] as number))) at = i;
  }
  return at === 0 ? ring : [...ring.slice(at), ...ring.slice(0, at)];
}

/** Clipping rounds, so a line may stand still for a step; one that never leaves its first point has length 2. */
function withoutRepeats(line: Flat): Flat {
  const out = line.slice(0, 2);
  for (let i = 2; i < line.length; i += 2) {
    if (line[i] !== line[i - 2] || line[i + 1] !== line[i - 1])
      out.push(line[i] as number, line[i + 1] as number);
  }
  return out;
}

/**
 * At its highest zoom a feature never vanishes: too small for the grid, it becomes one unit (42 cm at z14 in Bologna)
 * in the tile of its first vertex.
 */
function standIn(store: FeatureStore, f: number, kind: Kind, z: number, x: number, y: number): Shapes {
  const [gx, gy] = store.anchorAt(f, z);
  if (Math.floor(gx / EXTENT) !== x || Math.floor(gy / EXTENT) !== y) return [];
  const px = gx - EXTENT * x;
  const py = gy - EXTENT * y;
  if (kind === LINE) return [[[px, py, px + 1, py]]];
  return kind === POLYGON ? [[[px, py, px + 1, py, px + 1, py + 1, px, py + 1]]] : [];
}

/** Appends command integers and zigzag deltas, MVT 2.1 section 4.3. */
function commands(out: number[], shapes: Shapes, kind: Kind): void {
  if (kind === POINT) {
    const all = shapes.flat(2);
    out.push(MOVE_TO | ((all.length >> 1) << 3));
    pushDeltas(out, all, 0, 0, 0);
    return;
  }
  let cx = 0;
  let cy = 0;
  for (const shape of shapes) {
    for (const ring of shape) {
      const x = ring[0] as number;
      const y = ring[1] as number;
      out.push(MOVE_TO | (1 << 3), zigzag(x - cx), zigzag(y - cy), LINE_TO | (((ring.length >> 1) - 1) << 3));
      pushDeltas(out, ring, 2, x, y);
      if (kind === POLYGON) out.push(CLOSE_PATH | (1 << 3));
      cx = ring[ring.length - 2] as number;
      cy = ring[ring.length - 1] as number;
    }
  }
}

const zigzag = (n: number) => (n << 1) ^ (n >> 31);

function pushDeltas(out: number[], ring: Flat, from: number, cx: number, cy: number): void {
  for (let i = from; i < ring.length; i += 2) {
    const x = ring[i] as number;
    const y = ring[i + 1] as number;
    out.push(zigzag(x - cx), zigzag(y - cy));
    cx = x;
    cy = y;
  }
}

/** A packed field of 32-bit unsigned varints; room is made once, for this is where most bytes of a tile pass. */
function writePacked(pbf: PbfWriter, tag: number, values: readonly number[]): void {
  if (values.length === 0) return;
  let length = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i] as number;
    length += v < 0x80 ? 1 : v < 0x4000 ? 2 : v < 0x200000 ? 3 : v < 0x10000000 ? 4 : 5;
  }
  pbf.writeTag(tag, LENGTH_DELIMITED);
  pbf.writeVarint(length);
  pbf.realloc(length);
  const { buf } = pbf;
  let { pos } = pbf;
  for (let i = 0; i < values.length; i++) {
    let v = values[i] as number;
    for (; v >= 0x80; v >>>= 7) buf[pos++] = (v & 0x7f) | 0x80;
    buf[pos++] = v;
  }
  pbf.pos = pos;
}

/** Shortest exact form: uint, sint, then float where it loses nothing, else double (MVT 2.1 section 4.1, `Value`). */
function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (Number.isSafeInteger(value)) {
    if (value >= 0) pbf.writeVarintField(5, value);
    else pbf.writeSVarintField(6, value);
  } else if (Math.fround(value) === value) pbf.writeFloatField(2, value);
  else pbf.writeDoubleField(3, value);
}
