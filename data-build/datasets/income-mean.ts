import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, decimal, integer, meet, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'timeseries/redditi-per-area-statistica.csv';
const ID = 'redditi-per-area-statistica';
const TAXPAYERS = 'N contribuenti';
const TAXABLE = 'Reddito imponibile ai fini irpef';
const SURTAX = "Reddito imponibile ai fini dell'addizionale irpef";
const MEAN = 'Reddito medio contribuente';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: ['Anno reddito', 'Area Statistica', TAXPAYERS, TAXABLE, SURTAX, MEAN],
};

/** Taxpayers without an area: they count in the city, and have no polygon. */
const NO_AREA = new Map([
  ['SENZA FISSA DIMORA', '99'],
  ["NON RESIDENTI NELL'ANNO DI IMPOSTA", 'nr'],
]);

/** Published means run from 6,268 € (no fixed abode, 2017) to 95,653 € (an area of 11 taxpayers, 2018). */
const MEAN_RANGE = [2_000, 200_000] as const;
/** Largest yearly move of the number of taxpayers so far: 1.2 % (2017). */
const CITY_MOVE = 0.03;

/** The mean must follow from the two sums: a shifted column or a lost digit cannot pass. */
function checkMean(row: Row, taxpayers: number, taxable: number): void {
  const mean = decimal(row, MEAN, ...MEAN_RANGE);
  const expected = taxable / taxpayers;
  if (Math.abs(mean - expected) > 0.01) {
    row.fail(
      MEAN,
      `${expected.toFixed(2)} (${TAXABLE} / ${TAXPAYERS})`,
      'The columns are shifted or a figure is wrong.',
    );
  }
  const surtax = integer(row, SURTAX, 0, 1e11);
  if (surtax > taxable)
    row.fail(SURTAX, `at most ${taxable}, the whole taxable income`, 'The two columns are swapped.');
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, TAXPAYERS);
  const met = new Map<string, Set<string>>();
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const period = String(integer(row, 'Anno reddito', 2000, 2100));
    const name = row.get('Area Statistica');
    const area = NO_AREA.get(name) ?? ctx.areaCode(name, row.at('Area Statistica'));
    const taxpayers = integer(row, TAXPAYERS, 1, 50_000);
    const taxable = integer(row, TAXABLE, 0, 1e11);
    checkMean(row, taxpayers, taxable);
    unique.add(row, 'Area Statistica', period, area);
    totals.add(period, taxpayers, row.line);
    meet(met, period, area);
    return [area, period, String(taxpayers), String(taxable)];
  });
  checkCoverage(FILE, 'Area Statistica', met, [...ctx.areaCodes(), ...NO_AREA.values()]);
  totals.checkSteady(CITY_MOVE);
  return {
    tables: { data: { columns: ['area', 'period', 'taxpayers', 'taxable_income'], rows } },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'income-mean',
    title: {
      it: 'Contribuenti e reddito imponibile IRPEF per area statistica',
      en: 'Taxpayers and taxable income by statistical area',
    },
    notes: [
      {
        it: 'L’anno è quello del reddito. Somme in euro correnti; il reddito medio non è riportato: si ricava dalle due somme e coincide con quello pubblicato al centesimo.',
        en: 'The year is the income year. Sums in current euro; the mean is not carried: it follows from the two sums and equals the published one to the cent.',
      },
      {
        it: 'Codice 99: senza fissa dimora; codice nr: non residenti nell’anno d’imposta. Contano nel totale della città e non hanno poligono.',
        en: 'Code 99: no fixed abode; code nr: not resident in the tax year. They count in the city total and have no polygon.',
      },
      {
        it: 'La fonte dà solo i nomi delle aree: il codice è unito per nome, senza distinguere maiuscole, accenti e apostrofi.',
        en: 'The source gives area names only: codes are joined by name, ignoring case, accents and apostrophes.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
