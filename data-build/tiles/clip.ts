/** Lines and rings are flat x,y arrays on one zoom's integer grid; rings do not repeat their first point. */
export type Flat = number[];

/** One side of an axis-parallel line: keeps `axis` (0 = x, 1 = y) ≤ `at` when `below`, else ≥ `at`. The line itself is in. */
export interface HalfPlane {
  axis: 0 | 1;
  at: number;
  below: boolean;
}

/**
 * Where segment a–b meets the half plane's edge, rounded to the grid, appended to `out`. Always reckoned from the end
 * with the smaller coordinate: two neighbours that walk a shared border in opposite directions get the same point.
 */
export function pushCrossing(out: Flat, line: Flat, a: number, b: number, { axis, at }: HalfPlane): void {
  const other = 1 - axis;
  const swap = (line[a + axis] as number) > (line[b + axis] as number);
  const from = swap ? b : a;
  const to = swap ? a : b;
  const u0 = line[from + axis] as number;
  const v0 = line[from + other] as number;
  const t = (at - u0) / ((line[to + axis] as number) - u0);
  const v = Math.round(v0 + ((line[to + other] as number) - v0) * t);
  if (axis === 0) out.push(at, v);
  else out.push(v, at);
}

const isInside = (line: Flat, i: number, p: HalfPlane) =>
  p.below ? (line[i + p.axis] as number) <= p.at : (line[i + p.axis] as number) >= p.at;

/** Sutherland–Hodgman against one half plane; may return a ring of zero area, or []. */
export function clipRing(ring: Flat, plane: HalfPlane): Flat {
  const out: Flat = [];
  let prev = ring.length - 2;
  let prevInside = ring.length > 0 && isInside(ring, prev, plane);
  for (let i = 0; i < ring.length; i += 2) {
    const inside = isInside(ring, i, plane);
    if (inside !== prevInside) pushCrossing(out, ring, prev, i, plane);
    if (inside) out.push(ring[i] as number, ring[i + 1] as number);
    prev = i;
    prevInside = inside;
  }
  return out;
}

/** The pieces of a line within a half plane, in order. */
export function clipLine(line: Flat, plane: HalfPlane): Flat[] {
  const pieces: Flat[] = [];
  let piece: Flat = [];
  for (let i = 0; i < line.length; i += 2) {
    const inside = isInside(line, i, plane);
    if (i > 0 && inside !== isInside(line, i - 2, plane)) pushCrossing(piece, line, i - 2, i, plane);
    if (inside) piece.push(line[i] as number, line[i + 1] as number);
    else if (piece.length > 0) {
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

/** The points of a flat list within a half plane. */
export function clipPoints(points: Flat, plane: HalfPlane): Flat {
  const out: Flat = [];
  for (let i = 0; i < points.length; i += 2) {
    if (isInside(points, i, plane)) out.push(points[i] as number, points[i + 1] as number);
  }
  return out;
}
