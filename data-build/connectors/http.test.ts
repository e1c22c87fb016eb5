import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HttpClient, type ClientOptions } from './http';
import { cutAfter, give, gzipped, resume, silence, startHost, status, testClock, type Host } from './testing';

const CSV = 'anno;quartiere;residenti\r\n2024;Navile;70456\r\n2024;Savena;60123\r\n';
let host: Host;
let cache: string;
beforeAll(async () => void (host = await startHost()));
afterAll(() => host.close());
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'atlas-http-'));
  host.seen();
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

const client = (options: Partial<ClientOptions> = {}): HttpClient =>
  new HttpClient({
    cache,
    userAgent: 'atlas-test/1 (+https://example.org/)',
    clock: testClock(),
    ...options,
  });
const text = async (url: string, options: Partial<ClientOptions> = {}): Promise<string> =>
  new TextDecoder().decode((await client(options).get({ url, kind: 'csv' })).bytes);
const leftovers = (): string[] => readdirSync(join(cache, 'bodies')).filter((name) => /part|new/.test(name));

describe('HttpClient', () => {
  it('says who asks, and asks an unchanged file for its headers only', async () => {
    const url = host.script('/a.csv', give(CSV, { etag: '"1"' }));
    const first = await client().get({ url, kind: 'csv' });
    const second = await client().get({ url, kind: 'csv' });
    expect([first.state, second.state]).toEqual(['fresh', 'unchanged']);
    expect(second.bytes).toEqual(first.bytes);
    const [a, b] = host.seen();
    expect(a?.headers['user-agent']).toContain('+https://');
    expect(a?.headers['if-none-match']).toBeUndefined();
    expect(b?.headers['if-none-match']).toBe('"1"');
  });

  it('asks for the whole file again when the stored body was touched', async () => {
    const url = host.script('/b.csv', give(CSV, { etag: '"1"' }));
    await client().get({ url, kind: 'csv' });
    for (const name of readdirSync(join(cache, 'bodies'))) writeFileSync(join(cache, 'bodies', name), 'x');
    expect(await text(url)).toBe(CSV);
    expect(host.seen().at(-1)?.headers['if-none-match']).toBeUndefined();
  });

  it('uses Last-Modified where there is no ETag', async () => {
    const date = 'Wed, 14 Jan 2026 08:00:00 GMT';
    const url = host.script('/lm.csv', give(CSV, { 'last-modified': date }), status(304));
    await text(url);
    expect((await client().get({ url, kind: 'csv' })).state).toBe('unchanged');
    expect(host.seen().at(-1)?.headers['if-modified-since']).toBe(date);
  });

  it('waits as long as a 429 asks', async () => {
    const clock = testClock();
    const url = host.script('/429.csv', status(429, { 'retry-after': 7 }), give(CSV));
    expect(await text(url, { clock })).toBe(CSV);
    expect(clock.pauses).toEqual([7000]);
  });

  it('gives up at once when a host asks for longer than a run', async () => {
    const clock = testClock();
    const url = host.script('/later.csv', status(429, { 'retry-after': 86_400 }));
    await expect(text(url, { clock })).rejects.toThrow('asking to wait 86400 s');
    expect([clock.pauses, host.seen().length]).toEqual([[], 1]);
  });

  it('comes back after a 500 with growing pauses, and stops after five attempts', async () => {
    const clock = testClock();
    const url = host.script('/500.csv', status(500), status(502), give(CSV));
    expect(await text(url, { clock })).toBe(CSV);
    expect(clock.pauses).toEqual([750, 1500]);
    host.script('/500.csv', status(500));
    await expect(text(url)).rejects.toThrow('status 500');
    expect(host.seen().length).toBe(3 + 5);
  });

  it('does not insist on a 404', async () => {
    await expect(text(`${host.url}/nowhere.csv`)).rejects.toThrow('status 404. Check the address');
    expect(host.seen().length).toBe(1);
  });

  it('leaves a host that falls silent, and one that drips for too long', async () => {
    const url = host.script('/slow.csv', silence, give(CSV));
    expect(await text(url, { limits: { idleMs: 60 } })).toBe(CSV);
    host.script('/slow.csv', (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(text(url, { limits: { totalMs: 150 }, attempts: 1 })).rejects.toThrow('within 0.15 s');
  });

  it('goes on where a connection was cut, also in another run', async () => {
    const url = host.script('/cut.csv', cutAfter(30, CSV, { etag: '"v1"' }), resume(CSV, { etag: '"v1"' }));
    await expect(text(url, { attempts: 1 })).rejects.toThrow('cut after 30 bytes');
    expect(await text(url)).toBe(CSV);
    const last = host.seen().at(-1)?.headers;
    expect([last?.range, last?.['if-range']]).toEqual(['bytes=30-', '"v1"']);
    expect(leftovers()).toEqual([]);
  });

  it('goes on within a gzip body, counting its bytes and not the text’s', async () => {
    const zipped = gzipSync(CSV);
    const head = { etag: '"z"', 'content-encoding': 'gzip' };
    const url = host.script('/cutgz.csv', cutAfter(20, zipped, head), resume(zipped, head));
    expect(await text(url)).toBe(CSV);
    expect(host.seen().at(-1)?.headers.range).toBe('bytes=20-');
  });

  it('starts over when the file changed meanwhile, or its validator is weak', async () => {
    const changed = CSV.replace('70456', '70457');
    const url = host.script(
      '/chg.csv',
      cutAfter(30, CSV, { etag: '"v1"' }),
      resume(changed, { etag: '"v2"' }),
    );
    expect(await text(url)).toBe(changed);
    host.script('/chg.csv', cutAfter(30, CSV, { etag: 'W/"v3"' }), give(CSV));
    expect(await text(url)).toBe(CSV);
    expect(host.seen().at(-1)?.headers.range).toBeUndefined();
  });

  it('mixes no two files when a host answers 206 from another one', async () => {
    const url = host.script(
      '/mix.csv',
      cutAfter(30, CSV, { etag: '"v1"' }),
      (_request, response) =>
        void response
          .writeHead(206, { etag: '"v2"', 'content-range': `bytes 30-${CSV.length - 1}/${CSV.length}` })
          .end('x'.repeat(CSV.length - 30)),
      give(CSV, { etag: '"v2"' }),
    );
    expect(await text(url)).toBe(CSV);
  });

  it('notices a body shorter than announced, and one cut where the length was wrong from the start', async () => {
    const short = CSV.slice(0, 40);
    const url = host.script('/short.csv', cutAfter(40, CSV), give(short), give(CSV));
    expect(await text(url)).toBe(CSV);
    host.script('/short.csv', give(short));
    await expect(text(url, { attempts: 2 })).rejects.toThrow('a whole csv, found one cut short');
  });

  it('refuses a web page, quoting its title, and keeps the last good file', async () => {
    const url = host.script(
      '/html.csv',
      give(CSV, { etag: '"1"' }),
      give('\n<!DOCTYPE html><title>Manutenzione</title>'),
      give(CSV, { etag: '"1"' }),
    );
    await text(url);
    await expect(text(url)).rejects.toThrow('a web page titled “Manutenzione”');
    expect((await client().get({ url, kind: 'csv' })).state).toBe('unchanged');
    expect(host.seen().at(-1)?.headers['if-none-match']).toBe('"1"');
  });

  it('refuses what is too large, announced or not, and a gzip bomb while it inflates', async () => {
    const limits = { maxBytes: 1000 };
    const big = `a\n${'1\n'.repeat(5000)}`;
    const url = host.script('/big.csv', give(big));
    await expect(text(url, { limits })).rejects.toThrow('at most 1000 bytes');
    host.script('/big.csv', (_request, response) => void response.writeHead(200).end(big));
    await expect(text(url, { limits })).rejects.toThrow('at most 1000 bytes');
    host.script('/big.csv', gzipped(big));
    await expect(text(url, { limits })).rejects.toThrow('once inflated');
    expect(leftovers()).toEqual([]);
  });

  it('follows a redirect, but not in a ring', async () => {
    host.script('/new.csv', give(CSV));
    const url = host.script('/old.csv', status(302, { location: '/new.csv' }));
    expect(await text(url)).toBe(CSV);
    host.script('/old.csv', status(302, { location: '/old.csv' }));
    await expect(text(url)).rejects.toThrow('at most 5 redirects');
  });
});
