import { unpackCell, type Missing } from '../../src/model/cell';
import type { Level } from '../../src/model/ids';
import type { Geography, LevelTable, Table } from '../../src/model/manifest';

/** Modified z-scores beyond this are outliers: Iglewicz & Hoaglin, “How to Detect and Handle Outliers”, ASQC 1993. */
export const Z_LIMIT = 3.5;
/** Under this many values a median of deviations says little. */
export const MIN_VALUES = 10;
/** Outliers named per indicator, the furthest first; all are counted. */
export const NAMED = 5;

export interface Outlier {
  level: Level;
  period: string;
  area: string;
  /** Modified z-score, to one decimal. */
  z: number;
}

export interface IndicatorQuality {
  indicator: string;
  /** Level → how many cells are a value, and how many miss it for each reason; all periods of the level. */
  cells: Partial<Record<Level, Record<'value' | Missing, number>>>;
  outliers: { count: number; named: Outlier[] };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * 0.6745·(x − median)/MAD of each value; [] for fewer than MIN_VALUES or a MAD of 0 (more than half are equal), where the
 * rule has no meaning.
 */
export function modifiedZ(values: readonly number[]): number[] {
  if (values.length < MIN_VALUES) return [];
  const centre = median(values);
  const mad = median(values.map((x) => Math.abs(x - centre)));
  return mad === 0 ? [] : values.map((x) => (0.6745 * (x - centre)) / mad);
}

/** Published cells of one indicator: what is missing and why, and what stands out among the areas of its level and period. */
export function indicatorQuality(table: Table, geography: Geography): IndicatorQuality {
  const cells: IndicatorQuality['cells'] = {};
  const outliers: Outlier[] = [];
  for (const [level, { periods, cells: packed }] of Object.entries(table.levels) as [Level, LevelTable][]) {
    const areas = geography.levels[level] ?? [];
    const counts = { value: 0, suppressed: 0, 'not-available': 0, unreliable: 0, 'not-applicable': 0 };
    periods.forEach((period, p) => {
      const here: { area: string; value: number }[] = [];
      areas.forEach(({ code }, a) => {
        const cell = unpackCell(packed[p * areas.length + a]!);
        if ('value' in cell) here.push({ area: code, value: cell.value });
        counts['value' in cell ? 'value' : cell.missing] += 1;
      });
      modifiedZ(here.map(({ value }) => value)).forEach((z, i) => {
        if (Math.abs(z) > Z_LIMIT)
          outliers.push({ level, period, area: here[i]!.area, z: Math.round(z * 10) / 10 });
      });
    });
    cells[level] = counts;
  }
  const furthest = [...outliers].sort((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, NAMED);
  return { indicator: table.indicator, cells, outliers: { count: outliers.length, named: furthest } };
}
