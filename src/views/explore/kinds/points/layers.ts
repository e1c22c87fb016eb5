import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import { categoryColours } from '../../../../domain/colour-categories';
import { SEMIBOLD, zooms } from '../../../../map/layers/context';
import { letterOn, PALETTES } from '../../../../map/palette';
import type { MapOverlay, MapTheme } from '../../../../map/spec';
import type { Things } from './things.svelte';

/** CSS pixels within which things gather, and the last zoom at which they do. */
const GATHER = { radius: 42, maxZoom: 14 };

/** Things as dots in the colour of their kind; where they crowd, a disc with their number. */
export function pointOverlay(things: Things, theme: MapTheme): MapOverlay {
  const { id, points } = things;
  const palette = PALETTES[theme];
  const source = `kind-points-${id}`;
  const colours = categoryColours(points.categories.length, theme);
  const only = things.on.length === 1 ? colours[things.on[0]!] : undefined;
  const disc = only ?? palette.mutedInk;
  const counts = Object.fromEntries(
    points.categories.map((_, c) => [`c${c}`, ['+', ['case', ['==', ['get', 'c'], c], 1, 0]]]),
  );
  const data: GeoJSONSourceSpecification = {
    type: 'geojson',
    data: things.data,
    ...(things.clustered
      ? {
          cluster: true,
          clusterRadius: GATHER.radius,
          clusterMaxZoom: GATHER.maxZoom,
          clusterProperties: counts,
        }
      : {}),
  };
  const crowd: LayerSpecification[] = things.clustered
    ? [
        {
          id: `kind-count:${id}`,
          type: 'circle',
          source,
          filter: ['has', 'point_count'],
          paint: {
            'circle-color': disc,
            'circle-opacity': 0.9,
            'circle-radius': [
              'interpolate',
              ['linear'],
              ['sqrt', ['get', 'point_count']],
              1,
              9,
              20,
              28,
            ] as ExpressionSpecification,
            'circle-stroke-color': palette.halo,
            'circle-stroke-width': 1.5,
          },
        },
        {
          id: `kind-count:${id}-number`,
          type: 'symbol',
          source,
          filter: ['has', 'point_count'],
          layout: {
            'text-field': ['to-string', ['get', 'point_count']],
            'text-font': SEMIBOLD,
            'text-size': ['interpolate', ['linear'], ['sqrt', ['get', 'point_count']], 1, 11, 20, 16],
            'text-allow-overlap': true,
            // About the disc around the number: names keep clear of it.
            'text-padding': 9,
          },
          paint: { 'text-color': letterOn(disc, palette) },
        },
      ]
    : [];
  return {
    sources: { [source]: data },
    layers: [
      {
        id: `kind-point:${id}`,
        type: 'circle',
        source,
        filter: ['!', ['has', 'point_count']],
        paint: {
          'circle-color': ['to-color', ['at', ['get', 'c'], ['literal', colours]]] as ExpressionSpecification,
          'circle-radius': zooms(10, 3.6, 13, 5.5, 16, 8),
          'circle-stroke-color': palette.halo,
          'circle-stroke-width': 1.25,
        },
      },
      ...crowd,
    ],
    pickable: [`kind-point:${id}`, ...(things.clustered ? [`kind-count:${id}`] : [])],
  };
}
