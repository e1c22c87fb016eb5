import { CITY_CODE } from '../../src/model/ids';
import type { Cell } from '../../src/model/cell';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader, IndicatorCells } from '../model';
import { cityOnly } from './city-years';
import { addTo, sumUp, toCells, type Counts, type Grid } from './grid';
import { collect } from './population';
import { SMALL, things } from './places';

/** Listings of one kind, or of all: [listings]. */
export function listings(edition: EditionReader, geography: Geography, kind?: 'entire' | 'room'): Grid {
  const rows = edition.table('airbnb');
  return things(rows, geography, 1, (row) => (kind === undefined || row.kind === kind ? 0 : -1), 'listings');
}

/** [listings with the mark, listings without it]; `recent`: reviewed in the last 12 months, `code`: showing a licence or code. */
export function marked(edition: EditionReader, geography: Geography, mark: 'recent' | 'code'): Grid {
  const base = collect(edition.table('airbnb'), 'area', (row): Counts => {
    const n = Number(row[mark]);
    return [n, Number(row.listings) - n];
  });
  return sumUp(base, 'area', geography, 2);
}

/** [entire homes, all the rest]. */
export function entireAndRest(edition: EditionReader, geography: Geography): Grid {
  return things(edition.table('airbnb'), geography, 2, (row) => (row.kind === 'entire' ? 0 : 1), 'listings');
}

/**
 * Median price asked for an entire home, in euro a night, at every level: from the whole distribution of the level's listings,
 * never from medians of its parts. Prices come in steps, so the median is the step of the middle listing (the lower middle one).
 */
export function medianPrices(edition: EditionReader, geography: Geography): IndicatorCells {
  const rows = edition.table('airbnb', 'prices').filter((row) => row.kind === 'entire');
  const steps = [...new Set(rows.map((row) => Number(row.price)))].sort((a, b) => a - b);
  const at = new Map(steps.map((price, i) => [String(price), i]));
  const grid = things(rows, geography, steps.length, (row) => at.get(row.price!)!, 'listings');
  return toCells(grid, [], (counts) => median(counts, steps));
}

/** `counts[i]` listings at `steps[i]` euro. */
export function median(counts: Counts, steps: readonly number[]): Cell {
  const all = counts.reduce((a, b) => a + b, 0);
  if (all < SMALL.things) return { missing: 'unreliable' };
  let below = 0;
  const found = counts.findIndex((n) => (below += n) * 2 >= all);
  return { value: steps[found]! };
}

/** Licences without a statistical area: part of the city, of nothing smaller. */
const NO_AREA = 'nd';
/** The register is incomplete before. */
const FIRST = '2005';

export const LICENCE_KINDS = {
  homes: ['flat', 'holiday-home'],
  rooms: ['bed-breakfast', 'rooms'],
  hotels: ['hotel'],
} as const;

/** One measure of accommodation licences by year since 2005, [n]; the city with licences of unknown place. */
export function licences(
  edition: EditionReader,
  geography: Geography,
  measure: 'active' | 'openings' | 'closings',
  kinds?: readonly string[],
): Grid {
  const rows = edition.table('accommodation-licences').filter((row) => row.period! >= FIRST);
  const base = collect(rows, 'area', (row): Counts => [
    kinds === undefined || kinds.includes(row.kind!) ? Number(row[measure]) : 0,
  ]);
  const rest = new Map([...base].map(([period, cells]) => [period, cells.get(NO_AREA)]));
  for (const cells of base.values()) cells.delete(NO_AREA);
  const grid = sumUp(base, 'area', geography, 1);
  for (const [period, counts] of rest) if (counts) addTo(grid, 'citta', period, CITY_CODE, counts);
  return grid;
}

/** The first closing the register knows: before it a zero would say that nobody closed. */
const FIRST_CLOSING = '1989';

/** One measure of all licences of the city by year, from the first one the register holds; incomplete before 2005. */
export const licencesOfCity = (edition: EditionReader, measure: 'active' | 'openings' | 'closings') => {
  const byYear = new Map<string, number>();
  for (const row of edition.table('accommodation-licences'))
    if (measure !== 'closings' || row.period! >= FIRST_CLOSING)
      byYear.set(row.period!, (byYear.get(row.period!) ?? 0) + Number(row[measure]));
  return cityOnly([...byYear].sort());
};

/** [homes let to tourists, all other licences] open at the end of the year. */
export function homesAndRest(edition: EditionReader, geography: Geography): Grid {
  const homes: readonly string[] = LICENCE_KINDS.homes;
  const rows = edition
    .table('accommodation-licences')
    .filter((row) => row.period! >= FIRST && row.area !== NO_AREA);
  const base = collect(rows, 'area', (row): Counts => {
    const n = Number(row.active);
    return homes.includes(row.kind!) ? [n, 0] : [0, n];
  });
  return sumUp(base, 'area', geography, 2);
}
