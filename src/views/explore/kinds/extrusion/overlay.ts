import type { ExpressionSpecification } from 'maplibre-gl';
import { metresPer, sampleValue, type Relief } from '../../../../domain/relief';
import type { MapOverlay } from '../../../../map/spec';
import type { Level } from '../../../../model/ids';

/** South-west corner of the sample column and its side, in degrees: open ground west of the hills, outside the city. */
const CORNER = [11.256, 44.4415] as const;
const SIDE = { lon: 0.0063, lat: 0.0045 } as const;

export interface ReliefInk {
  readonly ink: string;
  readonly halo: string;
  readonly column: string;
  /** Blocks outside the lit class. */
  readonly faded: string;
  /** The chosen block, and the one under the hand: an outline on the ground would lie behind others. */
  readonly accent: string;
  readonly hover: string;
}

const state = (key: string): ExpressionSpecification => ['feature-state', key];
const on = (key: string): ExpressionSpecification => ['boolean', state(key), false];

/** The column's two halves and the foot its lettering stands at. */
function column(relief: Relief, words: string): GeoJSON.FeatureCollection {
  const [west, south] = CORNER;
  const [east, north] = [west + SIDE.lon, south + SIDE.lat];
  const height = sampleValue(relief) * metresPer(relief);
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { height, words },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
      {
        type: 'Feature',
        properties: { words },
        geometry: { type: 'Point', coordinates: [(west + east) / 2, south] },
      },
    ],
  };
}

/**
 * Areas raised from the tiles' own polygons: height and colour come as feature state, so a step of a time-lapse lays nothing out
 * again. Beside the city a column of a round value, seen in the same perspective: the scale.
 */
export function reliefOverlay(
  level: Level,
  relief: Relief,
  words: string,
  { ink, halo, column: columnInk, faded, accent, hover }: ReliefInk,
): MapOverlay {
  const raised = `kind-raised:${level}`;
  return {
    sources: { 'kind-scale': { type: 'geojson', data: column(relief, words) } },
    areas: [raised],
    layers: [
      {
        id: raised,
        type: 'fill-extrusion',
        source: 'areas',
        'source-layer': level,
        paint: {
          'fill-extrusion-height': ['number', state('height'), 0],
          'fill-extrusion-color': [
            'case',
            ['!', ['to-boolean', state('fill')]],
            'rgba(0,0,0,0)',
            on('selected'),
            accent,
            on('hover'),
            hover,
            on('dim'),
            faded,
            ['to-color', state('fill'), 'rgba(0,0,0,0)'],
          ],
          'fill-extrusion-opacity': 0.94,
        },
      },
      {
        id: 'kind-raised:scale',
        type: 'fill-extrusion',
        source: 'kind-scale',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: {
          'fill-extrusion-height': ['get', 'height'],
          'fill-extrusion-color': columnInk,
          'fill-extrusion-opacity': 0.94,
        },
      },
      {
        id: 'kind-name:scale',
        type: 'symbol',
        source: 'kind-scale',
        filter: ['==', ['geometry-type'], 'Point'],
        layout: {
          'text-field': ['get', 'words'],
          'text-font': ['Titillium Web SemiBold', 'Titillium Web'],
          'text-size': 13,
          'text-anchor': 'top',
          'text-offset': [0, 0.4],
          'text-max-width': 8,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 1.5 },
      },
    ],
  };
}
