import type { Text } from '../model/ids';
import { isValue } from '../model/cell';
import type { PlaceIndicator, PlaceLevel } from '../model/place';
import type { ProfileRow } from './profile';
import { robustScale } from './standard';

export interface Trait {
  indicator: PlaceIndicator;
  /** What the place has, in words: its `more` or its `less`. */
  said: Text;
  value: number;
  city: number;
  /** Robust standard deviations from the city, positive above it. */
  score: number;
}

/** Nearer to the city than this, in robust standard deviations, nothing is remarkable. */
const REMARKABLE = 1;
const MOST_TRAITS = 3;
/** A place with fewer residents than this is described by no share: the same limit as for unreliable cells. */
export const FEWEST_RESIDENTS = 175;

/**
 * The two or three indicators in which a place (or several taken together) differs most from its city, most of all first; [] where none
 * does, for the city itself, and where hardly anybody lives. Only indicators with words of their own take part (never the fragility
 * maps, nor votes for a list), one of each chapter, and only differences that are more than the usual wavering of a series: the rows'
 * verdicts say which.
 */
export function distinctive(rows: readonly ProfileRow[], level: PlaceLevel): Trait[] {
  if (level === 'citta') return [];
  const residents = rows.find(({ indicator }) => indicator.id === 'population.residents')?.cell;
  if (!residents || !isValue(residents) || residents.value < FEWEST_RESIDENTS) return [];
  const traits = rows.flatMap(({ indicator, cell, city, owner, verdict }): Trait[] => {
    const column = indicator.levels[level];
    const own = owner.level === level && isValue(cell) && isValue(city);
    if (!column || !own || verdict === 'similar') return [];
    const score = robustScale(column, indicator.vector)?.score(cell.value) ?? 0;
    const said = score > 0 ? indicator.more : indicator.less;
    return said && Math.abs(score) >= REMARKABLE
      ? [{ indicator, said, value: cell.value, city: city.value, score }]
      : [];
  });
  traits.sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
  const groups = new Set<string>();
  return traits
    .filter(({ indicator }) => !groups.has(indicator.group) && groups.add(indicator.group))
    .slice(0, MOST_TRAITS);
}
