import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { square } from '../data-build/tiles/testing';
import { type TileLayer, writeTiles } from '../data-build/tiles/write';
import { inspect, invalidRings } from './tiles-inspect';
import { featuresIn } from './tiles-sets';

it('counts ids once per zoom however many tiles they are in, kinds apart, against those asked for', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'inspect-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const bowTie = [
    [11.3, 44.6],
    [11.4, 44.7],
    [11.4, 44.6],
    [11.3, 44.8],
    [11.3, 44.6],
  ];
  const layers: TileLayer[] = [
    {
      name: 'a',
      minzoom: 9,
      maxzoom: 10,
      features: [
        { id: 1, properties: {}, geometry: square(11.2, 44.4, 0.8) },
        { id: 2, properties: {}, geometry: square(11.3, 44.5, 0.00001) },
        { id: 3, minzoom: 10, properties: {}, geometry: { type: 'Point', coordinates: [11.3, 44.5] } },
        { id: 4, properties: {}, geometry: { type: 'Polygon', coordinates: [bowTie] } },
      ],
    },
  ];
  const out = join(dir, 'a.pmtiles');
  await writeTiles({ out, name: '', layers });
  const found = await inspect(out, new Map([['a', 10]]));
  // The tiny one comes with the highest zoom, as one unit.
  expect(found.kept).toEqual({
    9: { points: 0, lines: 0, polygons: 2, surfaces: 2 },
    10: { points: 1, lines: 0, polygons: 3, surfaces: 3 },
  });
  expect(found.idsAtHighest).toBe(4);
  expect(found.rings.crossing).toBeGreaterThan(0);
  expect(invalidRings(found)).toBe(found.rings.crossing);
  expect(featuresIn(layers)).toEqual({
    features: 4,
    due: {
      9: { points: 0, lines: 0, polygons: 3, surfaces: 3 },
      10: { points: 1, lines: 0, polygons: 3, surfaces: 3 },
    },
  });
});
