import { group } from 'd3-array';
import { unpackCell } from '../../src/model/cell';
import type { Level, Text } from '../../src/model/ids';
import type { Geography, LevelTable, Table } from '../../src/model/manifest';
import type { Measure, Unit } from '../../src/model/unit';
import { median, MIN_VALUES, NAMED, Z_LIMIT } from './quality-cells';

/** Periods on either side that a value is held against: with one, the neighbours of a jump would look like jumps themselves. */
const HALF_WINDOW = 2;
/**
 * Higher than among areas, since changes have heavier tails than values: of 85,280 changes in the edition of 2026-11-23, 474 pass 3.5 with
 * all else of the rule, 208 pass 6, which is as many as can be looked at one by one.
 */
const TIME_Z_LIMIT = 6;
/** From so many values an area's series says how much it varies by itself. */
const OWN_VALUES = 8;
/** Least change that counts, so that a series which hardly moves does not flag its noise: a share of the neighbours' median, or points. */
const LEAST_RATIO = 0.1;
const LEAST_POINTS = 2;

/** The rule as published beside what it found. */
export const timeRule: Text = {
  it: `Celle pubblicate che si staccano dalla serie della propria area: ogni valore contro la mediana dei ${HALF_WINDOW} periodi prima e dei ${HALF_WINDOW} dopo (filtro di Hampel), come rapporto, o come differenza se l’indicatore è in percentuale o può non superare lo zero; tolta la variazione mediana di tutte le aree nel periodo. |z| modificato (0,6745·variazione/MAD) oltre ${TIME_Z_LIMIT} fra tutte le variazioni del livello e oltre ${String(Z_LIMIT).replace('.', ',')} fra quelle dell’area, se sono almeno ${OWN_VALUES}; almeno ${MIN_VALUES} aree; variazione di almeno il ${LEAST_RATIO * 100}% o ${LEAST_POINTS} punti; nei conteggi oltre il caso dei piccoli numeri. Di due salti vicini resta il maggiore; ne sono nominati al più ${NAMED} per indicatore. Un salto può essere vero.`,
  en: `Published cells that part from the series of their own area: each value against the median of the ${HALF_WINDOW} periods before and the ${HALF_WINDOW} after (Hampel filter), as a ratio, or as a difference where the indicator is in percent or need not be above zero; less the median change of all areas in the period. Modified |z| (0.6745·change/MAD) beyond ${TIME_Z_LIMIT} among all changes of the level and beyond ${Z_LIMIT} among those of the area, where they are at least ${OWN_VALUES}; at least ${MIN_VALUES} areas; a change of at least ${LEAST_RATIO * 100}% or ${LEAST_POINTS} points; counts beyond the chance of small numbers. Of two jumps side by side the larger stays; at most ${NAMED} are named per indicator. A jump may be true.`,
};

export interface TimeOutlier {
  level: Level;
  period: string;
  area: string;
  value: number;
  /** Values of the periods around it, in order. */
  neighbours: number[];
  /** Modified z-score of the change, to one decimal. */
  z: number;
}

export interface TimeOutliers {
  count: number;
  /** Digits after the decimal mark when its values are printed. */
  decimals: number;
  named: TimeOutlier[];
}

/** How a value is set against the median of its neighbours. */
interface Scale {
  to(value: number): number;
  from(scaled: number): number;
  /** Whether a change on this scale, against a median in the indicator's unit, is large enough to speak of. */
  matters(change: number, value: number, centre: number): boolean;
}

/** Makes a MAD comparable with the standard deviation of a normal curve. */
const NORMAL = 0.6745;
const PLAIN = { to: (x: number) => x, from: (x: number) => x };
const POINTS: Scale = { ...PLAIN, matters: (change) => Math.abs(change) >= LEAST_POINTS };
const DIFFERENCE: Scale = {
  ...PLAIN,
  matters: (change, _value, centre) => Math.abs(change) >= LEAST_RATIO * Math.abs(centre),
};
const largeRatio = (change: number): boolean => Math.abs(change) >= Math.log(1 + LEAST_RATIO);
const RATIO: Scale = { to: Math.log, from: Math.exp, matters: largeRatio };
/** Half a thing more, so that 0 has a logarithm; 2·|√x − √m| is a change in standard deviations of a Poisson count (Anscombe 1948). */
const COUNT: Scale = {
  to: (x) => Math.log(x + 0.5),
  from: (x) => Math.exp(x) - 0.5,
  matters: (change, value, centre) =>
    largeRatio(change) && 2 * Math.abs(Math.sqrt(value) - Math.sqrt(Math.max(0, centre))) > TIME_Z_LIMIT,
};

function scaleOf({ measure, unit }: { measure: Measure; unit: Unit }, values: readonly number[]): Scale {
  if (unit === 'percent') return POINTS;
  if (measure === 'count' && values.every((x) => x >= 0)) return COUNT;
  return values.every((x) => x > 0) ? RATIO : DIFFERENCE;
}

interface Change {
  area: string;
  /** Place of its period in the level's. */
  at: number;
  value: number;
  neighbours: number[];
  centre: number;
  /** On the scale; less the median change of the period, once that is known. */
  change: number;
}

/** Every value with at least two neighbours, against their median. */
function changesOf({ periods, cells }: LevelTable, codes: readonly string[], scale: Scale): Change[] {
  const at = (p: number, a: number): number[] => {
    const cell = unpackCell(cells[p * codes.length + a]!);
    return 'value' in cell ? [cell.value] : [];
  };
  const around = Array.from({ length: 2 * HALF_WINDOW + 1 }, (_, i) => i - HALF_WINDOW);
  return codes.flatMap((area, a) =>
    periods.flatMap((_, p) =>
      at(p, a).flatMap((value) => {
        const near = around.map((i) => p + i).filter((q) => q !== p && q >= 0 && q < periods.length);
        const neighbours = near.flatMap((q) => at(q, a));
        if (neighbours.length < 2) return [];
        const middle = median(neighbours.map(scale.to));
        return [
          { area, at: p, value, neighbours, centre: scale.from(middle), change: scale.to(value) - middle },
        ];
      }),
    ),
  );
}

/** Less what happened everywhere in the same period; a period of few areas cannot tell, and is left out. */
const withoutCommon = (changes: readonly Change[]): Change[] =>
  [...group(changes, ({ at }) => at).values()].flatMap((same) => {
    if (same.length < MIN_VALUES) return [];
    const common = median(same.map(({ change }) => change));
    return same.map((one) => ({ ...one, change: one.change - common }));
  });

const spread = (changes: readonly Change[]): number => median(changes.map(({ change }) => Math.abs(change)));

/** How much an area varies by itself; 0 for a series too short to say. */
const ownSpread = (changes: readonly Change[]): number => (changes.length < OWN_VALUES ? 0 : spread(changes));

/** A jump moves the medians beside it: of flagged values within each other's windows only the furthest is kept. */
function strongest(flagged: readonly (Change & { z: number })[]): (Change & { z: number })[] {
  const kept: (Change & { z: number })[] = [];
  for (const one of [...flagged].sort((a, b) => Math.abs(b.z) - Math.abs(a.z)))
    if (!kept.some(({ area, at }) => area === one.area && Math.abs(at - one.at) <= HALF_WINDOW))
      kept.push(one);
  return kept;
}

/**
 * Published cells that stand out in time from their own area's series, as a Hampel filter finds them (Pearson, “Outliers in process modeling
 * and identification”, IEEE Trans. CST 2002). Each value is set against the median of the two periods before and the two after it: by log
 * ratio; by difference where the indicator is in percent or not always above 0. From that change the median change of all areas in the
 * period is taken: what hits the whole city, or a break that moves the whole series, is no outlier. 0.6745·change/MAD must exceed
 * TIME_Z_LIMIT by the MAD of all areas and periods of the level, and Z_LIMIT by that of the area's own changes: an area that always swings
 * is no news. Changes below LEAST_RATIO or LEAST_POINTS, and those of a count that chance can bring, are left out; so is what is not
 * published (suppressed, unreliable), which is how other small bases go.
 */
export function timeOutliers(
  table: Table,
  indicator: { measure: Measure; unit: Unit },
  geography: Geography,
): TimeOutliers {
  const found = (Object.entries(table.levels) as [Level, LevelTable][]).flatMap(([level, own]) => {
    const codes = (geography.levels[level] ?? []).map(({ code }) => code);
    const values = own.cells.filter((cell) => typeof cell === 'number');
    const scale = scaleOf(indicator, values);
    const changes = withoutCommon(changesOf(own, codes, scale));
    const pooled = changes.length ? spread(changes) : 0;
    // More than half of the changes are equal: the rule has no meaning.
    if (pooled === 0) return [];
    const series = new Map(
      [...group(changes, ({ area }) => area)].map(([area, one]) => [area, ownSpread(one)]),
    );
    const scored = changes.map((one) => ({ ...one, z: (NORMAL * one.change) / pooled }));
    return strongest(
      scored.filter(
        ({ area, z, change, value, centre }) =>
          Math.abs(z) > TIME_Z_LIMIT &&
          NORMAL * Math.abs(change) > Z_LIMIT * series.get(area)! &&
          scale.matters(change, value, centre),
      ),
    ).map(({ area, at, value, neighbours, z }): TimeOutlier => ({
      level,
      period: own.periods[at]!,
      area,
      value,
      neighbours,
      z: Math.round(z * 10) / 10,
    }));
  });
  const furthest = [...found].sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, NAMED);
  return { count: found.length, decimals: table.decimals, named: furthest };
}
