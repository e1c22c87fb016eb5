import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HttpClient, type ClientOptions } from './http';
import { give, startHost, testClock, type Host } from './testing';

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

describe('HttpClient and its hosts', () => {
  it('asks a host that is not there five times, and then no more for its other files', async () => {
    const gone = await startHost();
    await gone.close();
    const clock = testClock();
    const one = client({ clock });
    await expect(one.get({ url: `${gone.url}/a.csv`, kind: 'csv' })).rejects.toThrow('ECONNREFUSED');
    await expect(one.get({ url: `${gone.url}/b.csv`, kind: 'csv' })).rejects.toThrow('ECONNREFUSED');
    expect(clock.pauses.length).toBe(4);
  });

  it('keeps to the pace and the daily quota of a host, also across runs', async () => {
    const hosts = { '127.0.0.1': { perMinute: 2, perDay: 4 } };
    const clock = testClock();
    const url = host.script('/pace.csv', give(CSV));
    for (let i = 0; i < 4; i++) await text(url, { hosts, clock });
    expect(clock.pauses).toEqual([60_001]);
    await expect(text(url, { hosts, clock })).rejects.toThrow('at most 4 requests a day');
    expect(host.seen().length).toBe(4);
  });
});
