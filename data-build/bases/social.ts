import type { Geography } from '../../src/model/manifest';
import { InputError, type EditionReader } from '../model';
import { areaLocator } from './locate';

/** Groups of the source's 26 activities that a citizen would look for together. */
export const GROUPS = {
  basics: ['food', 'clothing-furniture', 'showers', 'night-shelter', 'housing-support', 'transport'],
  italian: ['italian-courses', 'language-courses'],
  desks: ['information', 'tax-welfare-desk', 'digital-paperwork', 'legal-advice', 'unions', 'job-guidance'],
  care: [
    'psychological-support',
    'health-care',
    'parenting',
    'addictions',
    'dementia',
    'anti-violence',
    'mediation',
  ],
  leisure: ['culture-leisure', 'sport', 'workshops', 'spaces', 'vocational-training'],
} as const;
export type Group = keyof typeof GROUPS;

export type Resource = Record<'period' | 'area' | 'kind', string>;

/**
 * Social resources with the statistical area their point falls into. The proximity zone the source states must be that area's:
 * where it is not, point or zone is wrong and the build stops.
 */
export function resources(edition: EditionReader, geography: Geography): Resource[] {
  const locate = areaLocator(edition.topology('geography', 'areas'));
  const areas = new Map((geography.levels.area ?? []).map((area) => [area.code, area]));
  return edition.table('social-resources').map(({ period, id, kind, lon, lat, prossimita: stated }) => {
    const at = { file: 'social-resources/data.csv', column: id! };
    const area = locate(Number(lon), Number(lat));
    if (area === undefined)
      throw new InputError(
        at,
        'a point inside the city',
        `${lon}, ${lat}`,
        'Correct the point at the source.',
      );
    const zone = areas.get(area)?.parents.prossimita;
    if (zone !== stated)
      throw new InputError(
        at,
        `${String(zone)}, where the point falls`,
        String(stated),
        'Ask the publisher.',
      );
    return { period: period!, area, kind: kind! };
  });
}

/** Different activities offered, by level and area: a site counts once for each. */
export function variety(
  list: readonly Resource[],
  geography: Geography,
): Map<string, Map<string, Set<string>>> {
  const areas = new Map((geography.levels.area ?? []).map((area) => [area.code, area]));
  const found = new Map<string, Map<string, Set<string>>>();
  for (const { area, kind } of list) {
    const parents = Object.entries(areas.get(area)?.parents ?? {}) as [string, string][];
    for (const [level, code] of [['area', area] as const, ...parents]) {
      const cells = found.get(level) ?? new Map<string, Set<string>>();
      found.set(level, cells.set(code, (cells.get(code) ?? new Set()).add(kind)));
    }
  }
  return found;
}
