import type { Cell } from '../../src/model/cell';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader, IndicatorCells } from '../model';

type Row = Record<string, string>;

/** Stays and shares over fewer guests than this in a year swing by chance: one group of students moves them. */
export const SMALL_ARRIVALS = 250;
/** A share of beds over fewer is decided by one house. */
export const SMALL_BEDS = 20;

/** Beds and businesses of one comune and year, by group. */
export interface Capacity {
  beds: number;
  hotelBeds: number;
  homeBeds: number;
  establishments: number;
}

/** `comune|period` → capacity. Every comune has every year: without businesses it holds zeros. */
export function capacity(edition: EditionReader): Map<string, Capacity> {
  const found = new Map<string, Capacity>();
  for (const { comune, period, kind, establishments, beds } of edition.table('tourism-capacity')) {
    const key = `${comune}|${period}`;
    const cell = found.get(key) ?? { beds: 0, hotelBeds: 0, homeBeds: 0, establishments: 0 };
    cell.establishments += Number(establishments);
    cell.beds += Number(beds);
    if (kind!.startsWith('hotel')) cell.hotelBeds += Number(beds);
    if (kind === 'rented-home') cell.homeBeds += Number(beds);
    found.set(key, cell);
  }
  return found;
}

/** Period → comune → cell from entries keyed `comune|period`; what has none is not available. */
export function comuneCells(
  entries: Iterable<readonly [string, Cell]>,
  geography: Geography,
): IndicatorCells {
  const known = new Set((geography.levels.comune ?? []).map(({ code }) => code));
  const periods = new Map<string, Map<string, Cell>>();
  for (const [key, cell] of entries) {
    const [comune = '', period = ''] = key.split('|');
    if (!known.has(comune)) throw new Error(`unknown comune ${comune} in ${period}`);
    periods.set(period, (periods.get(period) ?? new Map<string, Cell>()).set(comune, cell));
  }
  return { comune: periods };
}

/** Cells of the flow table. */
export const flowCells = (
  edition: EditionReader,
  geography: Geography,
  make: (row: Row) => Cell,
): IndicatorCells =>
  comuneCells(
    edition.table('tourism-flows').map((row) => [`${row.comune}|${row.period}`, make(row)] as const),
    geography,
  );

/** Cells of the capacity table. */
export const capacityCells = (
  edition: EditionReader,
  geography: Geography,
  make: (capacity: Capacity, key: string) => Cell,
): IndicatorCells =>
  comuneCells(
    [...capacity(edition)].map(([key, cell]) => [key, make(cell, key)] as const),
    geography,
  );

/** part / base in per cent; hidden where the source leaves the part out, unreliable on few arrivals. */
export function flowShare(row: Row, part: string, base: string): Cell {
  if (row[part] === '') return { missing: 'suppressed' };
  if (Number(row.arrivals) < SMALL_ARRIVALS) return { missing: 'unreliable' };
  return { value: (Number(row[part]) / Number(row[base])) * 100 };
}

/** `comune|period` → residents on 1 January. */
export const comuneResidents = (edition: EditionReader): Map<string, number> =>
  new Map(
    edition
      .table('population-comuni')
      .map((row) => [`${row.comune}|${row.period}`, Number(row.residents)] as const),
  );

/** Rows of the flow table by `comune|period`. */
export const flowsByKey = (edition: EditionReader): Map<string, Row> =>
  new Map(edition.table('tourism-flows').map((row) => [`${row.comune}|${row.period}`, row] as const));
