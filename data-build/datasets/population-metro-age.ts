import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { ISTAT } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat } from '../steps/parse-csv';
import { decodeUtf8 } from '../steps/read';
import { integer, oneOf, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'metro/istat_pop_metro_eta_singola_2019_2025.csv';
const STATE = "'Stato dell''osservazione'";
const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: [
    'Frequenza',
    'Territorio',
    'Indicatore',
    'Sesso',
    'Età',
    'Stato civile',
    'TIME_PERIOD',
    'Osservazione',
    STATE,
  ],
};
const FIXED = [
  ['Frequenza', 'Annuale'],
  // The province, not the city: 1,020,865 people in 2025.
  ['Territorio', 'Bologna'],
  ['Indicatore', 'Popolazione al 1º gennaio'],
  ['Sesso', 'Totale'],
  ['Stato civile', 'Totale'],
] as const;
const STATUS = new Map([
  ['', 'final'],
  ['Dato stimato', 'estimated'],
]);
const TOTAL = 'Totale';
/** Largest yearly move so far: 0.6 % (2021). */
const MOVE = 0.02;

/** ISTAT's header breaks its own quoting (`'Stato dell"'osservazione'`): that one cell is mended, nothing else. */
function mend(bytes: Uint8Array): Uint8Array {
  const text = decodeUtf8(bytes, FILE, 1);
  const broken = `'Stato dell"'osservazione'`;
  const end = text.indexOf('\n');
  if (!text.slice(0, end).endsWith(broken))
    throw new InputError(
      { file: FILE, line: 1 },
      `a header ending in ${broken}`,
      JSON.stringify(text.slice(0, end).slice(-40)),
      'ISTAT changed the header: adjust the dataset file.',
    );
  return new TextEncoder().encode(text.slice(0, end - broken.length) + STATE + text.slice(end));
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const sums = new PeriodTotals(FILE, 'Osservazione');
  const printed = new Map<string, number>();
  const rows = parseCsv(mend(ctx.read(FILE)), FILE, FORMAT).flatMap((row) => {
    for (const [column, value] of FIXED)
      if (row.get(column) !== value) row.fail(column, value, 'Another selection was exported.');
    const period = String(integer(row, 'TIME_PERIOD', 2000, 2100));
    const residents = integer(row, 'Osservazione', 0, 2_000_000);
    const status = oneOf(row, STATE, STATUS);
    const label = row.get('Età');
    unique.add(row, 'Età', period, label);
    if (label === TOTAL) {
      printed.set(period, residents);
      return [];
    }
    const age = /^(\d{1,2}) anni$/.exec(label)?.[1] ?? (label === '100 anni e più' ? '100+' : undefined);
    if (age === undefined)
      return row.fail('Età', '0 anni … 99 anni, 100 anni e più or Totale', 'ISTAT changed its labels.');
    sums.add(period, residents, row.line);
    return [[period, age, String(residents), status]];
  });
  for (const period of sums.periods())
    if (sums.sum(period) !== printed.get(period))
      throw new InputError(
        { file: FILE, column: 'Osservazione' },
        `ages of ${period} adding up to ${printed.get(period)}, the printed total`,
        String(sums.sum(period)),
        'Rows are missing or doubled: download the export again.',
      );
  sums.checkSteady(MOVE);
  return {
    tables: { data: { columns: ['period', 'age', 'residents', 'status'], rows } },
    period: sums.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...ISTAT,
    sourceId: '22_289',
    id: 'population-metro-age',
    title: {
      it: 'Residenti nella città metropolitana per singolo anno di età',
      en: 'Residents of the metropolitan city by single year of age',
    },
    notes: [
      {
        it: 'Residenti al 1° gennaio, 2019–2025. «Bologna» è qui l’intera città metropolitana, non il comune. Il 2025 è una stima, segnata «estimated». Le età sommano al totale stampato in ogni anno.',
        en: 'Residents on 1 January, 2019–2025. “Bologna” here is the whole metropolitan city, not the municipality. 2025 is an estimate, marked “estimated”. Ages add up to the printed total in every year.',
      },
      {
        it: 'L’intestazione della fonte ha le virgolette spezzate nell’ultima colonna: si corregge quella cella e nessun’altra.',
        en: 'The source’s header has broken quotes in its last column: that cell is mended and no other.',
      },
    ],
  },
  sources: [{ path: FILE, url: 'https://esploradati.istat.it/' }],
  refresh,
};
