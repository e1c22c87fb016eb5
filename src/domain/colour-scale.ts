import { CHANGE, hexOf, type ColourTheme, type Stop } from './colour';

/**
 * The `change` ramp without classes: −1 far below, 0 about the middle, 1 far above. Between two stops colours mix in OKLab, so that
 * blue reaches red through paper and not through green.
 */
export function changeColour(at: number, theme: ColourTheme): string {
  const stops = CHANGE[theme];
  const place = ((Math.min(1, Math.max(-1, at)) + 1) / 2) * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(place));
  const u = place - i;
  const [l0, a0, b0] = lab(stops[i]!);
  const [l1, a1, b1] = lab(stops[i + 1]!);
  const [l, a, b] = [l0 + (l1 - l0) * u, a0 + (a1 - a0) * u, b0 + (b1 - b0) * u];
  return hexOf([l, Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360]);
}

const lab = ([lightness, chroma, hue]: Stop): readonly [number, number, number] => [
  lightness,
  chroma * Math.cos((hue * Math.PI) / 180),
  chroma * Math.sin((hue * Math.PI) / 180),
];
