import type { RefreshContext } from '../model';
import type { Row } from './parse-csv';
import { BOX } from './parse-geojson';

/** Degrees with five decimals: about a metre, finer than any address point. */
export const degrees = (value: number): string => String(Number(value.toFixed(5)));

const PAIR = /^(\d+\.\d+), (\d+\.\d+)$/;

/** The portal's "lat, lon" cell as [lon, lat] in degrees, rounded. The axes are the reverse of GeoJSON's. */
export function latLon(row: Row, column: string): [lon: string, lat: string] {
  const [, lat = '', lon = ''] = PAIR.exec(row.get(column)) ?? [];
  const [west, south, east, north] = BOX;
  const inside =
    lat !== '' && Number(lon) >= west && Number(lon) <= east && Number(lat) >= south && Number(lat) <= north;
  if (!inside)
    row.fail(
      column,
      `"lat, lon" in degrees within ${BOX.join(', ')}`,
      'Axes are swapped or the point is elsewhere: look at the row.',
    );
  return [degrees(Number(lon)), degrees(Number(lat))];
}

/**
 * Areas by name, checked against the district the row says: the two part when a row is shifted. Some sources hold a few rows
 * whose district is simply wrong; up to `allowed` of them pass, counted, and the area stands (it is where the point is).
 */
export class AreaJoin {
  wrong = 0;
  constructor(
    private readonly ctx: RefreshContext,
    private readonly allowed = 0,
  ) {}

  code(row: Row, area: string, quartiere: string): string {
    const code = this.ctx.areaCode(row.get(area), row.at(area));
    const expected = this.ctx.quartiereOf(code);
    const found = row.get(quartiere);
    if (found !== '' && found === expected) return code;
    this.wrong++;
    if (this.wrong > this.allowed)
      row.fail(
        quartiere,
        `${String(expected)}, where ${row.get(area)} lies`,
        'Area and district disagree: the row is shifted.',
      );
    return code;
  }
}

/** A cell that must hold text, without spaces around it or runs of them inside. */
export function someText(row: Row, column: string): string {
  const text = row.get(column).replace(/\s+/g, ' ').trim();
  if (text === '') row.fail(column, 'text', 'The cell is empty: the row is shifted or incomplete.');
  return text;
}
