import * as v from 'valibot';
import {
  GeographySchema,
  ManifestSchema,
  SCHEMA_VERSION,
  TableSchema,
  type FileRef,
  type Geography,
  type Manifest,
  type Table,
} from '../model/manifest';
import { DataError } from './errors';
import { sha256 } from './hash';
import { getBytes, resolveUrl, retrying, transport, type Transport } from './request';

export interface DataSource {
  /** Root of all data files, ending in a slash. */
  readonly baseUrl: string;
  /** Reads `manifest.json`; the same promise until `reloadManifest`. */
  loadManifest(): Promise<Manifest>;
  /** Asks the host again, past every cache; tells listeners when the edition's files changed. */
  reloadManifest(): Promise<Manifest>;
  loadGeography(ref: FileRef): Promise<Geography>;
  loadTable(ref: FileRef): Promise<Table>;
  /** Any other JSON file that the manifest names, parsed by its schema. */
  loadFile<const S extends v.GenericSchema>(schema: S, ref: FileRef): Promise<v.InferOutput<S>>;
  /** Called with the new manifest when a later edition was found while the page was open. Returns the way out. */
  onManifest(listener: (manifest: Manifest) => void): () => void;
}

export interface DataSourceOptions extends Partial<Transport> {
  /** Attempts per file, the first included. */
  tries?: number;
}

/** Throws `not-json`, `newer-schema` or `schema-mismatch`; the detail names the place. */
export function parseAs<const S extends v.GenericSchema>(
  schema: S,
  bytes: Uint8Array,
  url: string,
): v.InferOutput<S> {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new DataError('not-json', url, cause instanceof Error ? cause.message : 'unreadable', undefined, {
      cause,
    });
  }
  const version =
    typeof raw === 'object' && raw !== null && 'schemaVersion' in raw ? raw.schemaVersion : undefined;
  if (typeof version === 'number' && version > SCHEMA_VERSION) {
    throw new DataError(
      'newer-schema',
      url,
      `written for schema ${version}, this page reads ${SCHEMA_VERSION}`,
    );
  }
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new DataError('schema-mismatch', url, `${v.getDotPath(issue) ?? 'document'}: ${issue.message}`);
}

/** Throws `truncated` or `hash-mismatch` when the bytes are not those the manifest promised. */
export async function checkBytes(bytes: Uint8Array<ArrayBuffer>, ref: FileRef, url: string): Promise<void> {
  if (bytes.length !== ref.bytes) {
    throw new DataError('truncated', url, `${bytes.length} bytes, expected ${ref.bytes}`);
  }
  const hash = await sha256(bytes);
  if (hash !== ref.sha256)
    throw new DataError('hash-mismatch', url, `sha256 ${hash}, expected ${ref.sha256}`);
}

/** Where in a manifest a file stands: the same place in a later manifest is its successor. */
function successor(path: string, before: Manifest, after: Manifest): FileRef | undefined {
  if (before.geography.path === path) return after.geography;
  const file = Object.entries(before.files).find(([, ref]) => ref.path === path)?.[0];
  if (file) return after.files[file];
  const id = before.indicators.find((i) => i.table.path === path)?.id;
  return after.indicators.find((i) => i.id === id)?.table;
}

/** Throws when a column is not as long as the areas it belongs to. */
function checkShape(table: Table, geography: Geography, url: string): void {
  for (const [level, t] of Object.entries(table.levels)) {
    if (!t) continue;
    const areas = geography.levels[level as keyof Geography['levels']]?.length ?? 0;
    if (t.cells.length === t.periods.length * areas) continue;
    const found = `${t.cells.length} cells for ${t.periods.length} periods and ${areas} areas`;
    throw new DataError('schema-mismatch', url, `levels.${level}: ${found}`);
  }
}

/**
 * The atlas's files, parsed and proven. Files with a hash in their name are kept for the life of the page;
 * a failure is never kept, so asking again is always a new attempt.
 */
export function createDataSource(baseUrl: string, options: DataSourceOptions = {}): DataSource {
  const t = transport(options);
  const tries = options.tries ?? 3;
  const kept = new Map<string, Promise<unknown>>();
  const listeners = new Set<(manifest: Manifest) => void>();
  let current: Manifest | undefined;
  let geography: Geography | undefined;

  function once<T>(key: string, task: () => Promise<T>): Promise<T> {
    const known = kept.get(key);
    if (known) return known as Promise<T>;
    const fresh = task().catch((cause: unknown) => {
      kept.delete(key);
      throw cause;
    });
    kept.set(key, fresh);
    return fresh;
  }

  async function fetchManifest(cache: RequestCache): Promise<Manifest> {
    const url = resolveUrl(baseUrl, 'manifest.json');
    const next = await retrying(t, tries, async () =>
      parseAs(ManifestSchema, await getBytes(t, url, { cache }), url),
    );
    const changed = current !== undefined && JSON.stringify(current) !== JSON.stringify(next);
    current = next;
    if (changed) {
      geography = undefined;
      for (const listener of listeners) listener(next);
    }
    return next;
  }

  const reloadManifest = (): Promise<Manifest> =>
    once('reload', () => fetchManifest('reload')).then((manifest) => {
      kept.delete('reload');
      kept.set('manifest', Promise.resolve(manifest));
      return manifest;
    });

  async function fetchFile<const S extends v.GenericSchema>(
    schema: S,
    ref: FileRef,
  ): Promise<v.InferOutput<S>> {
    const url = resolveUrl(baseUrl, ref.path);
    return retrying(t, tries, async (attempt) => {
      // A bad copy may sit in the browser's cache under a name that never expires.
      const bytes = await getBytes(t, url, attempt === 0 ? {} : { cache: 'reload' });
      await checkBytes(bytes, ref, url);
      return parseAs(schema, bytes, url);
    });
  }

  /** A hashed file that is gone means that a new edition went live under the open page: follow it, once. */
  async function follow<const S extends v.GenericSchema>(schema: S, ref: FileRef): Promise<v.InferOutput<S>> {
    try {
      return await fetchFile(schema, ref);
    } catch (cause) {
      const before = current;
      if (!(cause instanceof DataError) || cause.kind !== 'missing' || !before) throw cause;
      const next = successor(ref.path, before, await reloadManifest());
      if (next && next.path !== ref.path) return fetchFile(schema, next);
      const detail = next ? 'named by the manifest but not on the host' : 'no longer part of the atlas';
      throw new DataError(next ? 'missing' : 'stale-edition', cause.url, detail, cause.status, { cause });
    }
  }

  return {
    baseUrl: resolveUrl(baseUrl, ''),
    loadManifest: () => once('manifest', () => fetchManifest('no-cache')),
    reloadManifest,
    loadGeography: (ref) => once(ref.path, async () => (geography = await follow(GeographySchema, ref))),
    loadTable: (ref) =>
      once(ref.path, async () => {
        const table = await follow(TableSchema, ref);
        if (geography) checkShape(table, geography, resolveUrl(baseUrl, ref.path));
        return table;
      }),
    loadFile: (schema, ref) => once(ref.path, () => follow(schema, ref)),
    onManifest(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
