import { strToU8, zipSync } from 'fflate';
import type { LineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { anyDamage, FILE, storm, whole } from '../connectors/testing-damage';
import { BOX } from './parse-geojson';
import { parseShapefile } from './parse-shapefile';
import { dbf, shp, UTM32, WGS84 } from './testing-shapefile';

/**
 * Shapefiles damaged at random (seeded), as golden-fuzz does for tables: whole features inside the box of the city, or an InputError
 * that says where; never another error, never a position elsewhere.
 */
const RUNS = 2000;

type Members = Record<string, Uint8Array>;
const NAMES = ['VIA EMILIA', 'VIA SAN FELICE', 'VIA DELL’ARCO', 'STRADA MAGGIORE'].map((name) =>
  strToU8(name),
);
const line = (x: number, y: number, by: number) => [
  [x, y],
  [x + by, y + by],
  [x + 2 * by, y],
];
const members = (isPlane: boolean): Members => ({
  'a.shp': shp(
    NAMES.map((_, i) =>
      isPlane ? line(683_000 + 400 * i, 4_929_000, 100) : line(11.3 + 0.01 * i, 44.5, 0.004),
    ),
  ),
  'a.dbf': dbf('name', NAMES),
  'a.prj': strToU8(isPlane ? UTM32 : WGS84),
  'a.cpg': strToU8('UTF-8'),
});

/** Damage to one member, or to the archive around them. */
function damaged(next: () => number): Uint8Array {
  const parts = members(whole(next, 2) === 0);
  const name = ['a.shp', 'a.shp', 'a.dbf', 'a.dbf', 'a.prj', 'a.cpg', null][whole(next, 7)]!;
  if (name === null) return anyDamage(zipSync(parts), next);
  return zipSync({ ...parts, [name]: anyDamage(parts[name]!, next) });
}

const inside = ([lon, lat]: Position): boolean =>
  lon! >= BOX[0] && lon! <= BOX[2] && lat! >= BOX[1] && lat! <= BOX[3];
const parse = (bytes: Uint8Array) => parseShapefile<LineString>(bytes, FILE, ['name'], ['LineString']);

describe('parseShapefile', () => {
  it.each([true, false])('reads the layer as it is, in metres: %s', (isPlane) => {
    expect(parse(zipSync(members(isPlane))).map(({ properties }) => properties['name'])).toEqual(
      NAMES.map((name) => new TextDecoder().decode(name)),
    );
  });

  it(`gives whole features or says what is wrong, ${RUNS} times`, async () => {
    const check = (features: ReturnType<typeof parse>, seed: number): void => {
      for (const { geometry, properties } of features) {
        expect(geometry.coordinates.length, `seed ${seed}`).toBeGreaterThan(1);
        expect(geometry.coordinates.every(inside), `seed ${seed}`).toBe(true);
        expect(typeof properties['name'], `seed ${seed}`).toBe('string');
      }
    };
    await storm(RUNS, damaged, parse, check, 1 / 3);
  }, 60_000);
});
