import { addProtocol, removeProtocol } from 'maplibre-gl';

/** What the map needs of a tile archive (data/archive's TileArchive). */
export interface TileReader {
  /** Uncompressed vector tile, or null where the archive has none. Rejects when it cannot tell. */
  getTile(z: number, x: number, y: number, signal?: AbortSignal): Promise<Uint8Array | null>;
}

let served = 0;

const ADDRESS = /:\/\/(\d+)\/(\d+)\/(\d+)$/;

/** Answers one tile request; a missing tile is an empty tile, a failure stays a failure so that the map knows. */
export async function answer(
  reader: TileReader,
  url: string,
  signal: AbortSignal,
): Promise<{ data: ArrayBuffer }> {
  const match = ADDRESS.exec(url);
  if (!match) throw new TypeError(`not a tile address: ${url}`);
  const tile = await reader.getTile(Number(match[1]), Number(match[2]), Number(match[3]), signal);
  // The engine hands the buffer over to its worker, so it must be the tile's own.
  return { data: tile ? (tile.slice().buffer as ArrayBuffer) : new ArrayBuffer(0) };
}

/** Gives an archive a protocol of its own, so that two maps on a page never mix. */
export function serveTiles(reader: TileReader): { url: string; stop: () => void } {
  const scheme = `atlante${served++}`;
  addProtocol(scheme, ({ url }, { signal }) => answer(reader, url, signal));
  return { url: `${scheme}://{z}/{x}/{y}`, stop: () => removeProtocol(scheme) };
}
