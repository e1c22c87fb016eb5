import { asDataError, DataError } from './errors';

/** How to talk to the host; all replaceable, so that tests need neither network nor clock. */
export interface Transport {
  fetch: typeof globalThis.fetch;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Milliseconds before one request is given up, body included. */
  timeoutMs: number;
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), {
      once: true,
    });
  });

export const transport = (over: Partial<Transport> = {}): Transport => ({
  fetch: (...args) => globalThis.fetch(...args),
  sleep: pause,
  timeoutMs: 20_000,
  ...over,
});

/** Milliseconds before attempt n (0-based) is repeated: 300, 900, 2700… */
export const backoffMs = (attempt: number, base = 300, most = 30_000): number =>
  Math.min(base * 3 ** attempt, most);

/** Address of a file below `base`, which may be relative to the page. */
export const resolveUrl = (base: string, path: string): string =>
  (base.endsWith('/') ? base : base + '/') + path;

const looksLikeHtml = (bytes: Uint8Array): boolean => {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().toLowerCase();
  return start.startsWith('<!doctype') || start.startsWith('<html') || start.startsWith('<head');
};

/** Throws when the answer is a page: said by its type before its body is read, or seen in its first bytes. */
export function refuseHtml(url: string, response: Response, bytes?: Uint8Array): void {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('text/html') && !(bytes && looksLikeHtml(bytes))) return;
  throw new DataError('html-instead', url, 'the host answered with a page', response.status);
}

/** Throws on an answer that carries no file. */
export function refuseStatus(url: string, response: Response): void {
  if (response.ok) return;
  const kind = response.status === 404 || response.status === 410 ? 'missing' : 'http-status';
  throw new DataError(kind, url, `the host answered ${response.status}`, response.status);
}

/** A timeout joined to the caller's own signal. */
export const within = (ms: number, signal?: AbortSignal): AbortSignal => {
  const timeout = AbortSignal.timeout(ms);
  return signal ? AbortSignal.any([timeout, signal]) : timeout;
};

/** Whole body of a good answer. Throws DataError; a body the host drops half-way counts as `network`. */
export async function getBytes(
  t: Transport,
  url: string,
  init: RequestInit = {},
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await t.fetch(url, { ...init, signal: within(t.timeoutMs, init.signal ?? undefined) });
    refuseStatus(url, response);
    refuseHtml(url, response);
    const bytes = new Uint8Array(await response.arrayBuffer());
    refuseHtml(url, response, bytes);
    return bytes;
  } catch (cause) {
    throw asDataError(cause, url);
  }
}

/** Runs `task` again while it fails in a way that may pass, at most `tries` times. */
export async function retrying<T>(
  t: Transport,
  tries: number,
  task: (attempt: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await task(attempt);
    } catch (cause) {
      if (!(cause instanceof DataError) || !cause.transient || attempt + 1 >= tries) throw cause;
      await t.sleep(backoffMs(attempt));
    }
  }
}
