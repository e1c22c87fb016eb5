import type { Geometry } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';
import { zxyToTileId } from 'pmtiles';
import { MAX_ZOOM, latOf, lonOf } from './grid';
import { TileEncoder } from './mvt';
import { type ArchiveStats, PmtilesWriter } from './pmtiles';
import { slices } from './slice';
import { type FeatureInfo, FeatureStore, LINE, POLYGON } from './store';

/** A feature with its own coordinates (degrees, WGS84). */
export interface TileFeature extends FeatureInfo {
  geometry: Geometry;
}

/** A feature made of arcs of a topology: borders shared there stay shared at every zoom, across layers too. */
export interface TopoFeature extends FeatureInfo {
  topology: Topology;
  geometry: GeometryObject;
}

export interface TileLayer {
  name: string;
  minzoom: number;
  maxzoom: number;
  description?: string;
  /** The features tile the plane: none is dropped for being small, so that no hole opens. */
  coverage?: boolean;
  features: Iterable<TileFeature | TopoFeature>;
}

export interface TilesOptions {
  /** Archive to write; replaced only when the new one is complete. */
  out: string;
  layers: readonly TileLayer[];
  name: string;
  description?: string;
  attribution?: string;
}

export interface ZoomStats {
  z: number;
  tiles: number;
  features: number;
  /** Largest tile, uncompressed bytes. */
  largest: number;
}
export type TilesStats = ArchiveStats & { perZoom: ZoomStats[] };

/** Features → one PMTiles archive. Same features in any order, same bytes. Throws RangeError when there is nothing to write. */
export async function writeTiles(options: TilesOptions): Promise<TilesStats> {
  const store = new FeatureStore();
  for (const layer of options.layers) load(store, layer);
  const order = spatialOrder(store);
  const [w, n, e, s] = store.bounds();
  if (w > e) throw new RangeError(`${options.out}: no layer holds a feature, there is nothing to write`);
  const minzoom = Math.min(...store.layers.map((l) => l.minzoom));
  const maxzoom = Math.max(...store.layers.map((l) => l.maxzoom));
  const writer = new PmtilesWriter(options.out);
  try {
    const perZoom: ZoomStats[] = [];
    const encoder = new TileEncoder(store);
    for (let z = minzoom; z <= maxzoom; z++) perZoom.push(await writeZoom(store, order, z, encoder, writer));
    const stats = await writer.finish({
      metadata: metadata(options, store),
      minzoom,
      maxzoom,
      bounds: [lonOf(w), latOf(s), lonOf(e), latOf(n)],
      center: [lonOf((w + e) / 2), latOf((n + s) / 2), Math.round((minzoom + maxzoom) / 2)],
    });
    return { ...stats, perZoom };
  } catch (error) {
    writer.dispose();
    throw error;
  }
}

async function writeZoom(
  store: FeatureStore,
  order: Uint32Array,
  z: number,
  encoder: TileEncoder,
  writer: PmtilesWriter,
): Promise<ZoomStats> {
  const stats: ZoomStats = { z, tiles: 0, features: 0, largest: 0 };
  for (const slice of slices(store, order, z)) {
    const { bytes, features } = encoder.encode(z, slice);
    if (features === 0) continue;
    stats.tiles++;
    stats.features += features;
    stats.largest = Math.max(stats.largest, bytes.length);
    await writer.add(zxyToTileId(z, slice.x, slice.y), bytes);
  }
  return stats;
}

function load(store: FeatureStore, layer: TileLayer): void {
  const { name, minzoom, maxzoom } = layer;
  if (!(minzoom >= 0 && minzoom <= maxzoom && maxzoom <= MAX_ZOOM)) {
    throw new RangeError(`layer ${name}: zooms ${minzoom}–${maxzoom} are not within 0–${MAX_ZOOM}`);
  }
  if (store.layers.some((l) => l.name === name)) throw new RangeError(`layer ${name} is there twice`);
  const index = store.addLayer({ name, minzoom, maxzoom, coverage: layer.coverage === true });
  for (const feature of layer.features) {
    if ('topology' in feature) addTopo(store, index, feature);
    else store.addGeoJson(index, feature.geometry, feature);
  }
}

function addTopo(store: FeatureStore, layer: number, feature: TopoFeature): void {
  const base = store.arcBase(feature.topology);
  const line = (refs: number[]) => refs.map((ref) => (ref < 0 ? ref - base : ref + base));
  const polygon = (rings: number[][]) => rings.map(line);
  const g = feature.geometry;
  if (g.type === 'LineString') store.add(layer, LINE, [[line(g.arcs)]], feature);
  else if (g.type === 'MultiLineString')
    store.add(
      layer,
      LINE,
      g.arcs.map((l) => [line(l)]),
      feature,
    );
  else if (g.type === 'Polygon') store.add(layer, POLYGON, [polygon(g.arcs)], feature);
  else if (g.type === 'MultiPolygon') store.add(layer, POLYGON, g.arcs.map(polygon), feature);
  else throw new TypeError(`a ${g.type ?? 'null geometry'} has no arcs; give it as GeoJSON`);
}

/** By layer, then along the Hilbert curve of zoom 16 by bounding-box centre, then id, then properties: never by arrival. */
function spatialOrder(store: FeatureStore): Uint32Array {
  const order = new Uint32Array(store.size).map((_, i) => i);
  const text = (f: number) => store.tags.print(store.tagsOf(f));
  return order.sort(
    (a, b) =>
      store.layerOf(a) - store.layerOf(b) ||
      store.keyOf(a) - store.keyOf(b) ||
      store.idOf(a) - store.idOf(b) ||
      0 ||
      compare(text(a), text(b)) ||
      store.kindOf(a) - store.kindOf(b) ||
      compare(outline(store, a), outline(store, b)),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const outline = (store: FeatureStore, f: number) => JSON.stringify(store.shapesAt(f, MAX_ZOOM, 0));

function metadata({ name, description, attribution, layers }: TilesOptions, store: FeatureStore) {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(attribution === undefined ? {} : { attribution }),
    type: 'overlay',
    vector_layers: layers.map((layer, i) => ({
      id: layer.name,
      ...(layer.description === undefined ? {} : { description: layer.description }),
      minzoom: layer.minzoom,
      maxzoom: layer.maxzoom,
      fields: store.fieldsOf(i),
    })),
  };
}
