import type { Geography } from '../../src/model/manifest';
import { listVotes, turnout } from '../bases/elections';
import { gridGet, SMALL_BASE, type Counts, type Grid } from '../bases/grid';
import { nearGrid } from '../bases/near';
import { birthplaces } from '../bases/origins';
import { mapGrid, SMALL, type Base } from '../bases/places';
import { bands, type Hidden } from '../bases/structure';
import { sum } from '../bases/tally';
import type { EditionReader } from '../model';

/** Numerator and denominator of every cell, with the cells that stay hidden in the period whose counts they rest on. */
export interface Counted {
  /** [numerator, denominator]. */
  grid: Grid;
  hidden: Hidden;
  /** Year of the denominator where it is not the period's own: what is hidden there is hidden here. */
  also?: { hidden: Hidden; period: (period: string) => string };
}

/** How an indicator's value comes from counts that add up. Checked, cell by cell, against the finished table. */
export interface Additive {
  id: string;
  how: 'ratio' | 'sum';
  factor?: number;
  offset?: number;
  /** Below this denominator a cell is unreliable. */
  minimum?: number;
  /** Which of the two count people, households or firms: never fewer than three. */
  guard: readonly ('num' | 'den')[];
  count(edition: EditionReader, geography: Geography): Counted;
}

export const pair = (grid: Grid, num: (c: Counts) => number, den: (c: Counts) => number): Grid =>
  mapGrid(grid, (counts) => [num(counts), den(counts)]);
export const first = (counts: Counts): number => counts[0]!;

/** Things over the base of the latest earlier year that it has, as bases/places does. */
export function over(things: Grid, base: Base, lag: number): Counted {
  const years = [...(base.grid.get('area')?.keys() ?? [])].sort();
  const yearOf = (period: string) =>
    years.filter((y) => y <= period && Number(period) - Number(y) <= lag).at(-1) ?? period;
  const grid: Grid = new Map(
    [...things].map(([level, byPeriod]) => [
      level,
      new Map(
        [...byPeriod].map(([period, cells]) => [
          period,
          new Map(
            [...cells].map(([code, [n]]): [string, Counts] => [
              code,
              [n!, gridGet(base.grid, level, yearOf(period)).get(code)?.[0] ?? 0],
            ]),
          ),
        ]),
      ),
    ]),
  );
  return { grid, hidden: [], also: { hidden: base.hidden, period: yearOf } };
}

/** A grid's numbers over the square kilometres of their places. */
export function perKm2(grid: Grid, geography: Geography, hidden: Hidden = []): Counted {
  return {
    grid: new Map(
      [...grid].map(([level, byPeriod]) => {
        const km2 = new Map((geography.levels[level] ?? []).map((area) => [area.code, area.km2]));
        return [
          level,
          new Map(
            [...byPeriod].map(([period, cells]) => [
              period,
              new Map(
                [...cells].map(([code, counts]): [string, Counts] => [code, [sum(counts), km2.get(code)!]]),
              ),
            ]),
          ),
        ];
      }),
    ),
    hidden,
  };
}

export const shareOf = (
  id: string,
  count: Additive['count'],
  minimum: number = SMALL_BASE.residents,
): Additive => ({
  id,
  how: 'ratio',
  factor: 100,
  minimum,
  guard: ['num', 'den'],
  count,
});

export const band = (id: string, at: number): Additive =>
  shareOf(id, (edition, geography) => {
    const { grid, hidden } = bands(edition, geography);
    return { grid: pair(grid, (c) => c[at]!, sum), hidden };
  });

export const born = (id: string, at: number): Additive =>
  shareOf(id, (edition, geography) => {
    const { grid, hidden } = birthplaces(edition, geography);
    return { grid: pair(grid, (c) => c[at]!, sum), hidden };
  });

export const turnoutOf = (id: string, ballot: string): Additive =>
  shareOf(id, (edition, geography) => {
    const { grid, hidden } = turnout(edition, geography, ballot, 'voters', 'electors');
    return { grid, hidden: [hidden] };
  });

export const list = (id: string, name: string): Additive =>
  shareOf(id, (edition, geography) => {
    const { grid, hidden } = listVotes(edition, geography, 'chamber', '2022', name);
    return { grid: pair(grid, first, sum), hidden: [hidden] };
  });

export const doors = (
  id: string,
  minimum: number,
  grid: (e: EditionReader, g: Geography) => Grid,
): Additive => ({
  id,
  how: 'ratio',
  factor: 100,
  minimum,
  guard: [],
  count: (edition, geography) => ({ grid: pair(grid(edition, geography), first, sum), hidden: [] }),
});

export const near = (
  id: string,
  dataset: string,
  metres: number,
  keep?: (row: Record<string, string>) => boolean,
) => doors(id, SMALL.things, (edition, geography) => nearGrid(edition, geography, { dataset, metres, keep }));

export const rate = (
  id: string,
  minimum: number,
  lag: number,
  things: (e: EditionReader, g: Geography) => Grid,
  base: (e: EditionReader, g: Geography) => Base,
): Additive => ({
  id,
  how: 'ratio',
  factor: 1000,
  minimum,
  guard: ['den'],
  count: (edition, geography) => over(things(edition, geography), base(edition, geography), lag),
});
