import { describe, expect, it } from 'vitest';
import { MISSING } from '../model/cell';
import { SEQUENTIAL_RAMPS } from '../model/manifest';
import { classColours, missingStyle, rampColours, type ColourTheme } from './colour';
import { contrast, deltaE, distance, luminance, VISIONS } from './colour-metrics';

const THEMES: ColourTheme[] = ['light', 'dark'];
const BEHIND: Record<ColourTheme, string> = { light: '#FAF7F2', dark: '#14161A' };
const each = SEQUENTIAL_RAMPS.flatMap((ramp) => THEMES.map((theme) => ({ ramp, theme })));
const steps = (colours: string[]) => colours.slice(1).map((colour, i) => [colours[i]!, colour] as const);

/** Least CIEDE2000 between neighbouring classes, for every vision: well above the 2–3 where fields begin to look alike. */
const LEAST: Record<number, number> = { 3: 10, 4: 10, 5: 10, 6: 8, 7: 6.5 };

describe('CIEDE2000', () => {
  // Test pairs of Sharma, Wu & Dalal 2005, table 1.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1, 2], [50, 0, 0], 2.3669],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as [[number, number, number], [number, number, number], number][])('%j %j', (a, b, expected) => {
    expect(deltaE(a, b)).toBeCloseTo(expected, 4);
    expect(deltaE(b, a)).toBeCloseTo(expected, 4);
  });
});

describe.each(each)('$ramp, $theme', ({ ramp, theme }) => {
  const counts = Object.keys(LEAST).map(Number);

  it.each(counts)('%i classes: hex, and in strict order of grey', (classes) => {
    const colours = rampColours(ramp, classes, theme);
    expect(colours).toHaveLength(classes);
    for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    for (const [low, high] of steps(colours)) {
      const rise = luminance(high) - luminance(low);
      expect(theme === 'light' ? -rise : rise).toBeGreaterThan(0);
    }
  });

  it.each(VISIONS)('neighbouring classes stay apart: %s', (vision) => {
    for (const classes of counts) {
      for (const [a, b] of steps(rampColours(ramp, classes, theme))) {
        expect(distance(a, b, vision), `${classes} classes, ${a} ${b}`).toBeGreaterThanOrEqual(
          LEAST[classes]!,
        );
      }
    }
  });

  it('steps are even, and no colour strays from its family', () => {
    const sizes = steps(rampColours(ramp, 5, theme)).map(([a, b]) => distance(a, b));
    // teal-red crosses a neutral middle: its middle steps change hue as well.
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(ramp === 'teal-red' ? 2.6 : 1.7);
  });

  it('the lowest class stands off paper and off the ground of the missing patterns', () => {
    const lowest = rampColours(ramp, 5, theme)[0]!;
    for (const vision of VISIONS) {
      expect(distance(lowest, BEHIND[theme], vision)).toBeGreaterThan(8);
      expect(distance(lowest, missingStyle('suppressed', theme).ground, vision)).toBeGreaterThan(8);
    }
  });
});

describe('rampColours', () => {
  it('one class takes the middle, none gives none', () => {
    expect(rampColours('plum', 1, 'light')).toEqual([rampColours('plum', 3, 'light')[1]]);
    expect(rampColours('plum', 0, 'light')).toEqual([]);
  });
});

describe('missingStyle', () => {
  it.each(THEMES)('four reasons, four patterns, ink at 3:1 on its ground: %s', (theme) => {
    const styles = MISSING.map((why) => missingStyle(why, theme));
    expect(new Set(styles.map((style) => style.pattern)).size).toBe(4);
    for (const { ink, ground } of styles) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe.each(THEMES)('change, %s', (theme) => {
  const all = classColours('change', [-20, -5, 5, 20], theme);
  const grey = luminance;

  it('grows away from a neutral middle on both sides', () => {
    expect(all).toHaveLength(5);
    const away = all.map((hex) => Math.abs(grey(hex) - grey(all[2]!)));
    expect(away[0]).toBeGreaterThan(away[1]!);
    expect(away[1]).toBeGreaterThan(0);
    expect(away[4]).toBeGreaterThan(away[3]!);
    expect(away[3]).toBeGreaterThan(0);
  });

  it('keeps the colour of a class when the outer ones are empty', () => {
    expect(classColours('change', [-5, 5, 20], theme)).toEqual(all.slice(1));
    expect(classColours('change', [5], theme)).toEqual(all.slice(2, 4));
    expect(classColours('change', [], theme)).toEqual([all[2]]);
  });

  it.each(VISIONS)('gain and loss stay apart: %s', (vision) => {
    for (const [a, b] of [
      [0, 4],
      [1, 3],
    ] as const)
      expect(distance(all[a]!, all[b]!, vision)).toBeGreaterThan(10);
  });
});
