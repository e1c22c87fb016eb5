import { describe, expect, it } from 'vitest';
import { topology as build } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import { buildGeography, buildGeojson, byCode, levelShapes } from './geography';
import { areaKm2, innerPoint, ringKm2 } from './geography-measure';

const square = (x: number, y: number, size = 0.01) => [
  [x, y],
  [x, y + size],
  [x + size, y + size],
  [x + size, y],
  [x, y],
];
const place = (code: string, x: number, y: number, zona: string, prossimita: string, quartiere: string) => ({
  type: 'Feature' as const,
  properties: {
    code,
    name: `Area ${code}`,
    zona,
    zona_name: `Zona ${zona}`,
    quartiere,
    quartiere_name: `Quartiere ${quartiere}`,
    prossimita,
    prossimita_name: `Prossimità ${prossimita}`,
  },
  geometry: { type: 'Polygon' as const, coordinates: [square(x, y)] },
});
const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features }) as never;

/** Four squares, two by two: 1 2 / 10 3. */
const areas = build(
  {
    areas: collection([
      place('1', 11.3, 44.51, 'B', '1', '11'),
      place('2', 11.31, 44.51, 'A', '2', '12'),
      place('10', 11.3, 44.5, 'B', '1', '11'),
      place('3', 11.31, 44.5, 'A', '3', '12'),
    ]),
  },
  1e6,
) as Topology;
const comuni = build(
  {
    comuni: collection([
      { ...place('037006', 11.3, 44.5, '', '', ''), properties: { code: '037006', name: 'Bologna' } },
    ]),
  },
  1e6,
) as Topology;
const edition = {
  table: () => [],
  topology: (_: string, name: string) => (name === 'areas' ? areas : comuni),
};

describe('geography', () => {
  const levels = levelShapes(edition);
  const geography = buildGeography(levels);

  it('orders numeric codes by number, others by text', () => {
    expect(['B', '10', '2', 'A', '037006'].sort(byCode)).toEqual(['2', '10', '037006', 'A', 'B']);
    expect(geography.levels.area!.map((a) => a.code)).toEqual(['1', '2', '3', '10']);
  });

  it('derives every level with names and parents', () => {
    expect(geography.levels.citta).toMatchObject([
      { code: '037006', name: 'Bologna', parents: {}, neighbours: [] },
    ]);
    expect(geography.levels.zona!.map((a) => a.name)).toEqual(['Zona A', 'Zona B']);
    expect(geography.levels.area![2]!.parents).toEqual({
      citta: '037006',
      quartiere: '12',
      zona: 'A',
      prossimita: '3',
    });
    expect(geography.levels.prossimita![0]!.parents).toEqual({ citta: '037006', quartiere: '11' });
  });

  it('knows who borders whom: not across a corner only', () => {
    expect(geography.levels.area!.map((a) => a.neighbours)).toEqual([
      ['2', '10'],
      ['1', '3'],
      ['2', '10'],
      ['1', '3'],
    ]);
    expect(geography.levels.quartiere!.map((a) => a.neighbours)).toEqual([['12'], ['11']]);
  });

  it('dissolves without slivers: one ring, the sum of the parts', () => {
    const city = buildGeojson(levels[0]!).features[0]!;
    expect(city.geometry.type).toBe('Polygon');
    expect(city.geometry).toHaveProperty('coordinates.length', 1);
    const sum = geography.levels.area!.reduce((km2, a) => km2 + a.km2, 0);
    expect(geography.levels.citta![0]!.km2).toBeCloseTo(sum, 5);
  });

  it('winds exteriors counter-clockwise (RFC 7946), whatever the source did', () => {
    for (const level of levels)
      for (const f of buildGeojson(level).features)
        expect(
          ringKm2((f.geometry as unknown as { coordinates: number[][][] }).coordinates[0]!),
        ).toBeGreaterThan(0);
  });
});

describe('measures', () => {
  it('area on the ellipsoid agrees with the lengths of a degree', () => {
    // Series for the WGS84 lengths of one degree of latitude and longitude in km (independent of the authalic formula).
    const rad = Math.PI / 180;
    const degree = (lat: number) =>
      (111.13295 - 0.55982 * Math.cos(2 * lat * rad) + 0.001175 * Math.cos(4 * lat * rad)) *
      (111.41288 * Math.cos(lat * rad) -
        0.0935 * Math.cos(3 * lat * rad) +
        0.000118 * Math.cos(5 * lat * rad));
    for (const lat of [0, 44.5]) {
      const expected = degree(lat + 0.005) * 1e-4;
      expect(Math.abs(areaKm2([[square(11, lat, 0.01)]]) / expected - 1)).toBeLessThan(2e-5);
    }
  });

  it('takes holes out', () => {
    const whole = areaKm2([[square(11, 44, 0.1)]]);
    const hole = areaKm2([[square(11.02, 44.02, 0.05)]]);
    expect(areaKm2([[square(11, 44, 0.1), square(11.02, 44.02, 0.05)]])).toBeCloseTo(whole - hole, 9);
  });

  it('puts the inner point inside a horseshoe, not at its centroid', () => {
    const u = [
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
      [0, 0],
    ];
    const [x, y] = innerPoint([[u.map(([a, b]) => [11 + a! / 100, 44 + b! / 100])]]);
    const inGap = x > 11.01 && x < 11.02 && y > 44.01;
    expect(inGap).toBe(false);
    expect(x > 11 && x < 11.03 && y > 44 && y < 44.03).toBe(true);
  });
});
