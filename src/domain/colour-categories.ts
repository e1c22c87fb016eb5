import type { ColourTheme } from './colour';

/**
 * Eight colours for kinds of things, in the order they are given out. Found by a search in OKLCH, one hue family each, for the greatest
 * least CIEDE2000 between any two under normal vision and three simulations of colour blindness, all with 3:1 on the paper
 * (WCAG 1.4.11); they differ in lightness as well as hue. Never the only way to tell: names stand in legend, tooltip and list.
 */
const CATEGORIES: Record<ColourTheme, readonly string[]> = {
  light: ['#28319b', '#d14c76', '#2e9f99', '#8e7f13', '#770202', '#7e66ca', '#026b4c', '#51223f'],
  dark: ['#4d5bc7', '#ad4068', '#0e9da0', '#786f03', '#d58672', '#cbc0fe', '#b9ee8e', '#fed6da'],
};
export const MOST_CATEGORIES = 8;

/** Colours of `count` categories. Throws RangeError beyond eight: more cannot be told apart. */
export function categoryColours(count: number, theme: ColourTheme): string[] {
  if (count > MOST_CATEGORIES)
    throw new RangeError(`${count} categories, at most ${MOST_CATEGORIES} can be told apart`);
  return CATEGORIES[theme].slice(0, count);
}
