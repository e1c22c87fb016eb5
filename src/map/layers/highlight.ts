import type { LineLayerSpecification } from 'maplibre-gl';
import { AREAS, type LayerFactory, when } from './context';

/** The hovered area in ink, the selected one in accent, both on a halo of paper: a dark area's outline shows too. */
export const highlight: LayerFactory = ({ level, palette }) => {
  const line = (kind: string, key: string, color: string, width: number): LineLayerSpecification => ({
    id: `${kind}:${level}`,
    type: 'line',
    source: AREAS,
    'source-layer': level,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': color, 'line-width': width, 'line-opacity': when(key) },
  });
  return [
    line('hover-halo', 'hover', palette.halo, 4.5),
    line('hover', 'hover', palette.ink, 2),
    line('selected-halo', 'selected', palette.halo, 6.5),
    line('selected', 'selected', palette.accent, 3),
  ];
};
