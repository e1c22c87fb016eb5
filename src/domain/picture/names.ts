import type { Box } from './ground';
import { balanced, textWidth, type Face } from './lines';
import { RANKS, type PictureName, type Rank } from './types';

interface Look {
  face: Face;
  size: number;
  /** Longest line in px before a name takes a second one. */
  wide: number;
  /** A name that must stand looks further and further off and keeps a line to its place. */
  must: boolean;
}
const LOOKS: Record<Rank, Look> = {
  selected: { face: 'bold', size: 13, wide: 130, must: true },
  picked: { face: 'bold', size: 11.5, wide: 110, must: true },
  place: { face: 'sans', size: 11.5, wide: 100, must: false },
  around: { face: 'sans', size: 10.5, wide: 90, must: false },
};
const LEADING = 1.08;

export interface PlacedName {
  rank: Rank;
  lines: readonly string[];
  face: Face;
  size: number;
  /** Middle of the lines, and the first baseline. */
  x: number;
  y: number;
  leading: number;
  /** Space taken, with a little air. */
  box: Box;
  /** From the place to the name, where they stand apart. */
  leader?: readonly [x1: number, y1: number, x2: number, y2: number];
}

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (a: Box, b: Box) =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

/** A double name breaks after its dash, never before: "San Donato -" over "San Vitale". */
const glued = (text: string) => text.replaceAll(' - ', '\u00a0- ');

const DIRECTIONS = Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 6);

/** Shifts of a name's middle to try, nearest first. */
function shifts(width: number, height: number, must: boolean): { dx: number; dy: number; far: boolean }[] {
  const near = [
    { dx: 0, dy: 0, far: false },
    { dx: 0, dy: -height * 0.75, far: false },
    { dx: 0, dy: height * 0.75, far: false },
  ];
  if (!must) return near;
  const rings = [22, 38, 58, 84, 116].flatMap((ring) =>
    DIRECTIONS.map((angle) => ({
      dx: Math.cos(angle) * (ring + width / 2),
      dy: Math.sin(angle) * (ring + height / 2),
      far: true,
    })),
  );
  return [...near, ...rings];
}

/**
 * Places names so that none touches another, a taken box or the edge. Names of higher rank go first; one that finds no place
 * is left out, rather than put over another. Only a name that must stand may cover one of `things`. `at` in pixels of the picture.
 */
export function placeNames(
  names: readonly PictureName[],
  room: Box,
  taken: readonly Box[],
  things: readonly Box[] = [],
  unit = 1,
): PlacedName[] {
  const full = [...taken];
  const free = (name: Box, look: Look) =>
    !full.some((other) => overlaps(name, other)) &&
    (look.must || !things.some((other) => overlaps(name, other)));
  const placed: PlacedName[] = [];
  const byRank = [...names].sort((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank));
  for (const name of byRank) {
    const look = LOOKS[name.rank];
    const [x, y] = name.at;
    if (x < room.x || y < room.y || x > room.x + room.width || y > room.y + room.height) continue;
    const size = look.size * unit;
    const lines = balanced(glued(name.text), look.face, size, look.wide * unit);
    const width = Math.max(...lines.map((line) => textWidth(line, look.face, size)));
    const height = size * (1 + LEADING * (lines.length - 1));
    const air = 2.5 * unit;
    for (const { dx, dy, far } of shifts(width, height, look.must)) {
      const box = {
        x: x + dx * (far ? 1 : unit) - width / 2 - air,
        y: y + dy * (far ? 1 : unit) - height / 2 - air,
        width: width + 2 * air,
        height: height + 2 * air,
      };
      if (!inside(box, room) || !free(box, look)) continue;
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      full.push(box);
      placed.push({
        rank: name.rank,
        lines,
        face: look.face,
        size,
        x: middle.x,
        y: middle.y - height / 2 + size * 0.8,
        leading: size * LEADING,
        box,
        ...(far ? { leader: leaderTo(x, y, box) } : {}),
      });
      break;
    }
  }
  return placed;
}

/** From the place to the nearest point of the name's box. */
const leaderTo = (x: number, y: number, box: Box): [number, number, number, number] => [
  x,
  y,
  Math.min(box.x + box.width, Math.max(box.x, x)),
  Math.min(box.y + box.height, Math.max(box.y, y)),
];
