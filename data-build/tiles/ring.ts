type Numbers = number[] | Int32Array;

/**
 * Twice the area of `ring[from…to)` by the surveyor's formula, y down: positive for an exterior ring (MVT 2.1, section 4.3.4.4),
 * exact. Reckoned from the first corner: products of whole-plane coordinates would not fit 53 bits.
 */
export function doubleArea(ring: Numbers, from = 0, to = ring.length): number {
  let sum = 0;
  const x0 = ring[from] as number;
  const y0 = ring[from + 1] as number;
  for (let i = from + 4; i < to; i += 2) {
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
 * Takes repeated points, spikes and the idle vertices that clipping leaves along the cut lines x or y = `lo` | `hi` out of the ring
 * `xy[from…to)`, in place. The surface stays the same to the unit.
 *
 * @returns the ring's new end; `from` when fewer than three corners are left
 */
export function cleanRing(xy: Numbers, from: number, to: number, lo: number, hi: number): number {
  for (let before = to; ;) {
    let end = from;
    for (let i = from; i < before; i += 2)
      end = pushUnlessIdle(xy, from, end, xy[i] as number, xy[i + 1] as number, lo, hi);
    // The seam: first and last corners are judged by their neighbours around the closing edge.
    end = trimSeam(xy, from, end, lo, hi);
    if (end - from < 6) return from;
    if (end === before) return end;
    before = end;
  }
}

/** The corners so far end at `end`, never behind the corner being read. */
function pushUnlessIdle(
  xy: Numbers,
  from: number,
  end: number,
  x: number,
  y: number,
  lo: number,
  hi: number,
): number {
  let n = end;
  for (;;) {
    if (n - from >= 2 && xy[n - 2] === x && xy[n - 1] === y) return n;
    if (n - from < 4) break;
    const ax = xy[n - 4] as number;
    const ay = xy[n - 3] as number;
    if (!isIdle(ax, ay, xy[n - 2] as number, xy[n - 1] as number, x, y, lo, hi)) break;
    n -= 2;
  }
  xy[n] = x;
  xy[n + 1] = y;
  return n + 2;
}

function trimSeam(xy: Numbers, from: number, to: number, lo: number, hi: number): number {
  let end = to;
  while (end - from >= 6) {
    if (isIdleAt(xy, from, end, end - 2, lo, hi)) end -= 2;
    else if (isIdleAt(xy, from, end, from, lo, hi)) {
      xy.copyWithin(from, from + 2, end);
      end -= 2;
    } else break;
  }
  return end;
}

function isIdleAt(xy: Numbers, from: number, end: number, i: number, lo: number, hi: number): boolean {
  const before = i === from ? end - 2 : i - 2;
  const after = i === end - 2 ? from : i + 2;
  return isIdle(
    xy[before] as number,
    xy[before + 1] as number,
    xy[i] as number,
    xy[i + 1] as number,
    xy[after] as number,
    xy[after + 1] as number,
    lo,
    hi,
  );
}
