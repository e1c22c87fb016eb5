import { CITY_CODE } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { addTo, gridGet, hiddenCells, NO_FIXED_ABODE, sumUp, type Counts, type Grid } from './grid';

/** A grid with the cells of it that must not be published, per period. */
export interface Protected {
  grid: Grid;
  hidden: Map<string, Set<string>>;
}

/** Period → code → summed counts, from tidy rows. */
export function collect(
  rows: Iterable<Record<string, string>>,
  key: string,
  count: (row: Record<string, string>) => Counts,
): Map<string, Map<string, Counts>> {
  const base: Grid = new Map();
  for (const row of rows) addTo(base, 'area', row.period!, row[key]!, count(row));
  return base.get('area') ?? new Map();
}

const whole = (text: string | undefined): number => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0) throw new Error(`"${text}" is not a count`);
  return n;
};

/** [foreign, Italian] of one row of either population table. */
const byCitizenship = (row: Record<string, string>): Counts => {
  const n = whole(row.residents);
  return row.citizenship === 'foreign' ? [n, 0] : [0, n];
};

/**
 * [foreign, Italian] residents with a fixed abode. Zone, quartieri and city come from the zone table, which reaches back to
 * 1986; areas and prossimità from the area table (2010–2021). Both tables count the same people, so the sums agree.
 */
export function citizenship(
  edition: EditionReader,
  geography: Geography,
): Protected & { noFixedAbode: Map<string, Counts> } {
  const zone = collect(edition.table('population-zona'), 'zona', byCitizenship);
  const noFixedAbode = new Map<string, Counts>();
  for (const [period, cells] of zone) {
    noFixedAbode.set(period, cells.get(NO_FIXED_ABODE) ?? [0, 0]);
    cells.delete(NO_FIXED_ABODE);
  }
  const grid = sumUp(zone, 'zona', geography, 2);
  const fine = sumUp(collect(edition.table('population-area'), 'area', byCitizenship), 'area', geography, 2);
  for (const level of ['area', 'prossimita'] as const) grid.set(level, fine.get(level) ?? new Map());
  agree(grid, fine);
  return { grid, hidden: hiddenCells(grid, geography, (counts) => counts), noFixedAbode };
}

/** The two population tables publish the same totals; where they did not, suppression would leave a back door. */
function agree(grid: Grid, fine: Grid): void {
  for (const [period, cells] of fine.get('zona') ?? [])
    for (const [code, counts] of cells) {
      const other = gridGet(grid, 'zona', period).get(code);
      if (String(other) !== String(counts))
        throw new Error(
          `zona ${code} in ${period}: population-area has ${String(counts)}, population-zona ${String(other)}`,
        );
    }
}

/**
 * [residents]. The city counts people without fixed abode too, as the published total does; no other level can.
 */
export function residents(edition: EditionReader, geography: Geography): Protected {
  const { grid: parts, noFixedAbode } = citizenship(edition, geography);
  const grid: Grid = new Map();
  const sum = (counts: Counts): Counts => [counts.reduce((acc, n) => acc + n, 0)];
  for (const [level, byPeriod] of parts)
    for (const [period, cells] of byPeriod)
      for (const [code, counts] of cells) addTo(grid, level, period, code, sum(counts));
  const rest = new Map([...noFixedAbode].map(([period, counts]) => [period, sum(counts)]));
  for (const [period, counts] of rest)
    if (grid.get('citta')?.has(period)) addTo(grid, 'citta', period, CITY_CODE, counts);
  return { grid, hidden: hiddenCells(grid, geography, (counts) => counts, rest) };
}

const YOUNG = new Set(['0-2', '3-5', '6-14']);

/** [under 15, 15–64, 65 and over] residents with a fixed abode, with what must stay hidden of the young and of the old. */
export function ages(edition: EditionReader, geography: Geography) {
  const base = collect(edition.table('population-area'), 'area', (row) => {
    const n = whole(row.residents);
    return YOUNG.has(row.age!) ? [n, 0, 0] : row.age === '65+' ? [0, 0, n] : [0, n, 0];
  });
  const grid = sumUp(base, 'area', geography, 3);
  return {
    grid,
    // A share tells the part and the rest; the middle follows when young and old are both known.
    young: hiddenCells(grid, geography, ([a, b, c]) => [a!, b! + c!, b!]),
    old: hiddenCells(grid, geography, ([a, b, c]) => [c!, a! + b!]),
  };
}
