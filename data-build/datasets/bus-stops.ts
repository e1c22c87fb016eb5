import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { TPER } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { titleCase } from '../steps/parse-names';
import { degrees } from '../steps/parse-points';
import { UniqueKeys } from '../steps/validate';

/** Lines × stops of a day, one file for each year at hand. */
const FILES = [
  { path: 'mobility/tper_2015/linee_fermate.csv', period: '2015', newline: '\r\n' },
  { path: 'mobility/lineefermate_20191201.csv', period: '2019', newline: '\n' },
] as const;

const HEADER = [
  'codice_linea',
  'codice_fermata',
  'denominazione',
  'ubicazione',
  'comune',
  'coordinata_x',
  'coordinata_y',
  'latitudine',
  'longitudine',
  'codice_zona',
];

/** Both basins, Bologna and Ferrara: [west, south, east, north] in degrees. */
const BASINS = [10.5, 43.9, 12.6, 45.2] as const;
/** The city with two kilometres around it: stops just over the border serve those who live on this side. */
const CITY = [11.2, 44.4, 11.46, 44.58] as const;

interface Stop {
  name: string;
  comune: string;
  lon: number;
  lat: number;
  lines: string[];
  line: number;
}

/** A number with a decimal comma, in degrees. */
function comma(row: Row, column: string, min: number, max: number): number {
  const text = row.get(column);
  const value = /^\d+,\d+$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (!(value >= min && value <= max))
    row.fail(
      column,
      `degrees with a decimal comma from ${min} to ${max}`,
      'Axes are swapped, or the number lost its comma in a spreadsheet.',
    );
  return value;
}

function readStop(row: Row): Omit<Stop, 'lines'> {
  const name = row.get('denominazione').trim();
  if (name === '') row.fail('denominazione', 'a name', 'The row is shifted.');
  if (!/^[A-Z]/.test(row.get('comune'))) row.fail('comune', 'a comune', 'The row is shifted.');
  const [west, south, east, north] = BASINS;
  return {
    // The source writes the grave accent for the apostrophe.
    name: titleCase(name.replaceAll('`', "'")),
    comune: titleCase(row.get('comune').replaceAll('`', "'")),
    lon: comma(row, 'longitudine', west, east),
    lat: comma(row, 'latitudine', south, north),
    line: row.line,
  };
}

const inCity = ({ lon, lat }: Stop): boolean =>
  lon >= CITY[0] && lat >= CITY[1] && lon <= CITY[2] && lat <= CITY[3];

/** Stops of one file with the lines that call there; one stop must stand in one place. */
function readStops(ctx: RefreshContext, path: string, newline: CsvFormat['newline']): Map<string, Stop> {
  const unique = new UniqueKeys();
  const stops = new Map<string, Stop>();
  for (const row of parseCsv(ctx.read(path), path, { delimiter: ';', newline, boms: 0, header: HEADER })) {
    const code = row.get('codice_fermata');
    if (!/^\d+$/.test(code)) row.fail('codice_fermata', 'digits', 'The row is shifted.');
    const line = row.get('codice_linea').trim();
    if (!/^\S+$/.test(line)) row.fail('codice_linea', 'a line without spaces', 'The row is shifted.');
    unique.add(row, 'codice_fermata', line, code);
    const stop = readStop(row);
    const known = stops.get(code);
    if (known && (known.lon !== stop.lon || known.lat !== stop.lat))
      row.fail(
        'codice_fermata',
        `one place for stop ${code}, as on line ${known.line}`,
        'Ask the publisher.',
      );
    if (known) known.lines.push(line);
    else stops.set(code, { ...stop, lines: [line] });
  }
  if (![...stops.values()].some(({ comune }) => comune === 'Bologna'))
    throw new InputError(
      { file: path, column: 'comune' },
      'stops in Bologna',
      'none',
      'This is another file, or it is cut short: download it again.',
    );
  return stops;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const rows = FILES.flatMap(({ path, period, newline }) =>
    [...readStops(ctx, path, newline)]
      .filter(([, stop]) => inCity(stop))
      .map(([code, { name, comune, lon, lat, lines }]) => [
        period,
        code,
        name,
        comune,
        degrees(lon),
        degrees(lat),
        lines.sort().join(' '),
      ]),
  );
  return {
    tables: { data: { columns: ['period', 'stop', 'name', 'comune', 'lon', 'lat', 'lines'], rows } },
    period: [FILES[0].period, FILES.at(-1)!.period],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...TPER,
    id: 'bus-stops',
    sourceId: 'lineefermate',
    title: { it: 'Fermate e linee degli autobus Tper', en: 'Tper bus stops and lines' },
    notes: [
      {
        it: 'Fermate servite da almeno una linea, nel 2015 (senza giorno) e il 1° dicembre 2019. Nella fonte ci sono anche i bacini di Imola e Ferrara: restano le fermate in città e fino a circa due chilometri dal confine.',
        en: 'Stops served by at least one line, in 2015 (no day given) and on 1 December 2019. The source also holds the Imola and Ferrara basins: kept are the stops in the city and up to about two kilometres from its border.',
      },
      {
        it: 'Coordinate con la virgola decimale. Nomi in maiuscolo, tagliati alla fonte a 25 caratteri e con l’accento grave per apostrofo: riscritti in minuscolo, il taglio resta. Quante corse passino, la fonte non lo dice.',
        en: 'Coordinates with a decimal comma. Names upper case, cut at 25 characters and with a grave accent for the apostrophe: restated in title case, the cut stays. How many buses call, the source does not say.',
      },
    ],
  },
  sources: FILES.map(({ path }) => ({
    path,
    url: 'https://solweb.tper.it/web/tools/open-data/open-data-download.aspx?source=solweb.tper.it&filename=lineefermate&format=csv',
  })),
  refresh,
};
