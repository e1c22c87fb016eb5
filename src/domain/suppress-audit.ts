/**
 * Statistical disclosure audit: what can a reader of the published cells work out about the hidden ones?
 * Every published total is a linear equation; the published terms move to the known side and the hidden ones remain.
 * Gauss–Jordan elimination over the integers (exact, no rounding) gives every hidden cell that has one value only.
 */

/** A published total: `whole` = sum of `parts`. Cells are named by any unique string. */
export interface Relation {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * What each cell rests on: people counts that a reader learns when it is published, e.g. [foreign, Italian] for a share.
 * All cells of one call have the same number of counts.
 */
export type Supports = ReadonlyMap<string, readonly number[]>;

/** Below this many people a cell is not published: Sistan threshold. Zero counts too, since it tells that nobody is there. */
export const THRESHOLD = 3;

export const isSmall = (counts: readonly number[]): boolean => counts.some((n) => n < THRESHOLD);

type Row = Map<string, bigint>;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

/** row := row · a − other · b with the coefficient of `pivot` gone, divided by its greatest common divisor. */
function eliminate(row: Row, other: Row, pivot: string): void {
  const a = other.get(pivot)!;
  const b = row.get(pivot)!;
  for (const [cell, value] of row) row.set(cell, value * a);
  for (const [cell, value] of other) {
    const next = (row.get(cell) ?? 0n) - value * b;
    if (next === 0n) row.delete(cell);
    else row.set(cell, next);
  }
  let divisor = 0n;
  for (const value of row.values()) divisor = gcd(divisor, value);
  if (divisor > 1n) for (const [cell, value] of row) row.set(cell, value / divisor);
}

/** Reduced row echelon form of the relations over the hidden cells: what is known about them, nothing twice. */
export function knownCombinations(hidden: ReadonlySet<string>, relations: readonly Relation[]): Row[] {
  const pivots = new Map<string, Row>();
  for (const { whole, parts } of relations) {
    const row: Row = new Map();
    for (const part of parts) if (hidden.has(part)) row.set(part, 1n);
    if (hidden.has(whole)) row.set(whole, -1n);
    for (const cell of [...row.keys()]) {
      const reducer = pivots.get(cell);
      if (reducer && row.has(cell)) eliminate(row, reducer, cell);
    }
    const pivot = row.keys().next().value;
    if (pivot === undefined) continue;
    for (const existing of pivots.values()) if (existing.has(pivot)) eliminate(existing, row, pivot);
    pivots.set(pivot, row);
  }
  return [...pivots.values()];
}

/** Hidden cells that the published ones determine exactly. */
export function determined(hidden: ReadonlySet<string>, relations: readonly Relation[]): Set<string> {
  const single = knownCombinations(hidden, relations).filter((row) => row.size === 1);
  return new Set(single.map((row) => row.keys().next().value!));
}

/**
 * The first leak, as the cells it concerns: one cell with a single possible value that rests on too few people,
 * or a sum of hidden cells (all signs equal) that does. Null when there is none.
 */
export function firstLeak(
  hidden: ReadonlySet<string>,
  supports: Supports,
  relations: readonly Relation[],
): string[] | null {
  for (const row of knownCombinations(hidden, relations)) if (leaks(row, supports)) return [...row.keys()];
  for (const { whole, parts } of relations) {
    if (hidden.has(whole)) continue;
    const row: Row = new Map(parts.filter((part) => hidden.has(part)).map((part) => [part, 1n]));
    if (row.size > 0 && leaks(row, supports)) return [...row.keys()];
  }
  return null;
}

function leaks(row: Row, supports: Supports): boolean {
  const sign = row.values().next().value! > 0n;
  const sums: number[] = [];
  for (const [cell, coefficient] of row) {
    if (coefficient > 0n !== sign) return false;
    supports.get(cell)!.forEach((n, i) => (sums[i] = (sums[i] ?? 0) + n * Math.abs(Number(coefficient))));
  }
  return isSmall(sums);
}
