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
