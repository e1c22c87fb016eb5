import { expect, it } from 'vitest';
import { classColours } from './colour';
import { luminance } from './colour-metrics';
import { changeColour } from './colour-scale';

it.each(['light', 'dark'] as const)('%s: passes through the five classes of the change ramp', (theme) => {
  const classes = classColours('change', [-2, -1, 1, 2], theme);
  expect([-1, -0.5, 0, 0.5, 1].map((at) => changeColour(at, theme))).toEqual(classes);
  expect(changeColour(7, theme)).toBe(classes.at(-1));
});

it('leaves the middle on both sides without turning back', () => {
  for (const sign of [-1, 1]) {
    const greys = Array.from({ length: 21 }, (_, i) => luminance(changeColour((sign * i) / 20, 'light')));
    for (let i = 1; i < greys.length; i++) expect(greys[i]!).toBeLessThan(greys[i - 1]!);
  }
});
