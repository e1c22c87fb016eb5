import type { FeatureCollection, Polygon } from 'geojson';
import { binOf } from '../../../../domain/classify';
import { classColours } from '../../../../domain/colour';
import { hexagon } from '../../../../domain/hexagon';
import { FADED } from '../../../../map/layers/context';
import type { MapOverlay } from '../../../../map/spec';
import { PER_DEGREE } from '../../../../model/points';
import type { Hexes } from '../../../../model/hexes';
import type { AtlasState } from '../../../../state/atlas.svelte';

/** A layer of hexagons as loaded: the file, and its shapes, built once. */
export interface Grid {
  /** Id of the manifest's layer. */
  id: string;
  hexes: Hexes;
  shapes: FeatureCollection<Polygon, { n: number; bin: number }>;
}

export function gridOf(id: string, hexes: Hexes): Grid {
  return {
    id,
    hexes,
    shapes: {
      type: 'FeatureCollection',
      features: hexes.count.map((n, i) => ({
        type: 'Feature',
        properties: { n, bin: binOf(n, hexes.breaks) },
        geometry: {
          type: 'Polygon',
          coordinates: [
            hexagon((hexes.lon[i] ?? 0) / PER_DEGREE, (hexes.lat[i] ?? 0) / PER_DEGREE, hexes.width),
          ],
        },
      })),
    },
  };
}

/** Hexagons in the colour of their class; outside a highlighted class they fade. */
export function gridOverlay(
  { id, shapes }: Grid,
  colours: readonly string[],
  line: string,
  highlighted: number | null,
): MapOverlay {
  const source = `kind-hexes-${id}`;
  return {
    sources: { [source]: { type: 'geojson', data: shapes } },
    layers: [
      {
        id: `kind-fill:${id}`,
        type: 'fill',
        source,
        paint: {
          'fill-color': ['to-color', ['at', ['get', 'bin'], ['literal', [...colours]]]],
          'fill-opacity':
            highlighted === null ? 0.92 : ['case', ['==', ['get', 'bin'], highlighted], 0.92, FADED],
        },
      },
      {
        id: `kind-fill-line:${id}`,
        type: 'line',
        source,
        paint: { 'line-color': line, 'line-width': 1 },
      },
    ],
    pickable: [`kind-fill:${id}`],
  };
}

/** Colours of the classes, in the family of the indicator. */
export const hexColours = (atlas: AtlasState, { hexes }: Grid): string[] =>
  classColours(atlas.view.ramp ?? atlas.summary?.ramp ?? 'plum', hexes.breaks, atlas.dark ? 'dark' : 'light');
