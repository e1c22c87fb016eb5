import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allTiles, type DecodedFeature, featuresOf, openArchive, shoelace, square } from './testing';
import { type TileFeature, writeTiles } from './write';

let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'tiles-'))));
afterAll(() => rmSync(dir, { recursive: true }));

async function decode(path: string): Promise<DecodedFeature[]> {
  const all: DecodedFeature[] = [];
  for await (const tile of allTiles(path)) all.push(...featuresOf(tile));
  return all;
}

describe('writeTiles', () => {
  it('round-trips header, metadata, ids and typed properties through the pmtiles reader', async () => {
    const out = join(dir, 'round.pmtiles');
    const properties = { code: '037006', n: 7, less: -3, half: 0.5, pi: 3.14159, yes: true };
    const stats = await writeTiles({
      out,
      name: 'test',
      attribution: 'nobody',
      layers: [
        {
          name: 'things',
          minzoom: 4,
          maxzoom: 6,
          features: [{ id: 37006, properties, geometry: square(11, 44, 0.5) }],
        },
        { name: 'empty', minzoom: 5, maxzoom: 5, features: [] },
      ],
    });
    const archive = openArchive(out);
    const h = await archive.getHeader();
    expect(h).toMatchObject({ specVersion: 3, clustered: true, tileType: 1, minZoom: 4, maxZoom: 6 });
    expect(h.internalCompression).toBe(2);
    expect(h.tileCompression).toBe(2);
    expect([h.minLon, h.minLat, h.maxLon, h.maxLat].map((v) => v.toFixed(5))).toEqual([
      '11.00000',
      '44.00000',
      '11.50000',
      '44.50000',
    ]);
    expect([h.centerLon, h.centerZoom]).toEqual([expect.closeTo(11.25, 5), 5]);
    expect(h.numAddressedTiles).toBe(stats.perZoom.reduce((n, z) => n + z.tiles, 0));
    expect(await archive.getMetadata()).toMatchObject({
      name: 'test',
      attribution: 'nobody',
      vector_layers: [
        { id: 'things', minzoom: 4, maxzoom: 6, fields: { code: 'String', n: 'Number', yes: 'Boolean' } },
        { id: 'empty', minzoom: 5, maxzoom: 5, fields: {} },
      ],
    });
    const features = await decode(out);
    expect(new Set(features.map((f) => f.z))).toEqual(new Set([4, 5, 6]));
    for (const f of features) expect(f).toMatchObject({ id: 37006, layer: 'things', type: 3, properties });
    expect(readdirSync(dir).filter((f) => !f.endsWith('.pmtiles'))).toEqual([]);
  });

  it('refuses an archive of nothing and leaves no file behind', async () => {
    const out = join(dir, 'nothing.pmtiles');
    await expect(
      writeTiles({ out, name: '', layers: [{ name: 'a', minzoom: 0, maxzoom: 1, features: [] }] }),
    ).rejects.toThrow(/no layer holds a feature/);
    expect(readdirSync(dir).filter((f) => f.startsWith('nothing'))).toEqual([]);
  });

  it('winds exteriors positive and holes negative, each hole after its exterior', async () => {
    const out = join(dir, 'wind.pmtiles');
    const ring = (square(11, 44, 1) as { coordinates: number[][][] }).coordinates[0] as number[][];
    const hole = (square(11.3, 44.3, 0.2) as { coordinates: number[][][] }).coordinates[0] as number[][];
    const geometry = { type: 'Polygon' as const, coordinates: [ring, hole] };
    await writeTiles({
      out,
      name: '',
      layers: [{ name: 'a', minzoom: 5, maxzoom: 9, features: [{ properties: {}, geometry }] }],
    });
    for (const f of await decode(out)) {
      expect(shoelace(f.rings[0] ?? [])).toBeGreaterThan(0);
      for (const h of f.rings.slice(1)) expect(shoelace(h)).toBeLessThan(0);
      // A tile inside the hole is not written, one that holds both keeps a positive rest.
      expect(f.rings.reduce((sum, r) => sum + shoelace(r), 0)).toBeGreaterThan(0);
    }
  });

  it('shares equal tiles and runs of them: the inside of a large polygon is stored once', async () => {
    const out = join(dir, 'dedup.pmtiles');
    const features = [{ id: 1, properties: { a: 1 }, geometry: square(0, 0, 40) }];
    const stats = await writeTiles({
      out,
      name: '',
      layers: [{ name: 'a', minzoom: 7, maxzoom: 7, features }],
    });
    expect(stats.addressedTiles).toBeGreaterThan(15 * 15);
    // Outside strip, first, inner and last tile, both ways.
    expect(stats.tileContents).toBeLessThanOrEqual(4 * 4);
    expect(stats.tileEntries).toBeLessThan(stats.addressedTiles);
    const h = await openArchive(out).getHeader();
    expect(h.numAddressedTiles).toBe(stats.addressedTiles);
    expect(h.numTileEntries).toBe(stats.tileEntries);
    expect(h.numTileContents).toBe(stats.tileContents);
    expect(await decode(out)).toHaveLength(stats.addressedTiles);
  });

  it('keeps a layer and a feature within their zooms', async () => {
    const out = join(dir, 'zooms.pmtiles');
    await writeTiles({
      out,
      name: '',
      layers: [
        {
          name: 'a',
          minzoom: 3,
          maxzoom: 5,
          features: [{ id: 1, properties: {}, geometry: square(1, 1, 3) }],
        },
        {
          name: 'b',
          minzoom: 2,
          maxzoom: 6,
          features: [{ id: 2, minzoom: 4, properties: {}, geometry: square(1, 1, 3) }],
        },
      ],
    });
    const zooms = (id: number, all: DecodedFeature[]) => [
      ...new Set(all.filter((f) => f.id === id).map((f) => f.z)),
    ];
    const all = await decode(out);
    expect(zooms(1, all)).toEqual([3, 4, 5]);
    expect(zooms(2, all)).toEqual([4, 5, 6]);
  });

  it('writes the same bytes whatever the order of features and of property keys', async () => {
    const make = (i: number, flip: boolean): TileFeature => ({
      properties: flip ? { b: i % 3, a: `n${i % 5}` } : { a: `n${i % 5}`, b: i % 3 },
      geometry: square(10 + (i % 7) * 0.11, 44 + (i % 4) * 0.07, 0.05 + (i % 2) * 0.02),
    });
    const numbers = Array.from({ length: 60 }, (_, i) => i);
    const write = async (name: string, features: TileFeature[]) => {
      const out = join(dir, name);
      await writeTiles({ out, name: '', layers: [{ name: 'a', minzoom: 6, maxzoom: 11, features }] });
      return readFileSync(out);
    };
    const first = await write(
      'order-1.pmtiles',
      numbers.map((i) => make(i, false)),
    );
    const second = await write(
      'order-2.pmtiles',
      numbers.toReversed().map((i) => make(i, true)),
    );
    expect(second.equals(first)).toBe(true);
    expect(first.subarray(0, 7).toString()).toBe('PMTiles');
  });

  it('shows every id at the highest zoom and no degenerate ring at any, however small the input', async () => {
    const out = join(dir, 'tiny.pmtiles');
    const coordinate = fc.tuple(
      fc.double({ min: 11.3, max: 11.36, noNaN: true }),
      fc.double({ min: 44.48, max: 44.52, noNaN: true }),
    );
    const offset = fc.double({ min: -1, max: 1, noNaN: true });
    const polygon = fc.tuple(
      coordinate,
      fc.double({ min: -8, max: -1 }),
      fc.array(fc.tuple(offset, offset), { minLength: 3, maxLength: 9 }),
    );
    const line = fc.tuple(
      coordinate,
      fc.constant(-7),
      fc.array(fc.tuple(offset, offset), { minLength: 2, maxLength: 5 }),
    );
    const sample = fc.array(fc.tuple(fc.boolean(), polygon, line), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(sample, async (list) => {
        const features = list.map(([isLine, p, l], id): TileFeature => {
          const [[lon, lat], power, shape] = isLine ? l : p;
          const points = shape.map(([dx, dy]) => [lon + dx * 10 ** power, lat + dy * 10 ** power]);
          const geometry: TileFeature['geometry'] = isLine
            ? { type: 'LineString', coordinates: points }
            : { type: 'Polygon', coordinates: [[...points, points[0] as number[]]] };
          return { id, properties: {}, geometry };
        });
        await writeTiles({ out, name: '', layers: [{ name: 'a', minzoom: 10, maxzoom: 13, features }] });
        const decoded = await decode(out);
        expect(new Set(decoded.filter((f) => f.z === 13).map((f) => f.id))).toEqual(
          new Set(features.map((f) => f.id)),
        );
        for (const f of decoded.filter((d) => d.type === 3)) {
          for (const ring of f.rings) {
            expect(ring.length).toBeGreaterThanOrEqual(4);
            expect(shoelace(ring)).not.toBe(0);
          }
          expect(shoelace(f.rings[0] ?? [])).toBeGreaterThan(0);
        }
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });
});

describe('thinning', () => {
  it('keeps one point a pixel below the highest zoom, all of them there, and none less where nobody asked', async () => {
    const features = Array.from({ length: 40 }, (_, i): TileFeature => ({
      id: i,
      properties: {},
      geometry: { type: 'Point', coordinates: [11.3 + i * 1e-7, 44.5] },
    }));
    const count = async (thin: boolean) => {
      const out = join(dir, `thin-${thin}.pmtiles`);
      const { perZoom } = await writeTiles({
        out,
        name: 't',
        layers: [{ name: 'dots', minzoom: 12, maxzoom: 14, thin, features }],
      });
      return perZoom.map((z) => z.features);
    };
    expect(await count(true)).toEqual([1, 1, 40]);
    expect(await count(false)).toEqual([40, 40, 40]);
  });
});
