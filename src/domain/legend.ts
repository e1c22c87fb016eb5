import { MISSING, type Missing } from '../model/cell';
import type { Lang } from '../model/ids';
import type { Unit } from '../model/unit';
import { binOf, histogram, type HistogramBin } from './classify';
import { formatNumber, formatValue, missingLabel } from './format';
import { decimalsOf, roundTicks } from './round';

export interface LegendClass {
  /** Limits of the class, clipped to the extent: [from, to). */
  from: number;
  to: number;
  /** "fino a 15%", "15–20%", "30% e oltre". */
  label: string;
  colour: string;
  count: number;
}

export interface LegendModel {
  classes: LegendClass[];
  /** Bars of equal width over the extent, for behind the classes. */
  histogram: HistogramBin[];
  /** Round numbers within the extent. */
  ticks: { value: number; label: string }[];
  /** Reasons that occur, in MISSING order. */
  missing: { why: Missing; label: string; count: number }[];
}

export interface LegendInput {
  values: readonly number[];
  breaks: readonly number[];
  extent: readonly [number, number];
  /** One per class: breaks.length + 1. */
  colours: readonly string[];
  unit: Unit;
  decimals: number;
  lang: Lang;
  missing: ReadonlyMap<Missing, number>;
}

const HISTOGRAM_BARS = 24;

/** What a legend draws. Counts of the classes sum to the number of values; no classes when there are no values. */
export function legendOf(input: LegendInput): LegendModel {
  const { values, breaks, extent, lang, missing } = input;
  const counts = breaks.concat(0).map(() => 0);
  for (const value of values) counts[binOf(value, breaks)]! += 1;
  const ticks = roundTicks(extent[0], extent[1]);
  const digits = Math.max(0, ...ticks.map((tick) => decimalsOf(tick)));
  return {
    classes: values.length || breaks.length ? classes(input, counts) : [],
    histogram: values.length ? histogram(values, extent, HISTOGRAM_BARS) : [],
    ticks: ticks.map((value) => ({ value, label: formatNumber(value, digits, lang) })),
    missing: MISSING.flatMap((why) => {
      const count = missing.get(why) ?? 0;
      return count > 0 ? [{ why, label: missingLabel(why, lang), count }] : [];
    }),
  };
}

function classes(
  { breaks, extent, colours, unit, decimals, lang }: LegendInput,
  counts: number[],
): LegendClass[] {
  return counts.map((count, i) => ({
    from: breaks[i - 1] ?? Math.min(extent[0], breaks[0] ?? extent[0]),
    to: breaks[i] ?? Math.max(extent[1], breaks.at(-1) ?? extent[1]),
    label: classLabel(i, breaks, extent, unit, decimals, lang),
    colour: colours[i] ?? colours.at(-1) ?? '',
    count,
  }));
}

function classLabel(
  i: number,
  breaks: readonly number[],
  extent: readonly [number, number],
  unit: Unit,
  decimals: number,
  lang: Lang,
): string {
  const it = lang === 'it';
  // Breaks are round on purpose: print the digits they have, not those of the values.
  const digits = Math.max(0, ...breaks.map((b) => decimalsOf(b)));
  const full = (value: number) => formatValue(value, unit, digits, lang);
  const from = breaks[i - 1];
  const to = breaks[i];
  if (from === undefined && to === undefined) {
    const [low, high] = extent;
    const print = (value: number) => formatValue(value, unit, decimals, lang);
    return low === high ? print(low) : range(formatNumber(low, decimals, lang), print(high), low < 0, it);
  }
  if (from === undefined) return `${it ? 'meno di' : 'under'} ${full(to!)}`;
  if (to === undefined) return it ? `${full(from)} e oltre` : `${full(from)} and over`;
  const start = unit === 'euro' && !it ? full(from) : formatNumber(from, digits, lang);
  return range(start, full(to), from < 0, it);
}

/** En dash, or words where a minus sign would stand beside it. */
const range = (from: string, to: string, signed: boolean, it: boolean) =>
  signed ? (it ? `da ${from} a ${to}` : `${from} to ${to}`) : `${from}–${to}`;
