import { LEVELS, type Level } from '../../src/model/ids';
import type { Cell } from '../../src/model/cell';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader, IndicatorCells } from '../model';
import type { Grid } from './grid';
import { areaLocator } from './locate';
import { things } from './places';

type Row = Record<string, string>;

/** Rows of a table of points with the area each falls into; those outside the city are left out. */
export function located(edition: EditionReader, dataset: string): Row[] {
  const locate = areaLocator(edition.topology('geography', 'areas'));
  return edition.table(dataset).flatMap((row) => {
    const area = locate(Number(row.lon), Number(row.lat));
    return area === undefined ? [] : [{ ...row, area }];
  });
}

/** Points counted at every level, or the sum of `field` over them. */
export const points = (edition: EditionReader, geography: Geography, dataset: string, field?: string): Grid =>
  things(located(edition, dataset), geography, 1, () => 0, field);

/**
 * How many different words the points of a place carry in `field` (words parted by spaces). Different lines do not add up over
 * areas, so each level is counted anew.
 */
export function distinct(rows: readonly Row[], field: string, geography: Geography): IndicatorCells {
  const parents = new Map((geography.levels.area ?? []).map((area) => [area.code, area.parents]));
  const result: IndicatorCells = {};
  for (const level of LEVELS) {
    if (level === 'comune') continue;
    const periods = new Map<string, Map<string, Set<string>>>();
    for (const row of rows) {
      const code = codeAt(level, row.area!, parents);
      const cells = periods.get(row.period!) ?? empty(geography, level);
      periods.set(row.period!, cells);
      for (const word of row[field]!.split(' ')) cells.get(code)!.add(word);
    }
    result[level] = new Map(
      [...periods].map(([period, cells]) => [
        period,
        new Map([...cells].map(([code, words]): [string, Cell] => [code, { value: words.size }])),
      ]),
    );
  }
  return result;
}

const empty = (geography: Geography, level: Level): Map<string, Set<string>> =>
  new Map((geography.levels[level] ?? []).map(({ code }) => [code, new Set<string>()]));

function codeAt(
  level: Level,
  area: string,
  parents: ReadonlyMap<string, Partial<Record<string, string>>>,
): string {
  const code = level === 'area' ? area : parents.get(area)?.[level];
  if (code === undefined) throw new Error(`area ${area} has no ${level}`);
  return code;
}
