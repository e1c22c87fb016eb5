import type { Level } from '../model/ids';
import { clean, powerBelow, stepBelow } from './round';

/** Radius in px of a circle whose area is proportional to `value`; 0 for a value or maximum that is not positive. */
export function symbolRadius(value: number, max: number, maxRadiusPx: number): number {
  return value > 0 && max > 0 ? maxRadiusPx * Math.sqrt(Math.min(1, value / max)) : 0;
}

/**
 * Three round legend values, ascending, none above `max`: about a tenth, a third and nearly all of it, so that nested
 * circles stand apart. [] when there is nothing to draw.
 */
export function symbolTicks(max: number): number[] {
  if (!(max > 0)) return [];
  const power = powerBelow(max);
  const lead = [8, 6, 5, 4, 3, 2, 1.5].find((n) => n * power <= max) ?? 1;
  const top = clean(lead * power);
  return [stepBelow(top / 10), stepBelow(top / 3), top];
}

/** Largest circle per level in CSS pixels: the sum of circles stays under about a quarter of the city's ground. */
const MAX_RADIUS: Record<Level, number> = {
  citta: 56,
  quartiere: 44,
  zona: 30,
  prossimita: 28,
  area: 18,
  comune: 34,
};

/** Radius in CSS pixels of the circle for `maxValue`; `width` is the map's box, smaller on a phone. The legend draws the same. */
export const maxSymbolRadius = (level: Level, width = 1000): number =>
  Math.round(MAX_RADIUS[level] * Math.min(1, Math.max(0.6, width / 900)));
