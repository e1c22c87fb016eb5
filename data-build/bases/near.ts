import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { sumUp, type Counts, type Grid } from './grid';
import { metresPerDegree } from './lines';

type Row = Readonly<Record<string, string>>;

/** Latitude of the city's middle: over its 14 km the metres in a degree of longitude change by a tenth of a per cent. */
const MIDDLE = 44.495;

/** Whether any of the points lies within `metres` of a place as the crow flies. Points sorted into squares of that side. */
export function nearAny(points: readonly Row[], metres: number): (lon: number, lat: number) => boolean {
  const [east, north] = metresPerDegree(MIDDLE);
  const squares = new Map<number, (readonly [number, number])[]>();
  const square = (x: number): number => Math.floor(x / metres);
  /** One number for a square, below 2^53 anywhere on earth. */
  const name = (i: number, j: number): number => i * 2 ** 24 + j;
  for (const { lon, lat } of points) {
    const [x, y] = [Number(lon) * east, Number(lat) * north];
    const key = name(square(x), square(y));
    const there = squares.get(key);
    if (there) there.push([x, y]);
    else squares.set(key, [[x, y]]);
  }
  return (lon, lat) => {
    const [x, y] = [lon * east, lat * north];
    const [i, j] = [square(x), square(y)];
    for (let di = -1; di <= 1; di++)
      for (let dj = -1; dj <= 1; dj++)
        for (const [px, py] of squares.get(name(i + di, j + dj)) ?? [])
          if (Math.hypot(px - x, py - y) <= metres) return true;
    return false;
  };
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
  const base = new Map<string, Map<string, Counts>>();
  for (const [period, points] of periods) {
    const near = nearAny(points, metres);
    const cells = new Map<string, [number, number]>();
    for (const { area, lon, lat } of edition.table('addresses')) {
      if (!area) continue;
      const counts = cells.get(area) ?? [0, 0];
      counts[near(Number(lon), Number(lat)) ? 0 : 1]++;
      cells.set(area, counts);
    }
    base.set(period, cells);
  }
  return sumUp(base, 'area', geography, 2);
}
