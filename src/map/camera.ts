import type { Camera } from '../model/view';
import type { Bounds, Padding } from './spec';

/** Width of the world in CSS pixels at zoom 0 (MapLibre's tile size). */
const WORLD = 512;
export const MIN_ZOOM = 6;
export const MAX_ZOOM = 18;

/** Web Mercator, north-up: x and y in 0…1, y down. */
export const mercatorX = (lon: number): number => (lon + 180) / 360;
export const mercatorY = (lat: number): number =>
  0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
export const longitude = (x: number): number => x * 360 - 180;
export const latitude = (y: number): number =>
  (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;

export interface Size {
  readonly width: number;
  readonly height: number;
}

const worldSize = (zoom: number): number => WORLD * 2 ** zoom;
export const clampZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));

/** Offset in pixels of the padded box's centre from the centre of the whole box. */
const offset = (p: Padding): { dx: number; dy: number } => ({
  dx: (p.left - p.right) / 2,
  dy: (p.top - p.bottom) / 2,
});

/**
 * The camera that shows `bounds` exactly as an SVG does whose viewBox is the Mercator rectangle of `bounds`, with
 * `xMidYMid meet`, laid in the padded box: that SVG is the first picture, and the map takes its place without a jump.
 */
export function fitCamera(bounds: Bounds, size: Size, padding: Padding): Camera {
  const [w, s, e, n] = bounds;
  const [x0, x1, y0, y1] = [mercatorX(w), mercatorX(e), mercatorY(n), mercatorY(s)];
  const innerWidth = Math.max(1, size.width - padding.left - padding.right);
  const innerHeight = Math.max(1, size.height - padding.top - padding.bottom);
  const scale = Math.min(innerWidth / (x1 - x0), innerHeight / (y1 - y0));
  return {
    zoom: clampZoom(Math.log2(scale / WORLD)),
    lon: longitude((x0 + x1) / 2),
    lat: latitude((y0 + y1) / 2),
  };
}

/** Camera of the padded box → centre of the whole box, which is what the map engine wants. */
export function boxCentre(camera: Camera, padding: Padding): Camera {
  return moved(camera, offset(padding), -1);
}

/** Centre of the whole box → camera of the padded box, which is what an address says. */
export function paddedCentre(camera: Camera, padding: Padding): Camera {
  return moved(camera, offset(padding), 1);
}

function moved(camera: Camera, by: { dx: number; dy: number }, sign: 1 | -1): Camera {
  const world = worldSize(camera.zoom);
  return {
    zoom: camera.zoom,
    lon: longitude(mercatorX(camera.lon) + (sign * by.dx) / world),
    lat: latitude(mercatorY(camera.lat) + (sign * by.dy) / world),
  };
}

/**
 * The least move that brings `bbox` into the padded box, or null when it is in already or larger than the box and
 * covering its middle. Zoom stays. `camera` and the result are cameras of the padded box.
 */
export function revealing(bbox: Bounds, camera: Camera, size: Size, padding: Padding): Camera | null {
  const world = worldSize(camera.zoom);
  const halfWidth = Math.max(1, size.width - padding.left - padding.right) / 2;
  const halfHeight = Math.max(1, size.height - padding.top - padding.bottom) / 2;
  const [cx, cy] = [mercatorX(camera.lon) * world, mercatorY(camera.lat) * world];
  const dx = shift(mercatorX(bbox[0]) * world - cx, mercatorX(bbox[2]) * world - cx, halfWidth);
  const dy = shift(mercatorY(bbox[3]) * world - cy, mercatorY(bbox[1]) * world - cy, halfHeight);
  if (dx === 0 && dy === 0) return null;
  return { zoom: camera.zoom, lon: longitude((cx + dx) / world), lat: latitude((cy + dy) / world) };
}

/** How far to move so that [low, high] lies within ±half; a span larger than the room is centred only when it misses the middle. */
function shift(low: number, high: number, half: number): number {
  if (high - low > 2 * half) return low < 0 && high > 0 ? 0 : (low + high) / 2;
  if (low < -half) return low + half;
  if (high > half) return high - half;
  return 0;
}

/** The centre stays over the metropolitan city, whatever the viewport's shape: no edge ever pins the map. */
export function constrain(bounds: Bounds, lon: number, lat: number, zoom: number): Camera {
  const [w, s, e, n] = bounds;
  return {
    lon: Math.min(e, Math.max(w, lon)),
    lat: Math.min(n, Math.max(s, lat)),
    zoom: clampZoom(zoom),
  };
}

/** The box around the boxes of areas; null for none. */
export const unionBox = (areas: readonly { readonly bbox: Bounds }[]): Bounds | null =>
  areas.reduce<Bounds | null>(
    (all, { bbox: b }) =>
      all && [Math.min(all[0], b[0]), Math.min(all[1], b[1]), Math.max(all[2], b[2]), Math.max(all[3], b[3])],
    areas[0]?.bbox ?? null,
  );

/** Closer than a pixel and a hundredth of a zoom: not a move worth telling. */
export function sameCamera(a: Camera | null, b: Camera | null): boolean {
  if (!a || !b) return a === b;
  const pixels = worldSize(a.zoom);
  return (
    Math.abs(a.zoom - b.zoom) < 0.005 &&
    Math.abs(mercatorX(a.lon) - mercatorX(b.lon)) * pixels < 1 &&
    Math.abs(mercatorY(a.lat) - mercatorY(b.lat)) * pixels < 1
  );
}
