import * as v from 'valibot';
import { PointsSchema } from '../../src/model/points';
import { pointColumns } from '../bases/point-columns';
import { POINT_LAYERS } from '../bases/point-layers';
import type { WholeExtra } from './extra';

/** Things in space, one file per kind of thing: `points.<id>`. */
export const extra: WholeExtra = {
  name: 'points',
  datasets: ['geography', ...POINT_LAYERS.flatMap(({ datasets }) => datasets)],
  build: ({ edition, geography }) =>
    Object.fromEntries(
      POINT_LAYERS.map((layer) => [
        `points.${layer.id}`,
        v.parse(PointsSchema, pointColumns(layer, edition, geography)),
      ]),
    ),
  layers: POINT_LAYERS.map(({ id, title, indicators }) => ({
    id: `points-${id}`,
    kind: 'points',
    title,
    file: `points.${id}`,
    indicators: Object.keys(indicators),
  })),
};
