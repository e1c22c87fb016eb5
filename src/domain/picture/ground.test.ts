import { describe, expect, test } from 'vitest';
import type { Shapes } from '../../model/shapes';
import { boundsOfCamera, layGround, type Bounds } from './ground';

const shapes = (bounds: [number, number, number, number]): Shapes => ({
  schemaVersion: 1,
  level: 'area',
  width: 1800,
  height: 1670,
  bounds,
  paths: [],
});
const BOLOGNA: [number, number, number, number] = [11.22965, 44.42111, 11.43371, 44.55621];

describe('the ground of a picture', () => {
  test('the edges of the bounds touch the box, the rest is centred', () => {
    const ground = layGround(BOLOGNA, { x: 10, y: 20, width: 900, height: 2000 });
    expect(ground.project([BOLOGNA[0], BOLOGNA[3]])[0]).toBeCloseTo(10);
    expect(ground.project([BOLOGNA[2], BOLOGNA[1]])[0]).toBeCloseTo(910);
    const [top, bottom] = [ground.project([11.3, BOLOGNA[3]])[1], ground.project([11.3, BOLOGNA[1]])[1]];
    expect(top - 20).toBeCloseTo(2020 - bottom);
  });

  test('outlines with edges of their own lie on the same ground', () => {
    const wide: [number, number, number, number] = [10.8056, 44.06226, 11.84043, 44.80476];
    const ground = layGround(BOLOGNA, { x: 0, y: 0, width: 900, height: 900 });
    const { k, x, y } = ground.placeOf(shapes(wide));
    const [px, py] = ground.project([wide[0], wide[3]]);
    expect([x, y]).toEqual([px, py]);
    expect(x + k * 1800).toBeCloseTo(ground.project([wide[2], wide[3]])[0]);
  });

  test('a kilometre is a kilometre: Bologna is about 16 km wide', () => {
    const ground = layGround(BOLOGNA, { x: 0, y: 0, width: 1000, height: 2000 });
    expect(1000 / ground.perKm).toBeCloseTo(16.2, 1);
  });

  test('a camera shows its centre in the middle, at twice the scale one zoom further', () => {
    const camera = { zoom: 12, lat: 44.4949, lon: 11.3426 };
    const near = boundsOfCamera(camera, 1000, 750);
    const far = boundsOfCamera({ ...camera, zoom: 11 }, 1000, 750);
    const span = (b: Bounds) => b[2] - b[0];
    expect(span(far)).toBeCloseTo(2 * span(near));
    expect((near[0] + near[2]) / 2).toBeCloseTo(camera.lon);
    expect(near[1]).toBeLessThan(camera.lat);
    expect(near[3]).toBeGreaterThan(camera.lat);
    // 512-pixel tiles: 1,000 px at zoom 12 are 1000 / (512 · 2^12) of a turn.
    expect(span(near)).toBeCloseTo((360 * 1000) / (512 * 2 ** 12));
  });
});
