import type { FeatureCollection } from 'geojson';
import { rampColours } from '../../../../domain/colour';
import { SEMIBOLD, zooms } from '../../../../map/layers/context';
import { PALETTES } from '../../../../map/palette';
import type { MapOverlay, MapTheme } from '../../../../map/spec';

export const beadColour = (theme: MapTheme): string => rampColours('blue', 5, theme)[3]!;

const LINES = 'kind-stretches';
const MARKS = 'kind-loops';

/** What stays while the points run: the stretch on which a loop counts, the loop, and how many passed it. */
export function motionOverlay(
  lines: FeatureCollection,
  marks: FeatureCollection,
  theme: MapTheme,
): MapOverlay {
  const palette = PALETTES[theme];
  return {
    sources: {
      [LINES]: { type: 'geojson', data: lines },
      [MARKS]: { type: 'geojson', data: marks },
    },
    layers: [
      {
        id: 'kind-line:stretches',
        type: 'line',
        source: LINES,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': palette.border,
          'line-opacity': 0.55,
          'line-width': zooms(11, 1.5, 14, 5, 17, 14),
        },
      },
      {
        id: 'kind-point:loops',
        type: 'circle',
        source: MARKS,
        paint: {
          'circle-radius': zooms(11, 2.5, 14, 5),
          'circle-color': palette.paper,
          'circle-stroke-color': palette.ink,
          'circle-stroke-width': 1.5,
        },
      },
      {
        id: 'kind-count:loops',
        type: 'symbol',
        source: MARKS,
        filter: ['has', 'n'],
        layout: {
          'text-field': ['get', 'n'],
          'text-font': SEMIBOLD,
          'text-size': zooms(11, 10, 14, 14),
          // To the right of its loop, unless the next loop stands there.
          'text-variable-anchor-offset': [
            'case',
            ['get', 'west'],
            ['literal', ['right', [-0.9, 0], 'bottom', [0, -0.9], 'left', [0.9, 0]]],
            ['literal', ['left', [0.9, 0], 'right', [-0.9, 0], 'bottom', [0, -0.9], 'top', [0, 0.9]]],
          ],
          'text-justify': 'auto',
        },
        paint: {
          'text-color': palette.ink,
          'text-halo-color': palette.halo,
          'text-halo-width': 1.6,
        },
      },
    ],
    pickable: ['kind-point:loops', 'kind-count:loops'],
  };
}
