import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { MEF } from '../steps/edition-publishers';
import { MEF_COLUMNS, mefFigures, mefRows, type MefFormat } from '../steps/parse-mef';
import { integer, UniqueKeys } from '../steps/validate';

const KEYS = [
  'Anno di imposta',
  'Codice catastale',
  'Codice Istat Comune',
  'Denominazione Comune',
  'Sigla Provincia',
  'Regione',
  'Codice Istat Regione',
];
/** Year → what is its own: rows of 2018 lack the last semicolon, those of 2020 the zero before the code. */
const FILES = new Map<string, { path: string; code: RegExp; format: MefFormat }>([
  [
    '2018',
    {
      path: 'metro/mef_irpef_comunale_2018_prov037.csv',
      code: /^037\d{3}$/,
      format: { spare: 0, keys: KEYS, credit: 'Bonus spettante' },
    },
  ],
  [
    '2020',
    {
      path: 'metro/mef_irpef_comunale_2020_prov037.csv',
      code: /^37\d{3}$/,
      format: { spare: 1, keys: KEYS, credit: 'Bonus spettante' },
    },
  ],
]);
const COMUNI = 55;

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const rows: string[][] = [];
  for (const [year, { path, code, format }] of FILES) {
    const found = mefRows(ctx.read(path), path, format);
    for (const row of found) {
      const period = String(integer(row, 'Anno di imposta', Number(year), Number(year)));
      const comune = row.get('Codice Istat Comune');
      if (!code.test(comune))
        row.fail('Codice Istat Comune', `a code like ${code.source}`, 'The row is shifted.');
      if (row.get('Sigla Provincia') !== 'BO') row.fail('Sigla Provincia', 'BO', 'The row is shifted.');
      const istat = comune.padStart(6, '0');
      unique.add(row, 'Codice Istat Comune', period, istat);
      rows.push([istat, period, ...mefFigures(row)]);
    }
    if (found.length !== COMUNI)
      throw new InputError(
        { file: path },
        `${COMUNI} comuni`,
        String(found.length),
        'Rows are missing, or comuni merged.',
      );
  }
  return {
    tables: { data: { columns: ['comune', 'period', ...MEF_COLUMNS], rows } },
    period: ['2018', '2020'],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...MEF,
    sourceId: 'Redditi_e_principali_variabili_IRPEF_su_base_comunale',
    id: 'income-comune',
    title: {
      it: 'Redditi dichiarati ai fini IRPEF nei 55 comuni della città metropolitana',
      en: 'Declared incomes (IRPEF) in the 55 municipalities of the metropolitan city',
    },
    notes: [
      {
        it: 'Anni d’imposta 2018 e 2020 (il 2019 manca nella raccolta). Solo i 55 comuni della provincia 037. Colonne _n: contribuenti; colonne _eur: euro correnti. Una cella vuota è una cifra che il Ministero non pubblica perché riguarda pochi contribuenti.',
        en: 'Tax years 2018 and 2020 (2019 is missing from the collection). The 55 municipalities of province 037 only. Columns _n: taxpayers; columns _eur: current euro. An empty cell is a figure the Ministry withholds because it concerns few taxpayers.',
      },
      {
        it: 'Nel 2018 le righe hanno un campo meno dell’intestazione e il codice ISTAT ha lo zero iniziale; nel 2020 è il contrario. Ogni file dichiara quanti punti e virgola avanzano: toglierli alla cieca cancellerebbe cifre non pubblicate.',
        en: 'In 2018 rows have one field less than the header and the ISTAT code has its leading zero; in 2020 it is the other way round. Each file states its spare semicolons: trimming blindly would eat withheld figures.',
      },
      {
        it: 'La somma delle classi di reddito è minore del numero di contribuenti: chi non ha un reddito complessivo da classificare resta fuori. Il 2021 esiste solo in una rielaborazione senza licenza e non è riportato.',
        en: 'The classes of income add up to fewer than all taxpayers: those without a total income to classify stay out. 2021 exists only as a reworking without a licence and is not carried.',
      },
    ],
  },
  sources: [...FILES].map(([year, { path }]) => ({
    path,
    url: `https://www1.finanze.gov.it/finanze/analisi_stat/public/v_4_0_0/contenuti/Redditi_e_principali_variabili_IRPEF_su_base_comunale_CSV_${year}.zip`,
  })),
  refresh,
};
