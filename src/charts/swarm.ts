/**
 * A beeswarm: offsets from one line, in px, so that circles of radius `r` centred at `xs` do not overlap. Each takes the free place
 * nearest to the line, the others being placed already; ties go above and below in turn. Input order does not matter but for ties.
 */
export function swarm(xs: readonly number[], r: number): number[] {
  const out = new Array<number>(xs.length).fill(0);
  const placed: number[] = [];
  const order = xs.map((_, i) => i).sort((a, b) => xs[a]! - xs[b]! || a - b);
  const clear = (2 * r) ** 2;
  for (const i of order) {
    const near = placed.filter((j) => xs[i]! - xs[j]! < 2 * r);
    // Free places are the line itself and those that touch a neighbour from above or below.
    const places = [0];
    for (const j of near) {
      const rise = Math.sqrt(clear - (xs[i]! - xs[j]!) ** 2);
      places.push(out[j]! - rise, out[j]! + rise);
    }
    const up = placed.length % 2 ? -1 : 1;
    places.sort((a, b) => Math.abs(a) - Math.abs(b) || (a - b) * up);
    out[i] =
      places.find((y) => near.every((j) => (xs[i]! - xs[j]!) ** 2 + (y - out[j]!) ** 2 > clear - 1e-6)) ?? 0;
    placed.push(i);
  }
  return out;
}

/** The largest radius up to `most` with which the swarm stays within `height` px, found by halving. */
export function swarmRadius(xs: readonly number[], most: number, height: number): number {
  const fits = (r: number) => Math.max(0, ...swarm(xs, r).map(Math.abs)) + r <= height / 2;
  if (fits(most)) return most;
  let [low, high] = [0.5, most];
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
