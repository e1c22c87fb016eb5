import type { NearKind, PlaceNear } from '../model/place';

/**
 * How much longer streets are than the straight line, on average: what the indicators of nearness assume as well. Nobody's own way is
 * measured: a railway or a river may double it.
 */
export const DETOUR = 1.3;
/** Metres on foot: about four, eight and thirteen minutes at 4.5 km/h. */
export const WALKS = [300, 600, 1000] as const;
const METRES_A_MINUTE = 75;
const MOST_NAMES = 3;

export interface Spot {
  lon: number;
  lat: number;
}

export interface Stop extends Spot {
  name: string;
  /** Metres on foot, estimated. */
  metres: number;
}

export interface Walk {
  id: NearKind;
  period: string;
  /** The nearest, of different names, at most three. */
  nearest: Stop[];
  /** How many within each of WALKS. */
  within: number[];
}

const EARTH = 6_371_008.8;
const RAD = Math.PI / 180;

/** Metres as the crow flies; over a city the plane through both points errs by less than a metre. */
export function straightMetres(a: Spot, b: Spot): number {
  const x = (b.lon - a.lon) * RAD * Math.cos(((a.lat + b.lat) / 2) * RAD);
  const y = (b.lat - a.lat) * RAD;
  return EARTH * Math.hypot(x, y);
}

/** Metres on foot, estimated from the straight line. */
export const walkMetres = (a: Spot, b: Spot): number => straightMetres(a, b) * DETOUR;

export const walkMinutes = (metres: number): number => Math.max(1, Math.round(metres / METRES_A_MINUTE));

/** Points of one kind in degrees. */
export function unpackPoints({ x, y, names }: PlaceNear['kinds'][number]): (Spot & { name: string })[] {
  let [lon, lat] = [0, 0];
  return x.map((dx, i) => {
    lon += dx;
    lat += y[i]!;
    return { lon: lon / 1e5, lat: lat / 1e5, name: names?.[i] ?? '' };
  });
}

/** What one can walk to from a spot, kind by kind. A name that repeats (two sides of one bus stop) is listed once but counted twice. */
export function walksFrom({ kinds }: PlaceNear, from: Spot): Walk[] {
  return kinds.map((kind) => {
    const stops = unpackPoints(kind)
      .map((point): Stop => ({ ...point, metres: walkMetres(from, point) }))
      .sort((a, b) => a.metres - b.metres);
    const seen = new Set<string>();
    const nearest: Stop[] = [];
    for (const stop of stops) {
      if (nearest.length >= MOST_NAMES) break;
      if (stop.name !== '' && seen.has(stop.name)) continue;
      seen.add(stop.name);
      nearest.push(stop);
    }
    return {
      id: kind.id,
      period: kind.period,
      nearest,
      within: WALKS.map((limit) => stops.filter(({ metres }) => metres <= limit).length),
    };
  });
}

/** 137 → 140, 1 240 → 1 200: no estimate is good to the metre. */
export const roundMetres = (metres: number): number => {
  const step = metres < 1000 ? 10 : 100;
  return Math.round(metres / step) * step;
};
