import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { AREAS, type LayerContext, pointsAt, SEMIBOLD, zooms } from './context';

/** Names of marked areas are read from the other side of a room. */
const SIZE: ExpressionSpecification = zooms(9, 12, 12, 15, 14, 19);

/** Areas a story points at: outlined in ink on a halo of paper, their names above all others. [] marks nothing. */
export function marks({ level, palette }: LayerContext, codes: readonly string[]): LayerSpecification[] {
  if (codes.length === 0) return [];
  const filter: FilterSpecification = ['in', ['get', 'code'], ['literal', [...codes]]];
  const line = (kind: string, color: string, width: number): LayerSpecification => ({
    id: `${kind}:${level}`,
    type: 'line',
    source: AREAS,
    'source-layer': level,
    filter,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  });
  return [
    line('mark-halo', palette.halo, 5.5),
    line('mark', palette.ink, 2.4),
    {
      id: `mark-names:${level}`,
      type: 'symbol',
      source: pointsAt(level),
      filter,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': SEMIBOLD,
        'text-size': SIZE,
        'text-max-width': 8,
        'text-line-height': 1.05,
        'text-padding': 2,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.5,
        'text-justify': 'auto',
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2.2 },
    },
  ];
}
