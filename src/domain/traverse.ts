import type { Level } from '../model/ids';
import type { Area, Geography } from '../model/manifest';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Angle of each direction, counter-clockwise from east, in radians. */
const ANGLE: Record<Direction, number> = { right: 0, up: Math.PI / 2, left: Math.PI, down: -Math.PI / 2 };

/** Beyond this angle from the wished direction an area does not count as lying that way. */
const WIDEST = (Math.PI / 180) * 75;

/**
 * The area an arrow key leads to from `code`: the neighbour that lies most nearly that way, else the nearest area
 * beyond the gap, else null at the edge. Unknown level or code → null.
 */
export function neighbourTowards(
  geography: Geography,
  level: Level,
  code: string,
  direction: Direction,
): string | null {
  const areas = geography.levels[level] ?? [];
  const here = areas.find((area) => area.code === code);
  if (!here) return null;
  const near = areas.filter((area) => here.neighbours.includes(area.code));
  return best(here, near, direction) ?? best(here, areas, direction);
}

function best(here: Area, candidates: readonly Area[], direction: Direction): string | null {
  let found: string | null = null;
  let least = Infinity;
  for (const area of candidates) {
    if (area.code === here.code) continue;
    const { distance, off } = towards(here, area, direction);
    const cost = distance * (1 + 2 * off);
    if (off <= WIDEST && cost < least) [found, least] = [area.code, cost];
  }
  return found;
}

/** Distance in degrees of latitude and the angle away from `direction`, in radians. */
function towards(from: Area, to: Area, direction: Direction): { distance: number; off: number } {
  const x = (to.point[0] - from.point[0]) * Math.cos((from.point[1] * Math.PI) / 180);
  const y = to.point[1] - from.point[1];
  const turn = Math.abs(Math.atan2(y, x) - ANGLE[direction]) % (2 * Math.PI);
  return { distance: Math.hypot(x, y), off: Math.min(turn, 2 * Math.PI - turn) };
}
