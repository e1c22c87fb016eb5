import { strToU8, zipSync } from 'fflate';
import type { LineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { InputError } from '../model';
import { BOX } from './parse-geojson';
import { parseShapefile } from './parse-shapefile';
import { dbf, shp, UTM32, WGS84 } from './testing-shapefile';

/**
 * Shapefiles damaged at random (seeded), as golden-fuzz does for tables: whole features inside the box of the city, or an InputError
 * that says where; never another error, never a position elsewhere.
 */
const RUNS = 2000;

function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

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

type Damage = (bytes: Uint8Array, next: () => number) => Uint8Array;
const whole = (next: () => number, below: number): number => Math.floor(next() * below);
const BYTES: Damage[] = [
  (bytes, next) => bytes.slice(0, whole(next, bytes.length)),
  (bytes, next) => {
    const damaged = bytes.slice();
    damaged[whole(next, bytes.length)] = whole(next, 256);
    return damaged;
  },
  (bytes, next) => {
    const damaged = bytes.slice();
    const at = whole(next, bytes.length);
    damaged.fill([0, 0xff, 0x7f, 0x80][whole(next, 4)]!, at, at + 1 + whole(next, 8));
    return damaged;
  },
  (bytes, next) => {
    const at = whole(next, bytes.length);
    return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + 1 + whole(next, 12))]);
  },
  (bytes, next) => {
    const at = whole(next, bytes.length);
    return new Uint8Array([...bytes.slice(0, at), whole(next, 256), ...bytes.slice(at)]);
  },
];

/** Damage to one member, or to the archive around them. */
function damaged(seed: number): Uint8Array {
  const next = random(seed);
  const parts = members(seed % 2 === 0);
  const damage = BYTES[whole(next, BYTES.length)]!;
  const name = ['a.shp', 'a.shp', 'a.dbf', 'a.dbf', 'a.prj', 'a.cpg', null][whole(next, 7)]!;
  if (name === null) return damage(zipSync(parts), next);
  return zipSync({ ...parts, [name]: damage(parts[name]!, next) });
}

const inside = ([lon, lat]: Position): boolean =>
  lon! >= BOX[0] && lon! <= BOX[2] && lat! >= BOX[1] && lat! <= BOX[3];
const parse = (bytes: Uint8Array) =>
  parseShapefile<LineString>(bytes, 'streets.zip', ['name'], ['LineString']);

describe('parseShapefile', () => {
  it.each([true, false])('reads the layer as it is, in metres: %s', (isPlane) => {
    expect(parse(zipSync(members(isPlane))).map(({ properties }) => properties['name'])).toEqual(
      NAMES.map((name) => new TextDecoder().decode(name)),
    );
  });

  it(`gives whole features or says what is wrong, ${RUNS} times`, () => {
    let refused = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      try {
        for (const { geometry, properties } of parse(damaged(seed))) {
          expect(geometry.coordinates.length, `seed ${seed}`).toBeGreaterThan(1);
          expect(geometry.coordinates.every(inside), `seed ${seed}`).toBe(true);
          expect(typeof properties['name'], `seed ${seed}`).toBe('string');
        }
      } catch (error) {
        if (!(error instanceof InputError)) throw new Error(`seed ${seed}`, { cause: error });
        expect(error.message).toContain('streets.zip');
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(RUNS / 3);
  }, 60_000);
});
