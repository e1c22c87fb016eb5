import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, integer, meet, oneOf, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE =
  'timeseries/famiglie-residenti-per-quartiere-zona-area-statistica-e-ampiezza-della-famiglia-.csv';
const ID = 'famiglie-residenti-per-quartiere-zona-area-statistica-e-ampiezza-della-famiglia-';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    'Anno',
    'Codice Area',
    'Descrizione Area',
    'Quartiere',
    'Zona',
    'Dimensione Familiare',
    'Numero Famiglie',
    'Zona di prossimità',
  ],
};

const SIZE = new Map([
  ['1', '1'],
  ['2', '2'],
  ['3 e oltre', '3+'],
]);
const NO_ABODE = { code: '99', label: 'non indicata' };
/** Largest yearly move so far: 0.8 % (2019). */
const CITY_MOVE = 0.03;

/** Code and name must say the same area: they part when a row is shifted. */
function readArea(row: Row, ctx: RefreshContext): string {
  const code = row.get('Codice Area');
  if (!/^\d\d$/.test(code)) row.fail('Codice Area', 'two digits, 01…90 or 99', 'The row is shifted.');
  const name = row.get('Descrizione Area');
  if (code === NO_ABODE.code) {
    if (name !== NO_ABODE.label) row.fail('Descrizione Area', NO_ABODE.label, 'The row is shifted.');
    return code;
  }
  const area = ctx.areaCode(name, row.at('Descrizione Area'));
  if (Number(code) !== Number(area))
    row.fail('Codice Area', `${area}, the code of ${name}`, 'Code and name disagree.');
  return area;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, 'Numero Famiglie');
  const met = new Map<string, Set<string>>();
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const period = String(integer(row, 'Anno', 1986, 2100));
    const area = readArea(row, ctx);
    const size = oneOf(row, 'Dimensione Familiare', SIZE);
    const households = integer(row, 'Numero Famiglie', 0, 10_000);
    unique.add(row, 'Dimensione Familiare', period, area, size);
    totals.add(period, households, row.line);
    meet(met, period, area);
    return [area, period, size, String(households)];
  });
  checkCoverage(FILE, 'Codice Area', met, ctx.areaCodes());
  totals.checkSteady(CITY_MOVE);
  return {
    tables: { data: { columns: ['area', 'period', 'size', 'households'], rows } },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'households',
    title: {
      it: 'Famiglie residenti per area statistica e ampiezza',
      en: 'Households by statistical area and size',
    },
    notes: [
      {
        it: 'Famiglie anagrafiche al 31 dicembre, di uno, due, tre o più componenti. I codici 01…09 diventano 1…9; le combinazioni assenti alla fonte valgono zero.',
        en: 'Registered households on 31 December, of one, two, three or more members. Codes 01…09 become 1…9; combinations absent at the source are zero.',
      },
      {
        it: 'Codice 99: famiglie senza fissa dimora («non indicata»): contano nel totale della città e non hanno poligono.',
        en: 'Code 99: households of no fixed abode (“non indicata”): they count in the city total and have no polygon.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
