import { isValue, unpackCell, type Cell } from '../model/cell';
import type { Level } from '../model/ids';
import type { Area, Geography } from '../model/manifest';
import type { PlaceColumn, PlaceFile, PlaceIndicator, PlaceLevel } from '../model/place';
import type { Measure } from '../model/unit';
import { quantileOf, verdictOf, type Verdict } from './compare';
import { numberOf } from './standard';

/** The place a number belongs to. */
export interface Spot {
  level: PlaceLevel;
  code: string;
}

export interface ProfileRow {
  indicator: PlaceIndicator;
  cell: Cell;
  /** Period of the cell; null where no level has one. */
  period: string | null;
  /** Whose number it is: the place's own, or that of the smallest place around it that has one. */
  owner: Spot;
  city: Cell;
  difference: number | null;
  verdict: Verdict;
  /** Published values of all places of the owner's level, in their order. */
  values: number[];
  /** Left and right end of a strip: the middle of the distribution with room for the place and the city. */
  extent: [number, number];
  /** The same place at the earlier period, and the city then. */
  before: { period: string; cell: Cell; city: Cell } | null;
}

const CONTAINERS: Record<PlaceLevel, readonly ('zona' | 'quartiere' | 'citta')[]> = {
  area: ['zona', 'quartiere', 'citta'],
  prossimita: ['quartiere', 'citta'],
  zona: ['quartiere', 'citta'],
  quartiere: ['citta'],
  citta: [],
};

/** A place and what holds it, small to large. */
export function spotsAround(geography: Geography, level: PlaceLevel, code: string): Spot[] {
  const area = areaOf(geography, level, code);
  return [
    { level, code },
    ...CONTAINERS[level].flatMap((wider) => {
      const parent = area?.parents[wider];
      return parent === undefined ? [] : [{ level: wider, code: parent }];
    }),
  ];
}

/** The places of a finer level that a place is made of. */
export function spotsInside(geography: Geography, level: PlaceLevel, code: string): Spot[] {
  const finer: Partial<Record<PlaceLevel, PlaceLevel>> = {
    citta: 'quartiere',
    quartiere: 'zona',
    zona: 'area',
    prossimita: 'area',
  };
  const inner = finer[level];
  if (!inner) return [];
  return (geography.levels[inner] ?? [])
    .filter(({ parents }) => (parents as Partial<Record<Level, string>>)[level] === code)
    .map((area) => ({ level: inner, code: area.code }));
}

export const areaOf = (geography: Geography, level: Level, code: string): Area | undefined =>
  geography.levels[level]?.find((area) => area.code === code);

export const indexOf = (geography: Geography, { level, code }: Spot): number =>
  (geography.levels[level] ?? []).findIndex((area) => area.code === code);

/** Every row of a place, in the order of the file. `measureOf`: a count is compared with nothing. */
export function profileOf(
  file: PlaceFile,
  geography: Geography,
  spot: Spot,
  measureOf: (id: string) => Measure | undefined,
): ProfileRow[] {
  return file.indicators.map((indicator) => rowOf(indicator, geography, spot, measureOf(indicator.id)));
}

function rowOf(
  indicator: PlaceIndicator,
  geography: Geography,
  spot: Spot,
  measure: Measure | undefined,
): ProfileRow {
  const owner =
    spotsAround(geography, spot.level, spot.code).find(({ level }) => indicator.levels[level]) ?? spot;
  const column = indicator.levels[owner.level];
  if (!column)
    return {
      indicator,
      cell: { missing: 'not-applicable' },
      period: null,
      owner: spot,
      city: { missing: 'not-applicable' },
      difference: null,
      verdict: 'unknown',
      values: [],
      extent: [0, 1],
      before: null,
    };
  const at = indexOf(geography, owner);
  const cell = cellIn(column, at);
  const city = unpackCell(column.city);
  const comparable = measure !== 'count' && owner.level !== 'citta' && isValue(cell) && isValue(city);
  const difference = comparable ? cell.value - city.value : null;
  const values = column.cells.flatMap((packed) => numberOf(packed) ?? []);
  return {
    indicator,
    cell,
    period: column.period,
    owner,
    city,
    difference,
    verdict: verdictOf(difference, column.noise[at] ?? 0, indicator.decimals),
    values,
    extent: stripExtent(
      values,
      [cell, ...(measure === 'count' ? [] : [city])].flatMap((c) => (isValue(c) ? c.value : [])),
    ),
    before: column.before
      ? {
          period: column.before.period,
          cell: cellIn(column.before, at),
          city: unpackCell(column.before.city),
        }
      : null,
  };
}

const cellIn = ({ cells }: Pick<PlaceColumn, 'cells'>, at: number): Cell => {
  const packed = cells[at];
  return packed === undefined ? { missing: 'not-available' } : unpackCell(packed);
};

/** Two far outliers must not press all others together: the ends are the 2nd and 98th percentile, stretched to hold `must`. */
export function stripExtent(values: readonly number[], must: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const ends = [quantileOf(values, 0.02), quantileOf(values, 0.98), ...must];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return high > low ? [low, high] : [low - 1, high + 1];
}
