/**
 * Reading a classification: which class a value falls in, how values spread.
 * Making one (`breaksFor`) is in breaks.ts, re-exported here; only its callers pay for ckmeans.
 */
export { breaksFor, type BreaksOptions, type ClassMethod } from './breaks';

/** Class index 0…breaks.length; class i is [breaks[i-1], breaks[i]), open-ended at both ends. `breaks` must ascend. */
export function binOf(value: number, breaks: readonly number[]): number {
  let bin = 0;
  while (bin < breaks.length && value >= breaks[bin]!) bin += 1;
  return bin;
}

/** One bar of a histogram: values in [x0, x1), the last one closed. */
export interface HistogramBin {
  x0: number;
  x1: number;
  count: number;
}

/**
 * `bins` bars of equal width over `extent`; a value beyond the extent counts in the outermost bar, so the counts
 * always sum to the number of values. One bar when the extent has no width.
 */
export function histogram(
  values: readonly number[],
  extent: readonly [number, number],
  bins: number,
): HistogramBin[] {
  const [low, high] = extent;
  const n = high > low ? Math.max(1, Math.floor(bins)) : 1;
  const edge = (i: number) => (i === n ? high : low + ((high - low) * i) / n);
  const bars = Array.from({ length: n }, (_, i) => ({ x0: edge(i), x1: edge(i + 1), count: 0 }));
  const inner = bars.slice(1).map((bar) => bar.x0);
  for (const value of values) bars[binOf(value, inner)]!.count += 1;
  return bars;
}
