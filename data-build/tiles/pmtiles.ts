import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { directories, type Entry } from './directory';
import { gzip, gzipSync } from './gzip';
import { header, type Header } from './header';

/** Node's thread pool has four threads; more calls in flight would only hold more memory. */
const GZIP_AT_ONCE = 4;
const CHUNK = 1 << 20;

export interface ArchiveInfo extends Pick<Header, 'minzoom' | 'maxzoom' | 'bounds' | 'center'> {
  /** JSON metadata; for vector tiles it must hold `vector_layers`. */
  metadata: Record<string, unknown>;
}

export interface ArchiveStats {
  path: string;
  bytes: number;
  addressedTiles: number;
  tileEntries: number;
  tileContents: number;
  leafDirectories: number;
}

/** One tile content: its index, and its place in the tile data once written. */
interface Content {
  offset: number;
  length: number;
}

/**
 * Writes a PMTiles v3 archive as the tiles come, in ascending tile id: equal contents are stored once, equal neighbours
 * share a run. Tile data goes to a file beside `path` at once; memory holds the directory and a few tiles in flight.
 * `path` appears only when `finish` has succeeded.
 */
export class PmtilesWriter {
  private readonly entries: (Omit<Entry, 'offset' | 'length'> & { content: number })[] = [];
  private readonly contents: Content[] = [];
  private readonly byHash = new Map<string, number>();
  private readonly inFlight: Promise<Buffer>[] = [];
  private written = 0;
  private addressed = 0;
  private buffered: Buffer[] = [];
  private bufferedBytes = 0;
  private readonly dataPath: string;
  private readonly fd: number;
  private isOpen = true;

  constructor(private readonly path: string) {
    this.dataPath = `${path}.data`;
    this.fd = openSync(this.dataPath, 'w+');
  }

  /** Compressed length of every content so far, in order of first use; complete after `finish`. */
  get contentLengths(): number[] {
    return this.contents.map((c) => c.length);
  }

  /** @param bytes uncompressed tile, not touched by the caller afterwards. Throws RangeError on a tile id out of order. */
  async add(tileId: number, bytes: Uint8Array): Promise<void> {
    const hash = createHash('sha256').update(bytes).digest('base64');
    await this.put(tileId, hash, () => gzip(bytes));
  }

  /**
   * A tile that another thread has hashed (SHA-256 of the uncompressed bytes, base64) and compressed; `gz` is not looked at when the
   * content is known already. Throws as `add`.
   */
  async addPacked(tileId: number, hash: string, gz: Buffer): Promise<void> {
    await this.put(tileId, hash, () => Promise.resolve(gz));
  }

  private async put(tileId: number, hash: string, pack: () => Promise<Buffer>): Promise<void> {
    const last = this.entries.at(-1);
    const next = last ? last.tileId + last.runLength : 0;
    if (tileId < next) throw new RangeError(`tile id ${tileId} after ${next - 1}: ids must ascend`);
    this.addressed++;
    let content = this.byHash.get(hash);
    if (content !== undefined) {
      if (last && last.content === content && tileId === next) last.runLength++;
      else this.entries.push({ tileId, runLength: 1, content });
      return;
    }
    content = this.byHash.size;
    this.byHash.set(hash, content);
    this.entries.push({ tileId, runLength: 1, content });
    const job = pack();
    job.catch(() => undefined); // awaited in order below; until then a failure must not count as unhandled
    this.inFlight.push(job);
    if (this.inFlight.length > GZIP_AT_ONCE) await this.settleOne();
  }

  private async settleOne(): Promise<void> {
    const gz = await (this.inFlight.shift() as Promise<Buffer>);
    this.contents.push({ offset: this.written, length: gz.length });
    this.written += gz.length;
    this.buffered.push(gz);
    this.bufferedBytes += gz.length;
    if (this.bufferedBytes >= CHUNK) this.flush();
  }

  private flush(): void {
    writeAll(this.fd, Buffer.concat(this.buffered));
    this.buffered = [];
    this.bufferedBytes = 0;
  }

  async finish({ metadata, ...info }: ArchiveInfo): Promise<ArchiveStats> {
    while (this.inFlight.length > 0) await this.settleOne();
    this.flush();
    const entries = this.entries.map(({ content, ...e }) => ({
      ...e,
      ...(this.contents[content] as Content),
    }));
    const { root, leaves, leafCount } = directories(entries);
    const json = gzipSync(Buffer.from(JSON.stringify(metadata)));
    const counts = {
      addressedTiles: this.addressed,
      tileEntries: entries.length,
      tileContents: this.contents.length,
    };
    const head = header({
      ...info,
      ...counts,
      rootLength: root.length,
      metadataLength: json.length,
      leavesLength: leaves.length,
      dataLength: this.written,
    });
    const front = Buffer.concat([head, root, json, leaves]);
    const partial = `${this.path}.partial`;
    const out = openSync(partial, 'w');
    writeAll(out, front);
    copyAll(this.fd, out);
    closeSync(out);
    this.dispose();
    renameSync(partial, this.path);
    return { path: this.path, bytes: front.length + this.written, leafDirectories: leafCount, ...counts };
  }

  /** Gives up: closes and removes the data file. */
  dispose(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    closeSync(this.fd);
    rmSync(this.dataPath, { force: true });
  }
}

function writeAll(fd: number, data: Uint8Array): void {
  for (let at = 0; at < data.length;) at += writeSync(fd, data, at, data.length - at);
}

function copyAll(from: number, to: number): void {
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; ;) {
    const n = readSync(from, chunk, 0, CHUNK, at);
    if (n === 0) return;
    writeAll(to, chunk.subarray(0, n));
    at += n;
  }
}
