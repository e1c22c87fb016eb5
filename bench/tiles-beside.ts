import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, Position } from 'geojson';
import { zxyToTileId } from 'pmtiles';
import { BUFFER, EXTENT, planeX, planeY, PLANE_BITS } from '../data-build/tiles/grid';
import { PmtilesWriter } from '../data-build/tiles/pmtiles';
import type { GeoJsonLayer } from './tiles-sets';

interface Cut extends Pick<GeoJsonLayer, 'name' | 'minzoom' | 'maxzoom'> {
  index: GeoJSONVT;
}

/**
 * The usual route: GeoJSON → geojson-vt → vt-pbf, then the same archive writer, gzip level and tile order as ours. Default
 * tolerance 3, like ours; tiles are cut on demand (its default), which measured smaller than indexing all zooms at once.
 */
export async function writeBeside(layers: readonly GeoJsonLayer[], out: string): Promise<number> {
  const bounds = boundsOf(layers.flatMap((l) => l.collection.features));
  const cuts = layers.map(({ name, minzoom, maxzoom, collection }): Cut => {
    const options = { maxZoom: maxzoom, extent: EXTENT, buffer: BUFFER, wrap: false };
    return { name, minzoom, maxzoom, index: new GeoJSONVT(collection, options) };
  });
  const writer = new PmtilesWriter(out);
  const minzoom = Math.min(...layers.map((l) => l.minzoom));
  const maxzoom = Math.max(...layers.map((l) => l.maxzoom));
  for (let z = minzoom; z <= maxzoom; z++) {
    const there = cuts.filter((c) => c.minzoom <= z && z <= c.maxzoom);
    for (const { id, x, y } of tilesWithin(bounds, z)) {
      const bytes = tile(there, z, x, y);
      if (bytes) await writer.add(id, bytes);
    }
  }
  const metadata = {
    vector_layers: [...new Set(layers.map((l) => l.name))].map((id) => ({ id, fields: {} })),
  };
  return (await writer.finish({ metadata, minzoom, maxzoom, bounds: [10, 44, 12, 45], center: [11, 44, 9] }))
    .bytes;
}

function tile(cuts: readonly Cut[], z: number, x: number, y: number): Uint8Array | undefined {
  const layers: Record<string, GeoJSONVTTile> = {};
  for (const { name, index } of cuts) {
    const cut = index.getTile(z, x, y);
    if (!cut || cut.features.length === 0) continue;
    const features = [...(layers[name]?.features ?? []), ...cut.features];
    layers[name] = { ...cut, features } as GeoJSONVTTile;
  }
  return Object.keys(layers).length > 0 ? fromGeojsonVt(layers, { version: 2, extent: EXTENT }) : undefined;
}

/** Tiles that a box and the buffer around it touch, in ascending tile id. */
function tilesWithin([w, n, e, s]: readonly number[], z: number): { id: number; x: number; y: number }[] {
  const size = 2 ** (PLANE_BITS - z);
  const reach = (size * BUFFER) / EXTENT;
  const tiles: { id: number; x: number; y: number }[] = [];
  for (
    let x = Math.floor(((w as number) - reach) / size);
    x <= Math.floor(((e as number) + reach) / size);
    x++
  ) {
    for (
      let y = Math.floor(((n as number) - reach) / size);
      y <= Math.floor(((s as number) + reach) / size);
      y++
    ) {
      tiles.push({ id: zxyToTileId(z, x, y), x, y });
    }
  }
  return tiles.sort((a, b) => a.id - b.id);
}

function boundsOf(features: readonly Feature[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (c: Position | unknown[]): void => {
    if (typeof c[0] !== 'number') return c.forEach((inner) => visit(inner as unknown[]));
    const [x, y] = [planeX(c[0]), planeY(c[1] as number)];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  };
  for (const { geometry } of features) if ('coordinates' in geometry) visit(geometry.coordinates);
  return box;
}
