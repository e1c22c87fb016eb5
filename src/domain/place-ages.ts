import { CITY_CODE } from '../model/ids';
import type { Geography } from '../model/manifest';
import type { PlaceAges, PlaceLevel } from '../model/place';
import type { Pyramids } from '../model/series';
import { indexOf } from './profile';
import { barsOf, regroup, type PyramidBar } from './pyramid';

/** Residents by age and sex as the neighbourhood page draws them: all classes of women, then all of men. */
export interface AgeCounts {
  period: string;
  /** Lowest age of each class, ascending; the last one is open. */
  ages: readonly number[];
  /** null where a place among those asked for may not be told. */
  own: readonly number[] | null;
  city: readonly number[] | null;
}

/** Levels with single ages or five-year classes of their own; the others have ten wide classes. */
export const FINE_LEVELS = ['citta', 'quartiere', 'zona'] as const satisfies PlaceLevel[];
export type FineLevel = (typeof FINE_LEVELS)[number];
export const isFine = (level: PlaceLevel): level is FineLevel =>
  (FINE_LEVELS as readonly PlaceLevel[]).includes(level);

/** Classes of five years: the finest all three levels have, and the finest a column of this height can show. */
export const FIVE_YEARS: readonly number[] = Array.from({ length: 19 }, (_, i) => i * 5);

/** Latest year both files have, in classes of five years. One place without figures hides the whole, which would be another's. */
export function fineAges(own: Pyramids, city: Pyramids, codes: readonly string[]): AgeCounts {
  const period = own.periods.filter((p) => city.periods.includes(p)).at(-1) ?? '';
  const five = (file: Pyramids, code: string) => {
    const bars = barsOf(file, code, period);
    return bars && flat(regroup(bars, FIVE_YEARS));
  };
  return {
    period,
    ages: FIVE_YEARS,
    own: sum(codes.map((code) => five(own, code))),
    city: five(city, CITY_CODE),
  };
}

/** The same from the ten wide classes, the only ones statistical areas and zone di prossimità have. */
export function wideAges(
  file: PlaceAges,
  geography: Geography,
  level: PlaceLevel,
  codes: readonly string[],
): AgeCounts {
  const of = (where: PlaceLevel, code: string) =>
    file.levels[where]?.[indexOf(geography, { level: where, code })] ?? null;
  return {
    period: file.period,
    ages: file.ages,
    own: sum(codes.map((code) => of(level, code))),
    city: of('citta', CITY_CODE),
  };
}

const flat = (bars: readonly PyramidBar[]): number[] => [
  ...bars.map(({ women }) => women),
  ...bars.map(({ men }) => men),
];

function sum(all: readonly (readonly number[] | null)[]): number[] | null {
  const [first, ...rest] = all;
  if (!first) return null;
  return rest.reduce<number[] | null>(
    (total, one) => total && one && total.map((n, i) => n + one[i]!),
    [...first],
  );
}
