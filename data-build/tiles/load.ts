import type { Geometry } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';
import { type FeatureInfo, StoreBuilder } from './build-store';
import { MAX_ZOOM } from './grid';
import { LINE, POLYGON } from './store';

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
  /**
   * Below their highest zoom points stand at least a pixel's cell apart: of those in one cell the first in spatial order stays. For
   * layers drawn as dots, where those behind it would not be seen; off unless asked for.
   */
  thin?: boolean;
  features: Iterable<TileFeature | TopoFeature>;
}

/** How many features come between two looks at whether there are enough to do something about it. */
const STEP = 1000;

/** @param onGrowth told now and then how many features there are */
export function loadLayers(layers: readonly TileLayer[], onGrowth: (features: number) => void): StoreBuilder {
  const builder = new StoreBuilder();
  for (const layer of layers) {
    const index = addLayer(builder, layer);
    for (const feature of layer.features) {
      if ('topology' in feature) addTopo(builder, index, feature);
      else builder.addGeoJson(index, feature.geometry, feature);
      if (builder.size % STEP === 0) onGrowth(builder.size);
    }
  }
  return builder;
}

function addLayer(builder: StoreBuilder, layer: TileLayer): number {
  const { name, minzoom, maxzoom, coverage = false, thin = false } = layer;
  if (!(minzoom >= 0 && minzoom <= maxzoom && maxzoom <= MAX_ZOOM)) {
    throw new RangeError(`layer ${name}: zooms ${minzoom}–${maxzoom} are not within 0–${MAX_ZOOM}`);
  }
  if (builder.layers.some((l) => l.name === name)) throw new RangeError(`layer ${name} is there twice`);
  return builder.addLayer({ name, minzoom, maxzoom, coverage, thin });
}

function addTopo(builder: StoreBuilder, layer: number, feature: TopoFeature): void {
  const base = builder.arcBase(feature.topology);
  const line = (refs: number[]) => refs.map((ref) => (ref < 0 ? ref - base : ref + base));
  const polygon = (rings: number[][]) => rings.map(line);
  const g = feature.geometry;
  if (g.type === 'LineString') builder.add(layer, LINE, [[line(g.arcs)]], feature);
  else if (g.type === 'MultiLineString')
    builder.add(
      layer,
      LINE,
      g.arcs.map((l) => [line(l)]),
      feature,
    );
  else if (g.type === 'Polygon') builder.add(layer, POLYGON, [polygon(g.arcs)], feature);
  else if (g.type === 'MultiPolygon') builder.add(layer, POLYGON, g.arcs.map(polygon), feature);
  else throw new TypeError(`a ${g.type ?? 'null geometry'} has no arcs; give it as GeoJSON`);
}
