import { DownloadError } from './errors';
import type { Clock } from './clock';
import type { DownloadState } from './state';

export interface HostLimit {
  perMinute: number;
  perDay: number;
}

/** Hosts that state a limit get less than it; all others a walking pace. */
export const HOST_LIMITS: Readonly<Record<string, HostLimit>> = {
  // 5,000 anonymous requests a day are allowed on the portal.
  'opendata.comune.bologna.it': { perMinute: 30, perDay: 2_000 },
  // Five queries a minute; beyond that the address is blocked for one or two days (ondata/guida-api-istat).
  'esploradati.istat.it': { perMinute: 4, perDay: 400 },
};
const OTHERS: HostLimit = { perMinute: 20, perDay: 500 };
const MINUTE = 60_000;

/** Counts requests by host across runs (the counts live in the state file) and waits or refuses before one too many. */
export class Limiter {
  constructor(
    private readonly state: DownloadState,
    private readonly clock: Clock,
    private readonly limits: Readonly<Record<string, HostLimit>> = HOST_LIMITS,
  ) {}

  /** Returns when a request to `host` may go out, and counts it. Throws when the day's quota is spent. */
  async turn(host: string): Promise<void> {
    const { perMinute, perDay } = this.limits[host] ?? OTHERS;
    const count = this.state.host(host);
    for (;;) {
      const now = this.clock.now();
      // An instant in the future comes from a clock that was set back.
      count.recent = count.recent.filter((at) => at > now - MINUTE && at <= now);
      const oldest = count.recent[count.recent.length - perMinute];
      if (oldest === undefined) break;
      await this.clock.sleep(oldest + MINUTE - now + 1);
    }
    const day = new Date(this.clock.now()).toISOString().slice(0, 10);
    if (count.day !== day) Object.assign(count, { day, count: 0 });
    if (count.count >= perDay)
      throw new DownloadError(host, `at most ${perDay} requests a day`, `${count.count} already made`, {
        todo: 'Go on tomorrow; what has arrived is kept.',
      });
    count.count++;
    count.recent.push(this.clock.now());
    this.state.save();
  }
}
