/** Bars of a population pyramid from counts by age class: classes may be of different widths. */

/** The open class is drawn up to this age. */
export const OLDEST = 100;

export interface AgeBar {
  /** Lowest age of the class and the age where the next one begins. */
  from: number;
  to: number;
  /** Share of all residents, per cent: women and men. */
  women: number;
  men: number;
  /** The same per year of age: what a bar's length shows, so that its surface is its people. */
  womenPerYear: number;
  menPerYear: number;
}

/** `counts`: all classes of women, then all of men. [] when nobody is counted. Throws RangeError when the lengths do not fit. */
export function ageBars(ages: readonly number[], counts: readonly number[]): AgeBar[] {
  if (counts.length !== 2 * ages.length)
    throw new RangeError(`${counts.length} counts for ${ages.length} classes of two sexes`);
  const all = counts.reduce((sum, n) => sum + n, 0);
  if (all === 0) return [];
  return ages.map((from, i) => {
    const to = ages[i + 1] ?? Math.max(OLDEST, from + 5);
    const [women, men] = [counts[i]!, counts[ages.length + i]!].map((n) => (n / all) * 100) as [
      number,
      number,
    ];
    return { from, to, women, men, womenPerYear: women / (to - from), menPerYear: men / (to - from) };
  });
}

/** Longest bar of several pyramids, in per cent of residents per year of age. */
export const longest = (...pyramids: readonly (readonly AgeBar[])[]): number =>
  Math.max(0.1, ...pyramids.flat().flatMap((bar) => [bar.womenPerYear, bar.menPerYear]));

/** Outline of one side as a path in a box 0–100 wide (0 at the spine) and 0–100 high (age 0 at the bottom). */
export function sideOutline(bars: readonly AgeBar[], side: 'women' | 'men', most: number): string {
  const y = (age: number): string => (100 - (Math.min(age, OLDEST) / OLDEST) * 100).toFixed(2);
  return bars
    .map((bar, i) => {
      const x = (((side === 'women' ? bar.womenPerYear : bar.menPerYear) / most) * 100).toFixed(2);
      return `${i === 0 ? 'M' : 'L'}${x} ${y(bar.from)}L${x} ${y(bar.to)}`;
    })
    .join('');
}
