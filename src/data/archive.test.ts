import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { misbehave, type Fault, type Misbehaving } from '../../scripts/misbehave';
import { refOf, sha, tinyArchive } from '../../tests/support/tiny-archive';
import { TileArchive, type ArchiveState } from './archive';
import { DataError, type DataErrorKind } from './errors';

// Text that does not shrink, so that ranges are of some size; seeded.
let seed = 7;
const noise = (n: number): string =>
  Array.from({ length: n }, () => ((seed = (seed * 48271) % 2147483647) % 36).toString(36)).join('');
const tiles = { '0/0/0': 'world', '1/0/0': noise(400), '1/1/0': noise(30_000), '2/3/1': noise(500) };
const archive = tinyArchive(tiles);
/** Same length, same directories in shape, other contents: what a careless upload under the old name gives. */
const other = tinyArchive({ ...tiles, '2/3/1': noise(500), '1/1/0': noise(30_000), '1/0/0': noise(400) });
const NAME = 'areas.0123456789abcdef.pmtiles';

let root: string;
let host: Misbehaving;
let open: TileArchive[] = [];
let wake: (() => void)[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'archive-'));
  await writeFile(join(root, NAME), archive);
  host = await misbehave({ root });
});
afterEach(async () => {
  for (const a of open) a.close();
  open = [];
  wake = [];
  await host.close();
  await rm(root, { recursive: true });
});

/** Short pauses pass at once; the long ones of healing wait for `tick`. */
function start(ref = refOf(NAME, archive)): { archive: TileArchive; states: ArchiveState[] } {
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    ms < 1000 && !signal
      ? Promise.resolve()
      : new Promise((done, fail) => {
          wake.push(done);
          signal?.addEventListener('abort', () => fail(signal.reason as Error));
        });
  const states: ArchiveState[] = [];
  const a = new TileArchive(ref, host.url, { sleep, timeoutMs: 5000 });
  a.onState((s) => states.push(s));
  open.push(a);
  return { archive: a, states };
}
const tick = (): void => wake.splice(0).forEach((go) => go());
const text = async (a: TileArchive, key: keyof typeof tiles): Promise<string | null> => {
  const [z, x, y] = key.split('/').map(Number) as [number, number, number];
  const tile = await a.getTile(z, x, y);
  return tile && new TextDecoder().decode(tile);
};
const until = async (a: TileArchive, kind: ArchiveState['kind']): Promise<void> => {
  if (a.state.kind === kind) return;
  await new Promise<void>((done) => {
    const off = a.onState((s) => s.kind === kind && (off(), done()));
  });
};
const failure = async (p: Promise<unknown>): Promise<DataErrorKind> => {
  const cause = await p.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(cause instanceof DataError)) throw new Error('expected a DataError', { cause });
  return cause.kind;
};
async function allTilesAreRight(a: TileArchive): Promise<void> {
  const keys = Object.keys(tiles) as (keyof typeof tiles)[];
  const got = await Promise.all(keys.map((key) => text(a, key)));
  keys.forEach((key, i) => expect(got[i], key).toBe(tiles[key]));
}

describe('a good host', () => {
  test('is read by range', async () => {
    const { archive: a, states } = start();
    await allTilesAreRight(a);
    expect(await a.getTile(2, 0, 0)).toBeNull();
    expect(states.map((s) => s.kind)).toEqual(['ok']);
    expect(host.seen().every((line) => line.includes('bytes='))).toBe(true);
  });

  test('is asked for header and leaf once, however many tiles start together', async () => {
    const { archive: a } = start();
    await allTilesAreRight(a);
    // The leaf lies within the first bytes, but is asked for on its own: one head, one leaf, four tiles.
    expect(host.seen()).toHaveLength(6);
  });

  test('an abort is the caller’s own and no trouble', async () => {
    const { archive: a, states } = start();
    const stop = new AbortController();
    stop.abort();
    await expect(a.getTile(1, 1, 0, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(states).toEqual([]);
    await allTilesAreRight(a);
  });
});

describe('the host cannot do ranges: the whole file, proven', () => {
  test.each<Fault>(['range-ignored', 'range-ignored-no-length', 'status-416', 'compressed-range'])(
    '%s',
    async (fault) => {
      host.fail('.pmtiles', fault);
      const { archive: a, states } = start();
      await allTilesAreRight(a);
      expect(states.map((s) => s.kind)).toEqual(['whole-file']);
      const whole = host.seen().filter((line) => !line.includes('bytes='));
      expect(whole.length).toBeLessThanOrEqual(1);
    },
  );

  test('ranges fail like a lost line, the whole file comes', async () => {
    // As Chromium sees a re-coded range: the request itself is rejected.
    const fetch: typeof globalThis.fetch = (url, init) =>
      new Headers(init?.headers).has('range')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : globalThis.fetch(url, init);
    const a = new TileArchive(refOf(NAME, archive), host.url, { fetch, sleep: () => Promise.resolve() });
    open.push(a);
    await allTilesAreRight(a);
    expect(a.state.kind).toBe('whole-file');
  });

  test('begins to ignore ranges half-way', async () => {
    const { archive: a, states } = start();
    await text(a, '0/0/0');
    host.fail('.pmtiles', 'range-ignored');
    await allTilesAreRight(a);
    expect(states.map((s) => s.kind)).toEqual(['ok', 'whole-file']);
  });
});

describe('trouble is said, and heals without a reload', () => {
  const cases: [Fault, RegExp][] = [
    ['status-404', /^missing$/],
    ['status-500', /^http-status$/],
    ['html-200', /^html-instead$/],
    ['cut-body', /^(network|truncated)$/],
    ['short-body', /^(truncated|swapped)$/],
    ['truncated-archive', /^swapped$/],
    ['dropped', /^network$/],
    ['swapped-weak-etag', /./],
    ['swapped-no-etag', /./],
  ];
  test.each(cases)('%s', async (fault, kind) => {
    host.fail('.pmtiles', fault, fault.startsWith('swapped') ? archive.slice(0, -40) : undefined);
    const { archive: a } = start();
    expect(await failure(text(a, '1/1/0'))).toMatch(kind);
    expect(a.state.kind).toBe('trouble');
    // While in trouble nothing is sent tile by tile.
    host.seen();
    await failure(text(a, '0/0/0'));
    expect(host.seen()).toEqual([]);
    tick();
    await new Promise((done) => setTimeout(done, 100));
    expect(a.state.kind).toBe('trouble');
    host.heal();
    tick();
    await Promise.race([until(a, 'ok'), until(a, 'whole-file')]);
    await allTilesAreRight(a);
  });

  test.each<Fault>(['status-500', 'cut-body', 'dropped'])('%s after a good start', async (fault) => {
    const { archive: a } = start();
    await text(a, '0/0/0');
    host.fail('.pmtiles', fault);
    await failure(text(a, '1/1/0'));
    host.heal();
    a.retry();
    await until(a, 'ok');
    await allTilesAreRight(a);
  });

  test('one dropped answer is not even noticed', async () => {
    const { archive: a, states } = start();
    await text(a, '0/0/0');
    host.fail('.pmtiles', 'dropped');
    const asked = text(a, '1/1/0');
    setTimeout(() => host.heal(), 0);
    expect(await asked).toBe(tiles['1/1/0']);
    expect(states.map((s) => s.kind)).toEqual(['ok']);
  });
});

describe('an archive swapped under the same name and length', () => {
  const half = Buffer.from(archive);
  half.set(
    noise(300)
      .split('')
      .map((c) => c.charCodeAt(0)),
    archive.length - 600,
  );

  test('while it is read: found by decoding, never mixed', async () => {
    const { archive: a } = start();
    await text(a, '0/0/0');
    host.fail('.pmtiles', 'swapped-no-etag', half);
    expect(await failure(text(a, '2/3/1').then(() => text(a, '1/1/0')))).toMatch(/hash-mismatch|damaged/);
    host.heal();
    tick();
    await until(a, 'whole-file');
    await allTilesAreRight(a);
  });

  test('before it is read: found by the hash of its head', async () => {
    expect(other.slice(0, 16_384)).not.toEqual(archive.slice(0, 16_384));
    const same = new Uint8Array(archive.length);
    same.set(other.subarray(0, archive.length));
    host.fail('.pmtiles', 'swapped-weak-etag', same);
    const { archive: a } = start({ ...refOf(NAME, archive), headSha256: sha(archive.subarray(0, 16_384)) });
    expect(await failure(text(a, '0/0/0'))).toBe('hash-mismatch');
    host.heal();
    tick();
    await until(a, 'ok');
    await allTilesAreRight(a);
  });

  test('a strong tag that changes is enough', async () => {
    const { archive: a } = start();
    await text(a, '0/0/0');
    await writeFile(join(root, NAME), half);
    expect(await failure(text(a, '1/1/0'))).toBe('hash-mismatch');
  });
});
