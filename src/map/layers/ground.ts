import { AREAS, type LayerFactory, zooms } from './context';

/** Paper: the page beyond, the comuni around with their borders, the city itself a shade lighter. */
export const ground: LayerFactory = ({ palette }) => [
  { id: 'background', type: 'background', paint: { 'background-color': palette.background } },
  {
    id: 'land',
    type: 'fill',
    source: AREAS,
    'source-layer': 'comune',
    paint: { 'fill-color': palette.land },
  },
  {
    id: 'comune-lines',
    type: 'line',
    source: AREAS,
    'source-layer': 'comune',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.hairline, 'line-width': zooms(8, 0.6, 12, 1.2, 15, 1.8) },
  },
  {
    id: 'city-ground',
    type: 'fill',
    source: AREAS,
    'source-layer': 'citta',
    paint: { 'fill-color': palette.paper },
  },
];
