import type { Geometry, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { ArcStore } from './arcs';
import { arrange } from './arrange';
import { float64s, int32s, uint32s } from './growable';
import { hilbertKey } from './grid';
import { FeatureStore, type Kind, type Layer, LINE, POINT, POLYGON, ROW } from './store';
import { Tags } from './tags';

export type Properties = Readonly<Record<string, string | number | boolean>>;

export interface FeatureInfo {
  /** Non-negative integer, as MVT wants it. */
  id?: number;
  properties: Properties;
  /** Narrower than the layer's own zooms. */
  minzoom?: number;
  maxzoom?: number;
}

/** Features as they come, in flat buffers laid out as in `SharedStore`; `finish` puts them in order. */
export class StoreBuilder {
  readonly layers: Layer[] = [];
  readonly arcs = new ArcStore();
  readonly tags = new Tags();
  readonly rows = uint32s();
  readonly ids = float64s();
  readonly boxes = int32s();
  /** Place along the Hilbert curve. */
  readonly keys = float64s();
  readonly geometry = int32s();
  readonly tagStream = uint32s();
  private readonly topologies = new Map<Topology, number>();
  private readonly box = new Int32Array(4);

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

  /** `shapes` hold arc references; rings are turned so that exteriors come out positive, holes negative. A feature of no point is left out. */
  add(
    layer: number,
    kind: Kind,
    shapes: readonly (readonly (readonly number[])[])[],
    info: FeatureInfo,
  ): void {
    const start = this.geometry.length;
    const { box } = this;
    box[0] = box[1] = 0x7fffffff;
    box[2] = box[3] = -1;
    this.geometry.push(shapes.length);
    for (const shape of shapes) {
      this.geometry.push(shape.length);
      for (let i = 0; i < shape.length; i++) this.addRing(kind, shape[i] as readonly number[], i === 0);
    }
    const [w, n, e, s] = box as unknown as [number, number, number, number];
    if (e < w) this.geometry.length = start;
    else {
      this.boxes.append(box);
      this.keys.push(hilbertKey((w + e) >> 1, (n + s) >> 1));
      this.addRow(layer, kind, start, info);
    }
  }

  private addRing(kind: Kind, refs: readonly number[], isExterior: boolean): void {
    const turned = kind === POLYGON && this.arcs.turn(refs) * (isExterior ? 1 : -1) < 0;
    this.geometry.push(refs.length);
    this.geometry.append(turned ? refs.map((r) => ~r).reverse() : refs);
    this.arcs.extend(this.box, refs);
  }

  private addRow(layer: number, kind: Kind, start: number, info: FeatureInfo): void {
    const { minzoom, maxzoom } = this.layers[layer] as Layer;
    const tagStart = this.tagStream.length;
    this.tags.intern(layer, info.properties, this.tagStream);
    this.rows.push(layer);
    this.rows.push(kind);
    this.rows.push(Math.max(minzoom, info.minzoom ?? 0));
    this.rows.push(Math.min(maxzoom, info.maxzoom ?? maxzoom));
    this.rows.push(start);
    this.rows.push(tagStart);
    this.rows.push(this.tagStream.length);
    this.ids.push(info.id ?? NaN);
  }

  /** Everything in order. Nothing may be added afterwards. */
  finish(): FeatureStore {
    return new FeatureStore(arrange(this, this.order()));
  }

  /**
   * By layer and kind, then along the Hilbert curve of zoom 16 by bounding-box centre, then id, then properties: never by arrival.
   * Kinds apart because a map draws them apart anyhow, and like after like compresses better.
   */
  private order(): Uint32Array {
    const order = new Uint32Array(this.size);
    // Layer, kind and key in one number, exact below 2^53: keys stay under 2^33.
    const first = new Float64Array(this.size);
    for (let f = 0; f < order.length; f++) {
      order[f] = f;
      first[f] = (4 * this.rows.at(ROW * f) + this.rows.at(ROW * f + 1)) * 2 ** 33 + this.keys.at(f);
    }
    return order.sort(
      (a, b) =>
        (first[a] as number) - (first[b] as number) || this.ids.at(a) - this.ids.at(b) || this.tie(a, b),
    );
  }

  private tie(a: number, b: number): number {
    return compare(this.properties(a), this.properties(b)) || compare(this.outline(a), this.outline(b));
  }

  private properties(f: number): string {
    const [from, to] = [this.rows.at(ROW * f + 5), this.rows.at(ROW * f + 6)];
    return this.tags.print(this.tagStream.data.subarray(from, to));
  }

  /** All vertices of a feature as text. */
  private outline(f: number): string {
    const refs = this.geometry.data;
    let at = this.rows.at(ROW * f + 4);
    let text = '';
    for (let s = refs[at++] as number; s > 0; s--) {
      text += '(';
      for (let r = refs[at++] as number; r > 0; r--) {
        const to = at + 1 + (refs[at] as number);
        text += `(${this.arcs.vertices(refs.subarray(at + 1, to)).join(' ')})`;
        at = to;
      }
      text += ')';
    }
    return text;
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
