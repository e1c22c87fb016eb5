/** Nearest of `periods` (ascending) to `wanted`: itself, else the latest one before it, else the first. */
export function nearestPeriod(periods: readonly string[], wanted: string): string {
  if (periods.includes(wanted)) return wanted;
  return periods.filter((p) => p < wanted).at(-1) ?? periods[0] ?? wanted;
}
