import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, decimal, integer, meet, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'timeseries/indici-di-fragilita-dal-2021.csv';
const ID = 'indici-di-fragilita-dal-2021';
const AREA = 'Area statistica';
const CODE = 'Cod Area Statistica';
const EXCLUDED = 'Flag Area Esclusa';

/** Tidy column → raw column. 100 is the city; more is more fragile. */
const INDICES = new Map([
  ['demographic', 'Indice potenziale fragilità demografica'],
  ['social', 'Indice potenziale fragilità sociale'],
  ['economic', 'Indice potenziale fragilità economica'],
  ['overall', 'Indice complessivo fragilità'],
]);

/**
 * Component indicators carried, tidy column → raw column: those whose label says what they are. Percentages, one decimal.
 * 2022 changed what some columns hold without changing their names; see the notes of the indicators.
 */
const COMPONENTS = new Map([
  ['over80', 'Perc residenti oltre 80 anni'],
  ['alone65', '% residenti oltre 65 anni che vive sola'],
  ['foreign0_19', '% stranieri 0 - 19 anni'],
  ['single_parent_minors', '% minori in famiglie monogenitoriali sul totale minori'],
  ['graduates25_44', '% laureati sul totale da 25-44 anni'],
  ['frail65', '% anziani in alta fragilità sanitaria'],
  ['rented', '% abitazioni occupate in affitto'],
  ['low_income', '% famiglio con reddito <13k'],
]);
const INCOME = 'Reddito pro capite mediano delle famiglie';
/** The unit of the income column by year: euro in 2021, thousands of euro in 2022. A new year must be looked at first. */
const INCOME_UNIT = new Map([
  ['2021', 1],
  ['2022', 1000],
]);
/** Per cent, of residents; published from −7.1 to 52.8. */
const CHANGE = 'Variazione popolazione ultimi 5 anni';
const CHANGE_RANGE = [-60, 300] as const;
/** Published medians run from 15,954 to 36,002 €. */
const INCOME_RANGE = [8_000, 80_000] as const;

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    AREA,
    EXCLUDED,
    'Popolazione residente',
    CHANGE,
    'Tasso incremento demografico medio',
    'Perc residenti oltre 80 anni',
    '% residenti oltre 65 anni che vive sola',
    '% ricambio popolaz. italiana tra 20 e 64 anni',
    '% ricambio popolaz. straniera tra 20 e 64 anni',
    '% stranieri 0 - 19 anni',
    '% minori in famiglie monogenitoriali sul totale minori',
    '% laureati sul totale da 25-44 anni',
    '% abitazioni non occupate',
    '% anziani in alta fragilità sanitaria',
    '% abitazioni occupate in affitto',
    'Reddito pro capite mediano delle famiglie',
    '% famiglio con reddito <13k',
    ...INDICES.values(),
    'Gruppo',
    'Anno',
    CODE,
    'INTEGRAZIONE',
    'SPAZINSUFF',
    'BIL',
    'BQE',
    'zona di prossimità',
    'quartiere',
  ],
};

/** Published indices run from 73 to 127 around 100. */
const INDEX_RANGE = [50, 200] as const;

function readIndices(row: Row, excluded: boolean): string[] {
  return [...INDICES.values()].map((column) => {
    // Zeros stand in some excluded rows: they are no index.
    if (excluded) return '';
    return String(integer(row, column, ...INDEX_RANGE));
  });
}

/** Percentages, the median income in euro and the change of residents; empty where the source excludes the area, even if a figure stands there. */
function readComponents(row: Row, period: string, excluded: boolean): string[] {
  const columns = [...COMPONENTS.values()];
  if (excluded) return [...columns.map(() => ''), '', ''];
  const shares = columns.map((column) => String(decimal(row, column, 0, 100)));
  const unit = INCOME_UNIT.get(period);
  if (unit === undefined)
    row.fail(INCOME, 'a year whose unit is known', 'Look whether it is in euro or in thousands and say so.');
  const [low, high] = INCOME_RANGE;
  const income = Math.round(decimal(row, INCOME, low / unit!, high / unit!) * unit!);
  return [...shares, String(income), String(decimal(row, CHANGE, ...CHANGE_RANGE))];
}

function readArea(row: Row, ctx: RefreshContext): string {
  const area = ctx.areaCode(row.get(AREA), row.at(AREA));
  if (row.get(CODE) !== area)
    row.fail(CODE, `${area}, the code of ${row.get(AREA)}`, 'Code and name disagree: the row is shifted.');
  return area;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, EXCLUDED);
  const met = new Map<string, Set<string>>();
  const components: string[][] = [];
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const period = String(integer(row, 'Anno', 2019, 2100));
    const area = readArea(row, ctx);
    const excluded = integer(row, EXCLUDED, 0, 1);
    unique.add(row, AREA, period, area);
    totals.add(period, excluded, row.line);
    meet(met, period, area);
    components.push([area, period, ...readComponents(row, period, excluded === 1)]);
    return [area, period, String(excluded), ...readIndices(row, excluded === 1)];
  });
  checkCoverage(FILE, AREA, met, ctx.areaCodes());
  const list = totals
    .periods()
    .map((period) => `${totals.sum(period)} (${period})`)
    .join(', ');
  return {
    tables: {
      data: { columns: ['area', 'period', 'excluded', ...INDICES.keys()], rows },
      components: {
        columns: ['area', 'period', ...COMPONENTS.keys(), 'median_income', 'change_5y'],
        rows: components,
      },
    },
    period: totals.span(),
    notes: [
      {
        it: `Aree escluse dalla fonte, senza indici: ${list}.`,
        en: `Areas excluded by the source, without indices: ${list}.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'fragility',
    title: {
      it: 'Indici di potenziale fragilità per area statistica',
      en: 'Indices of potential fragility by statistical area',
    },
    notes: [
      {
        it: 'Indici della fonte, 100 = città. Il Comune precisa che non sono una graduatoria; l’insieme degli indicatori che li compongono è cambiato nel 2022: i due anni non si confrontano.',
        en: 'The source’s indices, 100 = city. The municipality states that they are not a ranking; the set of indicators behind them changed in 2022: the two years do not compare.',
      },
      {
        it: 'Dove la fonte esclude l’area gli indici restano vuoti, anche se vi compare uno zero.',
        en: 'Where the source excludes an area the indices stay empty, even where a zero stands.',
      },
      {
        it: 'In components.csv gli indicatori elementari il cui nome dice che cosa contano. «Reddito pro capite mediano» è in euro nel 2021 e in migliaia di euro nel 2022: qui sempre in euro. Non riportata «Popolazione residente»: nel 2022 le migliaia sono troncate (12.854 diventa 12).',
        en: 'components.csv holds the component indicators whose name says what they count. “Reddito pro capite mediano” is in euro in 2021 and in thousands of euro in 2022: here always in euro. “Popolazione residente” is not carried: in 2022 it is cut at the thousands (12,854 becomes 12).',
      },
      {
        it: 'Nel 2022 alcune colonne cambiano contenuto con lo stesso nome: la mediana delle aree per i minori in famiglie monogenitoriali passa da 15,1 a 3,4 %, per gli affitti da 24,8 a 19,7 %. «change_5y» è la variazione percentuale dei residenti in cinque anni: per il 2021 è quella dell’anagrafe fra fine 2016 e fine 2021, tranne che in quattro aree (52, 69, 70, 76). Non riportati i ricambi di popolazione e il tasso medio di incremento demografico, di cui la fonte non dice base e periodo, né le sigle BIL, BQE, INTEGRAZIONE e SPAZINSUFF.',
        en: 'In 2022 some columns change content under the same name: the median of areas goes from 15.1 to 3.4 % for minors in single-parent families, from 24.8 to 19.7 % for rents. “change_5y” is the change of residents over five years, per cent: for 2021 it is that of the register between the ends of 2016 and 2021, but for four areas (52, 69, 70, 76). Not carried: population turnover and the mean rate of growth, whose base and span the source does not give, and the abbreviations BIL, BQE, INTEGRAZIONE and SPAZINSUFF.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
