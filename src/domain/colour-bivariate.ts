import type { ColourTheme } from './colour';

/**
 * Three classes of one number (left to right) by three of another (bottom to top): sand, blue, ochre and their deep mixture; at night
 * the mixture is the bright end. Found by a search in OKLab (bilinear between four corners) for the greatest least CIEDE2000 between
 * any two of the nine and the paper, under normal vision and three simulations of colour blindness; the test says how great it is.
 */
const GRID: Record<ColourTheme, readonly (readonly [string, string, string])[]> = {
  light: [
    ['#dcd2c6', '#aab6d1', '#5f87d9'],
    ['#d3b688', '#9f9290', '#585a90'],
    ['#c89431', '#916845', '#462944'],
  ],
  dark: [
    ['#433c31', '#516484', '#5c8ad8'],
    ['#7e612f', '#96928d', '#aac1e4'],
    ['#b98519', '#d8bd8f', '#f4f2ea'],
  ],
};

/** Nine colours in the order of `bivariateBin`: the second number's class times three plus the first's. */
export const bivariateColours = (theme: ColourTheme): string[] => GRID[theme].flat();
