import type { ColourTheme } from './colour';

/**
 * Colours for things that differ in kind, not in amount: no order, no ramp. Chosen by search so that any two of the first four, and
 * of all eight, stay apart for three colour-vision deficiencies and each stands off the ground at 3:1 (tested).
 */
const CATEGORIES: Record<ColourTheme, readonly string[]> = {
  light: ['#b7873a', '#2b37a0', '#02a191', '#8a0229', '#c53f62', '#8580f4', '#886502', '#097492'],
  dark: ['#a17b08', '#98a6fd', '#7cee8c', '#ffbad1', '#eb6279', '#786de0', '#b4b30c', '#0d9ca8'],
};

export const MOST_CATEGORIES = CATEGORIES.light.length;

/** `count` colours. Throws RangeError beyond eight: more cannot be told apart, so put classes together. */
export function categoryColours(count: number, theme: ColourTheme): string[] {
  if (count > MOST_CATEGORIES) throw new RangeError(`${count} categories; ${MOST_CATEGORIES} at most`);
  return CATEGORIES[theme].slice(0, count);
}
