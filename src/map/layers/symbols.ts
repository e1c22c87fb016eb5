import { circlesAt, faded, type LayerFactory, state } from './context';

/** Counts as circles at the areas' inner points: radius in pixels, colour and fading come as feature state. */
export const symbols: LayerFactory = ({ kind, level, palette }) =>
  kind !== 'symbols'
    ? []
    : [
        {
          id: `symbols:${level}`,
          type: 'circle',
          source: circlesAt(level),
          paint: {
            'circle-radius': ['number', state('radius'), 0],
            'circle-color': ['to-color', state('fill'), 'rgba(0,0,0,0)'],
            'circle-opacity': faded(0.82),
            'circle-stroke-color': palette.halo,
            'circle-stroke-width': ['case', ['>', ['number', state('radius'), 0], 0], 1, 0],
            'circle-stroke-opacity': faded(1),
          },
        },
        {
          id: `symbols-missing:${level}`,
          type: 'circle',
          source: circlesAt(level),
          paint: {
            'circle-radius': 2.5,
            'circle-color': palette.paper,
            'circle-opacity': ['case', ['to-boolean', state('missing')], faded(1), 0],
            'circle-stroke-color': palette.mutedInk,
            'circle-stroke-width': 1.25,
            'circle-stroke-opacity': ['case', ['to-boolean', state('missing')], faded(1), 0],
          },
        },
      ];
