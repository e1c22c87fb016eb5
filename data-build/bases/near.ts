import type { Geography } from '../../src/model/manifest';
import { metresBetween } from '../steps/hex-grid';
import type { EditionReader } from '../model';
import { addTo, sumUp, type Counts, type Grid } from './grid';

interface Point {
  lon: number;
  lat: number;
}

/** Places by the year they were there. */
export type PlacesByPeriod = ReadonlyMap<string, readonly Point[]>;

/** Rows of a layer of points that pass `keep`, by year. */
export function placesOf(
  rows: readonly Record<string, string>[],
  keep: (row: Record<string, string>) => boolean = () => true,
): PlacesByPeriod {
  const found = new Map<string, Point[]>();
  for (const row of rows) {
    const list = found.get(row.period!) ?? [];
    found.set(row.period!, list);
    if (keep(row)) list.push({ lon: Number(row.lon), lat: Number(row.lat) });
  }
  return found;
}

/**
 * [house numbers with a place within `metres`, the others] by straight line, summed from areas to every level. House numbers
 * without a statistical area are left out.
 */
export function nearGrid(
  edition: EditionReader,
  geography: Geography,
  places: PlacesByPeriod,
  metres: number,
): Grid {
  const base: Grid = new Map();
  // Most are too far by their latitude alone; a thousandth more than needed, so that rounding decides nothing.
  const tall = (1.001 * metres) / metresBetween(0, 0, 0, 1);
  for (const [period, points] of places)
    for (const { lon, lat, area } of edition.table('addresses')) {
      if (area === '') continue;
      const [x, y] = [Number(lon), Number(lat)];
      const near = points.some(
        (point) => Math.abs(y - point.lat) < tall && metresBetween(x, y, point.lon, point.lat) <= metres,
      );
      const counts: Counts = near ? [1, 0] : [0, 1];
      addTo(base, 'area', period, area!, counts);
    }
  return sumUp(base.get('area') ?? new Map(), 'area', geography, 2);
}
