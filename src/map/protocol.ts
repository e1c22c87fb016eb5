import { addProtocol, removeProtocol } from 'maplibre-gl';
import type { ArchiveState } from '../data/archive';

/** What the map needs of a tile archive (data/archive's TileArchive). */
export interface TileReader {
  readonly state: ArchiveState;
  onState(listener: (state: ArchiveState) => void): () => void;
  /** Uncompressed vector tile, or null where the archive has none. Rejects when it cannot tell. */
  getTile(z: number, x: number, y: number, signal?: AbortSignal): Promise<Uint8Array | null>;
}

let served = 0;

const ADDRESS = /:\/\/(\d+)\/(\d+)\/(\d+)$/;

/**
 * Answers one tile request; a missing tile is an empty tile. While the archive is in trouble the request stays open and
 * is answered once it has healed: a tile that has failed is never asked for again by the engine (6.17 keeps it waiting
 * for a reload that does not come), and an empty answer would pass for ground without areas.
 */
export async function answer(
  reader: TileReader,
  url: string,
  signal: AbortSignal,
): Promise<{ data: ArrayBuffer }> {
  const match = ADDRESS.exec(url);
  if (!match) throw new TypeError(`not a tile address: ${url}`);
  for (;;) {
    try {
      const tile = await reader.getTile(Number(match[1]), Number(match[2]), Number(match[3]), signal);
      // The engine hands the buffer over to its worker, so it must be the tile's own.
      return { data: tile ? (tile.slice().buffer as ArrayBuffer) : new ArrayBuffer(0) };
    } catch (cause) {
      if (signal.aborted || reader.state.kind !== 'trouble') throw cause;
      await healed(reader, signal);
    }
  }
}

/** Resolves when the archive is out of trouble, rejects when the tile is no longer wanted. */
function healed(reader: TileReader, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => (): void => {
      stop();
      signal.removeEventListener('abort', onAbort);
      how();
    };
    const onAbort = settle(() => reject(signal.reason as Error));
    const onHealed = settle(resolve);
    const stop = reader.onState(({ kind }) => (kind === 'trouble' ? undefined : onHealed()));
    signal.addEventListener('abort', onAbort);
  });
}

/** Gives an archive a protocol of its own, so that two maps on a page never mix. */
export function serveTiles(reader: TileReader): { url: string; stop: () => void } {
  const scheme = `atlante${served++}`;
  addProtocol(scheme, ({ url }, { signal }) => answer(reader, url, signal));
  return { url: `${scheme}://{z}/{x}/{y}`, stop: () => removeProtocol(scheme) };
}
