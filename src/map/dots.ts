import type { Feature, FeatureCollection, MultiPoint } from 'geojson';
import type { DataDrivenPropertyValueSpecification } from 'maplibre-gl';
import type { ShownDots } from '../domain/dots';
import type { MapOverlay } from './spec';

/** Opacity of a dot, and of one outside the lit class. */
const FULL = 0.88;
const FADED = 0.1;

/** A dot's radius in metres on the ground, and its bounds on screen in CSS pixels: fine grain over the city, a bead in a street. */
const RADIUS = { metres: 11, least: 1.3, most: 4.5 } as const;

/** Zoom at which so many metres at the city's latitude, 44.5°, are so many pixels (tiles of 512). */
const zoomAt = (metres: number, pixels: number): number =>
  Math.log2((pixels * 40_075_016.686 * Math.cos((44.5 * Math.PI) / 180)) / (512 * metres));

/** Size on screen doubles with every zoom, as the ground does. */
const radius: DataDrivenPropertyValueSpecification<number> = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  zoomAt(RADIUS.metres, RADIUS.least),
  RADIUS.least,
  zoomAt(RADIUS.metres, RADIUS.most),
  RADIUS.most,
];

/**
 * Layers of dots one above the other. Within one, class lies on class; from one to the next they mix, so that no class covers another,
 * and the engine is given a few hundred features instead of as many as there are dots.
 */
const COATS = 40;

export interface DotProperties {
  class: number;
}
export type DotFeatures = FeatureCollection<MultiPoint, DotProperties>;

/** Dots in their drawing order as one feature per coat and class; none that is empty. Places are degrees WGS84. */
export function dotFeatures({ places, classes }: ShownDots): DotFeatures {
  const features: Feature<MultiPoint, DotProperties>[] = [];
  const tall = Math.ceil(classes.length / COATS);
  for (let from = 0; from < classes.length; from += tall) {
    const byClass = new Map<number, MultiPoint>();
    for (let i = from; i < Math.min(from + tall, classes.length); i++) {
      const of = classes[i]!;
      const geometry = byClass.get(of) ?? { type: 'MultiPoint', coordinates: [] };
      geometry.coordinates.push([places[i * 2]!, places[i * 2 + 1]!]);
      byClass.set(of, geometry);
    }
    for (const [of, geometry] of byClass)
      features.push({ type: 'Feature', properties: { class: of }, geometry });
  }
  return { type: 'FeatureCollection', features };
}

const made = new WeakMap<ShownDots, DotFeatures>();

/** The same dots by identity give the same features, which the map then leaves alone. `lit` is the one class that stands out. */
export function dotsOverlay(shown: ShownDots, colours: readonly string[], lit: number | null): MapOverlay {
  const data = made.get(shown) ?? dotFeatures(shown);
  made.set(shown, data);
  return {
    sources: { 'kind-dots': { type: 'geojson', data, maxzoom: 15 } },
    layers: [
      {
        id: 'kind-point:dots',
        type: 'circle',
        source: 'kind-dots',
        paint: {
          'circle-color': byClass(colours),
          'circle-radius': radius,
          'circle-opacity': lit === null ? FULL : ['case', ['==', ['get', 'class'], lit], FULL, FADED],
        },
      },
    ],
  };
}

const byClass = (colours: readonly string[]): DataDrivenPropertyValueSpecification<string> => [
  'to-color',
  ['at', ['get', 'class'], ['literal', [...colours]]],
];
