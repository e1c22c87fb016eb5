import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, integer, meet, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'mobility/parco-circolante-veicoli.csv';
const ID = 'parco-circolante-veicoli';

/** What the tidy table keeps: attribute → source column → tidy class. Each attribute counts every vehicle once. */
const KEPT: Record<string, readonly (readonly [string, string])[]> = {
  fuel: [
    ['BENZINA', 'petrol'],
    ['BENZINA E GAS LIQUIDO', 'petrol-lpg'],
    ['BENZINA E METANO', 'petrol-methane'],
    ['ELETTRICITA', 'electric'],
    ['GASOLIO', 'diesel'],
    ['IBRIDO BENZINA', 'hybrid-petrol'],
    ['IBRIDO GASOLIO', 'hybrid-diesel'],
    ['METANO', 'methane'],
    ['ALTRE ALIMENTAZIONI', 'other'],
    ['ALIMENTAZIONE NON DEFINITO', 'unknown'],
  ],
  euro: [
    ...[0, 1, 2, 3, 4, 5, 6].map((n) => [`EURO ${n}`, String(n)] as const),
    ['EURO NON CONTEMPLATO', 'outside'],
    ['EURO NON DEFINITO', 'unknown'],
  ],
  age: [
    ['ANZIANITÀ VEICOLO 0 - 1 ANNI', '0-1'],
    ['ANZIANITÀ VEICOLO 2 – 3 ANNI', '2-3'],
    ['ANZIANITÀ VEICOLO 4 – 5 ANNI', '4-5'],
    ['ANZIANITÀ VEICOLO 6 – 7 ANNI', '6-7'],
    ['ANZIANITÀ VEICOLO 8 – 9 ANNI', '8-9'],
    ['ANZIANITÀ VEICOLO 10 - 12 ANNI', '10-12'],
    ['ANZIANITÀ VEICOLO 13 - 15 ANNI', '13-15'],
    ['ANZIANITÀ VEICOLO OLTRE 15 ANNI', '16+'],
    ['ANZIANITÀ VEICOLO NON DEFINITO', 'unknown'],
  ],
};
/** Age and sex or legal form of the owners: read to know the file, not kept. */
const OWNER_AGE = ['18 - 25', '26 - 35', '36 - 50', '51 - 60', '61 - 70', '0 - 17'].map((a) => `${a} ANNI`);
const OWNERS = [...OWNER_AGE, 'ETÀ NON CONTEMPLATO', 'ETÀ NON DEFINITO', 'OLTRE 70 ANNI'];
const FORMS = ['PA', 'SAPA', 'SAS', 'SNC', 'SOC', 'SPA', 'SRL', 'SURL'].map((form) => `SOCIETÀ ${form}`);
const SEXES = ['SESSO FEMMINILE', 'SESSO MASCHILE', 'SESSO ND', ...FORMS, 'SRLS'];
const columnsOf = (attribute: string): string[] => KEPT[attribute]!.map(([column]) => column);

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    ...['Anno', 'CAP', 'totale_veicoli'],
    ...columnsOf('fuel'),
    ...OWNERS,
    ...columnsOf('euro'),
    ...SEXES,
    ...columnsOf('age'),
  ],
};
/** Largest yearly move so far: 0.8 %. */
const CITY_MOVE = 0.03;
const MAX = 100_000;

/** An empty cell is a zero: with it every attribute adds up to the total of the row. */
const cell = (row: Row, column: string): number =>
  row.get(column) === '' ? 0 : integer(row, column, 0, MAX);

function readRow(row: Row, cap: string, period: string, total: number): string[][] {
  return Object.entries(KEPT).flatMap(([attribute, classes]) => {
    const counts = classes.map(([column, name]) => [name, cell(row, column)] as const);
    const sum = counts.reduce((acc, [, n]) => acc + n, 0);
    if (sum !== total)
      row.fail(
        'totale_veicoli',
        `${sum}, the sum by ${attribute}`,
        'The row is shifted or a class is missing.',
      );
    return counts.filter(([, n]) => n > 0).map(([name, n]) => [cap, period, attribute, name, String(n)]);
  });
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, 'totale_veicoli');
  const met = new Map<string, Set<string>>();
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).flatMap((row) => {
    const period = String(integer(row, 'Anno', 2000, 2100));
    const written = row.get('CAP');
    if (!/^(401\d\d|ND)$/.test(written))
      row.fail('CAP', 'a postcode of Bologna, or ND', 'The row is shifted.');
    const cap = written.toLowerCase();
    unique.add(row, 'CAP', period, cap);
    meet(met, period, cap);
    const total = integer(row, 'totale_veicoli', 0, MAX);
    totals.add(period, total, row.line);
    return readRow(row, cap, period, total);
  });
  totals.checkSteady(CITY_MOVE);
  checkCoverage(FILE, 'CAP', met, [...new Set([...met.values()].flatMap((caps) => [...caps]))]);
  return {
    tables: { data: { columns: ['cap', 'period', 'attribute', 'class', 'vehicles'], rows } },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'vehicles',
    title: {
      it: 'Veicoli in circolazione per codice postale, alimentazione, classe Euro e anzianità',
      en: 'Vehicles by postcode, fuel, Euro class and age',
    },
    notes: [
      {
        it: 'I 19 codici di avviamento postale di Bologna e «nd» (non indicato). Celle vuote alla fonte: zero, come provano i totali di riga. Non ci sono poligoni aperti dei CAP: nessuna mappa.',
        en: 'The 19 postcodes of Bologna and “nd” (not stated). Cells empty at the source are zero, as the row totals prove. There are no open polygons of postcodes: no map.',
      },
      {
        it: 'Età, sesso e forma giuridica dei proprietari non sono riportati: in alcuni codici riguardano una o due persone.',
        en: 'Age, sex and legal form of the owners are not carried: in some postcodes they concern one or two people.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
