import type { LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { ExpressionSpecification } from 'maplibre-gl';
import { BASE, type LayerFactory, REGULAR, zooms } from './context';

/** Ranks of docs/tiles.md, 1 the most important: from which zoom, and how wide between two zooms. */
const RANKS = [
  { id: 'streets-minor', rank: 4, minzoom: 13.2, width: zooms(13.2, 0.3, 15, 0.8, 17, 2) },
  { id: 'streets-local', rank: 3, minzoom: 12.2, width: zooms(12.2, 0.3, 14, 0.8, 17, 3) },
  { id: 'streets-main', rank: 2, minzoom: 11, width: zooms(11, 0.35, 14, 1.2, 17, 4) },
  { id: 'streets-major', rank: 1, minzoom: 9, width: zooms(9, 0.35, 11, 0.7, 14, 1.8, 17, 6) },
] as const;

/** Threads over the colours, there to recognise the city by, never to compete with the data. */
export const streets: LayerFactory = ({ palette }): LayerSpecification[] => [
  ...RANKS.map(({ id, rank, minzoom, width }): LineLayerSpecification => ({
    id,
    type: 'line',
    source: BASE,
    'source-layer': 'streets',
    minzoom,
    filter: ['==', ['get', 'rank'], rank],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': palette.street,
      'line-width': width,
      'line-opacity': fadeIn(minzoom, palette.streetOpacity),
    },
  })),
  {
    id: 'street-names',
    type: 'symbol',
    source: BASE,
    'source-layer': 'streets',
    minzoom: 14,
    filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 2, 14.6, 3, 15.4, 4]],
    layout: {
      'symbol-placement': 'line',
      'symbol-sort-key': ['get', 'rank'],
      'symbol-spacing': 320,
      'text-field': ['get', 'name'],
      'text-font': REGULAR,
      'text-size': zooms(14, 10.5, 17, 13),
      'text-max-angle': 28,
      'text-padding': 6,
      'text-letter-spacing': 0.01,
    },
    paint: {
      'text-color': palette.mutedInk,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.1,
      'text-opacity': zooms(14, 0.75, 16, 0.95),
    },
  },
];

const fadeIn = (minzoom: number, opacity: number): ExpressionSpecification =>
  zooms(minzoom, opacity * 0.35, minzoom + 1, opacity);
