import { Bytes, varintLength } from './bytes';
import { Commands } from './commands';
import { featureOf, type Item } from './cut';
import { EXTENT } from './grid';
import { Sketch } from './sketch';
import type { Slice } from './slice';
import type { FeatureStore } from './store';
import type { Words } from './words';

/** Field number and wire type in one byte, as protobuf writes them; MVT 2.1 section 4. */
const tag = (field: number, wireType: 0 | 2) => (field << 3) | wireType;
const LAYER = tag(3, 2);
const NAME = tag(1, 2);
const FEATURE = tag(2, 2);
const LAYER_EXTENT = tag(5, 0);
const VERSION = tag(15, 0);
const ID = tag(1, 0);
const TAGS = tag(2, 2);
const TYPE = tag(3, 0);
const GEOMETRY = tag(4, 2);

/** The longest length a layer may have as a varint, kept free before it. */
const LENGTH_BYTES = 5;

/** Slices → Mapbox Vector Tile 2.1 bytes. Keeps its buffers and numbering tables from tile to tile. */
export class TileEncoder {
  private readonly out = new Bytes();
  private readonly sketch: Sketch;
  private readonly commands = new Commands();
  private readonly keySlots: Slots;
  private readonly valueSlots: Slots;
  private tags = new Uint32Array(64);
  private readonly names: Uint8Array[];

  constructor(private readonly store: FeatureStore) {
    this.sketch = new Sketch(store);
    this.keySlots = new Slots(store.keyWords.starts.length - 1);
    this.valueSlots = new Slots(store.valueWords.starts.length - 1);
    this.names = store.layers.map((layer) => new TextEncoder().encode(layer.name));
  }

  /** Layers without a feature are left out; an empty result means there is no such tile. The bytes are the caller's own. */
  encode(z: number, slice: Slice): { bytes: Uint8Array; features: number } {
    const { items } = slice;
    const { out } = this;
    out.pos = 0;
    let features = 0;
    for (let from = 0, to = 0; from < items.length; from = to) {
      const layer = this.store.layerOf(featureOf(items[from] as Item));
      while (to < items.length && this.store.layerOf(featureOf(items[to] as Item)) === layer) to++;
      features += this.writeLayer(layer, z, slice, from, to);
    }
    return { bytes: out.buf.slice(0, out.pos), features };
  }

  /** @returns features written; what lies in the tile by its box alone may leave none, then there is no layer either */
  private writeLayer(layer: number, z: number, { x, y, items }: Slice, from: number, to: number): number {
    const { out, store } = this;
    const name = this.names[layer] as Uint8Array;
    this.keySlots.clear();
    this.valueSlots.clear();
    out.room(2 * LENGTH_BYTES + name.length + 2);
    const start = out.pos;
    out.pos += 1 + LENGTH_BYTES;
    out.buf[out.pos++] = NAME;
    out.varint(name.length);
    out.copy(name, 0, name.length);
    let written = 0;
    for (let i = from; i < to; i++) {
      const item = items[i] as Item;
      if (!this.sketch.draw(item, z, x, y)) continue;
      this.writeFeature(featureOf(item));
      written++;
    }
    this.writeWords(this.keySlots, store.keyWords);
    this.writeWords(this.valueSlots, store.valueWords);
    out.room(8);
    out.buf[out.pos++] = LAYER_EXTENT;
    out.varint(EXTENT);
    out.buf[out.pos++] = VERSION;
    out.varint(2);
    this.setLength(start, written > 0);
    return written;
  }

  /** Puts the layer's tag and length before it, moved up to them; or takes the layer back. */
  private setLength(start: number, isKept: boolean): void {
    const { out } = this;
    const body = start + 1 + LENGTH_BYTES;
    const end = out.pos;
    out.pos = start;
    if (!isKept) return;
    out.buf[out.pos++] = LAYER;
    out.varint(end - body);
    out.buf.copyWithin(out.pos, body, end);
    out.pos += end - body;
  }

  /**
   * Type, geometry, id, tags: what is alike in neighbours stands together, which gzip turns into 3 % fewer bytes than the order of the
   * field numbers. Protobuf leaves the order free; the type comes first because GDAL does not read a geometry before it knows what it is.
   */
  private writeFeature(f: number): void {
    const { out, commands, store } = this;
    const kind = store.kindOf(f);
    commands.set(this.sketch, kind);
    const id = store.idOf(f);
    const hasId = !Number.isNaN(id);
    const [tagCount, tagBytes] = this.numberTags(f);
    const length =
      (hasId ? 1 + varintLength(id) : 0) +
      (tagCount > 0 ? 1 + varintLength(tagBytes) + tagBytes : 0) +
      (3 + varintLength(commands.bytes) + commands.bytes);
    out.room(1 + LENGTH_BYTES + length);
    out.buf[out.pos++] = FEATURE;
    out.varint(length);
    out.buf[out.pos++] = TYPE;
    out.varint(kind);
    out.buf[out.pos++] = GEOMETRY;
    out.varint(commands.bytes);
    out.varints(commands.values, commands.count);
    if (hasId) {
      out.buf[out.pos++] = ID;
      out.varint(id);
    }
    if (tagCount > 0) {
      out.buf[out.pos++] = TAGS;
      out.varint(tagBytes);
      out.varints(this.tags, tagCount);
    }
  }

  /** A feature's keys and values by their numbers in this layer, into `tags`. */
  private numberTags(f: number): [count: number, bytes: number] {
    const pairs = this.store.tagStream;
    const start = this.store.tagStart(f);
    const count = this.store.tagEnd(f) - start;
    if (count > this.tags.length) this.tags = new Uint32Array(2 * count);
    let bytes = 0;
    for (let i = 0; i < count; i += 2) {
      const key = (this.tags[i] = this.keySlots.of(pairs[start + i] as number));
      const value = (this.tags[i + 1] = this.valueSlots.of(pairs[start + i + 1] as number));
      bytes += varintLength(key) + varintLength(value);
    }
    return [count, bytes];
  }

  private writeWords({ used }: Slots, { bytes, starts }: Words): void {
    for (const word of used) {
      const [from, to] = [starts[word] as number, starts[word + 1] as number];
      this.out.room(to - from);
      this.out.copy(bytes, from, to);
    }
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
