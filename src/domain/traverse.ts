import type { Level } from '../model/ids';
import type { Area, Geography } from '../model/manifest';

export const DIRECTIONS = ['up', 'down', 'left', 'right'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Angle of each direction, counter-clockwise from east, in radians. */
const ANGLE: Record<Direction, number> = { right: 0, up: Math.PI / 2, left: Math.PI, down: -Math.PI / 2 };

/** Beyond this angle from the wished direction an area does not count as lying that way. */
const WIDEST = (Math.PI / 180) * 75;

/** Where each arrow leads from each area; null at the edge. */
type Paths = Map<string, Record<Direction, string | null>>;

const known = new WeakMap<readonly Area[], Paths>();

/**
 * The area an arrow key leads to from `code`: the neighbour that lies most nearly that way, else the nearest area
 * beyond the gap, else null at the edge. Every area of a level can be reached from every other one by arrows alone.
 * Unknown level or code → null.
 */
export function neighbourTowards(
  geography: Geography,
  level: Level,
  code: string,
  direction: Direction,
): string | null {
  const areas = geography.levels[level];
  if (!areas) return null;
  let paths = known.get(areas);
  if (!paths) known.set(areas, (paths = pathsOf(areas)));
  return paths.get(code)?.[direction] ?? null;
}

function pathsOf(areas: readonly Area[]): Paths {
  const paths: Paths = new Map(
    areas.map((here) => {
      const near = areas.filter((area) => here.neighbours.includes(area.code));
      const to = (direction: Direction) => best(here, near, direction) ?? best(here, areas, direction);
      return [here.code, { up: to('up'), down: to('down'), left: to('left'), right: to('right') }];
    }),
  );
  // By bearing alone an area can be everybody's second choice: then one arrow nearby gives way to it.
  for (const back of [false, true]) while (connectOne(areas, paths, back));
  return paths;
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

/** Codes that can be reached from the first area; with `back`, codes the first area can be reached from. */
function reach(areas: readonly Area[], paths: Paths, back: boolean): Set<string> {
  const seen = new Set([areas[0]?.code ?? '']);
  for (let grew = true; grew;) {
    grew = false;
    for (const [code, to] of paths) {
      for (const direction of DIRECTIONS) {
        const target = to[direction];
        const [from, next] = back ? [target, code] : [code, target];
        if (from && next && seen.has(from) && !seen.has(next)) grew = !!seen.add(next);
      }
    }
  }
  return seen;
}

/** Turns one arrow so that more areas are connected and none is lost; false when nothing is left to do. */
function connectOne(areas: readonly Area[], paths: Paths, back: boolean): boolean {
  const before = reach(areas, paths, back);
  if (before.size >= areas.length) return false;
  const options = areas
    .flatMap((from) => areas.map((to) => ({ from, to })))
    .filter(({ from, to }) => before.has(from.code) !== back && before.has(to.code) === back && from !== to)
    .flatMap(({ from, to }) =>
      DIRECTIONS.map((direction) => ({ from, to, direction, ...towards(from, to, direction) })),
    )
    .sort((a, b) => a.distance * (1 + 2 * a.off) - b.distance * (1 + 2 * b.off));
  for (const { from, to, direction } of options) {
    const arrows = paths.get(from.code)!;
    const old = arrows[direction];
    arrows[direction] = to.code;
    const kept = !back || reach(areas, paths, false).size === areas.length;
    if (kept && reach(areas, paths, back).size > before.size) return true;
    arrows[direction] = old;
  }
  return false;
}
