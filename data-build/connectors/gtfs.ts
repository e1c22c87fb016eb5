import { parse } from 'csv-parse/sync';
import { InputError } from '../model';
import { csvFault } from '../steps/parse-csv';
import { decodeUtf8 } from '../steps/read';
import { inflate } from './zip';

/** What the atlas reads of a timetable (GTFS reference, gtfs.org): where the stops are, which lines there are, what they run. */
export interface Gtfs {
  stops: { id: string; name: string; lon: number; lat: number; parent: string }[];
  routes: { id: string; short: string; long: string; type: number }[];
  trips: { id: string; route: string; service: string; direction: string }[];
}

type Rows = Record<string, string>[];

/** Rows by column; quoting faults and rows of another width come out as InputError. */
function records(text: string, file: string): Rows {
  try {
    return parse(text, { columns: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw csvFault(error, file, 'The archive is damaged: download it again.');
  }
}

/** Reader of one feed; BOMs and the order of columns are the publisher's affair. */
class Feed {
  private readonly parts: Map<string, Uint8Array>;
  constructor(
    bytes: Uint8Array,
    private readonly file: string,
  ) {
    this.parts = inflate(bytes, file, (name) => /(^|\/)(stops|routes|trips)\.txt$/.test(name));
  }

  table(name: string, required: readonly string[]): Rows {
    const file = `${this.file}/${name}`;
    const found = [...this.parts].find(([path]) => path === name || path.endsWith(`/${name}`));
    if (!found)
      throw new InputError({ file }, 'a table of the feed', 'none', 'The archive is not a GTFS feed.');
    const boms = found[1][0] === 0xef ? 1 : 0;
    const rows = records(decodeUtf8(found[1], file, boms), file);
    const missing = required.filter((column) => rows[0] && !(column in rows[0]));
    if (rows.length === 0 || missing.length > 0)
      throw new InputError(
        { file, line: 1 },
        required.join(', '),
        missing.length ? `no ${missing.join(', ')}` : 'no rows',
        'Compare with the GTFS reference.',
      );
    return rows;
  }

  /** Position of a stop; nothing else may lie outside the region, and 0,0 is a common slip. */
  degrees(row: Record<string, string>, line: number): { lon: number; lat: number } {
    const [lon, lat] = [Number(row['stop_lon']), Number(row['stop_lat'])];
    if (lon > 9 && lon < 13 && lat > 43 && lat < 46) return { lon, lat };
    throw new InputError(
      { file: `${this.file}/stops.txt`, line },
      'a stop in or near Emilia-Romagna',
      `${lon}, ${lat}`,
      'Tell the publisher.',
    );
  }
}

/** Stops, routes and trips of a zipped feed, with references checked: a trip must name a route of the feed. */
export function readGtfs(bytes: Uint8Array, file: string): Gtfs {
  const feed = new Feed(bytes, file);
  const stops = feed.table('stops.txt', ['stop_id', 'stop_name', 'stop_lat', 'stop_lon']).map((row, i) => ({
    id: row['stop_id']!,
    name: row['stop_name']!,
    ...feed.degrees(row, i + 2),
    parent: row['parent_station'] ?? '',
  }));
  const routes = feed.table('routes.txt', ['route_id', 'route_type']).map((row, i) => {
    // Basic types run from 0 to 12, the extended ones of HVT to 1702.
    if (!/^\d{1,4}$/.test(row['route_type']!))
      throw new InputError(
        { file: `${file}/routes.txt`, line: i + 2 },
        'a route_type of up to four digits',
        JSON.stringify(row['route_type']),
        'Compare with the GTFS reference.',
      );
    return {
      id: row['route_id']!,
      short: row['route_short_name'] ?? '',
      long: row['route_long_name'] ?? '',
      type: Number(row['route_type']),
    };
  });
  const known = new Set(routes.map(({ id }) => id));
  const trips = feed.table('trips.txt', ['route_id', 'service_id', 'trip_id']).map((row, i) => {
    if (!known.has(row['route_id']!))
      throw new InputError(
        { file: `${file}/trips.txt`, line: i + 2 },
        'a route of the feed',
        JSON.stringify(row['route_id']),
        'The feed is not whole.',
      );
    return {
      id: row['trip_id']!,
      route: row['route_id']!,
      service: row['service_id']!,
      direction: row['direction_id'] ?? '',
    };
  });
  return { stops, routes, trips };
}
