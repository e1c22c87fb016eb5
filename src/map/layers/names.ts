import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { CITY_CODE, type Level } from '../../model/ids';
import {
  AREAS,
  faded,
  ITALIC,
  type LayerContext,
  type LayerFactory,
  pointsAt,
  SEMIBOLD,
  state,
  zooms,
} from './context';

/** From this zoom the 90 areas have room for their names; before it the 18 zone speak for them. */
const AREA_NAMES = 12.6;

const SIZE: Record<Level, ExpressionSpecification> = {
  citta: zooms(8, 12, 12, 20),
  quartiere: zooms(10, 11.5, 12, 15, 14, 19),
  zona: zooms(10, 10, 12, 13, 14, 16),
  prossimita: zooms(10, 9.5, 12, 12.5, 14, 15),
  area: zooms(12, 10.5, 14, 13, 16, 15),
  comune: zooms(8, 9.5, 10, 12, 13, 15),
};

const ofLevel = (level: Level): FilterSpecification => ['==', ['get', 'level'], level];

interface Lettering {
  id: string;
  level: Level;
  filter: FilterSpecification;
  font: string[];
  color: string;
  minzoom?: number;
  maxzoom?: number;
}

const layout = (level: Level, font: string[]): NonNullable<SymbolLayerSpecification['layout']> => ({
  'text-field': ['get', 'name'],
  'text-font': font,
  'text-size': SIZE[level],
  'text-max-width': 7,
  'text-line-height': 1.05,
  'text-padding': 4,
  'text-letter-spacing': level === 'quartiere' ? 0.03 : 0.01,
  'text-variable-anchor': ['center', 'top', 'bottom'],
  'text-radial-offset': 0.4,
  'text-justify': 'center',
});

/** Names for orientation, from the tiles, in one colour on a halo of paper. */
const orientation = (
  { palette }: LayerContext,
  { id, level, filter, font, color, ...zoom }: Lettering,
): SymbolLayerSpecification => ({
  id,
  type: 'symbol',
  source: AREAS,
  'source-layer': 'labels',
  ...zoom,
  filter,
  layout: layout(level, font),
  paint: { 'text-color': color, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
});

/** The level's own names: each takes ink or paper after the colour it stands on, and that colour for its halo. */
const own = ({ level, palette }: LayerContext): SymbolLayerSpecification => ({
  id: `names:${level}`,
  type: 'symbol',
  source: pointsAt(level),
  ...(level === 'area' ? { minzoom: AREA_NAMES } : {}),
  layout: layout(level, SEMIBOLD),
  paint: {
    'text-color': ['to-color', state('letter'), palette.ink],
    'text-halo-color': ['to-color', state('halo'), palette.halo],
    'text-halo-width': 1.4,
    'text-opacity': faded(1),
  },
});

/** Lettering above the data: the level's own names, the larger parts of the city for orientation, the neighbours in italic. */
export const labels: LayerFactory = (context) => {
  const { level, palette } = context;
  const neighbours: Lettering = {
    id: 'names-comune',
    level: 'comune',
    filter: ['all', ofLevel('comune'), ['!=', ['get', 'code'], CITY_CODE]] as FilterSpecification,
    font: ITALIC,
    color: palette.faintInk,
  };
  const zone: Lettering = {
    id: 'names-context',
    level: 'zona',
    filter: ofLevel('zona'),
    font: SEMIBOLD,
    color: palette.ink,
    maxzoom: AREA_NAMES,
  };
  return [
    ...(level === 'comune' ? [] : [orientation(context, neighbours)]),
    ...(level === 'area' ? [orientation(context, zone)] : []),
    own(context),
  ];
};
