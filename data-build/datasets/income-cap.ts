import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { MEF } from '../steps/edition-publishers';
import { MEF_COLUMNS, mefFigures, mefRows, type MefFormat } from '../steps/parse-mef';
import { integer, UniqueKeys } from '../steps/validate';

const KEYS = [
  'Anno di imposta',
  'CAP',
  'Codice catastale',
  'Codice Istat Comune',
  'Denominazione Comune',
  'Sigla Provincia',
  'Regione',
  'Codice Istat Regione',
];
const path = (year: string): string => `metro/mef_irpef_subcomunale_cap_${year}_prov037.csv`;
/** Rows of 2021 end in two semicolons too many, so that a naive parser shifts every column. */
const FILES = new Map<string, MefFormat>([
  ['2019', { spare: 1, keys: KEYS, credit: 'Bonus spettante' }],
  ['2020', { spare: 1, keys: KEYS, credit: 'Bonus spettante' }],
  ['2021', { spare: 2, keys: KEYS, credit: 'Trattamento spettante' }],
]);

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const rows: string[][] = [];
  let first: string | undefined;
  for (const [year, format] of FILES) {
    const caps: string[] = [];
    for (const row of mefRows(ctx.read(path(year)), path(year), format)) {
      const period = String(integer(row, 'Anno di imposta', Number(year), Number(year)));
      const cap = row.get('CAP');
      if (!/^401\d\d$/.test(cap)) row.fail('CAP', 'a postcode of Bologna, 401..', 'The row is shifted.');
      if (row.get('Denominazione Comune') !== 'BOLOGNA')
        row.fail('Denominazione Comune', 'BOLOGNA', 'Only postcodes of the city.');
      unique.add(row, 'CAP', period, cap);
      caps.push(cap);
      rows.push([cap, period, ...mefFigures(row)]);
    }
    const all = caps.sort().join(' ');
    first ??= all;
    if (all !== first)
      throw new InputError(
        { file: path(year), column: 'CAP' },
        first,
        all,
        'Postcodes changed: check the table.',
      );
  }
  return {
    tables: { data: { columns: ['cap', 'period', ...MEF_COLUMNS], rows } },
    period: ['2019', '2021'],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...MEF,
    sourceId: 'Redditi_e_principali_variabili_IRPEF_su_base_subcomunale',
    id: 'income-cap',
    title: {
      it: 'Redditi dichiarati ai fini IRPEF per codice di avviamento postale di Bologna',
      en: 'Declared incomes (IRPEF) by postcode of Bologna',
    },
    notes: [
      {
        it: 'Anni d’imposta 2019–2021, i 19 CAP della città. I confini dei CAP non sono fra i dati raccolti: le cifre si leggono in tabella, non su una mappa. Colonne _n: contribuenti; _eur: euro correnti; vuoto: cifra non pubblicata dal Ministero.',
        en: 'Tax years 2019–2021, the city’s 19 postcodes. Their outlines are not among the data at hand: the figures can be read as a table, not drawn as a map. Columns _n: taxpayers; _eur: current euro; empty: withheld by the Ministry.',
      },
      {
        it: 'Nel 2021 ogni riga finisce con due punti e virgola di troppo, nel 2019 e 2020 con uno; nel 2021 la colonna «Bonus spettante» si chiama «Trattamento spettante».',
        en: 'In 2021 every row ends in two semicolons too many, in 2019 and 2020 in one; in 2021 the column “Bonus spettante” is called “Trattamento spettante”.',
      },
    ],
  },
  sources: [...FILES.keys()].map((year) => ({
    path: path(year),
    url: `https://www1.finanze.gov.it/finanze/analisi_stat/public/v_4_0_0/contenuti/Redditi_e_principali_variabili_IRPEF_su_base_subcomunale_CSV_${year}.zip`,
  })),
  refresh,
};
