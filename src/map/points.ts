import type { FeatureCollection, Point } from 'geojson';
import type { Level } from '../model/ids';
import type { Geography } from '../model/manifest';
import type { Paint } from './states';

export interface PointProperties {
  code: string;
  name: string;
}
export type Points = FeatureCollection<Point, PointProperties>;

/**
 * Inner points of a level, where its circles and its names stand. Largest circle first so that the small ones stay on
 * top; ties, and a level without circles, by geography order.
 */
export function pointsOf(geography: Geography, level: Level, paints: ReadonlyMap<string, Paint>): Points {
  const radius = (code: string): number => paints.get(code)?.radius ?? 0;
  const areas = [...(geography.levels[level] ?? [])].sort((a, b) => radius(b.code) - radius(a.code));
  return {
    type: 'FeatureCollection',
    features: areas.map(({ code, name, point }) => ({
      type: 'Feature',
      properties: { code, name: lettered(name) },
      geometry: { type: 'Point', coordinates: [...point] },
    })),
  };
}

/**
 * The same from west to east, for the names: whichever comes first keeps its place where two collide, and in this order more of the old
 * town's four find room than in that of their codes.
 */
export const namesOf = (geography: Geography, level: Level): Points => {
  const points = pointsOf(geography, level, new Map());
  const lon = ({ geometry }: Points['features'][number]): number => geometry.coordinates[0]!;
  return { ...points, features: points.features.toSorted((a, b) => lon(a) - lon(b)) };
};

/** A name of two parts joined by a dash breaks after the dash, never before it. */
const lettered = (name: string): string => name.replaceAll(' - ', '\u00a0– ');

/** Two collections of a level with the same codes in the same order draw the same. */
export const orderKey = (level: Level, points: Points): string =>
  `${level} ${points.features.map(({ properties }) => properties.code).join(' ')}`;
