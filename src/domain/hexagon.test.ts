import { expect, it } from 'vitest';
import { halfHeldBy } from './concentration';
import { hexagon, METRES_LAT, METRES_LON } from './hexagon';

it('is closed, pointy side up, and as wide across the flats as asked', () => {
  const ring = hexagon(11.34, 44.49, 400);
  expect(ring).toHaveLength(7);
  expect(ring[6]).toEqual(ring[0]);
  const metres = ring.map(([lon, lat]) => [(lon - 11.34) * METRES_LON, (lat - 44.49) * METRES_LAT] as const);
  const xs = metres.map(([x]) => x);
  const ys = metres.map(([, y]) => y);
  expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(400, 6);
  expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo((2 * 400) / Math.sqrt(3), 6);
  expect(metres.filter(([x]) => Math.abs(x) < 1e-6)).toHaveLength(3);
});

it('runs counter-clockwise, as GeoJSON wants its outer rings', () => {
  const ring = hexagon(11.34, 44.49, 400);
  const area = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);
  expect(area).toBeGreaterThan(0);
});

it('counts how few hold half', () => {
  expect(halfHeldBy([1, 1, 8])).toBe(1);
  expect(halfHeldBy([5, 5, 5, 5])).toBe(2);
  expect(halfHeldBy([])).toBe(0);
});
