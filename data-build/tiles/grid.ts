import { zxyToTileId } from 'pmtiles';

/**
 * The integer plane everything here is measured in: the Web Mercator square, y down, 2^30 units a side
 * (3.7 cm at the equator, 2.7 cm in Bologna). One plane for all zooms makes "the same point" an exact question.
 */
export const PLANE_BITS = 30;
const PLANE = 2 ** PLANE_BITS;

/** Units across one tile, and how far its content reaches over its edges (64 units = 8 px of a 512-px tile). */
export const EXTENT_BITS = 12;
export const EXTENT = 1 << EXTENT_BITS;
export const BUFFER = 64;

/** Finest zoom whose tile grid is not finer than the plane. */
export const MAX_ZOOM = PLANE_BITS - EXTENT_BITS;

const clampToPlane = (v: number) => Math.min(PLANE - 1, Math.max(0, Math.round(v * PLANE)));

/** Longitude in degrees → plane x. */
export const planeX = (lon: number): number => clampToPlane(lon / 360 + 0.5);

/** Latitude in degrees → plane y; the poles end up on the square's edges. */
export function planeY(lat: number): number {
  const s = Math.sin((lat * Math.PI) / 180);
  return clampToPlane(0.5 - (0.25 * Math.log((1 + s) / (1 - s))) / Math.PI);
}

export const lonOf = (x: number): number => (x / PLANE - 0.5) * 360;
export const latOf = (y: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / PLANE))) * 180) / Math.PI;

/** How many bits a plane coordinate loses on the grid of zoom `z` (extent 4096). */
export const shiftAt = (z: number): number => MAX_ZOOM - z;

/** Plane coordinate → nearest node of zoom `z`'s grid, halves upward. Same input, same node: for every ring that uses it. */
export function toGrid(v: number, shift: number): number {
  return shift === 0 ? v : (v + (1 << (shift - 1))) >> shift;
}

const ORDER_ZOOM = 16;

/** Place of a plane point along the Hilbert curve of zoom 16: the spatial order features are written in. */
export function hilbertKey(x: number, y: number): number {
  const shift = PLANE_BITS - ORDER_ZOOM;
  return zxyToTileId(ORDER_ZOOM, x >> shift, y >> shift);
}
