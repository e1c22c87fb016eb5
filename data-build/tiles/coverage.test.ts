import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, Position } from 'geojson';
import { mergeArcs } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import type { GeometryCollection, Polygon, Topology } from 'topojson-specification';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allTiles, type DecodedTile, featuresOf, openEdges, shoelace } from './testing';
import { writeTiles } from './write';

let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'coverage-'))));
afterAll(() => rmSync(dir, { recursive: true }));

const SIDE = 7;

/** A jittered board of SIDE × SIDE cells with wiggly shared borders; the same border runs through both neighbours. */
function board(seed: number): FeatureCollection {
  const noise = (a: number, b: number) => {
    const s = Math.sin(a * 127.1 + b * 311.7 + seed * 74.7) * 43758.5453;
    return s - Math.floor(s) - 0.5;
  };
  const corner = (i: number, j: number): Position => [
    11.2 + 0.03 * (i + 0.5 * noise(i, j)),
    44.4 + 0.02 * (j + 0.5 * noise(j + 50, i)),
  ];
  const border = (i: number, j: number, k: number, l: number): Position[] => {
    const [a, b] = [corner(i, j), corner(k, l)] as [number, number][];
    const steps = 24;
    return Array.from({ length: steps }, (_, n): Position => {
      const wiggle = n === 0 ? 0 : 0.0006 * noise(100 * i + k + n, 100 * j + l - n);
      return [a![0] + ((b![0] - a![0]) * n) / steps + wiggle, a![1] + ((b![1] - a![1]) * n) / steps - wiggle];
    });
  };
  const both = (i: number, j: number, k: number, l: number, back: boolean) =>
    back ? [...border(i, j, k, l).slice(1), corner(k, l)].reverse() : border(i, j, k, l);
  const cells = Array.from(
    { length: SIDE * SIDE },
    (_, n) => [n % SIDE, Math.floor(n / SIDE)] as [number, number],
  );
  return {
    type: 'FeatureCollection',
    features: cells.map(([i, j]) => {
      const ring = [
        ...both(i, j, i + 1, j, false),
        ...both(i + 1, j, i + 1, j + 1, false),
        ...both(i, j + 1, i + 1, j + 1, true),
        ...both(i, j, i, j + 1, true),
      ];
      const properties = { code: `${i}-${j}`, column: i };
      return {
        type: 'Feature',
        properties,
        geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]!]] },
      };
    }),
  };
}

const columns = (cells: Polygon[]): Polygon[][] =>
  Array.from({ length: SIDE }, (_, i) =>
    cells.filter((c) => (c.properties as { column: number }).column === i),
  );

/** Twice the area a layer covers in a tile. */
const covered = (tile: DecodedTile, layer: string) =>
  featuresOf(tile)
    .filter((f) => f.layer === layer)
    .flatMap((f) => f.rings)
    .reduce((sum, ring) => sum + shoelace(ring), 0);

describe('neighbours share their borders', () => {
  it.each([1, 2, 3])(
    'no gap at any zoom, in any tile, between cells, columns and the whole (seed %i)',
    async (seed) => {
      const topology = buildTopology({ cells: board(seed) }, 1e6) as unknown as Topology;
      const cells = (topology.objects.cells as GeometryCollection).geometries as Polygon[];
      const layer = (name: string, groups: Polygon[][]) => ({
        name,
        minzoom: 4,
        maxzoom: 12,
        coverage: true,
        features: groups.map((group) => ({
          properties: {},
          topology,
          geometry: mergeArcs(topology, group as never),
        })),
      });
      const out = join(dir, `${seed}.pmtiles`);
      const layers = [
        layer(
          'cells',
          cells.map((c) => [c]),
        ),
        layer('columns', columns(cells)),
        layer('whole', [cells]),
      ];
      const stats = await writeTiles({ out, name: '', layers });
      expect(stats.perZoom.map(({ z }) => z)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
      for await (const tile of allTiles(out)) {
        const where = `${tile.z}/${tile.x}/${tile.y}`;
        const whole = covered(tile, 'whole');
        expect(covered(tile, 'cells'), where).toBe(whole);
        expect(covered(tile, 'columns'), where).toBe(whole);
        // Inside, every border runs there in one cell and back in its neighbour: only the outline of the whole is left over.
        const outline = openEdges(tile, 'whole');
        expect(openEdges(tile, 'cells'), where).toEqual(outline);
        expect(openEdges(tile, 'columns'), where).toEqual(outline);
      }
    },
  );
});
