import { isValue, type Cell, type Missing } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { Geography, Table } from '../model/manifest';
import type { Measure, Unit } from '../model/unit';
import { breaksFor } from './breaks';
import { cellsAt, valuesOf } from './cells';
import { crossesBreak, quantileOf } from './compare';
import { differenceInPrint, formatDifference } from './format';
import { stepBelow } from './round';

/** Two dates, the earlier first; the same date twice when there is nothing between them. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
/** With the date that stays while the other moves along the time line. */
export interface ChangeDates extends Span {
  readonly anchor: string;
}

/** Counts change in per cent of where they started; everything else in its own unit, shares in percentage points. */
export type ChangeMode = 'absolute' | 'relative';
export const changeMode = (measure: Measure): ChangeMode => (measure === 'count' ? 'relative' : 'absolute');

/**
 * A percentage of fewer than this is `unreliable`: from 50 people one more or one less moves it by two points, from 20 things by five.
 * Below it an area's usual yearly swing (90th percentile over the edition) is 25–55 % for people and 35–100 % for things that
 * hardly change above: decision 030.
 */
export const SMALLEST_START: { readonly people: number; readonly things: number } = {
  people: 50,
  things: 20,
};
const smallestStart = (unit: Unit): number =>
  unit === 'people' || unit === 'households' ? SMALLEST_START.people : SMALLEST_START.things;

/**
 * The dates a change is taken between. `wanted` where the level covers it, in either order with `period`; without a wish the first
 * covered period from which no break of the series lies in between, or the very first when that would leave no time at all.
 */
export function changeSpan(
  periods: readonly string[],
  table: Pick<Table, 'seriesBreaks'>,
  wanted: string | null,
  period: string,
): ChangeDates {
  const asked = wanted !== null && periods.includes(wanted) ? wanted : null;
  const clean = periods.find((p) => p < period && !crossesBreak(table, p, period));
  const other = asked ?? clean ?? periods[0] ?? period;
  const span = other <= period ? { from: other, to: period } : { from: period, to: other };
  return { ...span, anchor: other };
}

/** Why a change cannot be told, from the reasons at both ends: privacy first, as everywhere. */
const worse = (a: Missing | null, b: Missing | null): Missing =>
  (['suppressed', 'not-applicable', 'unreliable', 'not-available'] satisfies Missing[]).find(
    (why) => why === a || why === b,
  ) ?? 'not-available';

/** From one cell to another: as printed with `decimals`, in the unit of the indicator, or in per cent. */
export function changeCell(from: Cell, to: Cell, mode: ChangeMode, unit: Unit, decimals: number): Cell {
  if (!isValue(from) || !isValue(to))
    return { missing: worse(isValue(from) ? null : from.missing, isValue(to) ? null : to.missing) };
  if (mode === 'absolute') return { value: differenceInPrint(to.value, from.value, decimals) };
  if (from.value < smallestStart(unit)) return { missing: 'unreliable' };
  return { value: ((to.value - from.value) / from.value) * 100 };
}

export interface ChangeInput {
  table: Table;
  geography: Geography;
  level: Level;
  span: Span;
  mode: ChangeMode;
  unit: Unit;
}

/** Code → change, in the order of the geography. */
export function changesAt({ table, geography, level, span, mode, unit }: ChangeInput): Map<string, Cell> {
  const before = cellsAt(table, geography, level, span.from);
  return new Map(
    [...cellsAt(table, geography, level, span.to)].map(([code, cell]) => [
      code,
      changeCell(before.get(code) ?? { missing: 'not-available' }, cell, mode, unit, table.decimals),
    ]),
  );
}

export interface ChangeScale {
  /** Inner limits, even about zero. */
  breaks: number[];
  extent: [number, number];
  /** Digits after the decimal mark. */
  decimals: number;
}

/**
 * Classes of the longest change from the anchor within the series, so that they hold still while the other date moves; beyond a
 * break of the series only when the present dates lie across it themselves. The extent holds the present change too.
 */
export function changeScale(input: Omit<ChangeInput, 'span'>, dates: ChangeDates): ChangeScale {
  const { table, level } = input;
  const { anchor } = dates;
  const across = crossesBreak(table, dates.from, dates.to);
  const reach = (table.levels[level]?.periods ?? []).filter(
    (p) => across || !crossesBreak(table, ...ordered(anchor, p)),
  );
  const [first = anchor, last = anchor] = [reach[0], reach.at(-1)];
  const [from, to] = ordered(anchor, dates.from === anchor && last !== anchor ? last : first);
  const values = valuesOf(changesAt({ ...input, span: { from, to } }).values());
  const all = [...values, ...valuesOf(changesAt({ ...input, span: dates }).values())];
  const decimals = input.mode === 'absolute' ? table.decimals : percentDigits(values);
  if (all.length === 0) return { breaks: [], extent: [0, 0], decimals };
  const breaks = from === to ? [] : evenBreaks(values, decimals);
  return { breaks, extent: [Math.min(0, ...all), Math.max(0, ...all)], decimals };
}

/** The middle class reaches at most this part of the way to the outer ones: it must mean "about the same". */
const MIDDLE = 0.4;

/**
 * Inner limits, the same on both sides of zero: beyond the outer one lies the third that changed most; the middle class is the third
 * that changed least, but never wider than `MIDDLE`, so that where everything rose nothing is painted as if it had stood still.
 * Limits beyond which no value lies are left out. [] when fewer than two sizes occur.
 */
export function evenBreaks(values: readonly number[], decimals: number): number[] {
  const finest = 10 ** -decimals;
  const cuts = breaksFor(values.map(Math.abs), { method: 'quantile', classes: 3, decimals });
  const outer = cuts.at(-1);
  if (outer === undefined) return [];
  const inner = Math.max(finest, Math.min(cuts[0]!, stepBelow(outer * MIDDLE)));
  const sizes = inner < outer ? [inner, outer] : [outer];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [...sizes.map((b) => -b).reverse(), ...sizes].filter((b) => (b < 0 ? low < b : high >= b));
}

const ordered = (a: string, b: string): [from: string, to: string] => (a < b ? [a, b] : [b, a]);

/** Half of the changes above this many per cent: a digit after the mark would claim too much. */
const COARSE = 10;
const percentDigits = (values: readonly number[]): number =>
  values.length > 0 && quantileOf(values.map(Math.abs), 0.5) > COARSE ? 0 : 1;

/** "+1,4 punti", "+12%", "−230 €": signed, and never a bare percentage for a difference of percentages. */
export function formatChange(
  value: number,
  { mode, unit, decimals }: { mode: ChangeMode; unit: Unit; decimals: number },
  lang: Lang,
): string {
  if (mode === 'absolute') return formatDifference(value, unit, decimals, lang);
  return `${formatDifference(value, 'number', decimals, lang)}%`;
}

/** How a change prints zero: neither up nor down to the reader. */
export const isUnchanged = (value: number, decimals: number): boolean =>
  Math.abs(value) < 0.5 * 10 ** -decimals;
