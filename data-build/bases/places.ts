import type { Geography } from '../../src/model/manifest';
import type { Cell } from '../../src/model/cell';
import type { Level } from '../../src/model/ids';
import type { EditionReader, IndicatorCells } from '../model';
import { cellName, sumUp, toCells, type Counts, type Grid } from './grid';
import { households } from './households';
import { residents } from './population';
import { bands, type Hidden } from './structure';
import { tally } from './tally';

type Row = Record<string, string>;

/** Below these a rate or share over things is called unreliable: one more thing would move it by 2 points, one more child likewise. */
export const SMALL = { children: 30, young: 100, things: 20, schools: 5 } as const;

/** Things counted by class at every level of the city; an area without any holds zeros. `classOf` -1 leaves a row out. */
export function things(
  rows: readonly Row[],
  geography: Geography,
  size: number,
  classOf: (row: Row) => number,
  field?: string,
): Grid {
  // Every period of the data is a period of the grid, even where none of its rows is of these classes.
  const base = tally(
    field ? rows : rows.map((row) => ({ ...row, one: '1' })),
    { key: 'area', size, field: field ?? 'one' },
    classOf,
  );
  for (const { period } of rows) if (!base.has(period!)) base.set(period!, new Map());
  return sumUp(base, 'area', geography, size);
}

/** Things are counted as they are, small or not: no one lives in a number of schools. */
export const countCells = (grid: Grid): IndicatorCells =>
  toCells(grid, [], (counts) => ({ value: counts[0]! }));

/** A base of people or households with the cells of it that stay hidden. */
export interface Base {
  grid: Grid;
  hidden: Hidden;
}

/** People with a fixed abode by area, [residents]. */
export function residentBase(edition: EditionReader, geography: Geography): Base {
  const { grid, hidden } = residents(edition, geography);
  // The city's total holds people without fixed abode; its parts do not, and a rate must not mix the two.
  const city = new Map([...(grid.get('quartiere') ?? [])].map(([period, cells]) => [period, sumOf(cells)]));
  const own: Grid = new Map([...grid].filter(([level]) => level !== 'citta'));
  const code = geography.levels.citta?.[0]?.code ?? '';
  own.set('citta', new Map([...city].map(([period, n]) => [period, new Map([[code, [n]]])])));
  return { grid: own, hidden: [hidden] };
}

const sumOf = (cells: ReadonlyMap<string, Counts>): number =>
  [...cells.values()].reduce((total, [n]) => total + n!, 0);

/** Residents of one or several of the seven bands of `bands`, [people]. */
export function ageBase(edition: EditionReader, geography: Geography, classes: readonly number[]): Base {
  const { grid, hidden } = bands(edition, geography);
  return { grid: mapGrid(grid, (counts) => [classes.reduce((n, at) => n + counts[at]!, 0)]), hidden };
}

/** Households, [n]; the city with those without fixed abode, as published. */
export function householdBase(edition: EditionReader, geography: Geography): Base {
  const { grid, hidden } = households(edition, geography);
  return { grid: mapGrid(grid, (counts) => [counts.reduce((a, b) => a + b, 0)]), hidden: [hidden] };
}

export const mapGrid = (grid: Grid, make: (counts: Counts) => Counts): Grid =>
  new Map(
    [...grid].map(([level, byPeriod]) => [
      level,
      new Map(
        [...byPeriod].map(([period, cells]) => [
          period,
          new Map([...cells].map(([code, counts]) => [code, make(counts)])),
        ]),
      ),
    ]),
  );

/**
 * Things over a base: for each period of the things the latest period of the base that is not after it, at most `lag` years older;
 * the same for all levels, that of the finest one. Cells the base hides stay hidden: a rate and the things would give the base away.
 */
export function over(
  grid: Grid,
  base: Base,
  lag: number,
  make: (thing: Counts, base: number) => Cell,
): IndicatorCells {
  const years = [...(base.grid.get(finest(base.grid)) ?? [])].map(([period]) => period).sort();
  const levels: IndicatorCells = {};
  for (const [level, byPeriod] of grid) {
    const periods = new Map<string, Map<string, Cell>>();
    for (const [period, cells] of byPeriod) {
      const year = years.filter((y) => y <= period && Number(period) - Number(y) <= lag).at(-1);
      const below = year === undefined ? undefined : base.grid.get(level)?.get(year);
      if (year === undefined || below === undefined) continue;
      const isHidden = (code: string) => base.hidden.some((set) => set.get(year)?.has(cellName(level, code)));
      const entries = [...cells].map(([code, counts]): [string, Cell] => [
        code,
        isHidden(code) ? { missing: 'suppressed' } : make(counts, below.get(code)?.[0] ?? 0),
      ]);
      periods.set(period, new Map(entries));
    }
    if (periods.size > 0) levels[level] = periods;
  }
  return levels;
}

const finest = (grid: Grid): Level => (grid.has('area') ? 'area' : 'comune');

/** things / base · 1,000, unreliable below `minimum`. */
export const per1000 = (thing: number, base: number, minimum: number): Cell =>
  base < minimum ? { missing: 'unreliable' } : { value: (thing / base) * 1000 };

/** Rate of the first count per 1,000 of a base. */
export const rates = (grid: Grid, base: Base, lag: number, minimum: number): IndicatorCells =>
  over(grid, base, lag, ([n], below) => per1000(n!, below, minimum));

/** First count as a share of all counts of the cell. */
export const shares = (grid: Grid, minimum: number): IndicatorCells =>
  toCells(grid, [], (counts) => {
    const all = counts.reduce((a, b) => a + b, 0);
    return all < minimum ? { missing: 'unreliable' } : { value: (counts[0]! / all) * 100 };
  });

/** Things per km² of the cell's area. */
export function densities(grid: Grid, geography: Geography): IndicatorCells {
  return toCells(grid, [], ([n], { level, code }) => {
    const place = geography.levels[level]?.find((area) => area.code === code);
    if (!place) throw new Error(`unknown ${level} ${code}`);
    return { value: n! / place.km2 };
  });
}
