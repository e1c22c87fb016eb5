/** A query that can be changed, as `URLSearchParams` can. */
export interface OpenQuery {
  get(key: string): string | null;
  has(key: string): boolean;
  set(key: string, value: string): void;
  delete(key: string): void;
}

/**
 * Links outlive names. Each entry turns what an older atlas printed into what this one reads; entries are never removed,
 * and each has its case in state/migrations.test.ts.
 */
export const MIGRATIONS: readonly { since: string; describe: string; apply(q: OpenQuery): void }[] = [
  {
    since: '2026-11',
    describe: 'long key names, as people write them by hand',
    apply(q) {
      const LONG: Record<string, string> = {
        indicator: 'i',
        level: 'l',
        period: 'p',
        year: 'p',
        anno: 'p',
        area: 'a',
        view: 'v',
      };
      for (const [long, short] of Object.entries(LONG)) {
        const value = q.get(long);
        if (value === null) continue;
        if (!q.has(short)) q.set(short, value);
        q.delete(long);
      }
    },
  },
];
