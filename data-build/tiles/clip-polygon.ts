import { clipRing, type Flat, type HalfPlane, pushCrossing } from './clip';
import { doubleArea } from './ring';

/**
 * The part of a polygon, exterior before holes, in a half plane: as many polygons as it falls into. Cutting ring by ring would
 * leave the pieces hanging together, and holes on their exterior, by edges that run along each other on the cut: no valid rings.
 * The cut is walked once more instead: paths inside are joined along it in the order they meet it. Which ends are joined changes
 * no area, since what runs along a line is settled by where it begins and ends.
 */
export function clipPolygon(shape: readonly Flat[], plane: HalfPlane): Flat[][] {
  if (visits(shape, plane) < 2) {
    const [exterior, ...holes] = shape.map((ring) => clipRing(ring, plane));
    return exterior?.length ? [[exterior, ...holes.filter((ring) => ring.length > 0)]] : [];
  }
  const rings: Flat[] = [];
  const paths: Flat[] = [];
  shape.forEach((ring, r) => {
    // A hole that simplifying has turned over is none; joined to others it would no longer be seen as such.
    if (r > 0 && doubleArea(ring) >= 0) return;
    const found = pathsOf(ring, plane);
    if (found) paths.push(...found);
    else rings.push(ring);
  });
  // By what they are, not by where a ring happens to begin: equal input, equal bytes.
  paths.sort(byNumbers);
  for (const ring of joined(paths, 1 - plane.axis)) rings.push(...parted(ring, plane));
  return grouped(rings);
}

function byNumbers(a: Flat, b: Flat): number {
  const i = a.findIndex((v, n) => v !== b[n]);
  return i < 0 ? a.length - b.length : (a[i] as number) - (b[i] ?? -Infinity);
}

/** On which side of the edge a vertex is: over 0 inside, 0 on it. */
const depth = (ring: Flat, i: number, { axis, at, below }: HalfPlane) =>
  below ? at - (ring[i + axis] as number) : (ring[i + axis] as number) - at;

/** How often the rings come inside from the edge or beyond. */
function visits(shape: readonly Flat[], plane: HalfPlane): number {
  let n = 0;
  for (const ring of shape) {
    let before = ring.length > 0 && depth(ring, ring.length - 2, plane) > 0;
    for (let i = 0; i < ring.length; i += 2) {
      const inside = depth(ring, i, plane) > 0;
      if (inside && !before) n++;
      before = inside;
    }
  }
  return n;
}

/** A ring's ways through the inside, from edge to edge; what runs along the edge is left to `joined`. Undefined: never leaves it. */
function pathsOf(ring: Flat, plane: HalfPlane): Flat[] | undefined {
  const n = ring.length;
  const paths: Flat[] = [];
  let leaves = false;
  for (let i = 0; i < n; i += 2) {
    if (depth(ring, i, plane) > 0) continue;
    leaves = true;
    let from = i;
    let to = (i + 2) % n;
    if (depth(ring, to, plane) <= 0) continue;
    const path: Flat = [];
    pushEnd(path, ring, from, to, plane);
    do {
      path.push(ring[to] as number, ring[to + 1] as number);
      from = to;
      to = (to + 2) % n;
    } while (depth(ring, to, plane) > 0);
    pushEnd(path, ring, to, from, plane);
    paths.push(path);
  }
  return leaves ? paths : undefined;
}

function pushEnd(path: Flat, ring: Flat, outer: number, inner: number, plane: HalfPlane): void {
  if (depth(ring, outer, plane) === 0) path.push(ring[outer] as number, ring[outer + 1] as number);
  else pushCrossing(path, ring, outer, inner, plane);
}

/** Ends and begins alternate along the edge, as a polygon's inside and outside do: the first end goes on at the first begin. */
function joined(paths: readonly Flat[], along: number): Flat[] {
  const order = (key: (path: Flat) => number | undefined) =>
    paths
      .map((_, p) => p)
      .sort((a, b) => (key(paths[a] as Flat) as number) - (key(paths[b] as Flat) as number));
  const begins = order((path) => path[along]);
  const next: number[] = [];
  order((path) => path[path.length - 2 + along]).forEach((p, k) => (next[p] = begins[k] as number));
  const rings: Flat[] = [];
  const done = new Set<number>();
  for (let first = 0; first < paths.length; first++) {
    const ring: Flat = [];
    for (let p = first; !done.has(p); p = next[p] as number) {
      done.add(p);
      ring.push(...(paths[p] as Flat));
    }
    if (ring.length > 0) rings.push(ring);
  }
  return rings;
}

/** A ring that comes back to a point of the edge is two rings that touch there. */
function parted(ring: Flat, { axis, at }: HalfPlane): Flat[] {
  const rings: Flat[] = [];
  const rest: Flat = [];
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    for (let j = ring[i + axis] === at ? rest.length - 2 : -1; j >= 0; j -= 2) {
      if (rest[j] !== x || rest[j + 1] !== y) continue;
      rings.push(rest.splice(j));
      break;
    }
    rest.push(x, y);
  }
  rings.push(rest);
  return rings.filter((part) => doubleArea(part) !== 0);
}

/** Exteriors, each with the holes in it. A hole in none, of a ring that crosses itself, goes with the first: its area counts. */
function grouped(rings: readonly Flat[]): Flat[][] {
  const polygons = rings.filter((ring) => doubleArea(ring) > 0).map((ring) => [ring]);
  if (polygons.length === 0) return [];
  for (const ring of rings) {
    if (doubleArea(ring) >= 0) continue;
    const home = polygons.length > 1 && polygons.find(([exterior]) => contains(exterior as Flat, ring));
    (home || (polygons[0] as Flat[])).push(ring);
  }
  return polygons;
}

/** Judged by the hole's first corner that is not on the exterior. */
function contains(exterior: Flat, hole: Flat): boolean {
  for (let h = 0; h < hole.length; h += 2) {
    const side = sideOf(exterior, hole[h] as number, hole[h + 1] as number);
    if (side !== 0) return side > 0;
  }
  return true;
}

/** Over 0: inside the ring; 0: on it. */
function sideOf(ring: Flat, x: number, y: number): number {
  let side = -1;
  let j = ring.length - 2;
  for (let i = 0; i < ring.length; i += 2) {
    const ax = (ring[j] as number) - x;
    const ay = (ring[j + 1] as number) - y;
    const bx = (ring[i] as number) - x;
    const by = (ring[i + 1] as number) - y;
    const turn = ax * by - bx * ay;
    if (turn === 0 && ax * bx <= 0 && ay * by <= 0) return 0;
    if (ay > 0 !== by > 0 && turn > 0 === by > ay) side = -side;
    j = i;
  }
  return side;
}
