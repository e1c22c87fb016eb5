/** A download that cannot be had, with what was expected, what came and what to do. */
export class DownloadError extends Error {
  override name = 'DownloadError';
  /** Worth another attempt in the same run. */
  readonly passing: boolean;
  /** No answer at all: the host is not there, or we are not. */
  readonly unreachable: boolean;
  /** Milliseconds the host asked us to wait. */
  readonly wait: number | undefined;

  constructor(
    readonly where: string,
    readonly expected: string,
    readonly found: string,
    options: { passing?: boolean; unreachable?: boolean; wait?: number | undefined; todo?: string } = {},
  ) {
    super(`${where}: expected ${expected}, found ${found}. ${options.todo ?? 'Try again later.'}`);
    this.passing = options.passing ?? false;
    this.unreachable = options.unreachable ?? false;
    this.wait = options.wait;
  }
}

/** A body that broke off: what arrived may be gone on from. */
export class CutError extends DownloadError {
  override name = 'CutError';
}
