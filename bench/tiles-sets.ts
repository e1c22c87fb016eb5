import type { FeatureCollection } from 'geojson';
import { fileURLToPath } from 'node:url';
import { feature as toGeoJson } from 'topojson-client';
import { openEdition } from '../data-build/edition-reader';
import { areaLayers } from '../data-build/steps/tiles';
import { baseLayers } from '../data-build/steps/tiles-base';
import type { TileFeature, TileLayer, TopoFeature } from '../data-build/tiles/write';

/** The real layers, and generated ones by their number of features. */
export const SETS = ['real', '30000', '150000', '300000'] as const;
export type SetName = (typeof SETS)[number];

const SEED = 20_261_123;

/** Every feature gets a number of its own within the set, so that both routes can be asked which ones arrived. */
export function layersOf(set: SetName): TileLayer[] {
  return set === 'real'
    ? realLayers()
    : [{ name: 'generated', minzoom: 6, maxzoom: 14, thin: true, features: generated(Number(set)) }];
}

/** The layers of both archives together, read from the committed edition. */
function realLayers(): TileLayer[] {
  const edition = openEdition(fileURLToPath(new URL('../data-build/edition', import.meta.url)));
  let id = 0;
  return [...areaLayers(edition), ...baseLayers(edition)].map((layer) => ({
    ...layer,
    features: [...layer.features].map((f) => ({ ...f, id: id++ })),
  }));
}

export interface Count {
  points: number;
  lines: number;
  polygons: number;
  /** Polygons with something to draw: not all of an id's rings are degenerate. */
  surfaces: number;
}
export type PerZoom = Record<number, Count>;

export const countAt = (perZoom: PerZoom, z: number): Count =>
  (perZoom[z] ??= { points: 0, lines: 0, polygons: 0, surfaces: 0 });

/** How many features there are, and how many are asked for at each zoom: layers and some features have zooms of their own. */
export function featuresIn(layers: readonly TileLayer[]): { features: number; due: PerZoom } {
  let features = 0;
  const due: PerZoom = {};
  for (const layer of layers) {
    for (const f of layer.features) {
      features++;
      const { type } = f.geometry;
      const kind = type?.endsWith('Point') ? 'points' : type?.endsWith('String') ? 'lines' : 'polygons';
      const to = Math.min(layer.maxzoom, f.maxzoom ?? Infinity);
      for (let z = Math.max(layer.minzoom, f.minzoom ?? 0); z <= to; z++) countAt(due, z)[kind]++;
    }
  }
  for (const count of Object.values(due)) count.surfaces = count.polygons;
  return { features, due };
}

export interface GeoJsonLayer extends Pick<TileLayer, 'name' | 'minzoom' | 'maxzoom'> {
  collection: FeatureCollection;
}

/**
 * The same features as plain GeoJSON. One collection per layer and first zoom: geojson-vt knows no zoom per feature, so the
 * route beside ours cuts one index each and puts them together again in the tile.
 */
export function geoJsonLayers(layers: readonly TileLayer[]): GeoJsonLayer[] {
  const groups = new Map<string, GeoJsonLayer>();
  for (const { name, minzoom, maxzoom, features } of layers) {
    for (const f of features) {
      const from = Math.max(minzoom, f.minzoom ?? 0);
      const key = `${name} ${from}`;
      const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };
      const group = groups.get(key) ?? { name, minzoom: from, maxzoom, collection: empty };
      group.collection.features.push({
        type: 'Feature',
        id: f.id as number,
        properties: f.properties,
        geometry: geometryOf(f),
      });
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

function geometryOf(f: TileFeature | TopoFeature): TileFeature['geometry'] {
  if (!('topology' in f)) return f.geometry;
  return (toGeoJson(f.topology, f.geometry as never) as unknown as { geometry: TileFeature['geometry'] })
    .geometry;
}

/** mulberry32 (public domain): seeded, so that every run cuts the same set. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Over the metropolitan city's box: 60 % polygons of 4–10 corners and 4–40 m, a twentieth of them thinner than a tile
 * unit; 25 % lines of 5–24 vertices and 0.1–2 km; 15 % points. Some properties are shared, the name is each one's own.
 */
export function* generated(count: number): Generator<TileFeature> {
  const next = random(SEED);
  const kinds = ['house', 'shed', 'school', 'path', 'road', 'tree', 'stop'];
  for (let id = 0; id < count; id++) {
    const [lon, lat] = [10.85 + next() * 0.95, 44.1 + next() * 0.65] as const;
    const kind = next();
    const properties = {
      kind: kinds[Math.floor(next() * kinds.length)] as string,
      name: `n${id}`,
      level: Math.floor(next() * 9),
    };
    const geometry =
      kind < 0.6
        ? polygon(next, lon, lat)
        : kind < 0.85
          ? line(next, lon, lat)
          : { type: 'Point' as const, coordinates: [lon, lat] };
    yield { id, properties, geometry };
  }
}

function polygon(next: () => number, lon: number, lat: number): TileFeature['geometry'] {
  const corners = 4 + Math.floor(next() * 7);
  const radius = (2 + next() * 18) / 111_000;
  const squeeze = next() < 0.05 ? 0.005 : 1;
  const turn = next() * Math.PI;
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    const r = radius * (0.7 + 0.3 * next());
    return [lon + 1.4 * r * Math.cos(angle), lat + squeeze * r * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as number[]]] };
}

function line(next: () => number, lon: number, lat: number): TileFeature['geometry'] {
  const steps = 5 + Math.floor(next() * 20);
  const length = (20 + next() * 60) / 111_000;
  let heading = next() * 2 * Math.PI;
  let [x, y] = [lon, lat];
  const coordinates = Array.from({ length: steps }, () => {
    heading += (next() - 0.5) * 0.8;
    return [(x += 1.4 * length * Math.cos(heading)), (y += length * Math.sin(heading))];
  });
  return { type: 'LineString', coordinates };
}
