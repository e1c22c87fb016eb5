import type { FeatureCollection, Point } from 'geojson';
import type { Level } from '../model/ids';
import type { Geography } from '../model/manifest';
import type { Paint } from './states';

/** Inner points of a level, largest circle first so that the small ones stay on top; ties by geography order. */
export function pointsOf(
  geography: Geography,
  level: Level,
  paints: ReadonlyMap<string, Paint>,
): FeatureCollection<Point, { code: string }> {
  const radius = (code: string): number => paints.get(code)?.radius ?? 0;
  const areas = [...(geography.levels[level] ?? [])].sort((a, b) => radius(b.code) - radius(a.code));
  return {
    type: 'FeatureCollection',
    features: areas.map(({ code, point }) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Point', coordinates: [...point] },
    })),
  };
}

/** Two collections with the same codes in the same order draw the same. */
export const orderKey = (points: FeatureCollection<Point, { code: string }>): string =>
  points.features.map(({ properties }) => properties.code).join(' ');
