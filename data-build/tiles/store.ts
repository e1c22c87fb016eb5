import type { Geometry, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { ArcStore } from './arcs';
import { float64s, int32s, uint32s } from './growable';
import { hilbertKey, shiftAt, toGrid } from './grid';
import { Tags } from './tags';
import type { Flat } from './clip';

export type Properties = Readonly<Record<string, string | number | boolean>>;
export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;
export type Kind = typeof POINT | typeof LINE | typeof POLYGON;

/** shapes → rings (exterior, then its holes) | one line | one list of points → flat coordinates. */
export type Shapes = Flat[][];

export interface FeatureInfo {
  /** Non-negative integer, as MVT wants it. */
  id?: number;
  properties: Properties;
  /** Narrower than the layer's own zooms. */
  minzoom?: number;
  maxzoom?: number;
}

export interface Layer {
  name: string;
  minzoom: number;
  maxzoom: number;
  /** Features tile the plane: none is dropped for being small, so that no hole opens. */
  coverage: boolean;
}

/** All features in a few flat buffers; the geometry of a zoom is worked out when a tile asks for it. */
export class FeatureStore {
  readonly layers: Layer[] = [];
  readonly arcs = new ArcStore();
  readonly tags = new Tags();
  private readonly topologies = new Map<Topology, number>();
  /** Per feature: layer, kind, minzoom, maxzoom, start in `geometry`, start and end in `tagStream`. */
  private readonly rows = uint32s();
  private readonly ids = float64s();
  private readonly boxes = int32s();
  private readonly keys = float64s();
  /** shape count, then per shape: ring count, then per ring: reference count, references. */
  private readonly geometry = int32s();
  /** Key, value pairs of all features, see `tagStart` and `tagEnd`. */
  readonly tagStream = uint32s();

  get size(): number {
    return this.ids.length;
  }

  addLayer(layer: Layer): number {
    this.layers.push(layer);
    return this.layers.length - 1;
  }

  /** Where a topology's arcs start in the store; the same topology object is stored once, whoever asks. */
  arcBase(topology: Topology): number {
    let base = this.topologies.get(topology);
    if (base === undefined) this.topologies.set(topology, (base = this.arcs.addTopology(topology)));
    return base;
  }

  addGeoJson(layer: number, geometry: Geometry, info: FeatureInfo): void {
    switch (geometry.type) {
      case 'Point':
        return this.add(layer, POINT, this.lines([[geometry.coordinates]]), info);
      case 'MultiPoint':
        return this.add(layer, POINT, this.lines([geometry.coordinates]), info);
      case 'LineString':
        return this.add(layer, LINE, this.lines([geometry.coordinates]), info);
      case 'MultiLineString':
        return this.add(layer, LINE, this.lines(geometry.coordinates), info);
      case 'Polygon':
        return this.add(layer, POLYGON, this.polygons([geometry.coordinates]), info);
      case 'MultiPolygon':
        return this.add(layer, POLYGON, this.polygons(geometry.coordinates), info);
      default:
        throw new TypeError(`a tile feature cannot be a ${geometry.type}`);
    }
  }

  private lines(lines: readonly Position[][]): number[][][] {
    return lines.map((line) => [[this.arcs.add(line)]]);
  }

  private polygons(polygons: readonly Position[][][]): number[][][] {
    return polygons.map((rings) => rings.map((ring) => [this.arcs.add(ring)]));
  }

  /** `shapes` hold arc references; rings are turned so that exteriors come out positive, holes negative. */
  add(
    layer: number,
    kind: Kind,
    shapes: readonly (readonly (readonly number[])[])[],
    info: FeatureInfo,
  ): void {
    const { minzoom, maxzoom } = this.layers[layer] as Layer;
    const tagStart = this.tagStream.length;
    this.tags.intern(info.properties, this.tagStream);
    this.rows.append([
      layer,
      kind,
      Math.max(minzoom, info.minzoom ?? 0),
      Math.min(maxzoom, info.maxzoom ?? maxzoom),
      this.geometry.length,
      tagStart,
      this.tagStream.length,
    ]);
    this.ids.push(info.id ?? NaN);
    const box = new Int32Array([0x7fffffff, 0x7fffffff, -1, -1]);
    this.geometry.push(shapes.length);
    for (const shape of shapes) {
      this.geometry.push(shape.length);
      shape.forEach((refs, i) => {
        const turned = kind === POLYGON && this.arcs.turn(refs) * (i === 0 ? 1 : -1) < 0;
        this.geometry.push(refs.length);
        this.geometry.append(turned ? refs.map((r) => ~r).reverse() : refs);
        this.arcs.extend(box, refs);
      });
    }
    this.boxes.append(box);
    const [w, n, e, s] = box as unknown as [number, number, number, number];
    this.keys.push(e < w ? -1 : hilbertKey((w + e) >> 1, (n + s) >> 1));
  }

  layerOf(f: number): number {
    return this.rows.at(7 * f);
  }
  kindOf(f: number): Kind {
    return this.rows.at(7 * f + 1) as Kind;
  }
  idOf(f: number): number {
    return this.ids.at(f);
  }
  keyOf(f: number): number {
    return this.keys.at(f);
  }
  isEmpty(f: number): boolean {
    return this.keyOf(f) < 0;
  }
  isAt(f: number, z: number): boolean {
    return z >= this.rows.at(7 * f + 2) && z <= this.rows.at(7 * f + 3);
  }
  isHighest(f: number, z: number): boolean {
    return z === this.rows.at(7 * f + 3);
  }
  tagStart(f: number): number {
    return this.rows.at(7 * f + 5);
  }
  tagEnd(f: number): number {
    return this.rows.at(7 * f + 6);
  }
  tagsOf(f: number): Uint32Array {
    return this.tagStream.data.subarray(this.tagStart(f), this.tagEnd(f));
  }

  /** Property names of a layer and their types, as TileJSON's `vector_layers` lists them. */
  fieldsOf(layer: number): Record<string, 'String' | 'Number' | 'Boolean'> {
    const fields = new Map<string, 'String' | 'Number' | 'Boolean'>();
    const type = { string: 'String', number: 'Number', boolean: 'Boolean' } as const;
    for (let f = 0; f < this.size; f++) {
      if (this.layerOf(f) !== layer) continue;
      const pairs = this.tagsOf(f);
      for (let i = 0; i < pairs.length; i += 2) {
        const value = this.tags.values[pairs[i + 1] as number] as string | number | boolean;
        fields.set(this.tags.keys[pairs[i] as number] as string, type[typeof value as keyof typeof type]);
      }
    }
    return Object.fromEntries([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Bounding boxes of all features on the grid of zoom `z`: minX, minY, maxX, maxY of feature f from 4f on. */
  boxesAt(z: number): Int32Array {
    const shift = shiftAt(z);
    const boxes = new Int32Array(4 * this.size);
    for (let i = 0; i < boxes.length; i++) boxes[i] = toGrid(this.boxes.data[i] as number, shift);
    return boxes;
  }

  /** [minX, minY, maxX, maxY] of all features, plane units. */
  bounds(): [number, number, number, number] {
    const all: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let f = 0; f < this.size; f++) {
      if (this.isEmpty(f)) continue;
      for (const i of [0, 1] as const) all[i] = Math.min(all[i], this.boxes.at(4 * f + i));
      for (const i of [2, 3] as const) all[i] = Math.max(all[i], this.boxes.at(4 * f + i));
    }
    return all;
  }

  /** First vertex in grid units: the point whose tile answers for a feature too small to draw. */
  anchorAt(f: number, z: number): [x: number, y: number] {
    const [x, y] = this.arcs.firstOf(this.geometry.at(this.rows.at(7 * f + 4) + 3));
    return [toGrid(x, shiftAt(z)), toGrid(y, shiftAt(z))];
  }

  /** Whole geometry on the grid of zoom `z` less `ox`, `oy`, simplified by `tolerance` grid units; shapes may be degenerate. */
  shapesAt(f: number, z: number, tolerance: number, ox = 0, oy = 0): Shapes {
    const g = this.geometry.data;
    const kind = this.kindOf(f);
    const shapes: Shapes = [];
    let at = this.rows.at(7 * f + 4);
    for (let s = g[at++] as number; s > 0; s--) {
      const rings: Flat[] = [];
      for (let r = g[at++] as number; r > 0; r--) {
        const to = at + 1 + (g[at] as number);
        const ring: Flat = [];
        if (kind === POINT) this.arcs.pointsOnGrid(ring, g, at + 1, to, z, ox, oy);
        else this.arcs.onGrid(ring, g, at + 1, to, z, tolerance, ox, oy);
        if (kind === POLYGON) open(ring);
        rings.push(ring);
        at = to;
      }
      shapes.push(rings);
    }
    return shapes;
  }
}

/** Drops the closing point, and what repeats the first one after it. */
function open(ring: Flat): void {
  while (ring.length > 2 && ring[0] === ring[ring.length - 2] && ring[1] === ring[ring.length - 1])
    ring.length -= 2;
}
