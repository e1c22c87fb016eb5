import { describe, expect, test } from 'vitest';
import { encode, fileRef, geography, manifestFor, table } from '../../tests/support/sample-data';
import type { DataError } from './errors';
import { createDataSource, type DataSource } from './load';

type Reply = (init: RequestInit | undefined) => Response | Promise<Response>;
const json =
  (value: unknown, type = 'application/json'): Reply =>
  () =>
    new Response(encode(value) as BodyInit, { headers: { 'content-type': type } });
const status =
  (code: number): Reply =>
  () =>
    new Response('no', { status: code });
const page: Reply = () =>
  new Response('<!doctype html><title>x</title>', { headers: { 'content-type': 'text/html' } });
const unmarkedPage: Reply = () =>
  new Response('\n<!DOCTYPE html><title>x</title>', { headers: { 'content-type': 'application/json' } });
const offline: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

const tableRef = fileRef('t', table);
const geographyRef = fileRef('g', geography);
const manifest = manifestFor(tableRef, geographyRef);

/** A host given as path → replies, the last of which is repeated. */
function host(files: Record<string, Reply[]>): {
  data: DataSource;
  asked: string[];
  caches: (string | undefined)[];
} {
  const asked: string[] = [];
  const caches: (string | undefined)[] = [];
  const fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const path = String(input).replace('data/', '');
    asked.push(path);
    caches.push(init?.cache);
    const replies = files[path] ?? [status(404)];
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    return Promise.resolve(reply?.(init) ?? new Response(null, { status: 500 }));
  };
  const data = createDataSource('data', {
    fetch: fetch as typeof globalThis.fetch,
    sleep: () => Promise.resolve(),
  });
  return { data, asked, caches };
}
const good = {
  'manifest.json': [json(manifest)],
  [tableRef.path]: [json(table)],
  [geographyRef.path]: [json(geography)],
};
const failure = (p: Promise<unknown>): Promise<DataError> =>
  p.then(
    () => Promise.reject(new Error('no error')),
    (e: DataError) => e,
  );

describe('a good host', () => {
  test('gives parsed objects, each file asked for once', async () => {
    const { data, asked } = host({ ...good });
    expect(await data.loadManifest()).toEqual(manifest);
    expect(await data.loadGeography(geographyRef)).toEqual(geography);
    const [one, two] = await Promise.all([data.loadTable(tableRef), data.loadTable(tableRef)]);
    expect(one).toEqual(table);
    expect(two).toBe(one);
    expect(asked).toEqual(['manifest.json', geographyRef.path, tableRef.path]);
  });
});

describe('what the host may answer instead of the manifest', () => {
  test.each([
    ['network', offline],
    ['missing', status(404)],
    ['http-status', status(500)],
    ['http-status', status(403)],
    ['html-instead', page],
    ['html-instead', unmarkedPage],
    ['not-json', () => new Response('{"a":')],
    ['newer-schema', json({ ...manifest, schemaVersion: 99, themes: 'otherwise' })],
    ['schema-mismatch', json({ ...manifest, indicators: [] })],
  ] as [string, Reply][])('%s', async (kind, reply) => {
    const { data } = host({ 'manifest.json': [reply] });
    expect((await failure(data.loadManifest())).kind).toBe(kind);
  });

  test('a schema error names the place', async () => {
    const bad = structuredClone(manifest) as { indicators: { unit: string }[] };
    if (bad.indicators[0]) bad.indicators[0].unit = 'parsecs';
    const { data } = host({ 'manifest.json': [json(bad)] });
    expect((await failure(data.loadManifest())).detail).toMatch(/^indicators\.0\.unit: /);
  });

  test('no answer in time', async () => {
    const fetch = (_: unknown, init?: RequestInit): Promise<Response> =>
      new Promise((_done, fail) =>
        init?.signal?.addEventListener('abort', () => fail(init.signal?.reason as Error)),
      );
    const data = createDataSource('data', {
      fetch: fetch as typeof globalThis.fetch,
      timeoutMs: 5,
      tries: 1,
    });
    expect((await failure(data.loadManifest())).kind).toBe('timeout');
  });
});

describe('faults that pass', () => {
  test('three attempts, then success', async () => {
    const { data, asked } = host({ 'manifest.json': [offline, status(503), json(manifest)] });
    expect(await data.loadManifest()).toEqual(manifest);
    expect(asked).toHaveLength(3);
  });

  test('a failure is not kept: asking again asks the host', async () => {
    const { data } = host({ 'manifest.json': [status(404), json(manifest)] });
    await failure(data.loadManifest());
    expect(await data.loadManifest()).toEqual(manifest);
  });

  test('a bad copy is asked for again past the cache', async () => {
    const short: Reply = () => new Response((encode(table) as Uint8Array<ArrayBuffer>).slice(0, 50));
    const altered: Reply = () => new Response(JSON.stringify(table).replace('Prova', 'Provo'));
    const { data, caches } = host({ ...good, [tableRef.path]: [short, altered, json(table)] });
    expect(await data.loadTable(tableRef)).toEqual(table);
    expect(caches).toEqual([undefined, 'reload', 'reload']);
  });

  test.each([
    ['truncated', (s: string) => s.slice(0, 50)],
    ['hash-mismatch', (s: string) => s.replace('Prova', 'Provo')],
  ])('%s for good is said', async (kind, change) => {
    const { data } = host({ ...good, [tableRef.path]: [() => new Response(change(JSON.stringify(table)))] });
    expect((await failure(data.loadTable(tableRef))).kind).toBe(kind);
  });
});

describe('a new edition goes live under the open page', () => {
  const newTable = { ...table, decimals: 1 };
  const newRef = fileRef('t', newTable);
  const newer = manifestFor(newRef, geographyRef, '2026-02-02');

  test('the file’s successor is loaded and listeners are told', async () => {
    const { data } = host({
      ...good,
      'manifest.json': [json(manifest), json(newer)],
      [tableRef.path]: [status(404)],
      [newRef.path]: [json(newTable)],
    });
    await data.loadManifest();
    const told: string[] = [];
    data.onManifest((m) => told.push(m.edition));
    expect(await data.loadTable(tableRef)).toEqual(newTable);
    expect(told).toEqual(['2026-02-02']);
    expect((await data.loadManifest()).edition).toBe('2026-02-02');
  });

  test('an indicator that is gone is a stale edition', async () => {
    const without = structuredClone(newer);
    if (without.indicators[0]) without.indicators[0].id = 'population.other';
    const { data } = host({
      ...good,
      'manifest.json': [json(manifest), json(without)],
      [tableRef.path]: [status(404)],
    });
    await data.loadManifest();
    expect((await failure(data.loadTable(tableRef))).kind).toBe('stale-edition');
  });

  test('a file the manifest still names is missing, and asked for once more only', async () => {
    const { data, asked } = host({ ...good, [tableRef.path]: [status(404)] });
    await data.loadManifest();
    expect((await failure(data.loadTable(tableRef))).kind).toBe('missing');
    expect(asked.filter((p) => p === tableRef.path)).toHaveLength(1);
  });
});

test('a column that does not fit the areas is refused', async () => {
  const bad = structuredClone(table);
  bad.levels.zona?.cells.pop();
  const ref = fileRef('t', bad);
  const { data } = host({ ...good, [ref.path]: [json(bad)] });
  await data.loadGeography(geographyRef);
  expect((await failure(data.loadTable(ref))).detail).toMatch(
    'levels.zona: 3 cells for 2 periods and 2 areas',
  );
});
