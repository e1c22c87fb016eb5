import { shoelace } from '../data-build/tiles/testing';

/**
 * What is wrong with a ring of a polygon, worst first; a ring counts once. OGC Simple Features (06-103r4, 6.1.7 and 6.1.11) and
 * MVT 2.1, 4.3.4.4 forbid all four:
 * - degenerate: under three corners, or the surveyor's formula gives 0. Renderers skip it, so it is judged no further; a bow-tie
 *   with two equal wings is one.
 * - crossing: two stretches of the ring cross, at a corner too; or a hole crosses another ring of its polygon, or is outside it.
 * - overlapping: the ring runs along itself, or a hole along another ring of its polygon.
 * - touching: the ring comes back to a point of itself without crossing. OGC wants a ring simple, so this is invalid, but what is
 *   drawn is the same; hence apart. Two rings of a polygon may touch in a point and are not counted.
 */
export const FAULTS = ['degenerate', 'crossing', 'overlapping', 'touching'] as const;
export type Fault = (typeof FAULTS)[number];

type Point = readonly [number, number];
type Ring = readonly Point[];

interface Segment {
  ring: number;
  /** Number of its first corner. */
  i: number;
  a: Point;
  b: Point;
}

/** The fault of each ring of a polygon feature as encoded: closed rings, exteriors before their holes. */
export function ringFaults(rings: readonly (readonly [number, number][])[]): (Fault | undefined)[] {
  const faults: (Fault | undefined)[] = [];
  const areas = rings.map(shoelace);
  const exterior = Math.sign(areas.find((area) => area !== 0) ?? 1);
  let polygon: number[] = [];
  const judge = () => {
    if (polygon.length === 0) return;
    const found = faultsOf(polygon.map((r) => opened(rings[r] as Ring)));
    polygon.forEach((r, i) => (faults[r] = found[i]));
  };
  rings.forEach((ring, r) => {
    faults.push(undefined);
    if (ring.length < 4 || areas[r] === 0) {
      faults[r] = 'degenerate';
      return;
    }
    // Like maplibre's classifyRings: whatever turns like the first ring begins a polygon.
    if (Math.sign(areas[r] as number) === exterior) {
      judge();
      polygon = [];
    }
    polygon.push(r);
  });
  judge();
  return faults;
}

const same = ([ax, ay]: Point, [bx, by]: Point) => ax === bx && ay === by;
/** Corners only, none twice in a row: a segment of no length meets everything. */
const opened = (ring: Ring): Ring => ring.filter((p, i) => !same(p, ring[(i || ring.length) - 1] as Point));

/** Exact: tile coordinates are small integers, so that products stay far below 2^53. */
const turn = ([ox, oy]: Point, [ax, ay]: Point, [bx, by]: Point) =>
  Math.sign((ax - ox) * (by - oy) - (ay - oy) * (bx - ox));

function faultsOf(rings: readonly Ring[]): (Fault | undefined)[] {
  const faults: (Fault | undefined)[] = rings.map(() => undefined);
  const worsen = (r: number, fault: Fault) => {
    const before = faults[r];
    if (!before || FAULTS.indexOf(fault) < FAULTS.indexOf(before)) faults[r] = fault;
  };
  // A sweep by x: what ends left of a segment's begin cannot meet it nor any later one.
  let active: Segment[] = [];
  for (const s of segmentsOf(rings)) {
    const from = left(s);
    active = active.filter((t) => right(t) >= from);
    for (const t of active) {
      if (bottom(t) < top(s) || bottom(s) < top(t)) continue;
      const fault = meeting(rings, s, t);
      // Holes come after their exterior: of two rings that meet the later one is at fault.
      if (fault && (fault !== 'touching' || s.ring === t.ring)) worsen(Math.max(s.ring, t.ring), fault);
    }
    active.push(s);
  }
  for (let r = 1; r < rings.length; r++)
    if (isOutside(rings[r] as Ring, rings[0] as Ring)) worsen(r, 'crossing');
  return faults;
}

const left = ({ a, b }: Segment) => Math.min(a[0], b[0]);
const right = ({ a, b }: Segment) => Math.max(a[0], b[0]);
const top = ({ a, b }: Segment) => Math.min(a[1], b[1]);
const bottom = ({ a, b }: Segment) => Math.max(a[1], b[1]);

const segmentsOf = (rings: readonly Ring[]): Segment[] =>
  rings
    .flatMap((ring, r) => ring.map((a, i): Segment => ({ ring: r, i, a, b: corner(ring, i + 1) })))
    .sort((s, t) => left(s) - left(t));

const corner = (ring: Ring, i: number): Point => ring[(i + ring.length) % ring.length] as Point;

/** How two segments of a polygon meet; undefined when they do not, or only where the ring goes on from one to the other. */
function meeting(rings: readonly Ring[], s: Segment, t: Segment): Fault | undefined {
  const toC = turn(s.a, s.b, t.a);
  const toD = turn(s.a, s.b, t.b);
  if (toC === 0 && toD === 0) {
    const axis = s.a[0] === s.b[0] ? 1 : 0;
    const from = Math.max(Math.min(s.a[axis], s.b[axis]), Math.min(t.a[axis], t.b[axis]));
    const to = Math.min(Math.max(s.a[axis], s.b[axis]), Math.max(t.a[axis], t.b[axis]));
    if (from !== to) return from < to ? 'overlapping' : undefined;
    return meetingAt(s.a[axis] === from ? s.a : s.b, rings, s, t);
  }
  const toA = turn(t.a, t.b, s.a);
  const toB = turn(t.a, t.b, s.b);
  if (toC * toD > 0 || toA * toB > 0) return undefined;
  if (toC * toD * toA * toB !== 0) return 'crossing';
  return meetingAt(toC === 0 ? t.a : toD === 0 ? t.b : toA === 0 ? s.a : s.b, rings, s, t);
}

/** At a corner of one or both it is what comes before and after that decides whether they cross. */
function meetingAt(p: Point, rings: readonly Ring[], s: Segment, t: Segment): Fault | undefined {
  if (s.ring === t.ring) {
    const n = (rings[s.ring] as Ring).length;
    if ((s.i + 1) % n === t.i && same(p, s.b)) return undefined;
    if ((t.i + 1) % n === s.i && same(p, t.b)) return undefined;
  }
  const [into, outOf] = passage(rings[s.ring] as Ring, s, p);
  const [from, to] = passage(rings[t.ring] as Ring, t, p);
  // Where both leave in one direction the pair of segments that does so is found as overlapping by itself.
  for (const q of [from, to]) if (isAlong(p, into, q) || isAlong(p, outOf, q)) return 'touching';
  return isWithin(p, into, outOf, from) === isWithin(p, into, outOf, to) ? 'touching' : 'crossing';
}

function passage(ring: Ring, s: Segment, p: Point): [Point, Point] {
  if (same(p, s.a)) return [corner(ring, s.i - 1), s.b];
  return [s.a, same(p, s.b) ? corner(ring, s.i + 2) : s.b];
}

const isAlong = (p: Point, a: Point, b: Point) =>
  turn(p, a, b) === 0 && (a[0] - p[0]) * (b[0] - p[0]) + (a[1] - p[1]) * (b[1] - p[1]) > 0;

/** Whether q lies within the angle at p from a on to b; q is in neither's direction. */
function isWithin(p: Point, a: Point, b: Point, q: Point): boolean {
  const angle = turn(p, a, b);
  if (angle === 0) return turn(p, a, q) > 0;
  return angle > 0 ? turn(p, a, q) > 0 && turn(p, q, b) > 0 : !(turn(p, b, q) > 0 && turn(p, q, a) > 0);
}

/** Judged by the first corner that is not on the exterior; rings that cross are found already. */
function isOutside(hole: Ring, exterior: Ring): boolean {
  for (const p of hole) {
    let inside = false;
    let isOn = false;
    exterior.forEach((a, i) => {
      const b = corner(exterior, i + 1);
      const side = turn(a, b, p);
      isOn ||= side === 0 && (p[0] - a[0]) * (p[0] - b[0]) <= 0 && (p[1] - a[1]) * (p[1] - b[1]) <= 0;
      if (a[1] > p[1] !== b[1] > p[1] && side > 0 === b[1] > a[1]) inside = !inside;
    });
    if (!isOn) return !inside;
  }
  return false;
}
