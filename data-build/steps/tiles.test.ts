import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeatureCollection, Position } from 'geojson';
import { topology as buildTopology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/model/ids';
import { openEdition } from '../edition-reader';
import type { EditionReader } from '../model';
import {
  allTiles,
  type DecodedFeature,
  featuresOf,
  openArchive,
  openEdges,
  shoelace,
} from '../tiles/testing';
import { buildTiles, featureId } from './tiles';

const EDITION = fileURLToPath(new URL('../edition', import.meta.url));
const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

const collection = (
  features: [Record<string, unknown>, Position[]][],
  polygon = false,
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.map(([properties, line]) => ({
    type: 'Feature',
    properties,
    geometry: polygon ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line },
  })),
});
const asTopology = (name: string, fc: FeatureCollection) =>
  buildTopology({ [name]: fc }, 1e6) as unknown as Topology;

const at = (x: number, y: number): Position => [11.34 + x * 0.001, 44.49 + y * 0.001];
const STREETS: [Record<string, unknown>, Position[]][] = [
  [{ code: '1', name: 'Via Emilia', rank: 1 }, [at(0, 0), at(5, 1)]],
  [{ code: '1', name: 'Via Emilia', rank: 1 }, [at(5, 1), at(10, 1)]],
  [{ code: '1', name: 'Via Emilia', rank: 1 }, [at(5, 5), at(5, 1)]],
  [{ code: '1', name: 'Via Emilia', rank: 1 }, [at(5, 1), at(8, 8)]],
  [{ code: '2', name: 'Via Marconi', rank: 2 }, [at(5, 1), at(5, 9)]],
  [{ code: '3', name: 'Via del Pratello', rank: 3 }, [at(0, 0), at(0, 8)]],
  [{ code: '4', name: 'Vicolo', rank: 4 }, [at(1, 1), at(2, 2)]],
];
const BASE: Record<string, Topology> = {
  streets: asTopology('streets', collection(STREETS)),
  'cycle-paths': asTopology('cycle-paths', collection([[{ kind: 'pista', name: '' }, [at(3, 3), at(4, 4)]]])),
  ztl: asTopology('ztl', collection([[{ name: 'Centro' }, [at(0, 0), at(4, 0), at(4, 4), at(0, 0)]]], true)),
};

/** The committed geography, and a handful of streets made up for the purpose. */
function edition(base: Record<string, Topology> = BASE, tidy = (t: Topology) => t): EditionReader {
  const real = openEdition(EDITION);
  return {
    table: () => [],
    topology: (dataset, name) => base[dataset] ?? tidy(real.topology(dataset, name)),
  };
}

let dir: string;
let areas: string;
let base: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tiles-step-'));
  ({ areas, base } = await buildTiles(edition(), dir));
});
afterAll(() => rmSync(dir, { recursive: true }));

async function decoded(path: string, keep: (f: DecodedFeature) => boolean): Promise<DecodedFeature[]> {
  const all: DecodedFeature[] = [];
  for await (const tile of allTiles(path)) all.push(...featuresOf(tile).filter(keep));
  return all;
}

describe('areas.pmtiles', () => {
  it('holds a layer per level with every area from z6, where one is some pixels wide, to the highest zoom', async () => {
    const meta = (await openArchive(areas).getMetadata()) as { vector_layers: { id: string }[] };
    expect(meta.vector_layers.map((l) => l.id)).toEqual([...LEVELS, 'labels']);
    const all = await decoded(areas, (f) => f.z === 6 || f.z === 14);
    const codes = (layer: string, z: number) =>
      new Set(all.filter((f) => f.layer === layer && f.z === z).map((f) => f.properties.code));
    const expected = { citta: 1, quartiere: 6, zona: 18, prossimita: 25, area: 90, comune: 55 };
    for (const level of LEVELS) {
      expect(codes(level, 6).size, `${level} at z6`).toBe(expected[level]);
      expect(codes(level, 14).size, `${level} at z14`).toBe(expected[level]);
    }
    expect(all.find((f) => f.layer === 'citta')).toMatchObject({
      id: 37006,
      properties: { code: '037006', name: 'Bologna' },
    });
    expect(
      all.filter((f) => f.layer === 'labels' && f.z === 14 && f.properties.level === 'area').length,
    ).toBeGreaterThanOrEqual(90);
  });

  it('has no gap and no overlap between neighbours, and no degenerate ring, at any zoom and level', async () => {
    for await (const tile of allTiles(areas)) {
      const where = `${tile.z}/${tile.x}/${tile.y}`;
      const rings = (layer: string) => featuresOf(tile).flatMap((f) => (f.layer === layer ? f.rings : []));
      const area = (layer: string) => rings(layer).reduce((sum, ring) => sum + shoelace(ring), 0);
      const outline = openEdges(tile, 'citta');
      for (const level of ['quartiere', 'zona', 'prossimita', 'area']) {
        expect(area(level), `${level} ${where}`).toBe(area('citta'));
        expect(openEdges(tile, level), `${level} ${where}`).toEqual(outline);
      }
      for (const ring of [...LEVELS].flatMap(rings)) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(shoelace(ring)).not.toBe(0);
      }
    }
  });

  it('draws Bologna as a comune with the border of the city', async () => {
    const bologna = await decoded(
      areas,
      (f) => f.properties.code === '037006' && (f.layer === 'citta' || f.layer === 'comune'),
    );
    const of = (layer: string) =>
      bologna.filter((f) => f.layer === layer).map(({ z, x, y, rings }) => ({ z, x, y, rings }));
    expect(of('comune')).toEqual(of('citta'));
  });
});

describe('base.pmtiles', () => {
  it('brings streets in by rank, one feature per street', async () => {
    const streets = await decoded(base, (f) => f.layer === 'streets');
    const from = (name: string) =>
      Math.min(...streets.filter((f) => f.properties.name === name).map((f) => f.z));
    expect(['Via Emilia', 'Via Marconi', 'Via del Pratello', 'Vicolo'].map(from)).toEqual([9, 11, 12, 13]);
    for (const f of streets.filter((s) => s.properties.name === 'Via Emilia'))
      expect(f.rings.length).toBeLessThanOrEqual(2);
  });

  it('leaves empty properties out', async () => {
    const [cycleway] = await decoded(base, (f) => f.layer === 'cycleways');
    expect(cycleway?.properties).toEqual({ kind: 'pista' });
  });

  it('says which street has no rank', async () => {
    const streets = asTopology('streets', collection([[{ name: 'x' }, [at(0, 0), at(1, 1)]]]));
    await expect(buildTiles(edition({ ...BASE, streets }), dir)).rejects.toThrow(
      /a rank from 1 to 4, found undefined/,
    );
  });
});

describe('buildTiles', () => {
  it('writes the same bytes when the edition lists its features in another order', async () => {
    const shuffled = (t: Topology): Topology => ({
      ...t,
      objects: Object.fromEntries(
        Object.entries(t.objects).map(([k, o]) => [
          k,
          { ...o, geometries: [...(o as GeometryCollection).geometries].reverse() },
        ]),
      ) as Topology['objects'],
    });
    const other = mkdtempSync(join(dir, 'again-'));
    const flipped = Object.fromEntries(Object.entries(BASE).map(([k, t]) => [k, shuffled(t)]));
    const again = await buildTiles(edition(flipped, shuffled), other);
    expect(sha(again.base)).toBe(sha(base));
    expect(sha(again.areas)).toBe(sha(areas));
  });

  it.skipIf(!existsSync(join(EDITION, 'streets')))(
    'keeps every tile of the committed streets under 100 kB',
    async () => {
      const { stats } = await buildTiles(openEdition(EDITION), mkdtempSync(join(dir, 'real-')));
      for (const { z, largest } of [...stats.areas.perZoom, ...stats.base.perZoom])
        expect(largest, `z${z}`).toBeLessThan(100_000);
    },
  );
});

describe('featureId', () => {
  it('turns codes into integers, apart within a level', () => {
    expect(['037006', '90', 'A', 'T'].map(featureId)).toEqual([37006, 90, 10, 29]);
  });
});
