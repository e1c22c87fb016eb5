import { describe, expect, it } from 'vitest';
import { METRES_LAT, METRES_LON } from '../../src/domain/hexagon';
import { hexOf } from './hex-grid';

const metresBetween = (lon1: number, lat1: number, lon2: number, lat2: number): number =>
  Math.hypot((lon1 - lon2) * METRES_LON, (lat1 - lat2) * METRES_LAT);

/** Seeded: mulberry32. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const WIDTH = 500;
const next = random(7);
const points = Array.from({ length: 500 }, () => [11.25 + next() * 0.2, 44.42 + next() * 0.14] as const);

describe('hexOf', () => {
  it('gives the hexagon whose centre is nearest of all around', () => {
    for (const [lon, lat] of points) {
      const own = hexOf(lon, lat, WIDTH);
      const here = metresBetween(lon, lat, own.lon, own.lat);
      expect(here).toBeLessThanOrEqual(WIDTH / Math.sqrt(3) + 0.01);
      for (let turn = 0; turn < 6; turn++) {
        const angle = (turn * Math.PI) / 3;
        const beside = hexOf(
          own.lon + (Math.cos(angle) * WIDTH) / 79_543,
          own.lat + (Math.sin(angle) * WIDTH) / 111_122,
          WIDTH,
        );
        expect(beside.id).not.toBe(own.id);
        expect(metresBetween(lon, lat, beside.lon, beside.lat)).toBeGreaterThanOrEqual(here - 0.01);
      }
    }
  });

  it('is its own hexagon at the centre, and never says minus zero', () => {
    for (const [lon, lat] of points) {
      const { id, ...centre } = hexOf(lon, lat, WIDTH);
      expect(hexOf(centre.lon, centre.lat, WIDTH).id).toBe(id);
      expect(id).toMatch(/^(0|-?[1-9]\d*)_(0|-?[1-9]\d*)$/);
    }
  });
});

describe('metres in a degree', () => {
  /** On a sphere of the mean radius: within 0.4 % of the ellipsoid here. */
  const haversine = (lon1: number, lat1: number, lon2: number, lat2: number): number => {
    const rad = Math.PI / 180;
    const h =
      Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
      Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
    return 2 * 6_371_009 * Math.asin(Math.sqrt(h));
  };
  it('agree with the great circle across the city', () => {
    for (const [i, [lon, lat]] of points.entries()) {
      const [lon2, lat2] = points[(i + 1) % points.length]!;
      const sphere = haversine(lon, lat, lon2, lat2);
      expect(Math.abs(metresBetween(lon, lat, lon2, lat2) / sphere - 1)).toBeLessThan(0.004);
    }
  });
});
