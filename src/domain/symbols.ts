import { roundTo, stepBelow } from './round';

/** Radius in px of a circle whose area is proportional to `value`; 0 for a value or maximum that is not positive. */
export function symbolRadius(value: number, max: number, maxRadiusPx: number): number {
  return value > 0 && max > 0 ? maxRadiusPx * Math.sqrt(Math.min(1, value / max)) : 0;
}

/**
 * Two or three round legend values, ascending, none above `max`; the radii stand about 3 : 2 : 1 so that nested
 * circles do not touch. [] when there is nothing to draw.
 */
export function symbolTicks(max: number): number[] {
  if (!(max > 0)) return [];
  const top =
    max >= stepBelow(max) * 1.5 && stepBelow(max) >= 1 ? floorTo(max, stepBelow(max) / 2) : stepBelow(max);
  const ticks = [top / 9, top / 2.25, top].map((value) => roundTo(value, stepBelow(value)));
  return [...new Set(ticks.filter((tick) => tick > 0 && tick <= max))].sort((a, b) => a - b);
}

const floorTo = (value: number, step: number) => Math.floor(value / step + 1e-9) * step;
