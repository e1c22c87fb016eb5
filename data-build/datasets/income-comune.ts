import { InputError, type DatasetModule, type RawSource, type RefreshContext } from '../model';
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
interface File {
  path: string;
  code: RegExp;
  format: MefFormat;
  /** No copy is at hand: the ministry's file is asked for, and its shape is that year's of the table by postcode. */
  awaited?: true;
}
const pathOf = (year: string): string => `metro/mef_irpef_comunale_${year}_prov037.csv`;
/** Year → what is its own: rows of 2018 lack the last semicolon, those of 2020 the zero before the code. */
const FILES = new Map<string, File>([
  [
    '2018',
    {
      path: pathOf('2018'),
      code: /^037\d{3}$/,
      format: { spare: 0, keys: KEYS, credit: 'Bonus spettante' },
    },
  ],
  [
    '2019',
    {
      path: pathOf('2019'),
      code: /^0?37\d{3}$/,
      format: { spare: 1, keys: KEYS, credit: 'Bonus spettante' },
      awaited: true,
    },
  ],
  [
    '2020',
    {
      path: pathOf('2020'),
      code: /^37\d{3}$/,
      format: { spare: 1, keys: KEYS, credit: 'Bonus spettante' },
    },
  ],
  [
    '2021',
    {
      path: pathOf('2021'),
      code: /^0?37\d{3}$/,
      format: { spare: 2, keys: KEYS, credit: 'Trattamento spettante' },
      awaited: true,
    },
  ],
]);
const COMUNI = 55;

function readYear(ctx: RefreshContext, year: string, { path, code, format }: File): string[][] {
  const unique = new UniqueKeys();
  const rows = mefRows(ctx.read(path), path, format).map((row) => {
    const period = String(integer(row, 'Anno di imposta', Number(year), Number(year)));
    const comune = row.get('Codice Istat Comune');
    if (!code.test(comune))
      row.fail('Codice Istat Comune', `a code like ${code.source}`, 'The row is shifted.');
    if (row.get('Sigla Provincia') !== 'BO') row.fail('Sigla Provincia', 'BO', 'The row is shifted.');
    const istat = comune.padStart(6, '0');
    unique.add(row, 'Codice Istat Comune', period, istat);
    return [istat, period, ...mefFigures(row)];
  });
  if (rows.length !== COMUNI)
    throw new InputError(
      { file: path },
      `${COMUNI} comuni`,
      String(rows.length),
      'Rows are missing, or comuni merged.',
    );
  return rows;
}

/** The rows of a year nobody has seen yet, or none, with a warning, where its file is not what was expected. */
function readAwaited(ctx: RefreshContext, year: string, file: File): string[][] {
  if (!ctx.has(file.path)) return [];
  try {
    return readYear(ctx, year, file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    ctx.warn(`${year} is left out: ${error.message}`);
    return [];
  }
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const years = [...FILES].map(
    ([year, file]) =>
      [year, file.awaited ? readAwaited(ctx, year, file) : readYear(ctx, year, file)] as const,
  );
  const there = years.filter(([, rows]) => rows.length > 0).map(([year]) => year);
  const lacking = years.filter(([, rows]) => rows.length === 0).map(([year]) => year);
  return {
    tables: {
      data: { columns: ['comune', 'period', ...MEF_COLUMNS], rows: years.flatMap(([, rows]) => rows) },
    },
    period: [there[0]!, there.at(-1)!],
    ...(lacking.length > 0 && {
      notes: [
        {
          it: `Anni d’imposta che mancano nella raccolta e che l’aggiornamento chiede al Ministero: ${lacking.join(', ')}.`,
          en: `Tax years missing from the collection, which a refresh asks the Ministry for: ${lacking.join(', ')}.`,
        },
      ],
    }),
  };
}

const sourceOf = ([year, { path, awaited }]: [string, File]): RawSource => ({
  path,
  ...(awaited && { awaited }),
  url: `https://www1.finanze.gov.it/finanze/analisi_stat/public/v_4_0_0/contenuti/Redditi_e_principali_variabili_IRPEF_su_base_comunale_CSV_${year}.zip`,
});

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
        it: 'Solo i 55 comuni della provincia 037. Colonne _n: contribuenti; colonne _eur: euro correnti. Una cella vuota è una cifra che il Ministero non pubblica perché riguarda pochi contribuenti.',
        en: 'The 55 municipalities of province 037 only. Columns _n: taxpayers; columns _eur: current euro. An empty cell is a figure the Ministry withholds because it concerns few taxpayers.',
      },
      {
        it: 'Nel 2018 le righe hanno un campo meno dell’intestazione e il codice ISTAT ha lo zero iniziale; nel 2020 è il contrario. Ogni file dichiara quanti punti e virgola avanzano: toglierli alla cieca cancellerebbe cifre non pubblicate.',
        en: 'In 2018 rows have one field less than the header and the ISTAT code has its leading zero; in 2020 it is the other way round. Each file states its spare semicolons: trimming blindly would eat withheld figures.',
      },
      {
        it: 'La somma delle classi di reddito è minore del numero di contribuenti: chi non ha un reddito complessivo da classificare resta fuori. La rielaborazione del 2021 fatta da terzi non ha licenza e non è riportata.',
        en: 'The classes of income add up to fewer than all taxpayers: those without a total income to classify stay out. A third party’s reworking of 2021 has no licence and is not carried.',
      },
    ],
  },
  sources: [...FILES].filter(([, { awaited }]) => !awaited).map(sourceOf),
  live: [...FILES].map(sourceOf),
  refresh,
};
