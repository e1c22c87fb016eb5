import type { FillLayerSpecification } from 'maplibre-gl';
import { MISSING } from '../../model/cell';
import { patternId } from '../patterns';
import { AREAS, faded, type LayerFactory, state } from './context';

/**
 * The areas of the level. Colour and reason of missing come as feature state, so that another period or indicator
 * repaints without a tile being laid out again. A pattern cannot be driven by feature state: each of the four reasons has
 * its own layer whose opacity is.
 */
export const choropleth: LayerFactory = ({ level, theme }) => [
  {
    id: `fill:${level}`,
    type: 'fill',
    source: AREAS,
    'source-layer': level,
    paint: {
      'fill-color': ['to-color', state('fill'), 'rgba(0,0,0,0)'],
      'fill-opacity': faded(1),
    },
  },
  ...MISSING.map((missing): FillLayerSpecification => ({
    id: `missing-${missing}:${level}`,
    type: 'fill',
    source: AREAS,
    'source-layer': level,
    paint: {
      'fill-pattern': patternId(missing, theme),
      'fill-opacity': ['case', ['==', state('missing'), missing], faded(1), 0],
    },
  })),
];
