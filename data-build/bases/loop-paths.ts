import type { MultiLineString, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import type { EditionReader } from '../model';
import { metresPerDegree } from './lines';

/** Metres drawn before and after a loop. Two loops of one direction stand at least 460 m apart: their stretches don't meet. */
export const REACH = 200;
/** A way on from a crossing turns less than this; more is another street. */
const STRAIGHT = Math.PI / 3;
/** Nor does a stretch bend further than this from the direction at its loop. */
const BENDS = (Math.PI * 5) / 12;
/** Metres from the median, to the right: the two directions of a boulevard drawn as one line lie side by side. */
const RIGHT = 7;

/** Compass points as steps east and north. */
const HEADINGS: Record<string, readonly [number, number]> = {
  N: [0, 1],
  NE: [1, 1],
  E: [1, 0],
  SE: [1, -1],
  S: [0, -1],
  SW: [-1, -1],
  W: [-1, 0],
  NW: [-1, 1],
};

type Point = readonly [x: number, y: number];
type Line = readonly Point[];
const apart = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);
const step = (a: Point, b: Point): Point => [b[0] - a[0], b[1] - a[1]];
const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
const angle = (a: Point, b: Point): number =>
  Math.acos(Math.min(1, Math.max(-1, dot(a, b) / (Math.hypot(...a) * Math.hypot(...b)))));

/** Nearest place of a line to a point: its distance, its segment, and where on it. */
function nearest(line: Line, p: Point): { off: number; segment: number; at: Point } {
  let best = { off: Infinity, segment: 0, at: line[0]! };
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const along = step(a, b);
    const t = Math.min(1, Math.max(0, dot(step(a, p), along) / (dot(along, along) || 1)));
    const at: Point = [a[0] + along[0] * t, a[1] + along[1] * t];
    const off = apart(at, p);
    if (off < best.off) best = { off, segment: i, at };
  }
  return best;
}

/**
 * From a start on along streets, straight over every crossing, for `metres` or until they bend away from the way taken at first:
 * a boulevard ends where its gate is rounded. `line` begins at the start.
 */
function onward(line: Line, streets: readonly Line[], metres: number, course: Point): Point[] {
  const out: Point[] = [line[0]!];
  let left = metres;
  let rest: Line = line.slice(1);
  for (;;) {
    for (const next of rest) {
      const here = out.at(-1)!;
      const d = apart(here, next);
      if (d === 0) continue;
      if (angle(step(here, next), course) > BENDS) return out;
      if (d >= left) {
        const t = left / d;
        return [...out, [here[0] + (next[0] - here[0]) * t, here[1] + (next[1] - here[1]) * t]];
      }
      out.push(next);
      left -= d;
    }
    const [before, end] = [out.at(-2), out.at(-1)!];
    if (!before) return out;
    const ways = streets
      .flatMap((s) => [s, [...s].reverse()])
      .filter((s) => apart(s[0]!, end) < 0.5 && s.length > 1)
      .map((s) => ({ s, turn: angle(step(before, end), step(s[0]!, s[1]!)) }))
      .sort((a, b) => a.turn - b.turn);
    if (!ways[0] || ways[0].turn > STRAIGHT) return out;
    rest = ways[0].s.slice(1);
  }
}

/** The line moved to the right of its direction. */
function toTheRight(line: Line, metres: number): Point[] {
  return line.map((p, i) => {
    const [dx, dy] = step(line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!);
    const length = Math.hypot(dx, dy) || 1;
    return [p[0] + (dy / length) * metres, p[1] - (dx / length) * metres];
  });
}

/**
 * The stretch of its own street on which a loop counts, in the direction of its traffic, degrees WGS84. `streets` are pieces between
 * crossings; the one nearest to the loop begins, of those that run its way rather than across.
 */
export function loopPath(
  loop: { lon: number; lat: number; heading: string },
  streets: readonly (readonly Position[])[],
): Position[] {
  const [east, north] = metresPerDegree(loop.lat);
  const plane = ([lon, lat]: Position): Point => [(lon! - loop.lon) * east, (lat! - loop.lat) * north];
  const lines = streets
    .map((line) => line.map(plane))
    .filter((line) => nearest(line, [0, 0]).off < REACH * 2);
  const heading = HEADINGS[loop.heading];
  if (!heading) throw new Error(`"${loop.heading}" is no heading`);
  const found = lines
    .map((line) => ({ line, ...nearest(line, [0, 0]) }))
    .filter(({ line, segment }) => {
      const turn = angle(step(line[segment - 1]!, line[segment]!), heading);
      return Math.min(turn, Math.PI - turn) < STRAIGHT;
    })
    .sort((a, b) => a.off - b.off)[0];
  if (!found || found.off > 40) throw new Error(`no street runs ${loop.heading} at ${loop.lon}, ${loop.lat}`);
  const { line, segment, at } = found;
  const forward = dot(step(line[segment - 1]!, line[segment]!), heading) > 0;
  const [behind, ahead] = [
    [at, ...line.slice(0, segment).reverse()],
    [at, ...line.slice(segment)],
  ];
  const run = step(line[segment - 1]!, line[segment]!);
  const course: Point = forward ? run : [-run[0], -run[1]];
  const back: Point = [-course[0], -course[1]];
  const after = onward(forward ? ahead : behind, lines, REACH, course);
  const before = onward(forward ? behind : ahead, lines, REACH, back);
  const whole = toTheRight([...before.reverse(), ...after.slice(1)], RIGHT);
  return whole.map(([x, y]) => [loop.lon + x / east, loop.lat + y / north]);
}

/** Pieces of the boulevards and the squares between them, from crossing to crossing. */
export function boulevardPieces(edition: EditionReader): Position[][] {
  const topology = edition.topology('streets', 'streets');
  const streets = topology.objects['streets'] as GeometryCollection<{ name: string }>;
  return feature(topology, streets).features.flatMap(({ properties, geometry }) =>
    /^(Viale|Piazza di Porta|Piazza delle Medaglie|Mura)/.test(properties.name)
      ? (geometry as MultiLineString).coordinates
      : [],
  );
}
