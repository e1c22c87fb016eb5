import { expect, it, vi } from 'vitest';

// The engine itself needs a browser; here only its two registration calls.
vi.mock('maplibre-gl', () => ({ addProtocol: vi.fn(), removeProtocol: vi.fn() }));
const { addProtocol, removeProtocol } = await import('maplibre-gl');
const { answer, serveTiles } = await import('./protocol');

const signal = new AbortController().signal;

it('reads z, x and y from the address and hands over bytes of its own', async () => {
  const cached = new Uint8Array([9, 1, 2, 3]).subarray(1);
  const getTile = vi.fn(async () => cached);
  const { data } = await answer({ getTile }, 'atlante7://12/2177/1490', signal);
  expect(getTile).toHaveBeenCalledWith(12, 2177, 1490, signal);
  expect([...new Uint8Array(data)]).toEqual([1, 2, 3]);
  expect(data).not.toBe(cached.buffer);
});

it('answers a tile the archive has not with an empty one', async () => {
  const { data } = await answer({ getTile: async () => null }, 'a://0/0/0', signal);
  expect(data.byteLength).toBe(0);
});

it('lets a failure through, and refuses an address it cannot read', async () => {
  const reader = { getTile: () => Promise.reject(new Error('cut short')) };
  await expect(answer(reader, 'a://1/0/0', signal)).rejects.toThrow('cut short');
  await expect(answer(reader, 'a://1/0/0.png', signal)).rejects.toThrow(/not a tile address/);
});

it('gives every archive a scheme of its own and takes it back', () => {
  const [one, two] = [serveTiles({ getTile: async () => null }), serveTiles({ getTile: async () => null })];
  expect(one.url).not.toBe(two.url);
  two.stop();
  expect(removeProtocol).toHaveBeenCalledWith(two.url.split('://')[0]);
  expect(addProtocol).toHaveBeenCalledTimes(2);
});
