import { describe, expect, it } from 'vitest';
import { categoryColours, MOST_CATEGORIES } from './categories';
import type { ColourTheme } from './colour';
import { contrast, distance, VISIONS } from './colour-metrics';

const GROUND: Record<ColourTheme, string> = { light: '#FAF7F2', dark: '#14161A' };
/** Least CIEDE2000 between any two of so many; 2–3 is where fields begin to look alike. */
const LEAST = new Map([
  [4, 18],
  [6, 15],
  [8, 13.5],
]);

describe.each(['light', 'dark'] as const)('categories, %s', (theme) => {
  it.each([...LEAST])('any two of %i stay apart in every vision', (count, least) => {
    const colours = categoryColours(count, theme);
    for (const vision of VISIONS)
      for (const [i, one] of colours.entries())
        for (const other of colours.slice(i + 1))
          expect(distance(one, other, vision), `${one} ${other} ${vision}`).toBeGreaterThan(least);
  });

  it('each stands off the ground', () => {
    for (const colour of categoryColours(MOST_CATEGORIES, theme))
      expect(contrast(colour, GROUND[theme]), colour).toBeGreaterThanOrEqual(3);
  });
});

it('no ninth', () => {
  expect(() => categoryColours(9, 'light')).toThrow(RangeError);
});
