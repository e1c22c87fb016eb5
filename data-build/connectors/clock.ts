/** Time and chance as the connectors see them, so that a test can hold both. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** In [0, 1). */
  random(): number;
}

export const wallClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  random: () => Math.random(),
};

/** Longest pause between two attempts, and longest a host may ask us to stay away within one run. */
export const MAX_PAUSE_MS = 60_000;
export const MAX_RETRY_AFTER_MS = 10 * 60_000;
const FIRST_PAUSE_MS = 1_000;

/** Pause after the `attempt`-th failure (1, 2, …): doubling, half of it by chance, so that many clients do not come back together. */
export function pauseAfter(attempt: number, clock: Clock): number {
  const full = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * clock.random());
}

/** `Retry-After` (RFC 9110, 10.2.3) in milliseconds from now: seconds or a date. Undefined when absent or unreadable. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
