import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, integer, meet, oneOf, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'timeseries/politics/pop_area_statistica_eta_sesso_cittadinanza_2010_2021.csv';
const ID = 'popolazione-residente-per-eta-sesso-cittadinanza-quartiere-zona-area-statistica-';

const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: [
    'id_area_statistica',
    'anno',
    'eta_grandi',
    'eta',
    'sesso',
    'cittadinanza',
    'residenti',
    'eta_grandi_factor',
  ],
};

/**
 * The two age columns cut the same people differently; together they give ten bands that nest in both.
 * `rank` is the publisher's own order of `eta_grandi`, repeated in the last column: it catches shifted rows.
 */
const BANDS = new Map([
  ['02 e prima|00-14', { age: '0-2', rank: '1' }],
  ['03-05|00-14', { age: '3-5', rank: '2' }],
  ['06-14|00-14', { age: '6-14', rank: '3' }],
  ['15-24|15-29', { age: '15-24', rank: '4' }],
  ['25-34|15-29', { age: '25-29', rank: '5' }],
  ['25-34|30-44', { age: '30-34', rank: '5' }],
  ['35-44|30-44', { age: '35-44', rank: '6' }],
  ['45-54|45-64', { age: '45-54', rank: '7' }],
  ['55-64|45-64', { age: '55-64', rank: '8' }],
  ['65 e oltre|65 e oltre', { age: '65+', rank: '9' }],
]);
const SEX = new Map([
  ['Femmine', 'f'],
  ['Maschi', 'm'],
]);
const CITIZENSHIP = new Map([
  ['Italiana', 'italian'],
  ['Straniera', 'foreign'],
]);

/** Largest yearly move so far: 0.7 % for the city (2011). Below, twice and a bit. */
const CITY_MOVE = 0.02;
/** An area of at least this many residents never moved by more than 22 % in a year. Smaller ones may double. */
const STEADY_FROM = 500;
const AREA_MOVE = 0.4;

interface Cell {
  area: string;
  period: string;
  residents: number;
  row: Row;
  tidy: readonly string[];
}

function readRow(row: Row): Cell {
  const band = BANDS.get(`${row.get('eta_grandi')}|${row.get('eta')}`);
  if (!band) {
    row.fail('eta', 'an age class inside the wide one', 'The row is shifted or the classes changed.');
  }
  if (row.get('eta_grandi_factor') !== band.rank) {
    row.fail('eta_grandi_factor', `${band.rank} for ${row.get('eta_grandi')}`, 'The row is shifted.');
  }
  const area = String(integer(row, 'id_area_statistica', 1, 90));
  const period = String(integer(row, 'anno', 1986, 2100));
  const residents = integer(row, 'residenti', 0, 20_000);
  const tidy = [
    area,
    period,
    band.age,
    oneOf(row, 'sesso', SEX),
    oneOf(row, 'cittadinanza', CITIZENSHIP),
    String(residents),
  ];
  return { area, period, residents, row, tidy };
}

/** An area's total may not jump from one year to the next: shifted or repeated blocks do that. */
function checkAreas(cells: readonly Cell[]): void {
  const totals = new Map<string, { sum: number; row: Row }>();
  for (const { area, period, residents, row } of cells) {
    const key = `${area}|${period}`;
    totals.set(key, { sum: (totals.get(key)?.sum ?? 0) + residents, row });
  }
  for (const [key, { sum, row }] of totals) {
    const [area, period] = key.split('|');
    const before = totals.get(`${area}|${Number(period) - 1}`)?.sum;
    if (before === undefined || before < STEADY_FROM || Math.abs(sum / before - 1) <= AREA_MOVE) continue;
    throw new InputError(
      row.at('residenti'),
      `area ${area} within ${AREA_MOVE * 100} % of ${before} (the year before)`,
      `${sum} in ${period}`,
      'Rows are missing, doubled or carry another area’s code.',
    );
  }
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, 'residenti');
  const met = new Map<string, Set<string>>();
  const cells = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const cell = readRow(row);
    unique.add(row, 'eta_grandi', ...cell.tidy.slice(0, 5));
    totals.add(cell.period, cell.residents, row.line);
    meet(met, cell.period, cell.area);
    return cell;
  });
  checkCoverage(FILE, 'id_area_statistica', met, ctx.areaCodes());
  totals.checkSteady(CITY_MOVE);
  checkAreas(cells);
  return {
    tables: {
      data: {
        columns: ['area', 'period', 'age', 'sex', 'citizenship', 'residents'],
        rows: cells.filter(({ residents }) => residents > 0).map(({ tidy }) => tidy),
      },
    },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'population-area',
    title: {
      it: 'Popolazione residente per area statistica, età, sesso e cittadinanza',
      en: 'Residents by statistical area, age, sex and citizenship',
    },
    notes: [
      {
        it: 'Residenti al 31 dicembre. Le persone senza fissa dimora non hanno area: mancano qui e stanno nel totale cittadino per zona.',
        en: 'Residents on 31 December. People of no fixed abode have no area: they are absent here and counted in the city total by zone.',
      },
      {
        it: 'Le due classificazioni per età della fonte si sovrappongono; incrociate danno dieci classi che le rispettano entrambe. Le celle a zero sono omesse, come alla fonte.',
        en: 'The source’s two age classifications overlap; crossed, they give ten bands that respect both. Zero cells are left out, as at the source.',
      },
      {
        it: 'L’esportazione usata è la ripubblicazione di terzi in forma di tabella lunga, con nomi di colonna abbreviati.',
        en: 'The export used is a third party’s republication as a long table, with shortened column names.',
      },
    ],
  },
  sources: [{ path: FILE, url: comune(ID).landingPage }],
  refresh,
};
