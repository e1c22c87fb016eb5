/** What can go wrong between the host and the page. The interface turns the kind into words; see i18n. */
export const DATA_ERROR_KINDS = [
  /** No answer at all: offline, refused, dropped half-way. */
  'network',
  /** The host did not answer in time. */
  'timeout',
  /** The host answered that the file is not there (404, 410). */
  'missing',
  /** Any other answer that is not the file (403, 416, 5xx…). */
  'http-status',
  /** A page where data was expected: a login wall, or a host that answers every address with its index. */
  'html-instead',
  /** Text that is not JSON. */
  'not-json',
  /** JSON that does not keep to the contract. */
  'schema-mismatch',
  /** Data written for a newer app: reload the page. */
  'newer-schema',
  /** Fewer (or more) bytes than promised. */
  'truncated',
  /** The right length, other bytes. */
  'hash-mismatch',
  /** The host ignores, refuses or garbles byte ranges. */
  'range-unsupported',
  /** The archive at this address is another one. */
  'swapped',
  /** Bytes that do not decode: broken on the way, or a mixture of two archives. */
  'damaged',
  /** The page's edition has been replaced on the host and could not be followed. */
  'stale-edition',
] as const;
export type DataErrorKind = (typeof DATA_ERROR_KINDS)[number];

/** Kinds that may pass by themselves; the others need the host to be put right or the page reloaded. */
const TRANSIENT: ReadonlySet<DataErrorKind> = new Set(['network', 'timeout', 'truncated', 'hash-mismatch']);

/** The one error that leaves this floor. `message` is for the console; the page words it by `kind`. */
export class DataError extends Error {
  override readonly name = 'DataError';
  constructor(
    readonly kind: DataErrorKind,
    /** Address as asked for. */
    readonly url: string,
    readonly detail: string,
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(`${kind}: ${url}: ${detail}`, options);
  }

  /** Whether asking again soon, unchanged, is sensible. */
  get transient(): boolean {
    if (this.kind === 'http-status')
      return this.status === 408 || this.status === 429 || (this.status ?? 0) >= 500;
    return TRANSIENT.has(this.kind);
  }
}

export const isAbort = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === 'AbortError';

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** An error of this floor from whatever was thrown; an abort asked for by the caller goes through as it is. */
export function asDataError(cause: unknown, url: string): unknown {
  if (cause instanceof DataError || isAbort(cause)) return cause;
  if (typeof cause === 'object' && cause !== null && 'name' in cause && cause.name === 'TimeoutError') {
    return new DataError('timeout', url, 'no answer in time', undefined, { cause });
  }
  return new DataError('network', url, words(cause), undefined, { cause });
}
