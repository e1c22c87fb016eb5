import { readFileSync } from 'node:fs';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { type Entry, PMTiles, readVarint, type Source, tileIdToZxy } from 'pmtiles';
import { gunzipSync } from 'node:zlib';
import { BUFFER, EXTENT } from './grid';
import type { TileFeature } from './write';

/** What tests and benches need to look into an archive; nothing in the build imports this. */

class BufferSource implements Source {
  constructor(
    private readonly key: string,
    private readonly bytes: Buffer,
  ) {}
  getKey = () => this.key;
  getBytes = async (offset: number, length: number) => {
    const data = new Uint8Array(this.bytes.subarray(offset, offset + length)).buffer;
    return { data };
  };
}

export const openArchive = (path: string): PMTiles => new PMTiles(new BufferSource(path, readFileSync(path)));

function readDirectory(bytes: Buffer): Entry[] {
  const p = { buf: new Uint8Array(gunzipSync(bytes)), pos: 0 };
  const column = (n: number) => Array.from({ length: n }, () => readVarint(p));
  const n = readVarint(p);
  const [deltas, runs, lengths, offsets] = [column(n), column(n), column(n), column(n)];
  const entries: Entry[] = [];
  let tileId = 0;
  deltas.forEach((delta, i) => {
    tileId += delta;
    const before = entries[i - 1];
    const offset = offsets[i] === 0 && before ? before.offset + before.length : (offsets[i] as number) - 1;
    entries.push({ tileId, runLength: runs[i] as number, length: lengths[i] as number, offset });
  });
  return entries;
}

/** Every directory entry that points at tile data, read without the library under test's own directory code. */
export async function allEntries(path: string): Promise<Entry[]> {
  const h = await openArchive(path).getHeader();
  const file = readFileSync(path);
  const root = readDirectory(
    file.subarray(h.rootDirectoryOffset, h.rootDirectoryOffset + h.rootDirectoryLength),
  );
  return root.flatMap((e) => {
    const at = (h.leafDirectoryOffset ?? 0) + e.offset;
    return e.runLength > 0 ? [e] : readDirectory(file.subarray(at, at + e.length));
  });
}

export interface DecodedTile {
  z: number;
  x: number;
  y: number;
  bytes: Uint8Array;
  tile: VectorTile;
}

/** Every addressed tile, decoded, in tile-id order. */
export async function* allTiles(path: string): AsyncGenerator<DecodedTile> {
  const archive = openArchive(path);
  for (const entry of await allEntries(path)) {
    for (let i = 0; i < entry.runLength; i++) {
      const [z, x, y] = tileIdToZxy(entry.tileId + i);
      const found = await archive.getZxy(z, x, y);
      if (!found) throw new Error(`tile ${z}/${x}/${y} is listed but not found`);
      const bytes = new Uint8Array(found.data);
      yield { z, x, y, bytes, tile: new VectorTile(new PbfReader(bytes)) };
    }
  }
}

export interface DecodedFeature {
  z: number;
  x: number;
  y: number;
  layer: string;
  id: number | undefined;
  type: number;
  properties: Record<string, string | number | boolean>;
  /** As encoded: rings repeat their first point. */
  rings: [number, number][][];
}

export function featuresOf({ z, x, y, tile }: DecodedTile): DecodedFeature[] {
  return Object.values(tile.layers).flatMap((layer) =>
    Array.from({ length: layer.length }, (_, i) => {
      const f = layer.feature(i);
      const rings = f.loadGeometry().map((ring) => ring.map((p): [number, number] => [p.x, p.y]));
      return { z, x, y, layer: layer.name, id: f.id, type: f.type, properties: { ...f.properties }, rings };
    }),
  );
}

/** Twice the signed area of a closed ring. */
export function shoelace(ring: readonly [number, number][]): number {
  let sum = 0;
  ring.forEach(([bx, by], i) => {
    const [ax, ay] = ring[i - 1] ?? (ring.at(-1) as [number, number]);
    sum += ax * by - bx * ay;
  });
  return sum;
}

/**
 * Directed edges of a layer's polygons in a tile that no other edge runs against, sorted; those along the cut lines of the
 * tile's buffer are left out. Of a layer without gaps and overlaps only its outline remains.
 */
export function openEdges(tile: DecodedTile, layer: string): string[] {
  const count = new Map<string, number>();
  const onCut = (a: number, b: number) => a === b && (a === -BUFFER || a === EXTENT + BUFFER);
  for (const ring of featuresOf(tile).flatMap((f) => (f.layer === layer && f.type === 3 ? f.rings : []))) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1] as [number, number];
      const [bx, by] = ring[i] as [number, number];
      if (onCut(ax, bx) || onCut(ay, by)) continue;
      const forward = ax < bx || (ax === bx && ay < by);
      const key = forward ? `${ax},${ay} ${bx},${by}` : `${bx},${by} ${ax},${ay}`;
      count.set(key, (count.get(key) ?? 0) + (forward ? 1 : -1));
    }
  }
  return [...count].flatMap(([key, n]) => (n === 0 ? [] : [`${key} ${n}`])).sort();
}

/** From its south-western corner, in degrees. Wound the wrong way on purpose: the writer must turn it. */
export const square = (lon: number, lat: number, size: number): TileFeature['geometry'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon, lat + size],
      [lon + size, lat + size],
      [lon + size, lat],
      [lon, lat],
    ],
  ],
});
