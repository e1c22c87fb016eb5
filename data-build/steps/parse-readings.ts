import { readParquet } from '../connectors/parquet';
import { InputError } from '../model';

/** One value of a station, in µg/m³: of an hour for the gases, of a day for particulates. */
export interface Reading {
  station: string;
  agent: 'pm10' | 'pm25' | 'no2' | 'o3';
  /** The day it begins on in Bologna, YYYY-MM-DD, and the hour of that day. */
  date: string;
  hour: number;
  /** The instant it begins, ISO 8601 in UTC. */
  start: string;
  value: number;
}

/** How the source begins the name of each agent it measures; the others are read and left. */
const AGENTS: readonly (readonly [RegExp, Reading['agent'] | null])[] = [
  [/^PM10\b/, 'pm10'],
  [/^PM2[.,]5\b/, 'pm25'],
  [/^NO2\b/, 'no2'],
  [/^O3\b/, 'o3'],
  [/^(CO|NO|NOX|C6H6)\b/, null],
];
const COLUMNS = ['cod_staz', 'agente', 'data_inizio', 'data_fine', 'valore', 'um'] as const;
/** "2025-03-30 03". The locale writes dates as ISO 8601 does. */
const HOUR = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

/**
 * Readings of the municipal air stations as the portal exports them in Parquet: a row for each station, agent and time. `stations`: name at
 * the source → ours. Throws InputError, with the row counted from 1, on a column that is not there, a station or an agent never seen,
 * another unit, a time or a value that cannot be.
 */
export async function readReadings(
  bytes: Uint8Array,
  file: string,
  stations: ReadonlyMap<string, string>,
  max: number,
): Promise<Reading[]> {
  const { header, rows } = await readParquet(bytes, file);
  const places = COLUMNS.map((column) => header.indexOf(column));
  const lost = COLUMNS.filter((_, i) => places[i] === -1);
  if (lost.length > 0)
    throw new InputError(
      { file },
      `columns ${COLUMNS.join(', ')}`,
      `none called ${lost.join(', ')}`,
      'Compare the export with the dataset file: a column was renamed or lost.',
    );
  return rows.flatMap((cells, i) => {
    const [name, label, from, to, text, unit] = places.map((at) => cells[at]!) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const fail = (column: (typeof COLUMNS)[number], expected: string, found: string, todo: string): never => {
      throw new InputError({ file, line: i + 1, column }, expected, JSON.stringify(found), todo);
    };
    const station =
      stations.get(name) ??
      fail('cod_staz', `one of ${[...stations.keys()].join(', ')}`, name, 'Name it in the dataset file.');
    const agent = AGENTS.find(([shape]) => shape.test(label))?.[1];
    if (agent === undefined)
      return fail('agente', 'a known agent', label, 'Name it in steps/parse-readings.ts.');
    if (agent === null || text === '') return [];
    if (unit !== 'ug/m3') fail('um', 'ug/m3', unit, 'Another unit is another number: ask the publisher.');
    const [start, end] = [Date.parse(from), Date.parse(to)];
    if (!(start < end))
      fail('data_inizio', 'a time before data_fine', `${from} – ${to}`, 'Ask the publisher.');
    const value = Number(text);
    if (!(value >= 0 && value <= max))
      fail('valore', `a number from 0 to ${max}`, text, 'Ask the publisher or correct the bounds.');
    const [date, hour] = HOUR.format(start).split(' ') as [string, string];
    return [{ station, agent, date, hour: Number(hour), start: from, value }];
  });
}
