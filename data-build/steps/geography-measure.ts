import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Rings of every polygon of a geometry: exterior first, then holes. Degrees, [lon, lat]. */
export type Polygons = Position[][][];

export const polygonsOf = (geometry: Polygon | MultiPolygon): Polygons =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** WGS84: semi-major axis in metres and first eccentricity. */
const A = 6378137;
const E = Math.sqrt(0.00669437999014133);
const RAD = Math.PI / 180;

/** q of the authalic latitude: equal steps of q hold equal area on the ellipsoid (Snyder 1987, Map Projections, eq. 3-12). */
function q(latitude: number): number {
  const s = Math.sin(latitude * RAD);
  return (1 - E * E) * (s / (1 - E * E * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
}

/** Signed area of a ring on the WGS84 ellipsoid in km², positive when counter-clockwise. */
export function ringKm2(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [lon0, lat0] = ring[i - 1] as [number, number];
    const [lon1, lat1] = ring[i] as [number, number];
    sum -= (lon1 - lon0) * RAD * (q(lat0) + q(lat1));
  }
  return (sum * A * A) / 4 / 1e6;
}

/** Area in km²: exteriors less holes, whatever the winding. */
export const areaKm2 = (polygons: Polygons): number =>
  polygons
    .flatMap((rings) => rings.map((ring, i) => (i === 0 ? 1 : -1) * Math.abs(ringKm2(ring))))
    .reduce((sum, area) => sum + area, 0);

/** [west, south, east, north] in degrees. */
export function bboxOf(polygons: Polygons): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of polygons.flat(2) as [number, number][]) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

interface Cell {
  x: number;
  y: number;
  half: number;
  distance: number;
}

/**
 * The point farthest from every border (pole of inaccessibility), [lon, lat]: a label there stands well inside.
 * Quadtree search of the largest polygon down to about 5 m; longitudes are scaled so that a degree is equally long both ways.
 */
export function innerPoint(polygons: Polygons): [number, number] {
  const rings = polygons.reduce((a, b) => (areaKm2([b]) > areaKm2([a]) ? b : a));
  const [west, south, east, north] = bboxOf([rings]);
  const scale = Math.cos(((south + north) / 2) * RAD);
  const scaled = rings.map((ring) => ring.map(([lon, lat]) => [lon! * scale, lat!] as const));
  const width = (east - west) * scale;
  const half = Math.min(width, north - south) / 2;
  const cell = (x: number, y: number, h: number): Cell => ({
    x,
    y,
    half: h,
    distance: borderDistance(scaled, x, y),
  });
  let queue: Cell[] = [];
  for (let x = west * scale + half; x < east * scale + half; x += half * 2)
    for (let y = south + half; y < north + half; y += half * 2) queue.push(cell(x, y, half));
  let best = queue[0]!;
  while (queue.length > 0) {
    for (const candidate of queue) if (candidate.distance > best.distance) best = candidate;
    const bar = best.distance + 0.00005;
    queue = queue
      .filter((c) => c.distance + c.half * Math.SQRT2 > bar)
      .flatMap((c) => {
        const h = c.half / 2;
        return [
          cell(c.x - h, c.y - h, h),
          cell(c.x + h, c.y - h, h),
          cell(c.x - h, c.y + h, h),
          cell(c.x + h, c.y + h, h),
        ];
      });
  }
  return [best.x / scale, best.y];
}

/** Distance to the nearest border, negative outside. */
function borderDistance(rings: (readonly (readonly [number, number])[])[], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1]!;
      const [x1, y1] = ring[i]!;
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
      const dx = x1 - x0;
      const dy = y1 - y0;
      const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2);
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}
