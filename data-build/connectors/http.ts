import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../steps/read';
import { MAX_RETRY_AFTER_MS, pauseAfter, retryAfter, wallClock, type Clock } from './clock';
import { CutError, DownloadError } from './errors';
import { LIMITS, send, type Answer, type Limits } from './exchange';
import { Limiter, type HostLimit } from './limiter';
import { appendBody, contentRange, decodePart, partSize, strongValidator } from './part';
import { checkBody, type Kind } from './sniff';
import { DownloadState, type Known } from './state';

export interface HttpRequest {
  url: string;
  kind: Kind;
  accept?: string;
}

export interface Body {
  bytes: Uint8Array;
  sha256: string;
  /** Against what was on disk before. */
  state: 'fresh' | 'unchanged';
}

/** What every connector fetches with; a test may hand in its own. */
export interface Client {
  get(request: HttpRequest): Promise<Body>;
}

export interface ClientOptions {
  /** Folder of bodies, part files and state. */
  cache: string;
  userAgent: string;
  clock?: Clock;
  limits?: Partial<Limits>;
  hosts?: Readonly<Record<string, HostLimit>>;
  attempts?: number;
  log?(line: string): void;
}

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** A polite client: one request at a time, conditional, resumed, limited in rate, size and time. State lives in `cache`. */
export class HttpClient implements Client {
  private readonly state: DownloadState;
  private readonly clock: Clock;
  private readonly limits: Limits;
  private readonly limiter: Limiter;
  /** Hosts that did not answer after all attempts: asked no more in this run. */
  private readonly silent = new Map<string, DownloadError>();

  constructor(private readonly options: ClientOptions) {
    this.clock = options.clock ?? wallClock;
    this.limits = { ...LIMITS, ...options.limits };
    this.state = new DownloadState(join(options.cache, 'state.json'));
    this.limiter = new Limiter(this.state, this.clock, options.hosts);
  }

  /** Body of an address, decoded and checked. Throws DownloadError; what was on disk before stays then. */
  async get(request: HttpRequest): Promise<Body> {
    const attempts = this.options.attempts ?? 5;
    const { host } = new URL(request.url);
    const silent = this.silent.get(host);
    if (silent) throw silent;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(request);
      } catch (error) {
        if (!(error instanceof DownloadError) || !error.passing) throw error;
        if (attempt >= attempts) {
          if (error.unreachable) this.silent.set(host, error);
          throw error;
        }
        const wait = Math.max(error.wait ?? 0, pauseAfter(attempt, this.clock));
        if (wait > MAX_RETRY_AFTER_MS) throw error;
        this.options.log?.(`${error.message} Again in ${(wait / 1000).toFixed(1)} s.`);
        await this.clock.sleep(wait);
      }
    }
  }

  private path(url: string, suffix = ''): string {
    return join(this.options.cache, 'bodies', sha256(url).slice(0, 24) + suffix);
  }

  /** What is known of an address, if its body is still the one that was stored. */
  private stored(url: string): { known: Known; bytes: Uint8Array } | undefined {
    const known = this.state.known(url);
    if (!known || !existsSync(this.path(url))) return undefined;
    const bytes = readFileSync(this.path(url));
    return sha256(bytes) === known.sha256 ? { known, bytes } : undefined;
  }

  private headers(request: HttpRequest, known: Known | undefined): Record<string, string> {
    const headers: Record<string, string> = {
      'user-agent': this.options.userAgent,
      accept: request.accept ?? '*/*',
      'accept-encoding': 'gzip',
    };
    const partial = this.state.partial(request.url);
    const size = partSize(this.path(request.url, '.part'));
    if (partial && size > 0) {
      // The same coding again, or the offset would count other bytes.
      headers['accept-encoding'] = partial.encoding || 'identity';
      headers['range'] = `bytes=${size}-`;
      headers['if-range'] = partial.validator;
    } else if (known?.etag !== undefined) headers['if-none-match'] = known.etag;
    else if (known?.lastModified !== undefined) headers['if-modified-since'] = known.lastModified;
    return headers;
  }

  private async attempt(request: HttpRequest): Promise<Body> {
    const { url, kind } = request;
    const before = this.stored(url);
    const headers = this.headers(request, before?.known);
    const answer = await send(url, headers, this.limits, (host) => this.limiter.turn(host));
    const status = answer.response.statusCode ?? 0;
    if (status === 304 && before) {
      answer.done();
      this.state.remember(url, { ...before.known, checked: this.instant() });
      return { bytes: before.bytes, sha256: before.known.sha256, state: 'unchanged' };
    }
    if (status !== 200 && status !== 206) this.refuse(answer, url, status);
    const encoding = answer.response.headers['content-encoding'] ?? '';
    try {
      await this.receive(answer, url, status, encoding);
      const bytes = decodePart(this.path(url, '.part'), encoding, this.limits.maxBytes, url);
      checkBody(bytes, kind, url);
      return this.keep(answer, url, bytes, before?.known);
    } catch (error) {
      // Only a connection that was cut leaves something worth going on from.
      if (!(error instanceof CutError)) this.dropPart(url);
      throw error;
    }
  }

  private refuse(answer: Answer, url: string, status: number): never {
    answer.done();
    if (status === 416) this.dropPart(url);
    const wait = retryAfter(answer.response.headers['retry-after'], this.clock.now());
    const passing = PASSING.has(status) || status === 416;
    const asks = wait === undefined ? '' : `, asking to wait ${Math.round(wait / 1000)} s`;
    const todo = passing ? 'Try again later.' : 'Check the address in the dataset file.';
    throw new DownloadError(url, 'the file', `status ${status}${asks}`, { passing, wait, todo });
  }

  /** The body into the part file: from its beginning, or after what an earlier attempt left there. */
  private async receive(answer: Answer, url: string, status: number, encoding: string): Promise<void> {
    const part = this.path(url, '.part');
    const { headers } = answer.response;
    const range = contentRange(headers['content-range']);
    const partial = this.state.partial(url);
    const start = status === 206 ? partSize(part) : 0;
    const length = headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
    const whole = status === 206 ? range?.total : length;
    const other = status === 206 && (range?.start !== start || (partial?.encoding ?? '') !== encoding);
    const validator = strongValidator(headers);
    const changed = status === 206 && headers.etag !== undefined && validator !== partial?.validator;
    if (other || changed || (whole ?? 0) > this.limits.maxBytes) {
      answer.done();
      if ((whole ?? 0) > this.limits.maxBytes)
        throw new DownloadError(url, `at most ${this.limits.maxBytes} bytes`, String(whole), {
          todo: 'Narrow the export, or raise the limit on purpose.',
        });
      throw new DownloadError(url, 'the rest of the file', 'another part or another file', { passing: true });
    }
    if (status === 200)
      this.state.setPartial(url, validator === undefined ? undefined : { validator, encoding });
    const size = await appendBody(answer, part, start, this.limits.maxBytes);
    if (whole === undefined || size === whole) return;
    throw new DownloadError(url, `${whole} bytes, as announced`, String(size), { passing: true });
  }

  private keep(answer: Answer, url: string, bytes: Uint8Array, before: Known | undefined): Body {
    const { etag, 'last-modified': lastModified } = answer.response.headers;
    const hash = sha256(bytes);
    mkdirSync(join(this.options.cache, 'bodies'), { recursive: true });
    writeFileSync(this.path(url, '.new'), bytes);
    renameSync(this.path(url, '.new'), this.path(url));
    this.state.remember(url, {
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
      bytes: bytes.length,
      sha256: hash,
      checked: this.instant(),
    });
    this.dropPart(url);
    return { bytes, sha256: hash, state: before?.sha256 === hash ? 'unchanged' : 'fresh' };
  }

  private dropPart(url: string): void {
    rmSync(this.path(url, '.part'), { force: true });
    this.state.setPartial(url, undefined);
  }

  private instant(): string {
    return new Date(this.clock.now()).toISOString();
  }
}
