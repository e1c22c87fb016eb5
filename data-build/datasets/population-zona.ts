import { type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { normaliseName } from '../steps/parse-names';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { checkCoverage, integer, meet, oneOf, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE =
  'timeseries/popolazione-per-quartiere-zona-sesso-eta-cittadinanza-provincia-di-nascita-serie.csv';
const ID = 'popolazione-per-quartiere-zona-sesso-eta-cittadinanza-provincia-di-nascita-serie';
const FIRST = 1986;
const LAST = 2023;
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, i) => String(FIRST + i));

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  // The portal writes its byte order mark twice in this export.
  boms: 2,
  header: ['Quartiere', 'Zona', 'Sesso', 'Età', 'Cittadinanza', 'Luogo Nascita', ...YEARS],
};

const SEX = new Map([
  ['Femmine', 'f'],
  ['Maschi', 'm'],
]);
const AGE = new Map([
  ['00_17', '0-17'],
  ['18 e oltre', '18+'],
]);
const CITIZENSHIP = new Map([
  ['Italiani', 'italian'],
  ['Stranieri', 'foreign'],
]);
/** The publisher numbers the places of birth; its number is the tidy code. */
const BIRTHPLACE = new Map(
  [
    '1. Comune di Bologna',
    '2. Comuni della provincia Bologna',
    '3. Altre province Emilia-Romagna',
    '4. Italia nord occidentale',
    '5. Italia nord orientale',
    '6. Italia centrale',
    '7. Italia meridionale e insulare',
    '8. Stati esteri',
  ].map((label) => [label, label.charAt(0)]),
);

/** No fixed abode: no zona, no polygon, but part of the city total. */
const NO_ABODE = '99';
const NO_ABODE_LABEL = 'Senza fissa dimora';
/** Largest yearly move of the city so far: 1.5 % (1993). */
const CITY_MOVE = 0.03;

function readZona(row: Row, ctx: RefreshContext, moved: Set<string>): string {
  const name = row.get('Zona');
  const quartiere = row.get('Quartiere');
  if (name === NO_ABODE_LABEL) {
    if (quartiere !== NO_ABODE_LABEL) row.fail('Quartiere', NO_ABODE_LABEL, 'The row is shifted.');
    return NO_ABODE;
  }
  const zona = ctx.zonaCode(name, row.at('Zona'));
  if (normaliseName(quartiere) !== normaliseName(ctx.quartiereOf(zona) ?? ''))
    moved.add(`${name}: ${quartiere}`);
  return zona;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, 'Zona');
  const met = new Map<string, Set<string>>();
  const moved = new Set<string>();
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).flatMap((row) => {
    const zona = readZona(row, ctx, moved);
    const key = [
      oneOf(row, 'Età', AGE),
      oneOf(row, 'Sesso', SEX),
      oneOf(row, 'Cittadinanza', CITIZENSHIP),
      oneOf(row, 'Luogo Nascita', BIRTHPLACE),
    ];
    unique.add(row, 'Luogo Nascita', zona, ...key);
    return YEARS.flatMap((period) => {
      const residents = integer(row, period, 0, 50_000);
      totals.add(period, residents, row.line);
      if (residents === 0) return [];
      meet(met, period, zona);
      return [[zona, period, ...key, String(residents)]];
    });
  });
  checkCoverage(FILE, 'Zona', met, ctx.zonaCodes());
  totals.checkSteady(CITY_MOVE);
  for (const place of moved) ctx.warn(`${place} is not the quartiere of the boundary layer; the layer holds`);
  const list = [...moved].sort().join('; ');
  return {
    tables: {
      data: { columns: ['zona', 'period', 'age', 'sex', 'citizenship', 'birthplace', 'residents'], rows },
    },
    period: totals.span(),
    notes: list
      ? [
          {
            it: `La fonte attribuisce ad altro quartiere (${list}): vale l’appartenenza dello strato dei confini.`,
            en: `The source gives another district (${list}): membership follows the boundary layer.`,
          },
        ]
      : [],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'population-zona',
    title: {
      it: 'Popolazione residente per zona, sesso, età, cittadinanza e luogo di nascita',
      en: 'Residents by zone, sex, age, citizenship and place of birth',
    },
    notes: [
      {
        it: 'Residenti al 31 dicembre. Il codice 99 raccoglie le persone senza fissa dimora: contano nel totale della città e non hanno poligono.',
        en: 'Residents on 31 December. Code 99 holds people of no fixed abode: they count in the city total and have no polygon.',
      },
      {
        it: 'La fonte scrive due volte il contrassegno d’ordine dei byte e mette gli anni in colonna: qui una riga per anno, celle a zero omesse. I nomi delle zone sono ricondotti al codice a lettera.',
        en: 'The source writes its byte order mark twice and puts years in columns: here one row a year, zero cells left out. Zone names are restated as letter codes.',
      },
      {
        it: 'Luogo di nascita: 1 Comune di Bologna, 2 altri comuni della provincia, 3 altre province dell’Emilia-Romagna, 4 Italia nord-occidentale, 5 nord-orientale, 6 centrale, 7 meridionale e insulare, 8 estero.',
        en: 'Place of birth: 1 municipality of Bologna, 2 rest of its province, 3 other provinces of Emilia-Romagna, 4 north-western Italy, 5 north-eastern, 6 central, 7 southern and islands, 8 abroad.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
