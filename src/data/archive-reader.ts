import {
  Compression,
  PMTiles,
  ResolvedValueCache,
  TileType,
  type Entry,
  type Header,
  type Source,
} from 'pmtiles';
import { DataError, isAbort } from './errors';

/** Gunzip by the browser; throws when the CRC or the length at the end of the stream is wrong. */
async function decompress(data: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None) return data;
  if (compression !== Compression.Gzip) throw new TypeError(`compression ${compression} is not read here`);
  return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** Throws on a header that cannot be that of an archive of `bytes` bytes. */
export function checkHeader(header: Header, bytes: number, url: string): Header {
  const parts = [
    ['root directory', header.rootDirectoryOffset, header.rootDirectoryLength],
    ['metadata', header.jsonMetadataOffset, header.jsonMetadataLength],
    ['leaf directories', header.leafDirectoryOffset, header.leafDirectoryLength ?? 0],
    ['tile data', header.tileDataOffset, header.tileDataLength ?? 0],
  ] as const;
  const over = parts.find(([, offset, length]) => offset + length > bytes);
  if (header.specVersion !== 3) throw new DataError('damaged', url, `PMTiles version ${header.specVersion}`);
  if (over) throw new DataError('damaged', url, `${over[0]} end beyond ${bytes} bytes`);
  if (header.tileType !== TileType.Mvt) throw new DataError('damaged', url, `tile type ${header.tileType}`);
  return header;
}

/**
 * The package's promise-sharing cache keeps a failed header for ever, and its plain one asks for the same directory
 * once per tile. This one shares what is under way and forgets what failed.
 */
class ForgetfulCache extends ResolvedValueCache {
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(
    private readonly bytes: number,
    private readonly url: string,
  ) {
    super(256, undefined, decompress);
  }

  private share<T>(key: string, task: () => Promise<T>): Promise<T> {
    const known = this.underWay.get(key);
    if (known) return known as Promise<T>;
    const fresh = task().finally(() => this.underWay.delete(key));
    this.underWay.set(key, fresh);
    return fresh;
  }

  override getHeader(source: Source): Promise<Header> {
    return this.share('header', async () => checkHeader(await super.getHeader(source), this.bytes, this.url));
  }

  /** Without the tile's own signal: another tile may be waiting for the same directory. */
  override getDirectory(source: Source, offset: number, length: number, header: Header): Promise<Entry[]> {
    return this.share(`${offset}`, () => super.getDirectory(source, offset, length, header));
  }
}

/** Tiles of one archive through one source. A reader that has failed is thrown away, never repaired. */
export class ArchiveReader {
  private readonly pmtiles: PMTiles;

  constructor(
    readonly source: Source,
    bytes: number,
  ) {
    this.pmtiles = new PMTiles(source, new ForgetfulCache(bytes, source.getKey()), decompress);
  }

  /** Uncompressed tile, or null where the archive has none. Throws DataError, or the abort of `signal`. */
  async tile(z: number, x: number, y: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const found = await this.pmtiles.getZxy(z, x, y, signal);
      return found ? new Uint8Array(found.data) : null;
    } catch (cause) {
      if (cause instanceof DataError || isAbort(cause) || signal?.aborted) throw cause;
      // The source wraps what the host does; what is left is bytes that make no sense.
      const detail = cause instanceof Error ? cause.message : String(cause);
      throw new DataError('damaged', this.source.getKey(), detail, undefined, { cause });
    }
  }
}
