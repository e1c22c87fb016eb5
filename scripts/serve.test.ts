import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRange, serve, type Served } from './serve';

let dir: string;
let site: Served;
const css = 'body { color: #1f1b16 }\n'.repeat(100);
const tiles = Buffer.from(Array.from({ length: 5000 }, (_, i) => i & 255));

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'serve-'));
  const root = join(dir, 'site');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(dir, 'secret.txt'), 'secret');
  await writeFile(join(root, 'index.html'), '<!doctype html><title>x</title>');
  await writeFile(join(root, 'assets', 'app-Ab3_dE9z.css'), css);
  await writeFile(join(root, 'tiles.0123456789ab.pmtiles'), tiles);
  await writeFile(join(root, 'population.over65_share.csv'), 'level,area\n');
  site = await serve({ root, base: '/atlante/' });
});
afterAll(async () => {
  await site.close();
  await rm(dir, { recursive: true });
});

/** Plain request: no decoding, no path tidying. */
const ask = (
  path: string,
  headers: Record<string, string> = {},
): Promise<{ res: IncomingMessage; body: Buffer }> =>
  new Promise((done, fail) => {
    get({ host: '127.0.0.1', port: site.port, path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done({ res, body: Buffer.concat(chunks) }));
    }).on('error', fail);
  });
const TILES = '/atlante/tiles.0123456789ab.pmtiles';
const CSS = '/atlante/assets/app-Ab3_dE9z.css';

describe('files', () => {
  test('stand below the base, with their types', async () => {
    const { res } = await ask('/atlante/');
    expect([res.statusCode, res.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await ask('/')).res.statusCode).toBe(404);
    expect((await ask('/atlante')).res.headers.location).toBe('/atlante/');
    expect((await ask(TILES)).res.headers['content-type']).toBe('application/vnd.pmtiles');
  });

  test('outside the root are not there', async () => {
    for (const path of [
      '/atlante/../secret.txt',
      '/atlante/..%2Fsecret.txt',
      '/atlante/%2e%2e/secret.txt',
      '/atlante/assets',
    ]) {
      const { res, body } = await ask(path);
      expect([path, res.statusCode, body.includes('secret')]).toEqual([path, 404, false]);
    }
  });

  test('are kept for good only when their name carries a hash', async () => {
    const cache = async (path: string): Promise<boolean> =>
      (await ask(path)).res.headers['cache-control']?.includes('immutable') ?? false;
    expect(await cache(TILES)).toBe(true);
    expect(await cache(CSS)).toBe(true);
    expect(await cache('/atlante/')).toBe(false);
    expect(await cache('/atlante/population.over65_share.csv')).toBe(false);
  });
});

describe('coding', () => {
  test('text by what the browser takes, one tag per coding', async () => {
    const br = await ask(CSS, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    const gz = await ask(CSS, { 'accept-encoding': 'gzip' });
    const plain = await ask(CSS, { 'accept-encoding': 'br;q=0, identity' });
    expect(brotliDecompressSync(br.body).toString()).toBe(css);
    expect(gunzipSync(gz.body).toString()).toBe(css);
    expect(plain.body.toString()).toBe(css);
    expect(new Set([br, gz, plain].map((a) => a.res.headers.etag)).size).toBe(3);
    expect(br.res.headers.vary).toBe('accept-encoding');
  });

  test('never an archive', async () => {
    const { res, body } = await ask(TILES, { 'accept-encoding': 'br, gzip' });
    expect(res.headers['content-encoding']).toBeUndefined();
    expect(body).toEqual(tiles);
  });

  test('an unchanged file is not sent again', async () => {
    const etag = (await ask(CSS)).res.headers.etag ?? '';
    const again = await ask(CSS, { 'if-none-match': etag });
    expect([again.res.statusCode, again.body.length]).toEqual([304, 0]);
  });
});

describe('ranges', () => {
  test('206 with exact bytes', async () => {
    const { res, body } = await ask(TILES, { range: 'bytes=100-199', 'accept-encoding': 'gzip' });
    expect([res.statusCode, res.headers['content-range']]).toEqual([206, 'bytes 100-199/5000']);
    expect(body).toEqual(tiles.subarray(100, 200));
  });

  test('416 beyond the end; the whole when If-Range names another file', async () => {
    const over = await ask(TILES, { range: 'bytes=5000-6000' });
    expect([over.res.statusCode, over.res.headers['content-range']]).toEqual([416, 'bytes */5000']);
    expect((await ask(TILES, { range: 'bytes=0-9', 'if-range': '"other"' })).res.statusCode).toBe(200);
  });

  test.each([
    ['bytes=0-9', [0, 9]],
    ['bytes=90-', [90, 99]],
    ['bytes=-10', [90, 99]],
    ['bytes=-500', [0, 99]],
    ['bytes=50-500', [50, 99]],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-0', null],
    ['bytes=0-1,4-5', null],
    ['items=0-1', null],
    ['bytes=-', null],
  ])('%s of 100 bytes', (header, expected) => expect(parseRange(header, 100)).toEqual(expected));
});

test('a taken port gives way to the next', async () => {
  const second = await serve({ root: dir, port: site.port });
  expect(second.port).toBeGreaterThan(site.port);
  await second.close();
});
