import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Hexes } from '../../src/model/hexes';
import { PER_DEGREE, type Points } from '../../src/model/points';
import { SERVICES } from '../bases/point-layers-services';
import { pointColumns } from '../bases/point-columns';
import { openEdition } from '../edition-reader';
import { buildGeography, levelShapes } from '../steps/geography';
import type { WholeExtra } from './extra';
import { extra as hexExtra } from './hexes';
import { extra as pointExtra } from './points';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const geography = buildGeography(levelShapes(edition.only(['geography'])));
const build = async (extra: WholeExtra) =>
  extra.build({
    edition: edition.only(extra.datasets),
    geography,
    indicators: [],
    first: () => undefined,
    indicator: () => {
      throw new Error('reads no indicator');
    },
  });
let points: Record<string, Points>;
let hexes: Record<string, Hexes>;
beforeAll(async () => {
  points = (await build(pointExtra)) as typeof points;
  hexes = (await build(hexExtra)) as typeof hexes;
});
const layersOf = (extra: WholeExtra) => extra.layers ?? [];

it('every layer has its file, and every file its layer', () => {
  for (const [extra, files] of [
    [pointExtra, points],
    [hexExtra, hexes],
  ] as const)
    expect(
      layersOf(extra)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(Object.keys(files).sort());
});

describe('points', () => {
  it('are the rows of the edition, each where its row says, none lost', () => {
    const schools = points['points.schools']!;
    const rows = edition.table('schools');
    expect(schools.lon).toHaveLength(rows.length);
    rows.forEach((row, i) => {
      expect(schools.lon[i]! / PER_DEGREE).toBeCloseTo(Number(row.lon), 5);
      expect(schools.lat[i]! / PER_DEGREE).toBeCloseTo(Number(row.lat), 5);
    });
  });
  it('lie in the area they say, or say that they lie outside', () => {
    const areas = geography.levels.area!;
    for (const [name, { lon, lat, area }] of Object.entries(points)) {
      const inside = area.filter((at) => at >= 0).length;
      expect(inside, name).toBeGreaterThan(0);
      area.forEach((at, i) => {
        if (at < 0) return;
        const [west, south, east, north] = areas[at]!.bbox;
        const [x, y] = [lon[i]! / PER_DEGREE, lat[i]! / PER_DEGREE];
        // The rounding to five decimals may carry a thing on a border a metre over it.
        expect(x >= west - 1e-5 && x <= east + 1e-5 && y >= south - 1e-5 && y <= north + 1e-5, name).toBe(
          true,
        );
      });
    }
  });
  it('what an indicator is about are categories that are there and have things', () => {
    for (const [name, { focus, category, categories }] of Object.entries(points)) {
      const there = new Set(category);
      expect(Math.max(...there), name).toBeLessThan(categories.length);
      for (const [id, about] of Object.entries(focus))
        expect(
          about.some((c) => there.has(c)),
          `${name} for ${id}`,
        ).toBe(true);
    }
  });
  it('a category that is not declared stops the build', () => {
    const layer = { ...SERVICES[0]!, category: () => 'circus' };
    expect(() => pointColumns(layer, edition, geography)).toThrow('unknown category "circus"');
    expect(() =>
      pointColumns({ ...SERVICES[0]!, indicators: { 'a.b': ['circus'] } }, edition, geography),
    ).toThrow('unknown category "circus"');
  });
});

describe('hexagons', () => {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  it('hold every thing once: racks by their places, stops of one date by number', () => {
    const places = edition.table('bike-racks').map(({ places }) => Number(places));
    expect(sum(hexes['hexes.rack-places']!.count)).toBe(sum(places));
    const stops = edition.table('bus-stops').filter(({ period }) => period === '2019');
    expect(sum(hexes['hexes.bus-stops']!.count)).toBe(stops.length);
    expect(stops.length).toBeLessThan(edition.table('bus-stops').length);
  });
  it('stand on one grid: no centre twice, none nearer than the hexagon is wide', () => {
    for (const [name, { lon, lat, width }] of Object.entries(hexes)) {
      const metres = 111_320 / PER_DEGREE;
      const at = lon.map(
        (x, i) => [x * metres * Math.cos((44.5 * Math.PI) / 180), lat[i]! * metres] as const,
      );
      let nearest = Infinity;
      at.forEach(([x, y], i) => {
        for (const [u, v] of at.slice(i + 1)) nearest = Math.min(nearest, Math.hypot(x - u, y - v));
      });
      expect(nearest, name).toBeGreaterThan(width * 0.98);
      expect(nearest, name).toBeLessThan(width * 1.02);
    }
  });
  it('show no count too small, and classes that part the counts', () => {
    for (const [name, { count, least, breaks }] of Object.entries(hexes)) {
      expect(Math.min(...count), name).toBeGreaterThanOrEqual(least);
      expect(breaks, name).toEqual([...breaks].sort((a, b) => a - b));
      expect(breaks[0]!, name).toBeGreaterThan(Math.min(...count));
      expect(breaks.at(-1)!, name).toBeLessThanOrEqual(Math.max(...count));
    }
    expect(hexes['hexes.airbnb']!.least).toBe(3);
  });
});
