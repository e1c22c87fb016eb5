export type Stop = 'low' | 'half' | 'full';

/** Sheet height in px for a viewport height in px. The low one leaves the whole city in view above it on a 390 × 844 phone. */
export const STOPS: Record<Stop, (viewport: number) => number> = {
  low: (viewport) => Math.min(312, Math.round(viewport * 0.42)),
  half: (viewport) => Math.round(viewport * 0.62),
  full: (viewport) => viewport - 56,
};

/** The stop whose height is nearest to where the sheet was let go. */
export function nearestStop(height: number, viewport: number): Stop {
  const distance = (s: Stop) => Math.abs(STOPS[s](viewport) - height);
  return (Object.keys(STOPS) as Stop[]).reduce((best, s) => (distance(s) < distance(best) ? s : best), 'low');
}

/** Top and bottom of something in the sheet, in px below the sheet's edge. */
export interface Row {
  readonly top: number;
  readonly bottom: number;
}

/** Share of the viewport by which a lowered sheet may be higher than `STOPS.low`, to finish a row. */
const LONGER = 0.06;
/** Px kept between the last row in sight and the edge of the screen. */
const AIR = 6;

/**
 * Height at which a lowered sheet cuts nothing in two: its low stop, or a little more where that finishes the row it would cut, else
 * the end of the row before.
 */
export function restingHeight(viewport: number, boxes: readonly Row[]): number {
  const low = STOPS.low(viewport);
  const rows = mergedRows(boxes);
  let at = low;
  // Making room for one row may cut into the next one.
  for (const { top, bottom } of rows) if (top < at && bottom + AIR > at) at = bottom + AIR;
  if (at <= low + viewport * LONGER) return Math.ceil(at);
  const before = rows.filter(({ bottom }) => bottom + AIR <= low).at(-1);
  return before ? Math.ceil(before.bottom + AIR) : low;
}

/** What stands side by side is one row. */
function mergedRows(boxes: readonly Row[]): Row[] {
  const rows: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of boxes.toSorted((a, b) => a.top - b.top)) {
    const last = rows.at(-1);
    if (last && top < last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else rows.push({ top, bottom });
  }
  return rows;
}
