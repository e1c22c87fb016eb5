import { isValue, type Cell } from '../model/cell';
import type { Lang, Level } from '../model/ids';
import type { Geography, IndicatorSummary, Table } from '../model/manifest';
import type { Unit } from '../model/unit';
import type { Classing } from '../model/view';
import { breaksFor } from './breaks';
import { cellsAt, valuesOf } from './cells';
import { formatValue } from './format';
import { stepBelow } from './round';

/** What stands above the ground at one level: a density, or a count shared out over the area's square kilometres. */
export interface Relief {
  /** The indicator counts; heights are the count per km². */
  readonly shared: boolean;
  readonly unit: Unit;
  readonly decimals: number;
  /** Inner class limits and extent over all periods, so that heights and colours compare between years. */
  readonly breaks: readonly number[];
  readonly extent: readonly [number, number];
  /** Code → what is raised, per km². */
  cellsAt(period: string): Map<string, Cell>;
}

export interface ReliefInput {
  summary: IndicatorSummary;
  table: Table;
  geography: Geography;
  level: Level;
  /** Limits of the indicator's own classes, used as they are for a density. */
  breaks: readonly number[];
  classing: Classing | null;
}

/** Digits that tell values per km² apart, from the largest of them. */
const digitsFor = (largest: number): number => (largest >= 20 ? 0 : largest >= 2 ? 1 : 2);

/** Null when the level has no values. */
export function reliefOf(input: ReliefInput): Relief | null {
  const { summary, table, geography, level, classing } = input;
  const levelTable = table.levels[level];
  if (!levelTable) return null;
  const { unit } = summary;
  if (summary.measure !== 'count') {
    const own = (period: string): Map<string, Cell> => cellsAt(table, geography, level, period);
    const { extent } = levelTable;
    return { shared: false, unit, decimals: table.decimals, breaks: input.breaks, extent, cellsAt: own };
  }
  const km2 = new Map((geography.levels[level] ?? []).map((area) => [area.code, area.km2]));
  const shared = (period: string): Map<string, Cell> =>
    new Map(
      [...cellsAt(table, geography, level, period)].map(([code, cell]): [string, Cell] => [
        code,
        isValue(cell) ? { value: cell.value / km2.get(code)! } : cell,
      ]),
    );
  const values = levelTable.periods.flatMap((period) => valuesOf(shared(period).values()));
  if (values.length === 0) return null;
  const extent = [Math.min(...values), Math.max(...values)] as const;
  const decimals = digitsFor(extent[1]);
  const own = classing && classing.method !== 'manual' ? classing : {};
  return {
    shared: true,
    unit,
    decimals,
    breaks: breaksFor(values, { ...own, decimals }),
    extent,
    cellsAt: shared,
  };
}

/** "8.430 ab./km²", "12 famiglie per km²", "3,2 per km²". */
export function formatPerKm2({ shared, unit, decimals }: Relief, value: number, lang: Lang): string {
  if (!shared) return formatValue(value, unit, decimals, lang);
  return unit === 'people'
    ? formatValue(value, 'per-km2', decimals, lang)
    : `${formatValue(value, unit, decimals, lang)} per km²`;
}

/** Metres of the tallest block: about an eighth of the city's width, high enough to compare and low enough to see behind. */
export const TALLEST = 2200;

/** Metres per unit of value. Heights start at zero, so that twice the height is twice the value. */
export const metresPer = ({ extent }: Relief): number => (extent[1] > 0 ? TALLEST / extent[1] : 0);

/** A round value for the column that shows the scale, at most two thirds of the tallest. */
export const sampleValue = ({ extent }: Relief): number =>
  extent[1] > 0 ? stepBelow((extent[1] * 2) / 3) : 0;
