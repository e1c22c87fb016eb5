import { describe, expect, it } from 'vitest';
import { categoryColours } from './colour-categories';
import { contrast, distance, VISIONS } from './colour-metrics';

describe.each(['light', 'dark'] as const)('categories, %s', (theme) => {
  const colours = categoryColours(8, theme);
  it.each(VISIONS)('any two stay apart: %s', (vision) => {
    colours.forEach((a, i) => {
      for (const b of colours.slice(i + 1)) expect(distance(a, b, vision), `${a} ${b}`).toBeGreaterThan(15);
    });
  });
  it('show on the paper', () => {
    for (const colour of colours)
      expect(contrast(colour, theme === 'light' ? '#FAF7F2' : '#14161A'), colour).toBeGreaterThanOrEqual(3);
  });
  it('are eight at most', () => expect(() => categoryColours(9, theme)).toThrow(RangeError));
});
