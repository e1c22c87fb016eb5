import type { LineLayerSpecification } from 'maplibre-gl';
import { AREAS, type LayerFactory, when } from './context';

/** Areas taken together in a thin ink line, the hovered area in ink, the selected one in accent, both on a halo of paper: a dark area's outline shows too. */
export const highlight: LayerFactory = ({ level, palette, picked = [] }) => {
  const line = (kind: string, key: string, color: string, width: number): LineLayerSpecification => ({
    id: `${kind}:${level}`,
    type: 'line',
    source: AREAS,
    'source-layer': level,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': color, 'line-width': width, 'line-opacity': when(key) },
  });
  const together = (kind: string, color: string, width: number): LineLayerSpecification => ({
    ...line(kind, '', color, width),
    filter: ['in', ['get', 'code'], ['literal', [...picked]]],
    paint: { 'line-color': color, 'line-width': width },
  });
  return [
    ...(picked.length
      ? [together('picked-halo', palette.halo, 4), together('picked', palette.ink, 1.5)]
      : []),
    line('hover-halo', 'hover', palette.halo, 4.5),
    line('hover', 'hover', palette.ink, 2),
    line('selected-halo', 'selected', palette.halo, 6.5),
    line('selected', 'selected', palette.accent, 3),
  ];
};
