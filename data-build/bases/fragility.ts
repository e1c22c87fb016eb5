import type { Cell } from '../../src/model/cell';
import { THRESHOLD } from '../../src/domain/suppress-audit';
import type { EditionReader } from '../model';
import { classIn, tally } from './tally';

/** The components of the fragility indices are published as percentages alone: how many people each tells of has to be worked out. */

/** Age bands of the people a share is about, to know how many it tells of. */
export const ALL = ['0-2', '3-5', '6-14', '15-24', '25-29', '30-34', '35-44', '45-54', '55-64', '65+'];
export const OLD = ['65+'];
/** A lower bound for minors and under-20s, whose own bands the area table does not have. */
export const CHILDREN = ['0-2', '3-5', '6-14'];
export const ADULTS_25_44 = ['25-29', '30-34', '35-44'];

const LAST_AGES = '2021';

/** People of the given ages by `area|period`; years after the last of the area table take that one. */
export function peopleOf(
  edition: EditionReader,
  ages: readonly string[],
): (area: string, period: string) => number {
  const base = tally(edition.table('population-area'), { key: 'area', size: 1 }, (row) =>
    classIn([ages], row.age),
  );
  return (area, period) => base.get(period < LAST_AGES ? period : LAST_AGES)?.get(area)?.[0] ?? 0;
}

/** Suppressed where the published percentage tells of fewer than three people, or of all but fewer than three; ∞: not about people. */
export function shareCell(text: string, people: number): Cell {
  if (text === '') return { missing: 'unreliable' };
  const value = Number(text);
  if (people === Infinity) return { value };
  const part = Math.round((value / 100) * people);
  return Math.min(part, people - part) < THRESHOLD ? { missing: 'suppressed' } : { value };
}
