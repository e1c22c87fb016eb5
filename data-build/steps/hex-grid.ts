import { METRES_LAT, METRES_LON } from '../../src/domain/hexagon';

/** Middle of Bologna: the grid is laid out here, where one degree of longitude has this many metres. */
const ORIGIN = { lon: 11.34, lat: 44.49 } as const;

export interface Hex {
  /** Axial coordinates `q_r`, q eastward. */
  id: string;
  /** Centre, degrees. */
  lon: number;
  lat: number;
}

/** Pointy-topped hexagon of the given width across the flats (metres) that holds a point. */
export function hexOf(lon: number, lat: number, width: number): Hex {
  const x = (lon - ORIGIN.lon) * METRES_LON;
  const y = (lat - ORIGIN.lat) * METRES_LAT;
  const side = width / Math.sqrt(3);
  const [q, r] = roundAxial(x / width - y / (3 * side), (2 * y) / (3 * side));
  return {
    id: `${q}_${r}`,
    lon: ORIGIN.lon + (width * (q + r / 2)) / METRES_LON,
    lat: ORIGIN.lat + (1.5 * side * r) / METRES_LAT,
  };
}

/** Nearest whole axial coordinates: of the three cube coordinates, the one rounded most follows from the others. */
function roundAxial(q: number, r: number): [number, number] {
  const s = -q - r;
  const [a, b, c] = [Math.round(q), Math.round(r), Math.round(s)];
  const [da, db, dc] = [Math.abs(a - q), Math.abs(b - r), Math.abs(c - s)];
  if (da > db && da > dc) return [-b - c + 0, b + 0];
  if (db > dc) return [a + 0, -a - c + 0];
  return [a + 0, b + 0];
}
