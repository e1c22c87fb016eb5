import type { Shapes } from '../../model/shapes';

/** [west, south, east, north] in degrees, WGS84. */
export type Bounds = readonly [number, number, number, number];
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Web Mercator with the earth one unit around, y downwards. */
export const mercator = (lon: number, lat: number): [number, number] => [
  lon / 360 + 0.5,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
];

/** Scale and shift: picture = k × other + (x, y). */
export interface Affine {
  k: number;
  x: number;
  y: number;
}

/** How a picture lays the ground into a box. */
export interface Ground {
  box: Box;
  /** Degrees → pixels of the picture. */
  project(point: readonly [number, number]): [number, number];
  /** Units of a set of outlines → pixels of the picture. */
  placeOf(shapes: Shapes): Affine;
  /** Pixels of the picture per kilometre on the ground, at the middle of the box. */
  perKm: number;
}

/** Lays `bounds` into the middle of `box`, as large as it goes, `air` pixels free on each side. */
export function layGround(bounds: Bounds, box: Box, air = 0): Ground {
  const [x0, y0] = mercator(bounds[0], bounds[3]);
  const [x1, y1] = mercator(bounds[2], bounds[1]);
  const scale = Math.min(
    Math.max(1, box.width - 2 * air) / (x1 - x0),
    Math.max(1, box.height - 2 * air) / (y1 - y0),
  );
  const left = box.x + (box.width - (x1 - x0) * scale) / 2;
  const top = box.y + (box.height - (y1 - y0) * scale) / 2;
  const at = (mx: number, my: number): [number, number] => [
    left + (mx - x0) * scale,
    top + (my - y0) * scale,
  ];
  const middle = (bounds[1] + bounds[3]) / 2;
  return {
    box,
    project: ([lon, lat]) => at(...mercator(lon, lat)),
    placeOf(shapes) {
      const [sx, sy] = mercator(shapes.bounds[0], shapes.bounds[3]);
      const [ex] = mercator(shapes.bounds[2], shapes.bounds[3]);
      const [x, y] = at(sx, sy);
      return { k: ((ex - sx) / shapes.width) * scale, x, y };
    },
    // One turn of the earth is 40,075 km at the equator, less by the cosine of the latitude elsewhere.
    perKm: scale / (40_075.017 * Math.cos((middle * Math.PI) / 180)),
  };
}

/** What a camera shows in a box of `width` × `height` CSS pixels: tiles of 512 pixels, as the map counts. */
export function boundsOfCamera(
  camera: { zoom: number; lat: number; lon: number },
  width: number,
  height: number,
): Bounds {
  const world = 512 * 2 ** camera.zoom;
  const [cx, cy] = mercator(camera.lon, camera.lat);
  const lonOf = (x: number) => (x - 0.5) * 360;
  const latOf = (y: number) => (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90;
  const [dx, dy] = [width / 2 / world, height / 2 / world];
  return [lonOf(cx - dx), latOf(cy + dy), lonOf(cx + dx), latOf(cy - dy)];
}
