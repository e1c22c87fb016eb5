import { clipLine, clipPoints, type Flat, type HalfPlane } from './clip';
import { clipPolygon } from './clip-polygon';
import { type Kind, LINE, POLYGON, type Shapes } from './store';
import { visibleShapes, type ZoomView } from './visible';

/** A feature of which only a part lies in the tile; a whole one travels as its number and costs nothing. */
export interface Cut {
  f: number;
  shapes: Shapes;
  /** minX, minY, maxX, maxY */
  box: [number, number, number, number];
}
export type Item = number | Cut;

export const featureOf = (item: Item): number => (typeof item === 'number' ? item : item.f);

/** The part of an item in a half plane; undefined when there is none. */
export function cutItem({ store, z }: ZoomView, item: Item, plane: HalfPlane): Cut | undefined {
  const whole = typeof item === 'number';
  const f = whole ? item : item.f;
  return cutBy(f, store.kindOf(f), whole ? visibleShapes(store, f, z) : item.shapes, plane);
}

function cutBy(f: number, kind: Kind, shapes: Shapes, plane: HalfPlane): Cut | undefined {
  const box: Cut['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  const kept: Shapes = [];
  for (const shape of shapes) {
    if (kind === POLYGON) kept.push(...clipPolygon(shape, plane));
    else if (kind === LINE) kept.push(...clipLine(shape[0] as Flat, plane).map((line) => [line]));
    else {
      const points = shape.map((ring) => clipPoints(ring, plane)).filter((ring) => ring.length > 0);
      if (points.length > 0) kept.push(points);
    }
  }
  for (const shape of kept) for (const ring of shape) stretch(box, ring);
  return kept.length > 0 ? { f, shapes: kept, box } : undefined;
}

function stretch(box: Cut['box'], ring: Flat): void {
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i] as number;
    const y = ring[i + 1] as number;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
}
