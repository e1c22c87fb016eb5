import type { RangeResponse, Source } from 'pmtiles';
import type { FileRef } from '../model/manifest';
import { asDataError, DataError, isAbort } from './errors';
import { sha256 } from './hash';
import { checkBytes } from './load';
import { refuseHtml, refuseStatus, within, type Transport } from './request';

/** What `pmtiles` asks for first: header and root directory lie in it (PMTiles v3, §3). */
export const HEAD_BYTES = 16_384;

export type Bytes = Uint8Array<ArrayBuffer>;

const slice = (whole: Bytes, offset: number, length: number): RangeResponse => ({
  data: whole.buffer.slice(
    whole.byteOffset + offset,
    whole.byteOffset + Math.min(offset + length, whole.length),
  ),
});

/** An archive that is all here. */
export class WholeSource implements Source {
  constructor(
    private readonly url: string,
    private readonly whole: Bytes,
  ) {}
  getKey = (): string => this.url;
  getBytes = (offset: number, length: number): Promise<RangeResponse> =>
    Promise.resolve(slice(this.whole, offset, length));
}

/** Length announced by an answer whose body is not re-coded on the way, else undefined. */
function plainLength(response: Response): number | undefined {
  const coding = response.headers.get('content-encoding') ?? 'identity';
  const length = response.headers.get('content-length');
  return coding === 'identity' && length !== null ? Number(length) : undefined;
}

/**
 * The whole archive, proven by length and hash. An answer of another length is dropped before its body is read.
 * Throws DataError: `swapped` when it is another archive, `truncated` when the body ends early, …
 */
export async function readWhole(response: Response, ref: FileRef, url: string): Promise<Bytes> {
  refuseStatus(url, response);
  refuseHtml(url, response);
  const announced = plainLength(response);
  if (announced !== undefined && announced !== ref.bytes) {
    await response.body?.cancel();
    throw new DataError('swapped', url, `the host offers ${announced} bytes, expected ${ref.bytes}`);
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  refuseHtml(url, response, bytes);
  await checkBytes(bytes, ref, url);
  return bytes;
}

/** Asks for the whole archive past the browser's cache. */
export async function fetchWhole(t: Transport, url: string, ref: FileRef): Promise<Bytes> {
  try {
    // The whole file may be large and the line slow: four times the patience of one range.
    return await readWhole(
      await t.fetch(url, { cache: 'reload', signal: within(t.timeoutMs * 4) }),
      ref,
      url,
    );
  } catch (cause) {
    throw asDataError(cause, url);
  }
}

/**
 * Byte ranges of one archive whose length is known beforehand, refusing every answer that is not exactly the range
 * asked for. A host that ignores Range and sends the whole file is taken at its word: see `whole`.
 */
export class RangeSource implements Source {
  /** Set once the host has answered a range with the whole, proven file. */
  whole: Bytes | undefined;
  private arriving: Promise<Bytes> | undefined;
  private etag: string | undefined;

  constructor(
    private readonly t: Transport,
    private readonly url: string,
    private readonly ref: FileRef,
    /** Past the browser's cache: after trouble it may hold the bad copy. */
    private readonly mistrustCache: boolean,
  ) {}

  getKey = (): string => this.url;

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const end = Math.min(offset + length, this.ref.bytes);
    if (end <= offset)
      throw new DataError('damaged', this.url, `no bytes ${offset}–${offset + length} in the archive`);
    if (this.whole) return slice(this.whole, offset, end - offset);
    try {
      const response = await this.t.fetch(this.url, {
        headers: { range: `bytes=${offset}-${end - 1}` },
        cache: this.mistrustCache ? 'reload' : 'default',
        signal: within(this.t.timeoutMs, signal),
      });
      if (response.status === 200) return slice(await this.takeWhole(response), offset, end - offset);
      const bytes = await this.readRange(response, offset, end);
      return { data: bytes.buffer };
    } catch (cause) {
      // Whoever opened a shared answer gave it up; for this tile that is a lost line, not a wish to stop.
      if (isAbort(cause) && !signal?.aborted)
        throw new DataError('network', this.url, 'the shared answer was dropped');
      throw asDataError(cause, this.url);
    }
  }

  /** One body is read, however many requests were answered with the whole file. */
  private async takeWhole(response: Response): Promise<Bytes> {
    if (this.arriving) {
      await response.body?.cancel();
      return this.arriving;
    }
    this.arriving = readWhole(response, this.ref, this.url);
    try {
      return (this.whole = await this.arriving);
    } finally {
      this.arriving = undefined;
    }
  }

  private async readRange(response: Response, offset: number, end: number): Promise<Bytes> {
    const { url, ref } = this;
    if (response.status === 416) throw new DataError('range-unsupported', url, 'range refused', 416);
    refuseStatus(url, response);
    refuseHtml(url, response);
    if (response.status !== 206)
      throw new DataError('http-status', url, 'not a partial answer', response.status);
    const coding = response.headers.get('content-encoding') ?? 'identity';
    if (coding !== 'identity')
      throw new DataError('range-unsupported', url, `ranges come back as ${coding}`, 206);
    this.checkRange(response.headers.get('content-range'), offset, end);
    this.checkEtag(response.headers.get('etag'));
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length !== end - offset) {
      throw new DataError('truncated', url, `${bytes.length} bytes of a range of ${end - offset}`, 206);
    }
    if (offset === 0 && ref.headSha256 && end === Math.min(HEAD_BYTES, ref.bytes)) {
      if ((await sha256(bytes)) !== ref.headSha256)
        throw new DataError('swapped', url, 'another header', 206);
    }
    return bytes;
  }

  /** Another host than the page's may hide Content-Range (CORS); then length and decoding must speak. */
  private checkRange(header: string | null, offset: number, end: number): void {
    if (header === null) return;
    const [, from, to, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(header) ?? [];
    if (total !== undefined && total !== '*' && Number(total) !== this.ref.bytes) {
      throw new DataError(
        'swapped',
        this.url,
        `the host holds ${total} bytes, expected ${this.ref.bytes}`,
        206,
      );
    }
    if (Number(from) !== offset || Number(to) !== end - 1) {
      throw new DataError(
        'range-unsupported',
        this.url,
        `asked for ${offset}-${end - 1}, got ${header}`,
        206,
      );
    }
  }

  /** A weak tag says nothing about bytes (RFC 9110, §8.8.1). */
  private checkEtag(etag: string | null): void {
    if (!etag || etag.startsWith('W/')) return;
    if (this.etag && this.etag !== etag)
      throw new DataError('swapped', this.url, 'changed while it was read', 206);
    this.etag = etag;
  }
}
