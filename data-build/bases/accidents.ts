import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { hiddenCells, sumUp, type Counts, type Grid } from './grid';
import { collect } from './population';
import type { Hidden } from './structure';

/** Whom a share is published for; all the others hurt are one class of their own. */
export const HURT = ['pedestrians', 'cyclists', 'motorcyclists', 'others'] as const;

/** [accidents] by zona di prossimità, quartiere and city. Events, not people. */
export const accidents = (edition: EditionReader, geography: Geography): Grid =>
  sumUp(
    collect(edition.table('accidents'), 'prossimita', ({ accidents: n }): Counts => [Number(n)]),
    'prossimita',
    geography,
    1,
  );

/**
 * [pedestrians, cyclists, motorcyclists, others] injured. Drivers, scooter riders and those the source gives no mode are the
 * others. The shares are one family over one total, so a place-year where any class counts fewer than three people is hidden in all.
 */
export function injured(edition: EditionReader, geography: Geography): { grid: Grid; hidden: Hidden } {
  const base = collect(edition.table('accidents'), 'prossimita', (row): Counts => {
    const [walk, ride, motor] = HURT.slice(0, 3).map((who) => Number(row[`${who}_injured`])) as [
      number,
      number,
      number,
    ];
    return [walk, ride, motor, Number(row.injured) - walk - ride - motor];
  });
  const grid = sumUp(base, 'prossimita', geography, HURT.length);
  return { grid, hidden: [hiddenCells(grid, geography, (counts) => counts)] };
}

/** [injured], with what is hidden of the total alone. */
export function injuredTotal(edition: EditionReader, geography: Geography): { grid: Grid; hidden: Hidden } {
  const base = collect(edition.table('accidents'), 'prossimita', (row): Counts => [Number(row.injured)]);
  const grid = sumUp(base, 'prossimita', geography, 1);
  return { grid, hidden: [hiddenCells(grid, geography, (counts) => counts)] };
}
