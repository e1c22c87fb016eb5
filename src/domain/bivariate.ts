import { isValue, type Cell, type Missing } from '../model/cell';
import { breaksFor } from './breaks';
import { binOf } from './classify';
import { FEWEST_PAIRS, pairsOf, type Pair } from './correlation';

export const SIDE = 3;

/** Class of a pair, 0…8: that of the second number (0 low, 2 high) times three plus that of the first. */
export const bivariateBin = (first: number, second: number): number => second * SIDE + first;
export const classesOf = (bin: number): { first: number; second: number } => ({
  first: bin % SIDE,
  second: Math.floor(bin / SIDE),
});

export interface Bivariate {
  /** Code → class of the pair as a value, or why there is none: the cells the map paints, with breaks 1…8. */
  cells: Map<string, Cell>;
  /** Inner limits of the thirds of each number; fewer than two where too few values differ. */
  cuts: { first: number[]; second: number[] };
  /** Codes with both numbers, and these: x the first, y the second. */
  pairs: Pair[];
}

/** Limits between the nine classes, when a class stands for its own number. */
export const BIVARIATE_BREAKS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * Thirds of two numbers over the areas that have both, so that each third holds about as many areas in both directions. Where many values
 * are equal a number may fall into two classes, the outer ones, or into the middle one alone.
 */
export function bivariateOf(
  first: ReadonlyMap<string, Cell>,
  second: ReadonlyMap<string, Cell>,
  decimals: { first: number; second: number },
): Bivariate {
  const pairs = pairsOf(first, second);
  const cut = (values: number[], digits: number) =>
    breaksFor(values, { method: 'quantile', classes: SIDE, decimals: digits });
  const cuts = {
    first: cut(
      pairs.map(({ x }) => x),
      decimals.first,
    ),
    second: cut(
      pairs.map(({ y }) => y),
      decimals.second,
    ),
  };
  const bins = new Map(
    pairs.map(({ code, x, y }) => [code, bivariateBin(third(x, cuts.first), third(y, cuts.second))]),
  );
  const cells = new Map(
    [...first].map(([code, cell]): [string, Cell] => {
      const bin = bins.get(code);
      return [code, bin === undefined ? { missing: why(cell, second.get(code)) } : { value: bin }];
    }),
  );
  return { cells, cuts, pairs };
}

/** 0, 1 or 2. */
export function third(value: number, cuts: readonly number[]): number {
  const bin = binOf(value, cuts);
  return cuts.length === 0 ? 1 : cuts.length === 1 ? bin * 2 : bin;
}

const WEIGHT: readonly Missing[] = ['suppressed', 'not-applicable', 'unreliable', 'not-available'];
const why = (a: Cell, b: Cell | undefined): Missing =>
  WEIGHT.find((w) => [a, b].some((cell) => cell && !isValue(cell) && cell.missing === w)) ?? 'not-available';

/** Below it an agreement of orders is too faint to be spoken of, however many areas there are. */
const FAINT = 0.2;

export type Link = 'too-few' | 'none' | 'weak' | 'clear' | 'strong';

/**
 * How firmly two numbers go together. `none` also where so few areas would often show as much by accident: below twice the standard
 * error of Spearman's ρ under independence, 1/√(n−1).
 */
export function linkOf(rho: number | null, n: number): Link {
  if (n < FEWEST_PAIRS || rho === null) return 'too-few';
  const size = Math.abs(rho);
  if (size < Math.max(FAINT, 2 / Math.sqrt(n - 1))) return 'none';
  return size < 0.4 ? 'weak' : size < 0.7 ? 'clear' : 'strong';
}
