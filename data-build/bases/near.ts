import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { sumUp, type Counts, type Grid } from './grid';
import { metresPerDegree } from './lines';

type Row = Readonly<Record<string, string>>;

/** Latitude of the city's middle: over its 14 km the metres in a degree of longitude change by a tenth of a per cent. */
const MIDDLE = 44.495;

/** One number for a square, below 2^53 anywhere on earth. */
const squareName = (i: number, j: number): number => i * 2 ** 24 + j;

/** Metres east and north of a common point, by row. */
interface Positions {
  xs: Float64Array;
  ys: Float64Array;
}
export function positionsOf(rows: readonly Row[]): Positions {
  const [east, north] = metresPerDegree(MIDDLE);
  return {
    xs: Float64Array.from(rows, ({ lon }) => Number(lon) * east),
    ys: Float64Array.from(rows, ({ lat }) => Number(lat) * north),
  };
}

/**
 * Tells of each place whether any of the points lies within `metres` of it as the crow flies, 1 or 0 in the order of the places. Places are
 * sorted into squares of that side once, for as many sets of points as are asked about.
 */
export function nearnessOf({ xs, ys }: Positions, metres: number): (points: Positions) => Uint8Array {
  const squares = new Map<number, number[]>();
  const square = (x: number): number => Math.floor(x / metres);
  for (let at = 0; at < xs.length; at++) {
    const key = squareName(square(xs[at]!), square(ys[at]!));
    const there = squares.get(key);
    if (there) there.push(at);
    else squares.set(key, [at]);
  }
  return (points) => {
    const near = new Uint8Array(xs.length);
    points.xs.forEach((x, point) => {
      const y = points.ys[point]!;
      for (let i = square(x) - 1; i <= square(x) + 1; i++)
        for (let j = square(y) - 1; j <= square(y) + 1; j++)
          for (const at of squares.get(squareName(i, j)) ?? [])
            if (near[at] === 0 && (x - xs[at]!) ** 2 + (y - ys[at]!) ** 2 <= metres ** 2) near[at] = 1;
    });
    return near;
  };
}

/** House numbers as many indicators ask about them: read once per table. */
interface Doors {
  /** Codes of their areas, in the order of the rows that first name them. */
  areas: readonly string[];
  /** By row, index in `areas`; -1 = in none. */
  area: Int16Array;
  /** By row, 1 where any of the points lies within `metres`: worked out once for the same points. */
  near(points: readonly Row[], metres: number): Uint8Array;
}
const known = new WeakMap<readonly Row[], Doors>();
function doorsOf(rows: readonly Row[]): Doors {
  const before = known.get(rows);
  if (before) return before;
  const index = new Map<string, number>();
  const area = Int16Array.from(rows, ({ area }) => {
    if (!area) return -1;
    if (!index.has(area)) index.set(area, index.size);
    return index.get(area)!;
  });
  const positions = positionsOf(rows);
  const byMetres = new Map<number, ReturnType<typeof nearnessOf>>();
  const asked = new Map<string, Uint8Array>();
  const near: Doors['near'] = (points, metres) => {
    const question = `${metres} ${points.map(({ lon, lat }) => `${lon},${lat}`).join(' ')}`;
    const answer = asked.get(question);
    if (answer) return answer;
    const nearness = byMetres.get(metres) ?? nearnessOf(positions, metres);
    byMetres.set(metres, nearness);
    const found = nearness(positionsOf(points));
    asked.set(question, found);
    return found;
  };
  const doors = { areas: [...index.keys()], area, near };
  known.set(rows, doors);
  return doors;
}

export interface Nearness {
  /** A layer of points, each with the period it was there. */
  dataset: string;
  metres: number;
  /** Points that count; a period in which none does is there all the same, with nobody near. */
  keep?: ((row: Row) => boolean) | undefined;
}

/**
 * [house numbers with a point of the dataset within `metres`, the others] by straight line, for every period of the points, summed from
 * areas to every level. House numbers without a statistical area are left out.
 */
export function nearGrid(
  edition: EditionReader,
  geography: Geography,
  { dataset, metres, keep = () => true }: Nearness,
): Grid {
  const periods = new Map<string, Row[]>();
  for (const row of edition.table(dataset)) {
    const list = periods.get(row.period!) ?? [];
    periods.set(row.period!, list);
    if (keep(row)) list.push(row);
  }
  const { areas, area, near } = doorsOf(edition.table('addresses'));
  const base = new Map<string, Map<string, Counts>>();
  for (const [period, points] of periods) {
    const isNear = near(points, metres);
    const counts = new Uint32Array(areas.length * 2);
    for (let row = 0; row < area.length; row++) {
      const at = area[row]!;
      if (at >= 0) counts[at * 2 + (isNear[row] ? 0 : 1)]!++;
    }
    base.set(period, new Map(areas.map((code, at) => [code, [counts[at * 2]!, counts[at * 2 + 1]!]])));
  }
  return sumUp(base, 'area', geography, 2);
}
