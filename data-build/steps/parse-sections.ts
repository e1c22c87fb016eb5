import type { RefreshContext } from '../model';
import { parseCsv, type CsvFormat, type Row } from './parse-csv';
import { decimal, integer, UniqueKeys } from './validate';

/** House numbers of the city with the polling section their residents vote in, as of the municipal election of 2021. */
export const HOUSE_NUMBERS = 'participation/elections/sections/civici_sezioni.csv';
export const HOUSE_NUMBERS_ID =
  'elezioni-amministrative-2021-numeri-civici-e-sezioni-elettorali-corrispondenti';

const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: [
    'id_civico',
    'id_sezione',
    'indirizzo',
    'latitude',
    'longitude',
    'id_area_statistica',
    'id_area_statistica_sezione',
  ],
};

/** [west, south, east, north] around the municipality, degrees. */
const CITY_BOX = [11.2, 44.4, 11.45, 44.58] as const;
export const MAX_SECTION = 500;

export interface HouseNumber {
  row: Row;
  section: string;
  /** As printed: "VIA DEL FAGGIOLO, 5/2A". */
  address: string;
  lon: number;
  lat: number;
  /** Code of the statistical area it stands in; empty where the source gives none. */
  area: string;
}

/** Every house number, checked. `id_area_statistica_sezione` is the area of the polling place, and is not the one wanted. */
export function readHouseNumbers(ctx: RefreshContext): HouseNumber[] {
  const unique = new UniqueKeys();
  const areas = new Set(ctx.areaCodes());
  return parseCsv(ctx.read(HOUSE_NUMBERS), HOUSE_NUMBERS, FORMAT).map((row) => {
    unique.add(row, 'id_civico', row.get('id_civico'));
    const area = row.get('id_area_statistica');
    if (area !== '' && !areas.has(area))
      row.fail('id_area_statistica', 'the code of a statistical area, or nothing', 'The row is shifted.');
    return {
      row,
      section: String(integer(row, 'id_sezione', 1, MAX_SECTION)),
      address: row.get('indirizzo'),
      lon: decimal(row, 'longitude', CITY_BOX[0], CITY_BOX[2]),
      lat: decimal(row, 'latitude', CITY_BOX[1], CITY_BOX[3]),
      area,
    };
  });
}

/** Section → area → share of the section's house numbers that stand there; the shares of a section add up to 1. */
export type SectionShares = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** House numbers without an area take no part: the others of their section stand for them. */
export function sectionShares(houses: readonly Pick<HouseNumber, 'section' | 'area'>[]): SectionShares {
  const counts = new Map<string, Map<string, number>>();
  for (const { section, area } of houses) {
    if (area === '') continue;
    const inside = counts.get(section) ?? new Map<string, number>();
    counts.set(section, inside.set(area, (inside.get(area) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([section, inside]) => {
      const total = [...inside.values()].reduce((sum, n) => sum + n, 0);
      return [section, new Map([...inside].map(([area, n]) => [area, n / total]))];
    }),
  );
}

/**
 * Divides whole counts by section among areas, in proportion to the shares, then rounds to whole numbers by largest remainder over
 * the areas, so that their sum is the sections' sum exactly. Ties go to the lower code. `skip`: areas left out of the result.
 */
export function toAreas(
  counts: ReadonlyMap<string, number>,
  shares: SectionShares,
  skip: ReadonlySet<string> = new Set(),
): Map<string, number> {
  const exact = new Map<string, number>();
  for (const [section, n] of counts)
    for (const [area, share] of shares.get(section) ?? [])
      if (!skip.has(area)) exact.set(area, (exact.get(area) ?? 0) + n * share);
  const target = Math.round([...exact.values()].reduce((sum, n) => sum + n, 0));
  // A sum of exact parts may miss a whole number by a rounding error: not a unit to hand out.
  const floor = new Map([...exact].map(([area, n]) => [area, Math.floor(n + 1e-9)]));
  const spare = target - [...floor.values()].reduce((sum, n) => sum + n, 0);
  const rest = (area: string): number => exact.get(area)! - floor.get(area)!;
  const byRemainder = [...exact.keys()].sort(
    (a, b) => Math.round((rest(b) - rest(a)) * 1e9) || Number(a) - Number(b),
  );
  for (const area of byRemainder.slice(0, spare)) floor.set(area, floor.get(area)! + 1);
  return floor;
}
