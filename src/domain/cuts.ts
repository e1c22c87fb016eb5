import { decimalsOf, roundTo, stepBelow } from './round';

/**
 * The step a hand moves a class limit by: about a two-hundredth of the range, on a readable number, never finer than what is
 * printed. So a limit set by hand is as short in a link as one the build chose.
 */
export function cutStep(extent: readonly [number, number], decimals: number): number {
  const range = extent[1] - extent[0];
  const finest = 10 ** -decimals;
  return range > 0 ? Math.max(stepBelow(range / 100), finest) : finest;
}

/**
 * Moves limit `i` to `wanted`, on the step, and keeps it between its neighbours and inside the extent: limits never cross and never
 * coincide. Returns a new list; the given one where there is no room to move.
 */
export function moveCut(
  cuts: readonly number[],
  i: number,
  wanted: number,
  extent: readonly [number, number],
  step: number,
): readonly number[] {
  const digits = decimalsOf(step);
  const tidy = (value: number) => Number(roundTo(value, step).toFixed(digits));
  const low = i === 0 ? extent[0] : cuts[i - 1]!;
  const high = i === cuts.length - 1 ? extent[1] : cuts[i + 1]!;
  let at = tidy(Math.min(high, Math.max(low, wanted)));
  if (at <= low) at = tidy(at + step);
  if (at >= high) at = tidy(at - step);
  if (at <= low || at >= high || at === cuts[i]) return cuts;
  return cuts.map((cut, k) => (k === i ? at : cut));
}

/** One limit more, in the middle of the widest class; the given list when no class is wide enough for two. */
export function addCut(
  cuts: readonly number[],
  extent: readonly [number, number],
  step: number,
): readonly number[] {
  const edges = [extent[0], ...cuts, extent[1]];
  let widest = 0;
  for (let i = 1; i < edges.length - 1; i += 1)
    if (edges[i + 1]! - edges[i]! > edges[widest + 1]! - edges[widest]!) widest = i;
  const [low, high] = [edges[widest]!, edges[widest + 1]!];
  const at = Number(roundTo((low + high) / 2, step).toFixed(decimalsOf(step)));
  if (at <= low || at >= high) return cuts;
  return [...cuts, at].sort((a, b) => a - b);
}

/** One limit less: the one whose class is narrowest gives way. */
export function dropCut(cuts: readonly number[], extent: readonly [number, number]): readonly number[] {
  if (cuts.length <= 1) return cuts;
  const edges = [...cuts, extent[1]];
  let narrowest = 0;
  for (let i = 0; i < cuts.length; i += 1)
    if (edges[i + 1]! - edges[i]! < edges[narrowest + 1]! - edges[narrowest]!) narrowest = i;
  return cuts.filter((_, i) => i !== narrowest);
}
