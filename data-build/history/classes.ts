import { packCell, type PackedCell } from '../../src/model/cell';
import type { Level } from '../../src/model/ids';
import type { Geography, LevelTable } from '../../src/model/manifest';
import { binOf } from '../../src/domain/classify';
import type { Edition } from '../edition-reader';
import type { Indicator } from '../model';
import { buildGeography, levelShapes } from '../steps/geography';
import { buildTable } from '../steps/tables';

/** Class of an area, from 0, or the letter of the reason why it has none (`s n u x`, see src/model/cell.ts). */
export type ClassOf = number | Exclude<PackedCell, number>;

export interface ClassChange {
  indicator: string;
  level: Level;
  period: string;
  /** The class limits moved too: an area can change class with its own value unchanged. */
  breaks: boolean;
  /** Area code → class before and after. */
  areas: Record<string, [ClassOf, ClassOf]>;
}

const classAt = (table: LevelTable, areas: number, period: string, at: number): ClassOf => {
  const p = table.periods.indexOf(period);
  if (p < 0 || at < 0) return 'n';
  const cell = table.cells[p * areas + at] ?? packCell({ missing: 'not-available' });
  return typeof cell === 'number' ? binOf(cell, table.breaks) : cell;
};

/**
 * Areas whose class differs between two tables of one indicator, at the last period both hold, per level: what a reader
 * who comes back to the newest map sees change colour. Pure.
 */
export function diffClasses(
  indicator: string,
  before: { table: Partial<Record<Level, LevelTable>>; geography: Geography },
  after: { table: Partial<Record<Level, LevelTable>>; geography: Geography },
): ClassChange[] {
  return (Object.keys(after.table) as Level[]).flatMap((level) => {
    const [old, fresh] = [before.table[level], after.table[level]];
    const oldAreas = before.geography.levels[level]?.map(({ code }) => code) ?? [];
    const areas = after.geography.levels[level]?.map(({ code }) => code) ?? [];
    const period = fresh?.periods.filter((p) => old?.periods.includes(p)).at(-1);
    if (!old || !fresh || period === undefined) return [];
    const moved = areas.flatMap((code, at): [string, [ClassOf, ClassOf]][] => {
      const from = classAt(old, oldAreas.length, period, oldAreas.indexOf(code));
      const to = classAt(fresh, areas.length, period, at);
      return from === to ? [] : [[code, [from, to]]];
    });
    if (moved.length === 0) return [];
    const breaks = JSON.stringify(old.breaks) !== JSON.stringify(fresh.breaks);
    return [{ indicator, level, period, breaks, areas: Object.fromEntries(moved) }];
  });
}

/**
 * Both editions through the same code, for the indicators that rest on a changed dataset: a class changes because the
 * figures did, never because the code did.
 */
export function classChanges(
  before: Edition,
  after: Edition,
  indicators: readonly Indicator[],
  changed: readonly string[],
): ClassChange[] {
  const has = (edition: Edition, ids: readonly string[]): boolean =>
    ids.every((id) => edition.datasets.includes(id));
  const side = (edition: Edition) => {
    const geography = buildGeography(levelShapes(edition.only(['geography'])));
    return (indicator: Indicator) => ({
      geography,
      table: buildTable(
        indicator,
        indicator.compute(edition.only(indicator.datasets), geography),
        geography,
        [],
      ).levels as Partial<Record<Level, LevelTable>>,
    });
  };
  const touched = indicators.filter(
    ({ datasets }) =>
      ['geography', ...datasets].some((id) => changed.includes(id)) &&
      has(before, datasets) &&
      has(after, datasets),
  );
  if (touched.length === 0 || !has(before, ['geography']) || !has(after, ['geography'])) return [];
  const [old, fresh] = [side(before), side(after)];
  return touched.flatMap((indicator) => diffClasses(indicator.id, old(indicator), fresh(indicator)));
}
