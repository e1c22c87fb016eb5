/** Rings of a path as the outlines are written: `M10 10l5 0 0-5…z`, whole units, relative after the first point. */
function ringsOf(d: string): [number, number][][] {
  return d
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = (ring.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      return Array.from({ length: numbers.length >> 1 }, (_, i): [number, number] => {
        x += numbers[2 * i]!;
        y += numbers[2 * i + 1]!;
        return [x, y];
      });
    });
}

/** Whether a point lies in an area, holes left out: an odd number of its edges are to the left of the point. */
export function holds(d: string, [x, y]: readonly [number, number]): boolean {
  let odd = false;
  for (const ring of ringsOf(d))
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length]!;
      if (y1 > y !== y2 > y && x > x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
    }
  return odd;
}
