import { ckmeans } from 'simple-statistics';

/**
 * Optimal one-dimensional k-means (Wang & Song 2011, "Ckmeans.1d.dp"), the deterministic form of natural breaks.
 * `sorted` ascends and holds at least `classes` values. Returns the index of the first value of every class but
 * the first; equal values are never split over two classes.
 */
export function naturalCuts(sorted: readonly number[], classes: number): number[] {
  const cuts: number[] = [];
  let at = 0;
  for (const cluster of ckmeans([...sorted], classes).slice(0, -1)) {
    at += cluster.length;
    if (sorted[at - 1]! < sorted[at]!) cuts.push(at);
  }
  return cuts;
}
