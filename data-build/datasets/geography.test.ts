import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature, mergeArcs } from 'topojson-client';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { parseGeoJson } from '../steps/parse-geojson';
import { parseShapefile } from '../steps/parse-shapefile';

interface Props {
  code: string;
  name: string;
  zona: string;
  quartiere: string;
  prossimita: string;
}
const folder = new URL('../edition/geography/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const topo = (name: string): Topology<Record<string, GeometryCollection<Props>>> =>
  JSON.parse(read(`${name}.topojson`)) as never;

const areas = topo('areas');
const object = areas.objects['areas']!;
const features = feature(areas, object).features as Feature<Polygon | MultiPolygon, Props>[];
const polygons = (g: Polygon | MultiPolygon): Position[][][] =>
  g.type === 'Polygon' ? [g.coordinates] : g.coordinates;

/**
 * Area in km² whatever the winding: on a sphere whose radius is the mean √(M·N) of the WGS84 ellipsoid's two curvatures
 * at 44.5° N. The authalic radius of the whole Earth would be 0.2 % short here.
 */
function km2(g: Polygon | MultiPolygon): number {
  const R = Math.sqrt(6366.82 * 6388.65);
  const rad = Math.PI / 180;
  const ring = (r: Position[]): number =>
    r.slice(1).reduce((sum, b, i) => {
      const a = r[i]!;
      return sum + (b[0]! - a[0]!) * rad * (Math.sin(a[1]! * rad) + Math.sin(b[1]! * rad));
    }, 0);
  return polygons(g).reduce((sum, [outer, ...holes]) => {
    return sum + (Math.abs(ring(outer!)) - holes.reduce((h, r) => h + Math.abs(ring(r)), 0)) * (R * R) * 0.5;
  }, 0);
}

/** How many rings use each arc. */
function arcUses(): Map<number, number> {
  const uses = new Map<number, number>();
  const walk = (arcs: unknown): void => {
    if (typeof arcs === 'number')
      uses.set(arcs < 0 ? ~arcs : arcs, (uses.get(arcs < 0 ? ~arcs : arcs) ?? 0) + 1);
    else if (Array.isArray(arcs)) arcs.forEach(walk);
  };
  for (const g of object.geometries) if ('arcs' in g) walk(g.arcs);
  return uses;
}

describe('areas', () => {
  it('are 90, in 18 zone, 6 quartieri and 25 zone di prossimità', () => {
    const count = (key: keyof Props): number => new Set(features.map((f) => f.properties[key])).size;
    expect([count('code'), count('zona'), count('quartiere'), count('prossimita')]).toEqual([90, 18, 6, 25]);
    expect(features.map((f) => f.properties.code)).toEqual(
      Array.from({ length: 90 }, (_, i) => String(i + 1)),
    );
  });

  it('share every interior border: each arc serves two areas, or one and the outline', () => {
    const uses = arcUses();
    expect(uses.size).toBe(areas.arcs.length);
    expect([...new Set(uses.values())].sort()).toEqual([1, 2]);
    const city = mergeArcs(areas as never, object.geometries as never);
    const outline = (city.arcs as number[][][]).flat(2).length;
    expect([...uses.values()].filter((n) => n === 1).length).toBe(outline);
  });

  it('dissolve into one ring without gaps', () => {
    const city = feature(areas, mergeArcs(areas as never, object.geometries as never) as never) as never as {
      geometry: MultiPolygon;
    };
    expect(city.geometry.coordinates.map((polygon) => polygon.length)).toEqual([1]);
    const sum = features.reduce((total, f) => total + km2(f.geometry as Polygon), 0);
    expect(km2(city.geometry)).toBeCloseTo(sum, 6);
    expect(Math.abs(sum - 140.84)).toBeLessThan(0.05);
  });

  it.each(['zona', 'quartiere', 'prossimita'] as const)('dissolve into %s without slivers', (level) => {
    for (const code of new Set(features.map((f) => f.properties[level]))) {
      const members = object.geometries.filter((g) => (g.properties as Props)[level] === code);
      const merged = feature(areas, mergeArcs(areas as never, members as never) as never) as never as {
        geometry: MultiPolygon;
      };
      expect(
        merged.geometry.coordinates.map((polygon) => polygon.length),
        `${level} ${code}`,
      ).toEqual([1]);
    }
  });

  it('have rings that do not cross themselves', () => {
    for (const f of features)
      for (const ring of polygons(f.geometry as Polygon).flat())
        expect(crossings(ring), f.properties.name).toBe(0);
  });
});

/** Pairs of sides of a ring that properly cross, by orientation signs; sides sorted by west end. */
function crossings(ring: Position[]): number {
  const sides = ring.slice(1).map((b, i) => [ring[i]!, b] as const);
  const west = (s: readonly [Position, Position]): number => Math.min(s[0][0]!, s[1][0]!);
  sides.sort((s, t) => west(s) - west(t));
  const turn = (a: Position, b: Position, c: Position): number =>
    Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
  let found = 0;
  sides.forEach(([a, b], i) => {
    const east = Math.max(a[0]!, b[0]!);
    for (let j = i + 1; j < sides.length && west(sides[j]!) <= east; j++) {
      const [c, d] = sides[j]!;
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) found++;
    }
  });
  return found;
}

describe('comuni', () => {
  it('are 55 with ISTAT codes, Bologna among them', () => {
    const comuni = topo('comuni').objects['comuni']!.geometries.map((g) => g.properties as Props);
    expect(comuni).toHaveLength(55);
    expect(comuni.every((c) => /^037\d{3}$/.test(c.code))).toBe(true);
    expect(comuni.find((c) => c.code === '037006')?.name).toBe('Bologna');
  });
});

describe('names', () => {
  it('never shout, but for acronyms and Roman numerals', () => {
    const names = read('hierarchy.csv')
      .split('\n')
      .slice(1, -1)
      .flatMap((line) => line.split(',').filter((cell) => /[A-Za-z]{2}/.test(cell)));
    const shouting = new Set(names.flatMap((name) => name.match(/\b[A-Z]{2,}\b/g) ?? []));
    expect([...shouting].sort()).toEqual(['CAAB', 'CNR', 'INA', 'XXI']);
    expect(names.some((name) => /\bS\./.test(name))).toBe(false);
  });
});

/** A folder of raw exports, which no clone holds. */
const RAW = process.env['RAW_DIR'] ?? '';
describe('areas dissolved, against the layers the municipality publishes', () => {
  /** Area in km² of what is left when the areas of one code are joined. */
  const dissolved = (level: 'zona' | 'quartiere'): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const { properties, geometry } of features)
      sums.set(properties[level], (sums.get(properties[level]) ?? 0) + km2(geometry));
    return sums;
  };
  const ours = (level: 'zona' | 'quartiere', published: Map<string, number>): string[] =>
    [...dissolved(level)].flatMap(([code, size]) => {
      const other = published.get(code);
      return other !== undefined && Math.abs(size - other) < 0.03
        ? []
        : [`${code}: ${size} against ${other}`];
    });

  it.skipIf(!existsSync(RAW))(
    'zone and quartieri have the published size within 0.03 km² (skipped without a folder of raw exports in RAW_DIR)',
    () => {
      const zone = parseShapefile<Polygon | MultiPolygon>(
        readFileSync(join(RAW, 'boundaries/zone-del-comune-di-bologna.zip')),
        'zone',
        ['codzona'],
        ['Polygon', 'MultiPolygon'],
      );
      expect(zone).toHaveLength(18);
      const zones = new Map(zone.map((one) => [String(one.properties['codzona']), km2(one.geometry)]));
      expect(ours('zona', zones)).toEqual([]);
      const quartieri = parseGeoJson(readFileSync(join(RAW, 'boundaries/quartieri.geojson')), 'quartieri', [
        'Polygon',
        'MultiPolygon',
      ]);
      const districts = new Map(
        quartieri.map((one) => [
          String(one.properties['cod_quar']),
          km2(one.geometry as Polygon | MultiPolygon),
        ]),
      );
      expect(districts.size).toBe(6);
      expect(ours('quartiere', districts)).toEqual([]);
    },
  );
});
