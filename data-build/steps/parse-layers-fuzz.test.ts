import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { InputError } from '../model';
import { BOX, parseGeoJson } from './parse-geojson';

/**
 * Layers damaged at random (seeded), as golden-fuzz does for tables: whole features inside the box of the city, or an InputError
 * that says where. Shapefiles have a run of their own beside this.
 */
const RUNS = 400;

function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const square = (x: number, y: number): number[][] => [
  [x, y],
  [x + 0.01, y],
  [x + 0.01, y + 0.01],
  [x, y + 0.01],
  [x, y],
];
const LAYER = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    [11.3, 44.5],
    [11.31, 44.5],
    [11.32, 44.51],
  ].map(([x, y], i) => ({
    type: 'Feature',
    properties: { code: String(i + 1), name: `Area ${i + 1}` },
    geometry: { type: 'Polygon', coordinates: [square(x!, y!)] },
  })),
});
const WORDS = ['null', '[]', '{}', '""', '-1', '1e9', '9'.repeat(20), 'NaN', '"x"', 'true', ''];

const DAMAGES: ((text: string, next: () => number) => string)[] = [
  (text, next) => text.slice(0, Math.floor(next() * text.length)),
  (text, next) => {
    const at = Math.floor(next() * text.length);
    return text.slice(0, at) + text.slice(at + 1 + Math.floor(next() * 30));
  },
  (text, next) => {
    const parts = [...text.matchAll(/-?\d+(?:\.\d+)?|"[^"]*"|\[[^[\]]*\]/g)];
    const one = parts[Math.floor(next() * parts.length)]!;
    return (
      text.slice(0, one.index) +
      WORDS[Math.floor(next() * WORDS.length)]! +
      text.slice(one.index + one[0].length)
    );
  },
  (text, next) => {
    const at = Math.floor(next() * text.length);
    return text.slice(0, at) + String.fromCharCode(Math.floor(next() * 256)) + text.slice(at + 1);
  },
];

const inside = ([lon, lat]: Position): boolean =>
  Number.isFinite(lon) &&
  Number.isFinite(lat) &&
  lon! >= BOX[0] &&
  lon! <= BOX[2] &&
  lat! >= BOX[1] &&
  lat! <= BOX[3];

describe('parseGeoJson', () => {
  const parse = (text: string) =>
    parseGeoJson(new Uint8Array(Buffer.from(text, 'latin1')), 'layer.geojson', ['Polygon']);

  it('reads the layer as it is', () => {
    expect(parse(LAYER)).toHaveLength(3);
  });

  it(`gives whole features or says what is wrong, ${RUNS} times`, () => {
    let refused = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const next = random(seed);
      const text = DAMAGES[seed % DAMAGES.length]!(LAYER, next);
      try {
        for (const { geometry } of parse(text))
          for (const ring of (geometry as { coordinates: Position[][] }).coordinates)
            expect(ring.every(inside), `seed ${seed}: ${text}`).toBe(true);
      } catch (error) {
        if (!(error instanceof InputError)) throw new Error(`seed ${seed}: ${text}`, { cause: error });
        expect(error.message).toContain('layer.geojson');
        refused += 1;
      }
    }
    // Most damage is noticed; what is not touched letters of a name.
    expect(refused).toBeGreaterThan(RUNS / 3);
  });
});
