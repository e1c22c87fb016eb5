import type { Missing } from '../model/cell';
import type { Ramp, SequentialRamp } from '../model/manifest';

export type ColourTheme = 'light' | 'dark';

/** [lightness 0–1, chroma, hue in degrees] in OKLCH (Ottosson 2020): steps of equal lightness look equal. */
export type Stop = readonly [number, number, number];

/** Low → high. On paper low is pale and high dark; at night low is dark and high bright, so high always stands out. */
const STOPS: Record<SequentialRamp, Record<ColourTheme, readonly Stop[]>> = {
  plum: {
    light: [
      [0.895, 0.04, 342],
      [0.63, 0.12, 351],
      [0.32, 0.105, 338],
    ],
    dark: [
      [0.33, 0.075, 340],
      [0.6, 0.135, 350],
      [0.915, 0.055, 365],
    ],
  },
  'green-blue': {
    light: [
      [0.885, 0.055, 150],
      [0.63, 0.09, 195],
      [0.33, 0.075, 245],
    ],
    dark: [
      [0.33, 0.06, 245],
      [0.6, 0.09, 200],
      [0.92, 0.075, 160],
    ],
  },
  ochre: {
    light: [
      [0.92, 0.06, 90],
      [0.67, 0.13, 70],
      [0.35, 0.085, 45],
    ],
    dark: [
      [0.33, 0.06, 50],
      [0.62, 0.12, 66],
      [0.93, 0.1, 92],
    ],
  },
  blue: {
    light: [
      [0.91, 0.035, 235],
      [0.63, 0.12, 250],
      [0.33, 0.11, 262],
    ],
    dark: [
      [0.33, 0.085, 262],
      [0.6, 0.13, 250],
      [0.92, 0.055, 235],
    ],
  },
  'teal-red': {
    light: [
      [0.88, 0.05, 207],
      [0.765, 0.03, 105],
      [0.62, 0.13, 38],
      [0.34, 0.12, 25],
    ],
    dark: [
      [0.33, 0.055, 200],
      [0.48, 0.03, 180],
      [0.56, 0.03, 80],
      [0.66, 0.13, 38],
      [0.91, 0.07, 50],
    ],
  },
  magenta: {
    light: [
      [0.91, 0.04, 320],
      [0.63, 0.18, 332],
      [0.33, 0.14, 328],
    ],
    dark: [
      [0.33, 0.1, 322],
      [0.6, 0.19, 332],
      [0.92, 0.06, 322],
    ],
  },
};

/** Strong loss, loss, about the same, gain, strong gain. */
export const CHANGE: Record<ColourTheme, readonly Stop[]> = {
  light: [
    [0.46, 0.11, 250],
    [0.73, 0.08, 240],
    [0.915, 0.014, 85],
    [0.74, 0.11, 55],
    [0.46, 0.14, 35],
  ],
  dark: [
    [0.78, 0.1, 240],
    [0.54, 0.1, 250],
    [0.34, 0.012, 85],
    [0.56, 0.12, 40],
    [0.8, 0.12, 60],
  ],
};

/** Colours of the classes between `breaks`, low → high. A `change` whose outer classes are empty keeps the colours of the rest. */
export function classColours(ramp: Ramp, breaks: readonly number[], theme: ColourTheme): string[] {
  if (ramp !== 'change') return rampColours(ramp, breaks.length + 1, theme);
  const middle = (CHANGE[theme].length - 1) / 2;
  const below = Math.min(middle, breaks.filter((b) => b < 0).length);
  const above = Math.min(middle, breaks.length - below);
  return CHANGE[theme].slice(middle - below, middle + above + 1).map(hexOf);
}

/** `classes` hex colours, low → high. One class takes the middle of the ramp. */
export function rampColours(ramp: SequentialRamp, classes: number, theme: ColourTheme): string[] {
  const stops = STOPS[ramp][theme];
  if (classes <= 1) return classes < 1 ? [] : [hexOf(along(stops, 0.5))];
  return Array.from({ length: classes }, (_, i) => hexOf(along(stops, i / (classes - 1))));
}

/** Point at `t` (0–1) of the ramp, lightness even in `t` from end to end. */
function along(stops: readonly Stop[], t: number): Stop {
  const first = stops[0]!;
  const last = stops.at(-1)!;
  const lightness = first[0] + (last[0] - first[0]) * t;
  const rising = last[0] > first[0];
  const i = Math.max(
    1,
    stops.findIndex((stop) => (rising ? stop[0] >= lightness : stop[0] <= lightness) || stop === last),
  );
  const [l0, c0, h0] = stops[i - 1]!;
  const [l1, c1, h1] = stops[i]!;
  const u = (lightness - l0) / (l1 - l0);
  return [lightness, c0 + (c1 - c0) * u, h0 + (h1 - h0) * u];
}

/** sRGB hex; a colour outside the gamut loses chroma, never lightness, so that the order by grey survives. */
export function hexOf([lightness, chroma, hue]: Stop): string {
  for (let c = chroma; ; c *= 0.95) {
    const rgb = srgbOf(lightness, c, hue);
    if (c < 1e-3 || rgb.every((v) => v >= -0.002 && v <= 1.002)) return `#${rgb.map(byte).join('')}`;
  }
}

const byte = (v: number) =>
  Math.round(Math.min(1, Math.max(0, v)) * 255)
    .toString(16)
    .padStart(2, '0');

/** OKLCH → gamma-encoded sRGB, 0–1; matrices from https://bottosson.github.io/posts/oklab/. */
function srgbOf(lightness: number, chroma: number, hue: number): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const gamma = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);

export interface MissingStyle {
  ground: string;
  ink: string;
  pattern: 'diagonal' | 'dots' | 'cross' | 'blank';
}

const PATTERN: Record<Missing, MissingStyle['pattern']> = {
  suppressed: 'cross',
  'not-available': 'diagonal',
  unreliable: 'dots',
  'not-applicable': 'blank',
};
/** Pattern, not a grey near the lowest class: ground close to paper, ink strong enough for 3:1 on it (WCAG 1.4.11). */
const PAPER: Record<ColourTheme, { ground: string; ink: string }> = {
  light: { ground: '#fbf9f5', ink: '#857b6e' },
  dark: { ground: '#191b1f', ink: '#8a867f' },
};

/** How an area without a value is drawn: four reasons, four patterns; `blank` is ground with an outline in ink. */
export function missingStyle(missing: Missing, theme: ColourTheme): MissingStyle {
  return { ...PAPER[theme], pattern: PATTERN[missing] };
}
