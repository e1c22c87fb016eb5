import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { ISTAT } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat } from '../steps/parse-csv';
import { integer, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'metro/istat_popolazione_2018_2021_prov037.csv';
const YEARS = ['18', '19', '20', '21'];
const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: ['comune', 'pro_com_t', ...YEARS.map((year) => `pop_res_${year}`)],
};
const COMUNI = 55;
/** Largest yearly move of the whole so far: 0.6 % (2019). */
const MOVE = 0.02;
/** Largest yearly move of one comune so far: 2.7 % (2019). */
const COMUNE_MOVE = 0.1;

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, 'pop_res_18');
  const found = parseCsv(ctx.read(FILE), FILE, FORMAT);
  const rows = found.flatMap((row) => {
    const code = row.get('pro_com_t');
    if (!/^037\d{3}$/.test(code)) row.fail('pro_com_t', 'an ISTAT code 037…', 'The row is shifted.');
    unique.add(row, 'pro_com_t', code);
    let before: number | undefined;
    return YEARS.map((year) => {
      const column = `pop_res_${year}`;
      const residents = integer(row, column, 100, 500_000);
      if (before !== undefined && Math.abs(residents / before - 1) > COMUNE_MOVE)
        row.fail(
          column,
          `within ${COMUNE_MOVE * 100} % of ${before}`,
          'A digit is lost or rows are shifted.',
        );
      before = residents;
      totals.add(`20${year}`, residents, row.line);
      return [code, `20${year}`, String(residents)];
    });
  });
  if (found.length !== COMUNI)
    throw new InputError(
      { file: FILE },
      `${COMUNI} comuni`,
      String(found.length),
      'Rows are missing, or comuni merged.',
    );
  totals.checkSteady(MOVE);
  return {
    tables: { data: { columns: ['comune', 'period', 'residents'], rows } },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...ISTAT,
    sourceId: '22_289',
    id: 'population-comuni',
    title: {
      it: 'Residenti nei 55 comuni della città metropolitana',
      en: 'Residents of the 55 municipalities of the metropolitan city',
    },
    notes: [
      {
        it: 'Residenti al 1° gennaio secondo ISTAT, 2018–2021: per Bologna differiscono dal registro comunale al 31 dicembre. I totali del 2019 e 2020 coincidono con quelli metropolitani (1.017.551 e 1.021.501); il 2021 è provvisorio: 1.019.539, poi rivisto da ISTAT a 1.015.608.',
        en: 'Residents on 1 January according to ISTAT, 2018–2021: for Bologna they differ from the municipal register on 31 December. Totals for 2019 and 2020 equal the metropolitan ones (1,017,551 and 1,021,501); 2021 is provisional: 1,019,539, later revised by ISTAT to 1,015,608.',
      },
      {
        it: 'Si parte da una raccolta di terzi dei dati ISTAT, con gli anni in colonna: qui una riga per comune e anno. ISTAT diffonde i suoi dati con licenza Creative Commons Attribuzione 3.0 o successiva.',
        en: 'The start is a third party’s collection of ISTAT data, with years in columns: here one row a municipality and year. ISTAT releases its data under Creative Commons Attribution 3.0 or later.',
      },
    ],
  },
  sources: [{ path: FILE, url: 'https://demo.istat.it/' }],
  refresh,
};
