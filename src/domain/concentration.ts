/** How many of the largest counts it takes to hold half of their sum; 0 when there is nothing. */
export function halfHeldBy(counts: readonly number[]): number {
  const total = counts.reduce((a, b) => a + b, 0);
  if (!(total > 0)) return 0;
  let held = 0;
  return [...counts].sort((a, b) => b - a).findIndex((n) => (held += n) * 2 >= total) + 1;
}
