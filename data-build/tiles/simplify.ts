/**
 * Douglas–Peucker, run once for all zooms: each vertex gets the largest tolerance at which it is still kept.
 * Capped by its parent's, so that "weight > tolerance" is exactly the classic algorithm's answer and a coarser zoom's
 * vertices are a subset of a finer one's. Run per arc (a border between two junctions), neighbours share the answer.
 *
 * @param xy vertices as x,y pairs, plane units; a closed line repeats its first point
 * @returns one weight per vertex in plane units, Infinity at both ends
 */
export function vertexWeights(xy: ArrayLike<number>): Float32Array {
  const n = xy.length / 2;
  const weights = new Float32Array(n);
  if (n === 0) return weights;
  weights[0] = weights[n - 1] = Infinity;
  const stack: number[] = [0, n - 1];
  while (stack.length > 0) {
    const last = stack.pop() as number;
    const first = stack.pop() as number;
    if (last - first < 2) continue;
    const cap = Math.min(weights[first] as number, weights[last] as number);
    const { index, distance } = farthest(xy, first, last);
    weights[index] = Math.min(cap, distance);
    if (distance > 0) stack.push(first, index, index, last);
  }
  return weights;
}

/** The vertex strictly between two others that lies farthest from their segment. */
function farthest(xy: ArrayLike<number>, first: number, last: number): { index: number; distance: number } {
  const ax = xy[2 * first] as number;
  const ay = xy[2 * first + 1] as number;
  const dx = (xy[2 * last] as number) - ax;
  const dy = (xy[2 * last + 1] as number) - ay;
  const length2 = dx * dx + dy * dy;
  // Ties go to the middle: straight and regular lines then split in halves instead of recursing one by one.
  let index = (first + last) >> 1;
  let best = distance2(xy, index, ax, ay, dx, dy, length2);
  for (let i = first + 1; i < last; i++) {
    const d = distance2(xy, i, ax, ay, dx, dy, length2);
    if (d > best) {
      best = d;
      index = i;
    }
  }
  return { index, distance: Math.sqrt(best) };
}

function distance2(
  xy: ArrayLike<number>,
  i: number,
  ax: number,
  ay: number,
  dx: number,
  dy: number,
  length2: number,
): number {
  let px = (xy[2 * i] as number) - ax;
  let py = (xy[2 * i + 1] as number) - ay;
  if (length2 > 0) {
    const t = Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
    px -= t * dx;
    py -= t * dy;
  }
  return px * px + py * py;
}
