import { CITY_CODE, type Level } from '../../src/model/ids';
import type { Cell } from '../../src/model/cell';
import type { Geography } from '../../src/model/manifest';
import { suppress } from '../../src/domain/suppress';
import type { Relation } from '../../src/domain/suppress-audit';
import type { IndicatorCells } from '../model';

/** Counts that add up, e.g. [foreign, Italian]: the same number of them in every cell of a grid. */
export type Counts = readonly number[];

/** Level → period → area code → counts. */
export type Grid = Map<Level, Map<string, Map<string, Counts>>>;

/** Code of people or households without fixed abode: in the city total, in no polygon. */
export const NO_FIXED_ABODE = '99';

export const gridGet = (grid: Grid, level: Level, period: string): Map<string, Counts> =>
  grid.get(level)?.get(period) ?? new Map<string, Counts>();

/** Adds counts to a cell, in place. */
export function addTo(grid: Grid, level: Level, period: string, code: string, counts: Counts): void {
  const periods = grid.get(level) ?? new Map<string, Map<string, Counts>>();
  const cells = periods.get(period) ?? new Map<string, Counts>();
  grid.set(level, periods.set(period, cells));
  const old = cells.get(code);
  cells.set(code, old ? old.map((n, i) => n + counts[i]!) : counts);
}

/**
 * Sums counts upward from `from` into every containing level named in the areas' parents.
 * Every area counts in every period some area has: one that is absent holds zeros (the sources leave zero rows out).
 * Throws on a code the geography does not know.
 */
export function sumUp(
  base: Map<string, Map<string, Counts>>,
  from: Level,
  geography: Geography,
  size: number,
): Grid {
  const grid: Grid = new Map();
  const areas = geography.levels[from] ?? [];
  const known = new Set(areas.map((area) => area.code));
  const none: Counts = Array.from({ length: size }, () => 0);
  for (const [period, cells] of base) {
    for (const code of cells.keys())
      if (!known.has(code)) throw new Error(`unknown ${from} ${code} in ${period}`);
    for (const { code, parents } of areas) {
      const counts = cells.get(code) ?? none;
      addTo(grid, from, period, code, counts);
      for (const [level, parent] of Object.entries(parents))
        addTo(grid, level as Level, period, parent!, counts);
    }
  }
  return grid;
}

/** `level|code`, the name of a cell within one period. */
export const cellName = (level: Level, code: string): string => `${level}|${code}`;

/**
 * The cells a reader must not see, per period: those whose `supports` fall below three and those that protect them.
 * All levels a period has are protected together. `remainder` is what the city holds beyond its areas (no fixed abode):
 * not published, but known as soon as city and areas are.
 */
export function hiddenCells(
  grid: Grid,
  geography: Geography,
  supportsOf: (counts: Counts) => Counts,
  remainder?: Map<string, Counts>,
): Map<string, Set<string>> {
  const periods = new Set([...grid.values()].flatMap((byPeriod) => [...byPeriod.keys()]));
  const loss = lossByCell(grid);
  const hidden = new Map<string, Set<string>>();
  for (const period of periods) {
    const supports = new Map<string, Counts>();
    for (const [level, byPeriod] of grid)
      for (const [code, counts] of byPeriod.get(period) ?? [])
        supports.set(cellName(level, code), supportsOf(counts));
    const rest = remainder?.get(period);
    const outside = cellName('citta', NO_FIXED_ABODE);
    if (rest) supports.set(outside, supportsOf(rest));
    const city = cellName('citta', CITY_CODE);
    const relations = relationsOf(geography, supports).map((relation) =>
      rest && relation.whole === city ? { ...relation, parts: [...relation.parts, outside] } : relation,
    );
    const { primary, complementary } = suppress(supports, relations, (cell) => loss.get(cell) ?? 0);
    hidden.set(period, new Set([...primary, ...complementary]));
  }
  return hidden;
}

/** Hiding a wider level costs its readers more than the same people hidden area by area. */
const COARSE_FACTOR = 10;

/** Mean people of each cell over the periods: the same for all of them, so that the choice of what to hide hardly wavers. */
function lossByCell(grid: Grid): Map<string, number> {
  const loss = new Map<string, number>();
  for (const [level, byPeriod] of grid)
    for (const cells of byPeriod.values())
      for (const [code, counts] of cells) {
        const people = counts.reduce((sum, n) => sum + n, 0) / byPeriod.size;
        const name = cellName(level, code);
        loss.set(name, (loss.get(name) ?? 0) + people * (level === 'area' ? 1 : COARSE_FACTOR));
      }
  return loss;
}

/** Every total among the cells at hand: each level adds up to the next one above it. */
export function relationsOf(geography: Geography, cells: ReadonlyMap<string, unknown>): Relation[] {
  const steps: [Level, 'citta' | 'quartiere' | 'zona' | 'prossimita'][] = [
    ['area', 'zona'],
    ['area', 'prossimita'],
    ['zona', 'quartiere'],
    ['prossimita', 'quartiere'],
    ['quartiere', 'citta'],
  ];
  return steps.flatMap(([child, parent]) => {
    const parts = new Map<string, string[]>();
    for (const { code, parents } of geography.levels[child] ?? []) {
      const [name, whole] = [cellName(child, code), cellName(parent, parents[parent] ?? '')];
      if (cells.has(name) && cells.has(whole)) parts.set(whole, [...(parts.get(whole) ?? []), name]);
    }
    return [...parts].map(([whole, names]) => ({ whole, parts: names }));
  });
}

/** Turns every cell of a grid into a published cell; one that is hidden says `suppressed` whatever `make` would say. */
export function toCells(
  grid: Grid,
  hidden: readonly Map<string, Set<string>>[],
  make: (counts: Counts, at: { level: Level; period: string; code: string }) => Cell,
): IndicatorCells {
  const levels: IndicatorCells = {};
  for (const [level, byPeriod] of grid) {
    const periods = new Map<string, Map<string, Cell>>();
    for (const [period, cells] of byPeriod) {
      const isHidden = (code: string) => hidden.some((set) => set.get(period)?.has(cellName(level, code)));
      const entries = [...cells].map(([code, counts]): [string, Cell] => [
        code,
        isHidden(code) ? { missing: 'suppressed' } : make(counts, { level, period, code }),
      ]);
      periods.set(period, new Map(entries));
    }
    levels[level] = periods;
  }
  return levels;
}

/**
 * Bases below these make a ratio or a mean `unreliable`. They restate the municipality's own choice: the areas it leaves out of
 * its fragility maps stayed below every one of them in every year, all other areas above. See docs/decisions on missing values.
 */
export const SMALL_BASE = { residents: 175, households: 100, taxpayers: 130 } as const;

/** part / base · 100, unless the cell rests on fewer than `minimum` (by default measured by the base itself). */
export const ratio = (part: number, base: number, minimum: number, size = base): Cell =>
  size < minimum ? { missing: 'unreliable' } : { value: (part / base) * 100 };
