import { describe, expect, it } from 'vitest';
import { topology } from 'topojson-server';
import type { Area, Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { areaLocator } from './locate';
import { nearGrid } from './near';
import { resources, variety } from './social';

const box = (west: number, east: number, hole?: readonly [number, number]) => {
  const ring = (a: number, b: number, south: number, north: number) => [
    [a, south],
    [b, south],
    [b, north],
    [a, north],
    [a, south],
  ];
  return {
    type: 'Polygon' as const,
    coordinates: [
      ring(west, east, 44, 44.1),
      ...(hole ? [ring(hole[0], hole[1], 44.04, 44.06).reverse()] : []),
    ],
  };
};
const feature = (code: string, geometry: ReturnType<typeof box>) => ({
  type: 'Feature' as const,
  properties: { code },
  geometry,
});
/** Two squares side by side; the second has a hole. */
const shapes = topology({
  areas: {
    type: 'FeatureCollection',
    features: [feature('1', box(11, 11.1)), feature('2', box(11.1, 11.2, [11.14, 11.16]))],
  } as never,
});

const area = (code: string, parents: Area['parents']): Area => ({
  code,
  name: code,
  parents,
  point: [11, 44],
  bbox: [11, 44, 12, 45],
  km2: 1,
  neighbours: [],
});
const geography: Geography = {
  schemaVersion: 1,
  levels: {
    citta: [area('037006', {})],
    prossimita: [area('7', { citta: '037006' }), area('8', { citta: '037006' })],
    area: [area('1', { prossimita: '7', citta: '037006' }), area('2', { prossimita: '8', citta: '037006' })],
  },
};
const reader = (tables: Record<string, Record<string, string>[]>): EditionReader => ({
  table: (dataset) => tables[dataset]!,
  topology: () => shapes as never,
});

describe('areaLocator', () => {
  const locate = areaLocator(shapes as never);
  it('finds the area of a point, none in a hole or outside', () => {
    const places = [locate(11.05, 44.05), locate(11.12, 44.05), locate(11.15, 44.05), locate(11.3, 44.05)];
    expect(places).toEqual(['1', '2', undefined, undefined]);
  });
});

describe('nearGrid', () => {
  const house = (lon: string, code: string) => ({ lon, lat: '44.05', area: code });
  // One hundredth of a degree of longitude is 795 m here.
  const addresses = [house('11.05', '1'), house('11.056', '1'), house('11.062', '1'), house('11.05', '')];
  const places = [{ period: '2024', lon: '11.05', lat: '44.05', kind: 'a' }];
  it('counts house numbers within the distance, and leaves out those without an area', () => {
    const grid = nearGrid(reader({ addresses, places }), geography, { dataset: 'places', metres: 500 });
    expect(grid.get('area')!.get('2024')!.get('1')).toEqual([2, 1]);
    expect(grid.get('citta')!.get('2024')!.get('037006')).toEqual([2, 1]);
  });
  it('has the year, and nobody near, where no place passes', () => {
    const grid = nearGrid(reader({ addresses, places }), geography, {
      dataset: 'places',
      metres: 500,
      keep: ({ kind }) => kind === 'b',
    });
    expect(grid.get('citta')!.get('2024')!.get('037006')).toEqual([0, 3]);
  });
});

describe('resources', () => {
  const row = (kind: string, lon: string, prossimita: string) => ({
    period: '2024',
    id: 'x',
    kind,
    lon,
    lat: '44.05',
    prossimita,
  });
  const of = (...rows: Record<string, string>[]) =>
    resources(reader({ 'social-resources': rows }), geography);
  it('puts each into the area of its point', () => {
    expect(of(row('food', '11.05', '7'))).toEqual([{ period: '2024', area: '1', kind: 'food' }]);
  });
  it('stops where the stated zone is another, and outside the city', () => {
    expect(() => of(row('food', '11.05', '8'))).toThrow('expected 7, where the point falls, found 8');
    expect(() => of(row('food', '11.5', '8'))).toThrow('a point inside the city');
  });
  it('counts different kinds once at each level', () => {
    const found = variety(
      of(row('food', '11.05', '7'), row('food', '11.12', '8'), row('sport', '11.05', '7')),
      geography,
    );
    expect([found.get('area')!.get('1')!.size, found.get('citta')!.get('037006')!.size]).toEqual([2, 2]);
  });
});
