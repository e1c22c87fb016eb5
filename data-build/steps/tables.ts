import { isValue, packCell, type Cell, type PackedCell } from '../../src/model/cell';
import { LEVELS, type Level } from '../../src/model/ids';
import {
  SCHEMA_VERSION,
  type Dataset,
  type Geography,
  type LevelTable,
  type Table,
} from '../../src/model/manifest';
import { breaksFor, changeBreaks } from '../../src/domain/breaks';
import type { Indicator, IndicatorCells } from '../model';

/** The city's own partitions; comuni come with datasets of their own. */
export const CITY_LEVELS = LEVELS.filter((level) => level !== 'comune');

/** Levels the public CSV lists: the city's where the indicator has a value at one of them, comuni where it has one there. */
export const listedLevels = (cells: IndicatorCells): Level[] => {
  const held = levelsOf(cells);
  const inCity = held.some((level) => level !== 'comune');
  return LEVELS.filter((level) => (level === 'comune' ? held.includes(level) : inCity));
};

/** Cell of any combination: what the arithmetic gave, or the reason why it could not. */
export function cellAt(
  indicator: Indicator,
  cells: IndicatorCells,
  level: Level,
  period: string,
  code: string,
): Cell {
  if (indicator.notApplicable.includes(level)) return { missing: 'not-applicable' };
  return cells[level]?.get(period)?.get(code) ?? { missing: 'not-available' };
}

/** All periods of any level, ascending. */
export const periodsOf = (cells: IndicatorCells): string[] =>
  [...new Set(Object.values(cells).flatMap((byPeriod) => [...byPeriod.keys()]))].sort();

/** Levels with at least one published value, in LEVELS order. */
export const levelsOf = (cells: IndicatorCells): Level[] =>
  LEVELS.filter((level) =>
    [...(cells[level]?.values() ?? [])].some((byCode) => [...byCode.values()].some(isValue)),
  );

/**
 * Compact table of one indicator. Cells keep two digits more than are printed: enough that rounding moves no area to another
 * class by sight, while the CSV keeps full precision.
 */
export function buildTable(
  indicator: Indicator,
  cells: IndicatorCells,
  geography: Geography,
  datasets: Dataset[],
): Table {
  const { id, twin, pon, direction, decimals, definition, method, notes, seriesBreaks } = indicator;
  return {
    schemaVersion: SCHEMA_VERSION,
    indicator: id,
    ...(twin ? { twin } : {}),
    pon,
    direction,
    decimals,
    definition,
    method,
    notes: [...notes],
    seriesBreaks: [...seriesBreaks],
    datasets,
    api: { csv: `api/v1/indicators/${id}.csv`, json: `api/v1/indicators/${id}.json` },
    levels: Object.fromEntries(
      levelsOf(cells).map((level) => [level, levelTable(indicator, cells, geography, level)]),
    ),
  };
}

function levelTable(
  indicator: Indicator,
  cells: IndicatorCells,
  geography: Geography,
  level: Level,
): LevelTable {
  const periods = [...cells[level]!.keys()].sort();
  const packed = periods.flatMap((period) =>
    geography.levels[level]!.map(({ code }) =>
      rounded(packCell(cellAt(indicator, cells, level, period, code)), indicator.decimals + 2),
    ),
  );
  const values = packed.filter((cell) => typeof cell === 'number');
  return {
    periods,
    breaks:
      indicator.ramp === 'change'
        ? changeBreaks(values, indicator.decimals)
        : breaksFor(values, { decimals: indicator.decimals }),
    extent: [Math.min(...values), Math.max(...values)],
    cells: packed,
  };
}

const rounded = (cell: PackedCell, decimals: number): PackedCell =>
  typeof cell === 'number' ? Math.round(cell * 10 ** decimals) / 10 ** decimals : cell;
