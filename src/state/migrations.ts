import { MIGRATIONS } from '../domain/link-migrations';

export { MIGRATIONS };

/** Returns a migrated copy; the input is left as it is. */
export function migrate(query: URLSearchParams): URLSearchParams {
  const q = new URLSearchParams(query);
  for (const m of MIGRATIONS) m.apply(q);
  return q;
}
