import { expect, it } from 'vitest';
import { DOT_ORIGIN, dotColours, dotOffsets } from './deck-dots';
import type { DotsPicture } from './deck-picture';

const picture = (lit: number | null): DotsPicture => ({
  kind: 'dots',
  places: new Float32Array(6),
  classes: Uint8Array.of(1, 0, 1),
  colours: ['#ff0000', '#00ff80'],
  lit,
});

it('gives each dot the colour of its class', () => {
  const rgba = dotColours(picture(null));
  expect([...rgba.slice(0, 3)]).toEqual([0, 255, 128]);
  expect([...rgba.slice(4, 7)]).toEqual([255, 0, 0]);
  expect(rgba[3]).toBe(rgba[7]);
});

it('fades all but the lit class', () => {
  const rgba = dotColours(picture(0));
  expect(rgba[7]! / rgba[3]!).toBeGreaterThan(5);
  expect(rgba[3]).toBe(rgba[11]);
});

it('counts degrees from the origin, to less than ten centimetres, once for the same dots', () => {
  const places = Float32Array.of(11.3426, 44.4938, 11.2, 44.6);
  const made = dotOffsets(places);
  for (const [i, degrees] of [11.3426, 44.4938, 11.2, 44.6].entries())
    expect(Math.abs(made[i]! + DOT_ORIGIN[i % 2]! - degrees)).toBeLessThan(2e-6);
  expect(dotOffsets(places)).toBe(made);
});
