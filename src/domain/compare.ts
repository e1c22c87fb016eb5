import { isValue, type Cell } from '../model/cell';
import type { Level } from '../model/ids';
import type { Area, Geography, Table } from '../model/manifest';
import type { Measure } from '../model/unit';
import { cellAt, seriesOf } from './cells';
import { differenceInPrint } from './format';

export type Verdict = 'above' | 'below' | 'similar' | 'unknown';

export interface Comparison {
  level: Level;
  code: string;
  name: string;
  /** The value of the containing area. */
  cell: Cell;
  /** Own value minus the containing area's, both as printed, in the unit of the indicator. */
  difference: number | null;
  verdict: Verdict;
}

/** Containing levels a place is measured against, near to far; zone di prossimità are a parallel partition, not a parent. */
const AGAINST: Record<Level, readonly ('zona' | 'quartiere' | 'citta')[]> = {
  citta: [],
  quartiere: ['citta'],
  zona: ['quartiere', 'citta'],
  prossimita: ['quartiere', 'citta'],
  area: ['zona', 'quartiere', 'citta'],
  comune: [],
};

export interface ComparisonInput {
  code: string;
  level: Level;
  period: string;
  table: Table;
  geography: Geography;
  /** With `count` the answer is []: a place always holds fewer people than what contains it. */
  measure?: Measure;
}

/**
 * A place against the areas that contain it, near to far. `similar` when the two would be told apart only by noise:
 * the difference is under half the display resolution, or no larger than it usually moves from one period to the
 * next (median of its absolute changes, over at least three, none across a break in the series). Register counts
 * have no sampling error, so no margin of error is invented.
 */
export function comparisons({
  code,
  level,
  period,
  table,
  geography,
  measure,
}: ComparisonInput): Comparison[] {
  if (measure === 'count') return [];
  const area = geography.levels[level]?.find((a) => a.code === code);
  if (!area) return [];
  const own = cellAt(table, geography, level, period, code);
  const out: Comparison[] = [];
  for (const target of AGAINST[level]) {
    const other = containing(geography, area, target);
    if (!other) continue;
    const cell = cellAt(table, geography, target, period, other.code);
    const both = isValue(own) && isValue(cell) ? ([own.value, cell.value] as const) : null;
    const noise = both ? usualChange(table, geography, [level, code], [target, other.code]) : 0;
    const difference = both && differenceInPrint(...both, table.decimals);
    // What prints alike is alike to the reader; beyond that the unrounded difference decides.
    const verdict =
      difference === 0 ? 'similar' : verdictOf(both && both[0] - both[1], noise, table.decimals);
    out.push({ level: target, code: other.code, name: other.name, cell, difference, verdict });
  }
  return out;
}

function containing(
  geography: Geography,
  area: Area,
  target: 'zona' | 'quartiere' | 'citta',
): Area | undefined {
  const areas = geography.levels[target] ?? [];
  const code = area.parents[target];
  return code === undefined && target === 'citta' ? areas[0] : areas.find((a) => a.code === code);
}

/** Where a difference stands: `noise` and half the last printed digit are its indifference zone. */
export function verdictOf(difference: number | null, noise: number, decimals: number): Verdict {
  if (difference === null) return 'unknown';
  const least = Math.max(noise, 0.5 * 10 ** -decimals);
  if (Math.abs(difference) <= least) return 'similar';
  return difference > 0 ? 'above' : 'below';
}

const FEWEST_CHANGES = 3;

/** Median absolute change, period to period, of the difference between two places; 0 when the series is too short. */
export function usualChange(
  table: Table,
  geography: Geography,
  a: [Level, string],
  b: [Level, string],
): number {
  const other = new Map(seriesOf(table, geography, ...b).map(({ period, cell }) => [period, cell]));
  const changes: number[] = [];
  let last: { period: string; difference: number } | null = null;
  for (const { period, cell } of seriesOf(table, geography, ...a)) {
    const against = other.get(period);
    if (!against || !isValue(cell) || !isValue(against)) {
      last = null;
      continue;
    }
    const difference = cell.value - against.value;
    if (last && !crossesBreak(table, last.period, period))
      changes.push(Math.abs(difference - last.difference));
    last = { period, difference };
  }
  return changes.length < FEWEST_CHANGES ? 0 : median(changes);
}

/** Whether the series changes its method or base after `from`, up to and including `to`. */
export function crossesBreak(table: Pick<Table, 'seriesBreaks'>, from: string, to: string): boolean {
  return table.seriesBreaks.some(({ period }) => period > from && period <= to);
}

function median(values: number[]): number {
  return quantileOf(values, 0.5);
}

/** Quantile by linear interpolation (Hyndman & Fan type 7) of at least one value. */
export function quantileOf(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at % 1);
}

/**
 * Where a value stands in a distribution, without making a rank of it: how many lie below, with it, above; `quantile`
 * is the share below plus half the share equal (0.5 for an empty distribution).
 */
export function position(value: number, values: readonly number[]) {
  let below = 0;
  let equal = 0;
  for (const other of values) {
    if (other < value) below += 1;
    else if (other === value) equal += 1;
  }
  const quantile = values.length ? (below + equal / 2) / values.length : 0.5;
  return { below, equal, above: values.length - below - equal, quantile };
}
