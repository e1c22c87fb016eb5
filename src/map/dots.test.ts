import {
  createPropertyExpression,
  latest,
  validateStyleMin,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { expect, it } from 'vitest';
import type { ShownDots } from '../domain/dots';
import { dotFeatures, dotsOverlay } from './dots';

const COLOURS = ['#ff0000', '#00ff80', '#0000ff'];
const many = (n: number): ShownDots => ({
  places: Float32Array.from({ length: n * 2 }, (_, i) => (i % 2 ? 44.4 : 11.2) + (i >> 1) / 10_000),
  classes: Uint8Array.from({ length: n }, (_, i) => i % 3),
});

it('keeps every dot at its place and in its class', () => {
  for (const n of [0, 1, 39, 41, 1000]) {
    const dots = many(n);
    const drawn = dotFeatures(dots).features.flatMap(({ geometry, properties }) =>
      geometry.coordinates.map(([lon, lat]) => `${properties.class} ${lon} ${lat}`),
    );
    const given = Array.from(
      dots.classes,
      (of, i) => `${of} ${dots.places[i * 2]} ${dots.places[i * 2 + 1]}`,
    );
    expect(drawn.sort()).toEqual(given.sort());
  }
});

it('lays classes over each other in turn, in few features', () => {
  const { features } = dotFeatures(many(3000));
  expect(features.length).toBeLessThanOrEqual(40 * 3);
  // The last of the first class lies over nearly all of the last class.
  const last = (of: number) => features.findLastIndex(({ properties }) => properties.class === of);
  expect(last(0)).toBeGreaterThan(features.length - 4);
});

it('gives the same dots the same data, whatever is lit', () => {
  const dots = many(10);
  const data = (lit: number | null) => dotsOverlay(dots, COLOURS, lit).sources['kind-dots']?.data;
  expect(data(1)).toBe(data(null));
});

/** What the layer's paint `property` gives for a dot of class `of` at `zoom`. */
function painted(property: string, lit: number | null, of: number, zoom: number): unknown {
  const [layer] = dotsOverlay(many(3), COLOURS, lit).layers;
  const value: unknown = (layer!.paint as Record<string, unknown>)[property];
  const specs: Record<string, StylePropertySpecification> = latest.paint_circle as never;
  const made = createPropertyExpression(value, property, specs[property]!);
  if (made.result !== 'success') return value;
  return made.value.evaluate({ zoom }, { type: 'MultiPoint', properties: { class: of } });
}

it('is a layer the engine accepts, in the colours of the classes', () => {
  const { sources, layers } = dotsOverlay(many(3), COLOURS, 1);
  expect(validateStyleMin({ version: 8, sources, layers: [...layers] })).toEqual([]);
  expect(String(painted('circle-color', null, 1, 12))).toBe('rgba(0,255,128,1)');
});

it('fades all but the lit class', () => {
  const opacity = (of: number) => Number(painted('circle-opacity', 2, of, 12));
  expect(opacity(2) / opacity(0)).toBeGreaterThan(5);
  expect(opacity(1)).toBe(opacity(0));
  expect(painted('circle-opacity', null, 0, 12)).toBe(opacity(2));
});

it('is eleven metres wide to each side where that can be seen, and within bounds elsewhere', () => {
  const radius = (zoom: number) => Number(painted('circle-radius', null, 0, zoom));
  // 78,271.5 m on the equator are a pixel of the world at zoom 0 in tiles of 512.
  const metres = (zoom: number) => (radius(zoom) * 78_271.517 * Math.cos((44.5 * Math.PI) / 180)) / 2 ** zoom;
  for (const zoom of [13, 13.5, 14, 14.4]) expect(metres(zoom)).toBeCloseTo(11, 1);
  expect(radius(9)).toBe(radius(11));
  expect(radius(11)).toBeGreaterThan(1);
  expect(radius(18)).toBe(radius(16));
});
