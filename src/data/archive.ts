import type { FileRef } from '../model/manifest';
import { ArchiveReader } from './archive-reader';
import { DataError, isAbort } from './errors';
import { fetchWhole, RangeSource, WholeSource, type Bytes } from './range-source';
import { backoffMs, resolveUrl, transport, type Transport } from './request';

/**
 * idle: nothing asked yet · ok: ranges work · whole-file: the host can't do ranges, the proven file is in memory ·
 * trouble: tiles fail for now; the archive keeps trying by itself.
 */
export type ArchiveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'ok' }
  | { readonly kind: 'whole-file'; readonly error: DataError }
  | { readonly kind: 'trouble'; readonly error: DataError; readonly attempt: number };

type TileId = readonly [z: number, x: number, y: number];
type Tile = Uint8Array<ArrayBuffer> | null;

/** Faults where ranges themselves can't be believed: only the whole file with its hash proves anything. */
const DISTRUST = new Set(['range-unsupported', 'swapped', 'damaged', 'hash-mismatch']);
/** Repeats by range before the whole file is tried. */
const QUICK_TRIES = 2;
/** A tile may be overtaken by this many recoveries begun by other tiles. */
const ROUNDS = 4;

/**
 * One PMTiles archive on a host that may misbehave. Every tile handed out comes from bytes of the length, and where
 * provable the hash, that the manifest promised; otherwise `getTile` throws and `state` says why. When the host heals
 * the archive notices by itself (or on `retry`) and tells its listeners, who then ask for their tiles again.
 */
export class TileArchive {
  readonly url: string;
  private readonly t: Transport;
  private now: ArchiveState = { kind: 'idle' };
  private reader: ArchiveReader;
  private range: RangeSource;
  private readonly listeners = new Set<(state: ArchiveState) => void>();
  private recovering: Promise<void> | undefined;
  private wake: AbortController | undefined;
  private closed = false;
  private readonly onOnline = (): void => this.retry();

  constructor(
    readonly ref: FileRef,
    baseUrl: string,
    options: Partial<Transport> = {},
  ) {
    this.t = transport(options);
    this.url = resolveUrl(baseUrl, ref.path);
    [this.range, this.reader] = this.byRange(false);
    globalThis.addEventListener?.('online', this.onOnline);
  }

  get state(): ArchiveState {
    return this.now;
  }

  /** Called on every change of state. Returns the way out. */
  onState(listener: (state: ArchiveState) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Uncompressed vector tile, or null where the archive has none. Throws DataError, or the abort of `signal`. */
  async getTile(z: number, x: number, y: number, signal?: AbortSignal): Promise<Tile> {
    if (this.now.kind === 'trouble') throw this.now.error;
    for (let round = 0; ; round++) {
      const reader = this.reader;
      try {
        const tile = await reader.tile(z, x, y, signal);
        this.settle();
        return tile;
      } catch (cause) {
        if (signal?.aborted || isAbort(cause) || !(cause instanceof DataError)) throw cause;
        if (round >= ROUNDS) throw this.fail(cause, [z, x, y]);
        if (reader === this.reader) await this.recover(cause, [z, x, y]);
        signal?.throwIfAborted();
      }
    }
  }

  /** Tries again now instead of at the next turn of the clock. */
  retry(): void {
    this.wake?.abort();
  }

  /** Stops trying; for a page that puts the map away. */
  close(): void {
    this.closed = true;
    this.retry();
    globalThis.removeEventListener?.('online', this.onOnline);
  }

  private byRange(mistrustCache: boolean): [RangeSource, ArchiveReader] {
    const source = new RangeSource(this.t, this.url, this.ref, mistrustCache);
    return [source, new ArchiveReader(source, this.ref.bytes)];
  }

  private set(state: ArchiveState): void {
    this.now = state;
    for (const listener of [...this.listeners]) listener(state);
  }

  /** After a good tile: notes how it was come by. */
  private settle(): void {
    if (this.now.kind === 'trouble' || this.now.kind === 'whole-file') return;
    if (this.range.whole)
      this.adopt(this.range.whole, new DataError('range-unsupported', this.url, 'range ignored'));
    else if (this.now.kind === 'idle') this.set({ kind: 'ok' });
  }

  private settleWhole(whole: Bytes): void {
    this.adopt(whole, new DataError('range-unsupported', this.url, 'the host ignores ranges', 200));
  }

  private adopt(whole: Bytes, error: DataError): void {
    this.reader = new ArchiveReader(new WholeSource(this.url, whole), this.ref.bytes);
    this.set({ kind: 'whole-file', error });
  }

  /** All failing tiles wait for one recovery. Resolves with a new reader in place, throws when in trouble. */
  private recover(error: DataError, tile: TileId): Promise<void> {
    this.recovering ??= this.mend(error, tile)
      .catch((cause: unknown) => {
        throw this.fail(cause instanceof DataError ? cause : error, tile);
      })
      .finally(() => (this.recovering = undefined));
    return this.recovering;
  }

  private async mend(error: DataError, tile: TileId): Promise<void> {
    if (this.now.kind === 'whole-file') throw error;
    for (let n = 0; error.transient && n < QUICK_TRIES; n++) {
      await this.t.sleep(backoffMs(n, 200));
      try {
        return await this.mendByRange(tile);
      } catch (cause) {
        if (!(cause instanceof DataError)) throw cause;
        error = cause;
      }
    }
    await this.mendByWhole(error);
  }

  /** A fresh reader that has proven itself on the tile that failed. */
  private async mendByRange(tile: TileId): Promise<void> {
    const [range, reader] = this.byRange(true);
    await reader.tile(...tile);
    [this.range, this.reader] = [range, reader];
    if (range.whole) this.settleWhole(range.whole);
    else if (this.now.kind === 'trouble') this.set({ kind: 'ok' });
  }

  private async mendByWhole(error: DataError): Promise<void> {
    // A file that is not there is not there whole either. A lost line may be more: Chromium reports a range that
    // came back re-coded as a plain network failure, and only the whole file gets through.
    if (error.kind === 'timeout' || error.kind === 'missing') throw error;
    this.adopt(await fetchWhole(this.t, this.url, this.ref), error);
  }

  /** Enters trouble, once, and begins to try again in the background. */
  private fail(error: DataError, tile: TileId): DataError {
    if (this.now.kind === 'trouble') return this.now.error;
    this.set({ kind: 'trouble', error, attempt: 0 });
    void this.heal(error, tile);
    return error;
  }

  private async heal(error: DataError, tile: TileId): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      this.wake = new AbortController();
      await this.t.sleep(backoffMs(attempt - 1, 1000), this.wake.signal).catch(() => undefined);
      if (this.closed) return;
      try {
        return await this.healOnce(error, tile);
      } catch (cause) {
        if (cause instanceof DataError) error = cause;
      }
      this.set({ kind: 'trouble', error, attempt });
    }
  }

  private async healOnce(error: DataError, tile: TileId): Promise<void> {
    if (this.ref.headSha256 === undefined && DISTRUST.has(error.kind)) return this.mendByWhole(error);
    try {
      await this.mendByRange(tile);
    } catch (cause) {
      if (!(cause instanceof DataError)) throw cause;
      await this.mendByWhole(cause);
    }
  }
}
