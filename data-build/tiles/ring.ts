import type { Flat } from './clip';

/**
 * Twice the area by the surveyor's formula, y down: positive for an exterior ring (MVT 2.1, section 4.3.4.4), exact.
 * Reckoned from the first corner: products of whole-plane coordinates would not fit 53 bits.
 */
export function doubleArea(ring: ArrayLike<number>): number {
  let sum = 0;
  const x0 = ring[0] as number;
  const y0 = ring[1] as number;
  for (let i = 4; i < ring.length; i += 2) {
    const ax = (ring[i - 2] as number) - x0;
    const ay = (ring[i - 1] as number) - y0;
    sum += ax * ((ring[i + 1] as number) - y0) - ((ring[i] as number) - x0) * ay;
  }
  return sum;
}

/** Whether b lies straight between a and c, or a–b–c doubles back: then b adds nothing to the ring's surface. */
function isIdle(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  lo: number,
  hi: number,
) {
  if ((ax === bx && ay === by) || (bx === cx && by === cy) || (ax === cx && ay === cy)) return true;
  // Along the cut only: elsewhere a straight-through vertex may be a neighbour's corner and must stay.
  return (
    (ax === bx && bx === cx && (bx === lo || bx === hi)) ||
    (ay === by && by === cy && (by === lo || by === hi))
  );
}

/**
 * Ring without repeated points, without spikes and without the idle vertices that clipping leaves along the cut lines
 * x or y = `lo` | `hi`. The surface stays the same to the unit. [] when fewer than three corners are left.
 */
export function cleanRing(ring: Flat, lo: number, hi: number): Flat {
  let from = ring;
  for (;;) {
    const out: Flat = [];
    for (let i = 0; i < from.length; i += 2)
      pushUnlessIdle(out, from[i] as number, from[i + 1] as number, lo, hi);
    // The seam: first and last corners are judged by their neighbours around the closing edge.
    const first = out[0];
    const second = out[1];
    if (first === undefined || second === undefined) return [];
    trimSeam(out, lo, hi);
    if (out.length < 6) return [];
    if (out.length === from.length) return out;
    from = out;
  }
}

function pushUnlessIdle(out: Flat, x: number, y: number, lo: number, hi: number): void {
  for (;;) {
    const n = out.length;
    if (n >= 2 && out[n - 2] === x && out[n - 1] === y) return;
    if (n < 4) break;
    const ax = out[n - 4] as number;
    const ay = out[n - 3] as number;
    if (!isIdle(ax, ay, out[n - 2] as number, out[n - 1] as number, x, y, lo, hi)) break;
    out.length = n - 2;
  }
  out.push(x, y);
}

function trimSeam(out: Flat, lo: number, hi: number): void {
  while (out.length >= 6) {
    if (isIdleAt(out, out.length - 2, lo, hi)) out.length -= 2;
    else if (isIdleAt(out, 0, lo, hi)) out.splice(0, 2);
    else return;
  }
}

function isIdleAt(ring: Flat, i: number, lo: number, hi: number): boolean {
  const n = ring.length;
  const before = (i + n - 2) % n;
  const after = (i + 2) % n;
  return isIdle(
    ring[before] as number,
    ring[before + 1] as number,
    ring[i] as number,
    ring[i + 1] as number,
    ring[after] as number,
    ring[after + 1] as number,
    lo,
    hi,
  );
}
