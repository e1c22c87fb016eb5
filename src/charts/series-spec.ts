import type { Cell } from '../model/cell';

export interface SeriesPoint {
  period: string;
  value: number | null;
}

/** A line of the small chart: `own` in accent, the others as muted reference. */
export interface SeriesLine {
  name: string;
  own: boolean;
  points: SeriesPoint[];
}

/** Cells in period order → points; a missing cell keeps its place, so that the line has a gap there. */
export const toPoints = (series: readonly { period: string; cell: Cell }[]): SeriesPoint[] =>
  series.map(({ period, cell }) => ({ period, value: 'value' in cell ? cell.value : null }));

/**
 * Domain of the vertical axis. Counts and shares whose values fill less than a third of the way from zero keep zero out,
 * but the axis says so by starting on a round tick; equal values get a band around them.
 */
export function seriesDomain(lines: readonly SeriesLine[]): [number, number] {
  const values = lines.flatMap((l) => l.points.flatMap((p) => (p.value === null ? [] : [p.value])));
  if (!values.length) return [0, 1];
  const lo = Math.min(...values);
  const hi = Math.max(...values);
  if (lo === hi) return lo === 0 ? [0, 1] : [lo - Math.abs(lo) * 0.1, hi + Math.abs(hi) * 0.1];
  const pad = (hi - lo) * 0.12;
  return [lo >= 0 ? Math.max(0, lo - pad) : lo - pad, hi + pad];
}
