import { levelLabel } from '../../domain/format';
import { search } from '../../domain/search';
import type { AddressHit } from '../../data/addresses';
import type { Lang } from '../../model/ids';
import type { Geography } from '../../model/manifest';
import type { PlaceLevel } from '../../model/place';
import type { Option } from '../../ui/Combobox.svelte';

/** What a suggestion leads to: a place, and the spot of an address within it. */
export interface Target {
  level: PlaceLevel;
  code: string;
  /** The address that was asked for; null for a place by name and for a street, which has no one spot. */
  spot: { title: string; lon: number; lat: number } | null;
}

export type Suggestion = Option & { target: Target };

/** Wide to fine: "Barca" the zone before "Villaggio della Barca" the area. */
const LEVELS: readonly PlaceLevel[] = ['quartiere', 'zona', 'prossimita', 'area'];
const MOST_PLACES = 5;
/** What has a house number in it is an address first of all. */
const NUMBERED = /\S\s*,?\s+\d/;

/**
 * Places by name and addresses for what was typed, best first, each once. A zona di prossimità that is called like its zona is left to it.
 */
export function suggestionsFor(
  query: string,
  geography: Geography,
  addresses: readonly AddressHit[],
  lang: Lang,
  nearest: string,
): Suggestion[] {
  if (query.trim() === '') return [];
  const areaName = (code: string) => geography.levels.area?.find((a) => a.code === code)?.name ?? code;
  const zones = new Set((geography.levels.zona ?? []).map(({ name }) => name));
  const items = LEVELS.flatMap((level) =>
    (geography.levels[level] ?? [])
      .filter(({ name }) => level !== 'prossimita' || !zones.has(name))
      .map(({ code, name }) => ({ level, code, title: name })),
  );
  const places = search(items, query)
    .slice(0, MOST_PLACES)
    .map(({ item: { level, code, title }, ranges }): Suggestion => ({
      id: `${level}-${code}`,
      title,
      detail: levelLabel(level, lang),
      ranges,
      target: { level, code, spot: null },
    }));
  const streets = addresses.map(({ title, area, lon, lat, exact }): Suggestion => ({
    id: `address-${title}-${area}`,
    title,
    detail: exact ? areaName(area) : `${areaName(area)} · ${nearest}`,
    target: {
      level: 'area',
      code: area,
      spot: lon === null || lat === null ? null : { title, lon, lat },
    },
  }));
  return NUMBERED.test(query.trim()) ? [...streets, ...places] : [...places, ...streets];
}
