import type { ShownDots } from '../../../../domain/dots';
import type { Dots } from '../../../../model/dots';
import type { Text } from '../../../../model/ids';
import type { AtlasState } from '../../../../state/atlas.svelte';
import { nearestPeriod } from '../../../../domain/period';

/** A set of dots, ready to be drawn. */
export interface LoadedDots {
  readonly title: Text;
  readonly dots: Dots;
  /** Same object for the same period asked twice in a row; null = no dots. */
  at(period: string | null): ShownDots;
}

/** Dots of a neighbouring year may stand in, and say so; those of another decade may not. */
const NEAR_YEARS = 2;

/** The period of the dots on screen; null where there is none near the view's own. */
export function dotPeriod(atlas: AtlasState, dots: Dots): string | null {
  const nearest = nearestPeriod(dots.periods, atlas.period);
  return Math.abs(Number(nearest.slice(0, 4)) - Number(atlas.period.slice(0, 4))) <= NEAR_YEARS
    ? nearest
    : null;
}
