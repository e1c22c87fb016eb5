import { LEVELS } from '../../src/model/ids';
import { SHAPES_VERSION, ShapesSchema, type Shapes } from '../../src/model/shapes';
import * as v from 'valibot';
import { draw } from '../steps/first-picture';
import { levelShapes } from '../steps/geography';
import type { WholeExtra } from './extra';

/** Outlines of every level for static pictures: small multiples, exports, stories on paper. Simplified as the first picture is. */
export const extra: WholeExtra = {
  name: 'shapes',
  datasets: ['geography'],
  build({ edition, geography }) {
    const levels = levelShapes(edition);
    return Object.fromEntries(
      LEVELS.flatMap((level) => {
        const shapes = levels.find((l) => l.level === level);
        if (!shapes) return [];
        const { bounds, width, height, paths } = draw(shapes);
        const byCode = new Map(paths.map(({ code, d }) => [code, d]));
        const ordered = (geography.levels[level] ?? []).map(({ code }) => ({
          code,
          d: byCode.get(code) ?? '',
        }));
        const value: Shapes = { schemaVersion: SHAPES_VERSION, level, width, height, bounds, paths: ordered };
        return [[`shapes.${level}`, v.parse(ShapesSchema, value)]];
      }),
    );
  },
};
