import { rgbOf, type DotsPicture } from './deck-picture';

/** Opacity of a dot, and of one outside the lit class, 0–255. */
const FULL = 225;
const FADED = 26;

/** A dot's radius in metres on the ground, and its bounds on screen in CSS pixels: fine grain over the city, a bead in a street. */
export const DOT_RADIUS = { metres: 11, least: 1.15, most: 4.5 } as const;

/** Longitude and latitude of a point the dots are drawn from; any near them does. */
export const DOT_ORIGIN: readonly [number, number] = [11.34, 44.5];

const offsets = new WeakMap<Float32Array, Float32Array>();
/**
 * Degrees east and north of the origin, in turn. From there the graphics card only multiplies: below zoom 12 it would take logarithm and
 * tangent of each dot's latitude four times a frame.
 */
export function dotOffsets(places: Float32Array): Float32Array {
  const known = offsets.get(places) ?? places.map((degrees, i) => degrees - DOT_ORIGIN[i % 2]!);
  offsets.set(places, known);
  return known;
}

/** Colours of the dots, red, green, blue and opacity in turn. */
export function dotColours({ classes, colours, lit }: DotsPicture): Uint8ClampedArray {
  const inks = colours.map((hex, i) => [...rgbOf(hex), lit === null || lit === i ? FULL : FADED]);
  const rgba = new Uint8ClampedArray(classes.length * 4);
  classes.forEach((of, i) => rgba.set(inks[of] ?? [0, 0, 0, 0], i * 4));
  return rgba;
}
