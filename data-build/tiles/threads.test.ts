import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { square } from './testing';
import { type TileFeature, writeTiles } from './write';

let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'threads-'))));
afterAll(() => rmSync(dir, { recursive: true }));

describe('threads', () => {
  /** A town of its own: neighbours of one coverage, lines across tiles, points, small and large, some with equal contents. */
  function* town(): Generator<TileFeature> {
    let id = 0;
    for (let i = 0; i < 24; i++)
      for (let j = 0; j < 24; j++) {
        const [lon, lat] = [11.2 + i * 0.008, 44.4 + j * 0.006];
        yield { id: id++, properties: { n: i, name: `a${i}-${j}` }, geometry: square(lon, lat, 0.004) };
        if ((i + j) % 3 === 0)
          yield {
            id: id++,
            properties: { kind: 'stop' },
            geometry: { type: 'Point', coordinates: [lon, lat] },
          };
        if ((i * j) % 17 === 1)
          yield {
            id: id++,
            properties: {},
            geometry: {
              type: 'LineString',
              coordinates: [
                [lon, lat],
                [lon + 0.05, lat + 0.03],
                [11.3, 44.45],
              ],
            },
          };
      }
  }
  const write = async (name: string, threads: number): Promise<Buffer> => {
    const out = join(dir, name);
    await writeTiles({
      out,
      name: 'town',
      threads,
      layers: [
        {
          name: 'ground',
          minzoom: 4,
          maxzoom: 13,
          coverage: true,
          features: [{ id: 1, properties: {}, geometry: square(11.1, 44.3, 0.5) }],
        },
        { name: 'town', minzoom: 6, maxzoom: 14, features: town() },
      ],
    });
    return readFileSync(out);
  };

  it('one, two or three: the same bytes', async () => {
    const one = await write('one.pmtiles', 1);
    expect((await write('two.pmtiles', 2)).equals(one)).toBe(true);
    expect((await write('three.pmtiles', 3)).equals(one)).toBe(true);
  }, 60_000);

  it('stop when the features fail to come, and leave no file', async () => {
    const broken = function* (): Generator<TileFeature> {
      yield { properties: {}, geometry: square(11, 44, 0.1) };
      throw new Error('the source ran dry');
    };
    const out = join(dir, 'broken.pmtiles');
    const layers = [{ name: 'a', minzoom: 4, maxzoom: 6, features: broken() }];
    await expect(writeTiles({ out, name: '', threads: 2, layers })).rejects.toThrow('ran dry');
    expect(readdirSync(dir).filter((f) => f.startsWith('broken'))).toEqual([]);
  }, 60_000);
});
