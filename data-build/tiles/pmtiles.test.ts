import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tileIdToZxy } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directories, directory, ROOT_LIMIT } from './directory';
import { PmtilesWriter } from './pmtiles';
import { allEntries, openArchive } from './testing';

let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'pmtiles-'))));
afterAll(() => rmSync(dir, { recursive: true }));

const info = {
  minzoom: 0,
  maxzoom: 12,
  bounds: [-1.5, -2.5, 3.25, 4.125],
  center: [1, 1, 6],
  metadata: { vector_layers: [] },
} as const;

/** mulberry32: small, seeded, good enough for bytes. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const noise = (next: () => number, length: number) => Uint8Array.from({ length }, () => next() * 256);

describe('PmtilesWriter', () => {
  it('adds leaf directories when the root would not fit the first 16 KiB, and every tile is found through them', async () => {
    const path = join(dir, 'leaves.pmtiles');
    const writer = new PmtilesWriter(path);
    const next = random(7);
    const tiles = new Map<number, Uint8Array>();
    let id = 0;
    for (let i = 0; i < 12_000; i++) {
      id += 1 + Math.floor(next() * 700);
      const bytes = noise(next, 1 + Math.floor(next() * 90));
      tiles.set(id, bytes);
      await writer.add(id, bytes);
    }
    const stats = await writer.finish(info);
    expect(stats.leafDirectories).toBeGreaterThan(1);
    const archive = openArchive(path);
    const h = await archive.getHeader();
    expect(h.rootDirectoryLength).toBeLessThanOrEqual(ROOT_LIMIT);
    expect(h.rootDirectoryOffset + h.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    expect(h.leafDirectoryLength).toBeGreaterThan(0);
    expect([h.minLon, h.minLat, h.maxLon, h.maxLat]).toEqual([...info.bounds]);
    expect((await allEntries(path)).map((e) => e.tileId)).toEqual([...tiles.keys()]);
    for (const [tileId, bytes] of [...tiles].filter((_, i) => i % 137 === 0)) {
      const found = await archive.getZxy(...tileIdToZxy(tileId));
      expect(new Uint8Array(found?.data ?? new ArrayBuffer(0))).toEqual(bytes);
    }
    expect(await archive.getZxy(...tileIdToZxy(id + 5))).toBeUndefined();
  });

  it('counts addressed tiles, entries and contents as the specification does', async () => {
    const path = join(dir, 'runs.pmtiles');
    const writer = new PmtilesWriter(path);
    const [sea, land] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
    // ids:            5    6    7    | 8     | 9    | 20 (a gap)
    for (const [id, tile] of [
      [5, sea],
      [6, sea],
      [7, sea],
      [8, land],
      [9, sea],
      [20, sea],
    ] as const)
      await writer.add(id, tile);
    const stats = await writer.finish(info);
    expect(stats).toMatchObject({ addressedTiles: 6, tileEntries: 4, tileContents: 2, leafDirectories: 0 });
    const h = await openArchive(path).getHeader();
    expect([h.numAddressedTiles, h.numTileEntries, h.numTileContents]).toEqual([6, 4, 2]);
    const entries = await allEntries(path);
    expect(entries.map((e) => e.runLength)).toEqual([3, 1, 1, 1]);
    expect(new Set([entries[0], entries[2], entries[3]].map((e) => e?.offset)).size).toBe(1);
    expect(h.tileDataLength).toBe((entries[0]?.length ?? 0) + (entries[1]?.length ?? 0));
    expect(statSync(path).size).toBe(stats.bytes);
  });

  it('refuses ids that do not ascend, for then the archive would not be clustered', async () => {
    const writer = new PmtilesWriter(join(dir, 'order.pmtiles'));
    await writer.add(9, Uint8Array.of(1));
    await expect(writer.add(9, Uint8Array.of(2))).rejects.toThrow(/must ascend/);
    writer.dispose();
  });

  it('lets tile data go to the disk while it works, and shows the archive only when it is whole', async () => {
    const path = join(dir, 'stream.pmtiles');
    const writer = new PmtilesWriter(path);
    const next = random(8);
    for (let id = 0; id < 40; id++) await writer.add(id, noise(next, 100_000));
    expect(statSync(`${path}.data`).size).toBeGreaterThan(2_000_000);
    expect(readdirSync(dir)).not.toContain('stream.pmtiles');
    await writer.finish(info);
    expect(readdirSync(dir).filter((f) => f.startsWith('stream'))).toEqual(['stream.pmtiles']);
  });

  it('writes gzip members that say nothing of when and where they were made', async () => {
    const path = join(dir, 'gzip.pmtiles');
    const writer = new PmtilesWriter(path);
    await writer.add(0, Uint8Array.of(1, 2, 3));
    await writer.finish(info);
    const h = await openArchive(path).getHeader();
    const file = readFileSync(path);
    for (const at of [h.rootDirectoryOffset, h.jsonMetadataOffset, h.tileDataOffset]) {
      expect([...file.subarray(at, at + 2)]).toEqual([0x1f, 0x8b]);
      expect([...file.subarray(at + 4, at + 8)]).toEqual([0, 0, 0, 0]);
      expect(file[at + 9]).toBe(255);
    }
  });
});

describe('directories', () => {
  const next = random(9);
  let offset = 0;
  const entries = Array.from({ length: 5000 }, (_, i) => {
    const length = 1 + Math.floor(next() * 900);
    offset += length;
    return { tileId: i * 3, offset: offset - length, length, runLength: 1 };
  });

  it('keeps one root while it fits', () => {
    expect(directories(entries)).toMatchObject({ leafCount: 0 });
    expect(directory(entries).length).toBeLessThan(ROOT_LIMIT);
  });

  it('grows the leaves until the root that lists them fits', () => {
    const { root, leafCount } = directories(entries, 200, 10);
    expect(root.length).toBeLessThanOrEqual(200);
    expect(leafCount).toBeGreaterThan(1);
    expect(leafCount).toBeLessThan(500);
  });
});
