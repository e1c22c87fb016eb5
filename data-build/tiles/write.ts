import { zxyToTileId } from 'pmtiles';
import type { StoreBuilder } from './build-store';
import { latOf, lonOf } from './grid';
import { loadLayers, type TileLayer } from './load';
import { TileEncoder } from './mvt';
import { partsOf } from './parts';
import { ZoomPlan } from './plan';
import { type ArchiveStats, PmtilesWriter } from './pmtiles';
import { slices } from './slice';
import type { FeatureStore } from './store';
import { threadsFor, TilingThreads } from './threads';

export type { TileFeature, TileLayer, TopoFeature } from './load';

export interface TilesOptions {
  /** Archive to write; replaced only when the new one is complete. */
  out: string;
  layers: readonly TileLayer[];
  name: string;
  description?: string;
  attribution?: string;
  /** Threads to cut on; by the number of features and processors when left out. The bytes do not depend on it. */
  threads?: number;
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
  let threads: TilingThreads | undefined;
  const startThreads = (features: number): void => {
    const count = options.threads ?? threadsFor(features);
    if (count > 1) threads ??= new TilingThreads(count);
  };
  try {
    startThreads(0);
    const builder = loadLayers(options.layers, startThreads);
    if (builder.size === 0)
      throw new RangeError(`${options.out}: no layer holds a feature, there is nothing to write`);
    return await writeArchive(options, builder, threads);
  } finally {
    await threads?.end();
  }
}

async function writeArchive(
  options: TilesOptions,
  builder: StoreBuilder,
  threads: TilingThreads | undefined,
): Promise<TilesStats> {
  const store = builder.finish();
  const [w, n, e, s] = store.bounds();
  const minzoom = Math.min(...store.layers.map((l) => l.minzoom));
  const maxzoom = Math.max(...store.layers.map((l) => l.maxzoom));
  const writer = new PmtilesWriter(options.out);
  try {
    const perZoom = threads
      ? await writeInThreads(store, [minzoom, maxzoom], threads, writer)
      : await writeHere(store, [minzoom, maxzoom], writer);
    const stats = await writer.finish({
      metadata: metadata(options, builder),
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

async function writeInThreads(
  store: FeatureStore,
  [minzoom, maxzoom]: [number, number],
  threads: TilingThreads,
  writer: PmtilesWriter,
): Promise<ZoomStats[]> {
  const byZoom = new Map<number, ZoomStats>();
  const parts = partsOf(store.bounds(), minzoom, maxzoom);
  for (const { z } of parts) byZoom.set(z, { z, tiles: 0, features: 0, largest: 0 });
  for await (const { part, packed } of threads.pack(store.shared, parts)) {
    const stats = byZoom.get(part.z)!;
    stats.tiles += packed.ids.length;
    stats.features += packed.features;
    stats.largest = Math.max(stats.largest, packed.largest);
    let at = 0;
    for (const [i, id] of packed.ids.entries()) {
      const length = packed.lengths[i]!;
      await writer.addPacked(id, packed.hashes[i]!, Buffer.from(packed.data.buffer, at, length));
      at += length;
    }
  }
  return [...byZoom.values()];
}

async function writeHere(
  store: FeatureStore,
  [minzoom, maxzoom]: [number, number],
  writer: PmtilesWriter,
): Promise<ZoomStats[]> {
  const encoder = new TileEncoder(store);
  const perZoom: ZoomStats[] = [];
  for (let z = minzoom; z <= maxzoom; z++) perZoom.push(await writeZoom(store, z, encoder, writer));
  return perZoom;
}

async function writeZoom(
  store: FeatureStore,
  z: number,
  encoder: TileEncoder,
  writer: PmtilesWriter,
): Promise<ZoomStats> {
  const stats: ZoomStats = { z, tiles: 0, features: 0, largest: 0 };
  for (const slice of slices(new ZoomPlan(store, z))) {
    const { bytes, features } = encoder.encode(z, slice);
    if (features === 0) continue;
    stats.tiles++;
    stats.features += features;
    stats.largest = Math.max(stats.largest, bytes.length);
    await writer.add(zxyToTileId(z, slice.x, slice.y), bytes);
  }
  return stats;
}

function metadata({ name, description, attribution, layers }: TilesOptions, builder: StoreBuilder) {
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
      fields: builder.tags.fieldsOf(i),
    })),
  };
}
