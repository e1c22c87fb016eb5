import { expect, it, vi } from 'vitest';
import type { ArchiveState } from '../data/archive';
import type { TileReader } from './protocol';

// The engine itself needs a browser; here only its two registration calls.
vi.mock('maplibre-gl', () => ({ addProtocol: vi.fn(), removeProtocol: vi.fn() }));
const { addProtocol, removeProtocol } = await import('maplibre-gl');
const { answer, serveTiles } = await import('./protocol');

const signal = new AbortController().signal;
const TROUBLE = { kind: 'trouble', attempt: 0 } as ArchiveState;

/** An archive whose state a test can change. */
function reader(getTile: TileReader['getTile'], state: ArchiveState = { kind: 'ok' }) {
  const listeners = new Set<(state: ArchiveState) => void>();
  const archive = {
    state,
    getTile,
    listeners,
    onState: (listener: (state: ArchiveState) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    becomes: (next: ArchiveState) => {
      archive.state = next;
      for (const listener of [...listeners]) listener(next);
    },
  };
  return archive;
}

it('reads z, x and y from the address and hands over bytes of its own', async () => {
  const cached = new Uint8Array([9, 1, 2, 3]).subarray(1);
  const getTile = vi.fn(async () => cached);
  const { data } = await answer(reader(getTile), 'atlante7://12/2177/1490', signal);
  expect(getTile).toHaveBeenCalledWith(12, 2177, 1490, signal);
  expect([...new Uint8Array(data)]).toEqual([1, 2, 3]);
  expect(data).not.toBe(cached.buffer);
});

it('answers a tile the archive has not with an empty one', async () => {
  const { data } = await answer(
    reader(async () => null),
    'a://0/0/0',
    signal,
  );
  expect(data.byteLength).toBe(0);
});

it('lets a fault of its own through, and refuses an address it cannot read', async () => {
  const broken = reader(() => Promise.reject(new TypeError('not a tile')));
  await expect(answer(broken, 'a://1/0/0', signal)).rejects.toThrow('not a tile');
  await expect(answer(broken, 'a://1/0/0.png', signal)).rejects.toThrow(/not a tile address/);
});

it('keeps a request open while the archive is in trouble and answers it when it has healed', async () => {
  let works = false;
  const archive = reader(async () => {
    if (works) return new Uint8Array([7]);
    throw new Error('500');
  }, TROUBLE);
  const answered = answer(archive, 'a://1/0/0', signal);
  await vi.waitFor(() => expect(archive.listeners.size).toBe(1));
  archive.becomes(TROUBLE);
  works = true;
  archive.becomes({ kind: 'ok' });
  expect([...new Uint8Array((await answered).data)]).toEqual([7]);
  expect(archive.listeners.size).toBe(0);
});

it('drops an open request that is no longer wanted', async () => {
  const archive = reader(() => Promise.reject(new Error('500')), TROUBLE);
  const wanted = new AbortController();
  const answered = answer(archive, 'a://1/0/0', wanted.signal);
  await vi.waitFor(() => expect(archive.listeners.size).toBe(1));
  wanted.abort(new Error('moved on'));
  await expect(answered).rejects.toThrow('moved on');
  expect(archive.listeners.size).toBe(0);
});

it('gives every archive a scheme of its own and takes it back', () => {
  const [one, two] = [serveTiles(reader(async () => null)), serveTiles(reader(async () => null))];
  expect(one.url).not.toBe(two.url);
  two.stop();
  expect(removeProtocol).toHaveBeenCalledWith(two.url.split('://')[0]);
  expect(addProtocol).toHaveBeenCalledTimes(2);
});
