import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, integer, meet, PeriodTotals, UniqueKeys } from '../steps/validate';

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

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    AREA,
    EXCLUDED,
    'Popolazione residente',
    'Variazione popolazione ultimi 5 anni',
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
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const period = String(integer(row, 'Anno', 2019, 2100));
    const area = readArea(row, ctx);
    const excluded = integer(row, EXCLUDED, 0, 1);
    unique.add(row, AREA, period, area);
    totals.add(period, excluded, row.line);
    meet(met, period, area);
    return [area, period, String(excluded), ...readIndices(row, excluded === 1)];
  });
  checkCoverage(FILE, AREA, met, ctx.areaCodes());
  const list = totals
    .periods()
    .map((period) => `${totals.sum(period)} (${period})`)
    .join(', ');
  return {
    tables: { data: { columns: ['area', 'period', 'excluded', ...INDICES.keys()], rows } },
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
        it: 'Non riportate le colonne «Popolazione residente» (nel 2022 le migliaia sono troncate: 12.854 diventa 12) e «Reddito pro capite mediano» (nel 2021 in euro, nel 2022 in migliaia di euro), né gli altri indicatori elementari.',
        en: 'Not carried: “Popolazione residente” (in 2022 cut at the thousands: 12,854 becomes 12), “Reddito pro capite mediano” (euro in 2021, thousands of euro in 2022) and the other component indicators.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
