import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxCentre,
  constrain,
  fitCamera,
  latitude,
  mercatorX,
  mercatorY,
  paddedCentre,
  revealing,
  sameCamera,
} from './camera';
import type { Bounds, Padding } from './spec';

const BOLOGNA: Bounds = [11.2296, 44.4211, 11.4336, 44.5561];

/** Where an SVG with that viewBox and `xMidYMid meet` puts a point, in pixels of the whole box. */
function svgPixel(
  bounds: Bounds,
  size: { width: number; height: number },
  p: Padding,
  lon: number,
  lat: number,
) {
  const [x0, y0] = [mercatorX(bounds[0]), mercatorY(bounds[3])];
  const [w, h] = [mercatorX(bounds[2]) - x0, mercatorY(bounds[1]) - y0];
  const [iw, ih] = [size.width - p.left - p.right, size.height - p.top - p.bottom];
  const scale = Math.min(iw / w, ih / h);
  return {
    x: p.left + (iw - w * scale) / 2 + (mercatorX(lon) - x0) * scale,
    y: p.top + (ih - h * scale) / 2 + (mercatorY(lat) - y0) * scale,
  };
}

/** Where the engine puts it: the box's centre is the camera's, 512 · 2^zoom pixels round the world. */
function mapPixel(
  centre: { zoom: number; lon: number; lat: number },
  size: { width: number; height: number },
  lon: number,
  lat: number,
) {
  const world = 512 * 2 ** centre.zoom;
  return {
    x: size.width / 2 + (mercatorX(lon) - mercatorX(centre.lon)) * world,
    y: size.height / 2 + (mercatorY(lat) - mercatorY(centre.lat)) * world,
  };
}

const side = fc.integer({ min: 0, max: 120 });
const padding = fc.record({ top: side, right: side, bottom: side, left: side });
const size = fc.record({
  width: fc.integer({ min: 320, max: 3840 }),
  height: fc.integer({ min: 320, max: 2160 }),
});

describe('fitCamera', () => {
  it('lands every corner where the first picture has it, in any box', () => {
    fc.assert(
      fc.property(size, padding, (box, p) => {
        const centre = boxCentre(fitCamera(BOLOGNA, box, p), p);
        for (const [lon, lat] of [
          [BOLOGNA[0], BOLOGNA[1]],
          [BOLOGNA[2], BOLOGNA[3]],
          [11.3426, 44.4938],
        ] as const) {
          const [svg, map] = [svgPixel(BOLOGNA, box, p, lon, lat), mapPixel(centre, box, lon, lat)];
          expect(Math.abs(svg.x - map.x)).toBeLessThan(0.01);
          expect(Math.abs(svg.y - map.y)).toBeLessThan(0.01);
        }
      }),
      { seed: 40127, numRuns: 200 },
    );
  });

  it('survives a box smaller than its padding', () => {
    const camera = fitCamera(
      BOLOGNA,
      { width: 10, height: 10 },
      { top: 50, right: 50, bottom: 50, left: 50 },
    );
    expect(Number.isFinite(camera.zoom)).toBe(true);
  });
});

it('latitude undoes mercatorY', () => {
  for (const lat of [-80, 0, 44.4949, 84]) expect(latitude(mercatorY(lat))).toBeCloseTo(lat, 10);
});

it('paddedCentre undoes boxCentre', () => {
  const camera = { zoom: 12.3, lon: 11.34, lat: 44.49 };
  const p = { top: 10, right: 20, bottom: 300, left: 400 };
  expect(sameCamera(paddedCentre(boxCentre(camera, p), p), camera)).toBe(true);
  expect(sameCamera(boxCentre(camera, p), camera)).toBe(false);
});

describe('revealing', () => {
  const box = { width: 1000, height: 800 };
  const p = { top: 0, right: 400, bottom: 0, left: 0 };
  const camera = fitCamera(BOLOGNA, box, p);

  it('stays put when the area is in sight', () => {
    expect(revealing([11.33, 44.48, 11.35, 44.5], camera, box, p)).toBeNull();
  });

  it('moves just enough to free an area from under a panel', () => {
    const hidden: Bounds = [11.46, 44.48, 11.48, 44.5];
    const to = revealing(hidden, camera, box, p)!;
    const right = mapPixel(boxCentre(to, p), box, hidden[2], hidden[1]).x;
    expect(right).toBeCloseTo(600, 6);
    expect(to.zoom).toBe(camera.zoom);
    expect(to.lat).toBeCloseTo(camera.lat, 10);
  });

  it('centres an area larger than the room only when it misses the middle', () => {
    const close = { ...camera, zoom: 17 };
    expect(revealing(BOLOGNA, close, box, p)).toBeNull();
    expect(revealing([11.5, 44.4, 11.9, 44.6], close, box, p)!.lon).toBeCloseTo(11.7, 6);
  });
});

it('constrain holds the centre over the city and the zoom in its range', () => {
  expect(constrain(BOLOGNA, 9, 50, 3)).toEqual({ lon: 11.2296, lat: 44.5561, zoom: 6 });
  expect(constrain(BOLOGNA, 11.3, 44.5, 12)).toEqual({ lon: 11.3, lat: 44.5, zoom: 12 });
});
