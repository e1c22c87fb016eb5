import type { Shapes } from '../model/shapes';

/** Outlines of pictures without a map engine (model/shapes): where a place on earth lies in them, and what lies where. */

export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];
/** Left, top, right, bottom in units of the picture. */
export type Box = readonly [number, number, number, number];

/** Rings of a path `M10 10l5 0…z`, relative steps; [] for an empty path. */
export function ringsOf(d: string): Ring[] {
  return d
    .split('M')
    .slice(1)
    .map((part) => {
      const [start = '', steps = ''] = part.replace(/z$/i, '').split('l');
      const numbers = (text: string) => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
      let [x = 0, y = 0] = numbers(start);
      const ring: Point[] = [[x, y]];
      const moves = numbers(steps);
      for (let i = 0; i + 1 < moves.length; i += 2) {
        x += moves[i]!;
        y += moves[i + 1]!;
        ring.push([x, y]);
      }
      return ring;
    });
}

/** Web Mercator with the earth one unit around, y downwards. */
const mercator = (lon: number, lat: number): Point => [
  lon / 360 + 0.5,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
];

/** A place in degrees → units of the picture. */
export function project(
  { bounds, width }: Pick<Shapes, 'bounds' | 'width'>,
  lon: number,
  lat: number,
): Point {
  const [x0, y0] = mercator(bounds[0], bounds[3]);
  const [x1] = mercator(bounds[2], bounds[3]);
  const [x, y] = mercator(lon, lat);
  const scale = width / (x1 - x0);
  return [(x - x0) * scale, (y - y0) * scale];
}

/** The other way round: units of the picture → [lon, lat] in degrees. */
export function unproject({ bounds, width }: Pick<Shapes, 'bounds' | 'width'>, [px, py]: Point): Point {
  const [x0, y0] = mercator(bounds[0], bounds[3]);
  const [x1] = mercator(bounds[2], bounds[3]);
  const scale = width / (x1 - x0);
  const x = px / scale + x0;
  const y = py / scale + y0;
  return [(x - 0.5) * 360, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

/** Whether a point lies inside rings, holes counted out (even-odd rule). */
export function contains(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!;
      const [xj, yj] = ring[j]!;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  return inside;
}

/** Code of the place that holds a point in degrees; null outside all of them. */
export function placeAt(shapes: Shapes, lon: number, lat: number): string | null {
  const point = project(shapes, lon, lat);
  return shapes.paths.find(({ d }) => contains(ringsOf(d), point))?.code ?? null;
}

/** The box around rings; null for none. */
export function boxOf(rings: readonly Ring[]): Box | null {
  const points = rings.flat();
  if (points.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

/** A box grown by a share of its size and then, about its middle, to the shape of its frame (width over height). */
export function framed([left, top, right, bottom]: Box, grow: number, aspect: number): Box {
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  let [w, h] = [(right - left) * (1 + grow), (bottom - top) * (1 + grow)];
  if (w / h < aspect) w = h * aspect;
  else h = w / aspect;
  return [cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2];
}
