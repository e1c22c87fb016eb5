import * as v from 'valibot';
import type { Geography } from '../../src/model/manifest';
import { PLACE_LEVELS, PLACE_VERSION, PlaceAgesSchema, type PlaceAges } from '../../src/model/place';
import { cellName, gridGet, type Grid } from '../bases/grid';
import { ages } from '../bases/population';
import { bands, sexes, type Hidden } from '../bases/structure';
import { areaGrid, classIn, hiddenFamily } from '../bases/tally';
import type { EditionReader } from '../model';
import type { WholeExtra } from './extra';

/** Classes of the area table, with the lowest age of each. */
export const AGE_CLASSES = [
  ['0-2', 0],
  ['3-5', 3],
  ['6-14', 6],
  ['15-24', 15],
  ['25-29', 25],
  ['30-34', 30],
  ['35-44', 35],
  ['45-54', 45],
  ['55-64', 55],
  ['65+', 65],
] as const;

/** Women and men by age class where single ages are not published. */
export const extra: WholeExtra = {
  name: 'place-ages',
  datasets: ['population-area'],
  build({ edition, geography }) {
    const { grid, hidden, period } = agesBySex(edition, geography);
    const isHidden = (cell: string) => hidden.some((set) => set.get(period)?.has(cell));
    const file: PlaceAges = {
      schemaVersion: PLACE_VERSION,
      period,
      ages: AGE_CLASSES.map(([, from]) => from),
      levels: Object.fromEntries(
        PLACE_LEVELS.map((level) => [
          level,
          (geography.levels[level] ?? []).map(({ code }) => {
            const counts = gridGet(grid, level, period).get(code);
            return counts && !isHidden(cellName(level, code)) ? [...counts] : null;
          }),
        ]),
      ),
    };
    return { 'place-ages': v.parse(PlaceAgesSchema, file) };
  },
};

/**
 * All classes of women, then all of men, in the latest year. One hidden set for the family, with those of every margin that is
 * published: age bands, the young, the old, women and men (see docs/decisions on families).
 */
export function agesBySex(
  edition: EditionReader,
  geography: Geography,
): { grid: Grid; hidden: Hidden; period: string } {
  const size = AGE_CLASSES.length;
  const classes = AGE_CLASSES.map(([name]) => [name]);
  const all = areaGrid(edition, geography, 2 * size, ({ age, sex }) => {
    const at = classIn(classes, age);
    if (at < 0) throw new Error(`unknown age class ${age}`);
    return at + (sex === 'f' ? 0 : size);
  });
  const period = [...(all.get('area')?.keys() ?? [])].sort().at(-1)!;
  const grid: Grid = new Map(
    [...all].map(([level, byPeriod]) => [level, new Map([[period, byPeriod.get(period)!]])]),
  );
  const { young, old } = ages(edition, geography);
  const margins = [...bands(edition, geography).hidden, young, old, ...sexes(edition, geography).hidden];
  return { grid, hidden: [hiddenFamily(grid, geography), ...margins], period };
}
