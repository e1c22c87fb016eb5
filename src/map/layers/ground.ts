import { AREAS, type LayerFactory, zooms } from './context';

/**
 * Paper: the comuni around with their borders, and the city a shade lighter. The comuni come from a more generalised
 * source than the city: a soft edge of ground keeps their lines from running double along the city's own border.
 */
export const ground: LayerFactory = ({ level, palette }) => [
  { id: 'background', type: 'background', paint: { 'background-color': palette.land } },
  {
    id: 'comune-lines',
    type: 'line',
    source: AREAS,
    'source-layer': 'comune',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.hairline, 'line-width': zooms(8, 0.6, 12, 1.2, 15, 1.8) },
  },
  {
    id: 'city-edge',
    type: 'line',
    source: AREAS,
    'source-layer': 'citta',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.land,
      'line-width': zooms(9, 8, 11, 22, 13, 60, 15, 160),
      'line-blur': zooms(9, 2, 11, 6, 15, 30),
      'line-opacity': level === 'comune' ? 0 : 1,
    },
  },
  {
    id: 'city-ground',
    type: 'fill',
    source: AREAS,
    'source-layer': 'citta',
    paint: { 'fill-color': palette.paper },
  },
];
