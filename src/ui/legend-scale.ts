/**
 * Where a value stands on a legend whose classes are drawn equally wide: 0 at the low end, 1 at the high end.
 * Linear within each class. Values outside `extent` stay at the ends.
 */
export function legendPosition(
  value: number,
  breaks: readonly number[],
  extent: readonly [number, number],
): number {
  const edges = [extent[0], ...breaks, extent[1]];
  const n = edges.length - 1;
  if (value <= extent[0]) return 0;
  if (value >= extent[1]) return 1;
  let bin = 0;
  while (bin < n - 1 && value >= (edges[bin + 1] ?? Infinity)) bin += 1;
  const lo = edges[bin] ?? 0;
  const hi = edges[bin + 1] ?? lo;
  return (bin + (hi > lo ? (value - lo) / (hi - lo) : 0.5)) / n;
}

/** Counts per equal slice of the legend, `slices` to each class: the histogram that stands on the classes. */
export function legendHistogram(
  values: readonly number[],
  breaks: readonly number[],
  extent: readonly [number, number],
  slices = 4,
): number[] {
  const counts = new Array<number>((breaks.length + 1) * slices).fill(0);
  for (const value of values) {
    const i = Math.min(counts.length - 1, Math.floor(legendPosition(value, breaks, extent) * counts.length));
    counts[i] = (counts[i] ?? 0) + 1;
  }
  return counts;
}
