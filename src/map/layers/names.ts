import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { CITY_CODE, type Level } from '../../model/ids';
import { AREAS, ITALIC, type LayerContext, type LayerFactory, REGULAR, SEMIBOLD, zooms } from './context';

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

const LARGE: readonly Level[] = ['citta', 'quartiere', 'zona'];

const ofLevel = (level: Level): FilterSpecification => ['==', ['get', 'level'], level];

interface Lettering {
  id: string;
  level: Level;
  filter?: FilterSpecification;
  font: string[];
  color: string;
  minzoom?: number;
  maxzoom?: number;
}

function names(
  { palette }: LayerContext,
  { id, level, filter, font, color, ...zoom }: Lettering,
): SymbolLayerSpecification {
  return {
    id,
    type: 'symbol',
    source: AREAS,
    'source-layer': 'labels',
    ...zoom,
    filter: filter ?? ofLevel(level),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': font,
      'text-size': SIZE[level],
      'text-max-width': 7,
      'text-line-height': 1.05,
      'text-padding': 5,
      'text-letter-spacing': level === 'quartiere' ? 0.03 : 0.01,
      'text-variable-anchor': ['center', 'top', 'bottom'],
      'text-radial-offset': 0.4,
      'text-justify': 'center',
    },
    paint: {
      'text-color': color,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.4,
      'text-halo-blur': 0.4,
    },
  };
}

/** Lettering above the data: the level's own names in ink, the city's larger parts for orientation, the neighbours in italic. */
export const labels: LayerFactory = (context) => {
  const { level, palette } = context;
  const fine = level === 'area' || level === 'prossimita';
  const own: Lettering = {
    id: `names:${level}`,
    level,
    font: LARGE.includes(level) ? SEMIBOLD : REGULAR,
    color: palette.mutedInk,
    ...(level === 'area' ? { minzoom: AREA_NAMES } : {}),
  };
  const around: Lettering = {
    id: 'names-comune',
    level: 'comune',
    filter: ['all', ofLevel('comune'), ['!=', ['get', 'code'], CITY_CODE]] as FilterSpecification,
    font: ITALIC,
    color: palette.faintInk,
  };
  const orientation: Lettering = {
    id: `names-context:${level}`,
    level: 'zona',
    font: REGULAR,
    color: palette.mutedInk,
    ...(level === 'area' ? { maxzoom: AREA_NAMES } : {}),
  };
  return [
    ...(level === 'comune' ? [] : [names(context, around)]),
    ...(fine && level === 'area' ? [names(context, orientation)] : []),
    names(context, own),
  ];
};
