import type { ExpressionSpecification, LayerSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette';
import { BASE, type LayerFactory, SEMIBOLD, zooms } from './context';

/** Ranks of docs/tiles.md, 1 the most important: from which zoom, and how wide in CSS pixels at pairs of zoom and width. */
const RANKS = [
  { name: 'minor', rank: 4, minzoom: 13.2, widths: [13.2, 0.3, 15, 0.9, 17, 2.5] },
  { name: 'local', rank: 3, minzoom: 12.2, widths: [12.2, 0.3, 14, 0.9, 17, 4] },
  { name: 'main', rank: 2, minzoom: 11, widths: [11, 0.35, 14, 1.4, 17, 6] },
  { name: 'major', rank: 1, minzoom: 9, widths: [9, 0.35, 11, 0.7, 14, 2.2, 17, 9] },
] as const;

/** With the whole metropolitan city in view the streets of one comune would only be a stain. */
const METROPOLITAN = 11;

/** Threads over the colours, there to recognise the city by, never to compete with the data. */
export const streets: LayerFactory = ({ palette, level, kind }): LayerSpecification[] => {
  const { edge, line, edgeOpacity, lineOpacity } = palette.street;
  const from = (minzoom: number): number => (level === 'comune' ? Math.max(METROPOLITAN, minzoom) : minzoom);
  return [
    ...RANKS.map(({ name, rank, minzoom, widths }) =>
      thread(`streets-${name}`, rank, from(minzoom), zooms(...wider(widths)), edge, edgeOpacity),
    ),
    ...RANKS.map(({ name, rank, minzoom, widths }) =>
      thread(
        `streets-${name}-line`,
        rank,
        // On bare ground at night the pale line is all there is to see.
        kind === 'symbols' ? from(minzoom) : Math.max(11.5, from(minzoom)),
        zooms(...widths),
        line,
        lineOpacity,
      ),
    ),
    names(palette),
  ];
};

/** The edge shows on both sides of the line once streets are wide enough to have sides. */
const wider = (widths: readonly number[]): number[] =>
  widths.map((v, i) => (i % 2 === 0 || widths[i - 1]! < 12 ? v : v + 1));

const thread = (
  id: string,
  rank: number,
  minzoom: number,
  width: ExpressionSpecification,
  color: string,
  opacity: number,
): LineLayerSpecification => ({
  id,
  type: 'line',
  source: BASE,
  'source-layer': 'streets',
  minzoom,
  filter: ['==', ['get', 'rank'], rank],
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint: {
    'line-color': color,
    'line-width': width,
    'line-opacity': zooms(minzoom, opacity * 0.4, minzoom + 1, opacity),
  },
});

const names = (palette: Palette): LayerSpecification => ({
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
    'text-font': SEMIBOLD,
    'text-size': zooms(14, 11, 17, 13.5),
    'text-max-angle': 28,
    'text-padding': 6,
    'text-letter-spacing': 0.01,
  },
  paint: {
    'text-color': palette.ink,
    'text-halo-color': palette.halo,
    'text-halo-width': 1.3,
    'text-opacity': zooms(14, 0.85, 15, 1),
  },
});
