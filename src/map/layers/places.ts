import { BASE, type LayerFactory, zooms } from './context';

/** Cycle paths and the limited-traffic zone: quiet, and only once one is among the streets, unless the view asks for them. */
export const places: LayerFactory = ({ palette, places: asked }) => {
  const minzoom = asked ? 10 : 13.5;
  return [
    {
      id: 'ztl-fill',
      type: 'fill',
      source: BASE,
      'source-layer': 'ztl',
      minzoom,
      paint: { 'fill-color': palette.ztl, 'fill-opacity': asked ? 0.1 : 0 },
    },
    {
      id: 'ztl-line',
      type: 'line',
      source: BASE,
      'source-layer': 'ztl',
      minzoom,
      paint: {
        'line-color': palette.ztl,
        'line-width': zooms(10, 0.8, 15, 1.4),
        'line-dasharray': [1, 2.5],
        'line-opacity': asked ? 0.9 : 0.6,
      },
    },
    {
      id: 'cycleways',
      type: 'line',
      source: BASE,
      'source-layer': 'cycleways',
      minzoom,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.cycleway,
        'line-width': zooms(10, 0.5, 14, 1, 17, 2.2),
        'line-dasharray': [3, 1.5],
        'line-opacity': asked ? 0.85 : 0.45,
      },
    },
  ];
};
