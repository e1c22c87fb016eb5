import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, integer, meet, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'timeseries/reddito-mediano-per-area-statistica.csv';
const ID = 'reddito-mediano-per-area-statistica';
const MEDIAN = 'Reddito imponibile mediano dei contribuenti residenti';
const TAXPAYERS = 'Numero contribuenti residenti';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: ['Anno', 'Area statistica', MEDIAN, TAXPAYERS],
};

/** The export of 2019–2021 cuts names at 20 characters; only this one loses letters no other name shares. */
const ALIASES = new Map([['Caserme Rosse-Manifa', 'Caserme Rosse-Manifattura']]);
const NO_ABODE = new Map([['SENZA FISSA DIMORA', '99']]);

/** Published medians run from 3,860 € (no fixed abode) to 42,283 € (an area of some ten taxpayers). */
const MEDIAN_RANGE = [1_000, 150_000] as const;
const CITY_MOVE = 0.03;

/** Largest yearly move of the median in an area of STEADY_FROM taxpayers or more is 16 %: twice that is another unit. */
const AREA_MOVE = 0.35;
const STEADY_FROM = 500;

interface Cell {
  row: Row;
  area: string;
  period: string;
  taxpayers: number;
  median: number;
}

function checkScale(cells: readonly Cell[]): void {
  const by = new Map(cells.map((cell) => [`${cell.area}|${cell.period}`, cell]));
  for (const { row, area, period, median } of cells) {
    const before = by.get(`${area}|${Number(period) - 1}`);
    if (!before || before.taxpayers < STEADY_FROM || Math.abs(median / before.median - 1) <= AREA_MOVE)
      continue;
    throw new InputError(
      row.at(MEDIAN),
      `within ${AREA_MOVE * 100} % of ${before.median} (the year before)`,
      String(median),
      'The unit changed, or the row belongs to another area.',
    );
  }
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, TAXPAYERS);
  const met = new Map<string, Set<string>>();
  const cells = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row): Cell => {
    const period = String(integer(row, 'Anno', 2000, 2100));
    const name = row.get('Area statistica');
    const area = NO_ABODE.get(name) ?? ctx.areaCode(ALIASES.get(name) ?? name, row.at('Area statistica'));
    const taxpayers = integer(row, TAXPAYERS, 1, 50_000);
    const median = integer(row, MEDIAN, ...MEDIAN_RANGE);
    unique.add(row, 'Area statistica', period, area);
    totals.add(period, taxpayers, row.line);
    meet(met, period, area);
    return { row, area, period, taxpayers, median };
  });
  checkCoverage(FILE, 'Area statistica', met, ctx.areaCodes());
  totals.checkSteady(CITY_MOVE);
  checkScale(cells);
  return {
    tables: {
      data: {
        columns: ['area', 'period', 'taxpayers', 'median_income'],
        rows: cells.map((c) => [c.area, c.period, String(c.taxpayers), String(c.median)]),
      },
    },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'income-median',
    title: { it: 'Reddito mediano per area statistica', en: 'Median income by statistical area' },
    notes: [
      {
        it: 'Mediana del reddito imponibile IRPEF dei contribuenti residenti, in euro correnti. Una mediana non si somma: non è ricavabile per zona, quartiere o città.',
        en: 'Median taxable income of resident taxpayers, in current euro. Medians do not add up: none can be derived for zones, districts or the city.',
      },
      {
        it: 'Dal 2019 al 2021 la fonte scrive «Caserme Rosse-Manifa»: è Caserme Rosse-Manifattura (12), il nome tagliato a 20 caratteri. Un’intestazione contiene un a capo.',
        en: 'From 2019 to 2021 the source writes “Caserme Rosse-Manifa”: it is Caserme Rosse-Manifattura (12), the name cut at 20 characters. One header cell holds a line break.',
      },
      {
        it: 'Il codice 99 (senza fissa dimora) compare dal 2018. Nelle aree con pochi contribuenti la mediana è instabile.',
        en: 'Code 99 (no fixed abode) appears from 2018. In areas of few taxpayers the median is unstable.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
