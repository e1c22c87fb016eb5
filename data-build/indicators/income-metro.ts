import type { Cell } from '../../src/model/cell';
import { comuneShare, comuniCells } from '../bases/comuni';
import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

/** Income tax by comune, 2018 and 2020. */

const NOTES = [
  t(
    'Anni d’imposta 2018 e 2020: 2019 e 2021 mancano nella raccolta e si chiedono al Ministero a ogni aggiornamento. Il 2020 risente della pandemia.',
    'Tax years 2018 and 2020: 2019 and 2021 are missing from the collection, and the Ministry is asked for them at every refresh. 2020 bears the mark of the pandemic.',
  ),
  t(
    'Sono i redditi delle dichiarazioni IRPEF: non contano i redditi esenti né quelli tassati alla fonte, come gran parte degli interessi e dei dividendi, e chi è in regime forfetario.',
    'These are incomes declared for IRPEF: exempt incomes and those taxed at source, such as most interest and dividends, or under the flat-rate scheme for small traders, are not counted.',
  ),
];

const common = {
  theme: 'income',
  pon: 'taxes',
  ramp: 'green-blue',
  notes: NOTES,
  notApplicable: ['citta', 'quartiere', 'zona', 'prossimita', 'area'],
  seriesBreaks: [],
} as const;

export type Texts = Pick<
  Indicator,
  | 'id'
  | 'twin'
  | 'order'
  | 'title'
  | 'question'
  | 'sentence'
  | 'definition'
  | 'method'
  | 'denominator'
  | 'direction'
>;

export const make = (
  texts: Texts,
  shape: Pick<Indicator, 'measure' | 'unit' | 'decimals'>,
  cellOf: (row: Record<string, string>, edition: EditionReader) => Cell,
  datasets: readonly string[] = ['income-comune'],
): Indicator => ({
  ...common,
  ...texts,
  ...shape,
  datasets,
  compute: (edition, geography) =>
    comuniCells(edition.table('income-comune'), geography, (row) => cellOf(row, edition)),
});

export const SHARE = { measure: 'share', unit: 'percent', decimals: 1 } as const;
const EURO = { measure: 'mean', unit: 'euro', decimals: 0 } as const;
export const indicators: Indicator[] = [
  make(
    {
      id: 'income.metro_mean',
      twin: 'income.mean',
      order: 20,
      title: t(
        'Reddito imponibile medio nei comuni metropolitani',
        'Mean taxable income in the metropolitan municipalities',
      ),
      question: t(
        'Quanto dichiara in media chi vive nei comuni attorno a Bologna?',
        'How much do people around Bologna declare on average?',
      ),
      sentence: t(
        'il reddito imponibile medio è di {n} euro all’anno',
        'mean taxable income is {n} euros a year',
      ),
      definition: t(
        'Reddito imponibile IRPEF diviso per i contribuenti che ne hanno uno.',
        'Taxable income (IRPEF) divided by the taxpayers who have one.',
      ),
      method: t(
        'Somme del Ministero dell’Economia per comune. La base sono i contribuenti con reddito imponibile: per Bologna la media è un po’ diversa da quella comunale per area, che usa un altro conteggio.',
        'Sums by the Ministry of Economy for each municipality. The base is taxpayers with a taxable income: for Bologna the mean differs slightly from the municipal one by area, which counts otherwise.',
      ),
      denominator: t('contribuenti con reddito imponibile', 'taxpayers with a taxable income'),
      direction: 'better',
    },
    EURO,
    (row) => ({ value: Number(row.taxable_eur) / Number(row.taxable_n) }),
  ),
  make(
    {
      id: 'income.metro_pension_mean',
      order: 21,
      title: t('Pensione media nei comuni metropolitani', 'Mean pension in the metropolitan municipalities'),
      question: t('Quanto vale in media una pensione?', 'How much is a pension on average?'),
      sentence: t(
        'il reddito medio da pensione è di {n} euro all’anno',
        'mean pension income is {n} euros a year',
      ),
      definition: t(
        'Reddito da pensione diviso per i contribuenti che ne hanno uno.',
        'Pension income divided by the taxpayers who have one.',
      ),
      method: t(
        'Somme del Ministero dell’Economia per comune, divise una volta.',
        'Sums by the Ministry of Economy for each municipality, divided once.',
      ),
      denominator: t('contribuenti con reddito da pensione', 'taxpayers with a pension'),
      direction: 'better',
    },
    EURO,
    (row) => ({ value: Number(row.pensioners_eur) / Number(row.pensioners_n) }),
  ),
  make(
    {
      id: 'income.metro_employee_mean',
      order: 22,
      title: t('Reddito medio da lavoro dipendente', 'Mean income from employment'),
      question: t(
        'Quanto guadagna in media chi lavora come dipendente?',
        'How much do employees earn on average?',
      ),
      sentence: t(
        'il reddito medio da lavoro dipendente è di {n} euro all’anno',
        'mean income from employment is {n} euros a year',
      ),
      definition: t(
        'Reddito da lavoro dipendente e assimilati diviso per i contribuenti che ne hanno uno.',
        'Income from employment and the like divided by the taxpayers who have one.',
      ),
      method: t(
        'Somme del Ministero dell’Economia per comune, divise una volta. Conta anche chi ha lavorato pochi mesi o a tempo parziale.',
        'Sums by the Ministry of Economy for each municipality, divided once. People who worked a few months or part time count too.',
      ),
      denominator: t(
        'contribuenti con reddito da lavoro dipendente',
        'taxpayers with income from employment',
      ),
      direction: 'better',
    },
    EURO,
    (row) => ({ value: Number(row.employees_eur) / Number(row.employees_n) }),
  ),
  make(
    {
      id: 'income.metro_pensioners_share',
      order: 23,
      title: t('Contribuenti con una pensione', 'Taxpayers with a pension'),
      question: t('Quanti contribuenti hanno una pensione?', 'How many taxpayers have a pension?'),
      sentence: t(
        '{n} contribuenti ogni 100 hanno una pensione',
        '{n} of every 100 taxpayers have a pension',
      ),
      definition: t(
        'Contribuenti con reddito da pensione, ogni 100 contribuenti.',
        'Taxpayers with pension income, per 100 taxpayers.',
      ),
      method: t(
        'Contribuenti con reddito da pensione divisi per tutti i contribuenti del comune.',
        'Taxpayers with pension income divided by all taxpayers of the municipality.',
      ),
      denominator: t('contribuenti', 'taxpayers'),
      direction: 'neither',
    },
    SHARE,
    (row) => comuneShare(row, ['pensioners_n'], ['taxpayers_n']),
  ),
  make(
    {
      id: 'income.metro_tax_rate',
      order: 24,
      title: t('Aliquota media effettiva', 'Mean effective tax rate'),
      question: t(
        'Quanta parte del reddito imponibile va in IRPEF?',
        'How much of taxable income goes to income tax?',
      ),
      sentence: t(
        'l’IRPEF netta è il {n} % del reddito imponibile',
        'net income tax is {n} % of taxable income',
      ),
      definition: t(
        'Imposta netta IRPEF ogni 100 euro di reddito imponibile.',
        'Net income tax (IRPEF) per 100 euros of taxable income.',
      ),
      method: t(
        'Imposta netta di tutti i contribuenti del comune divisa per il loro reddito imponibile; le addizionali sono escluse.',
        'Net tax of all taxpayers of the municipality divided by their taxable income; regional and municipal surtaxes are left out.',
      ),
      denominator: t('euro di reddito imponibile', 'euros of taxable income'),
      direction: 'neither',
    },
    { measure: 'rate', unit: 'percent', decimals: 1 },
    (row) => ({ value: (Number(row.net_tax_eur) / Number(row.taxable_eur)) * 100 }),
  ),
  make(
    {
      id: 'income.metro_taxpayers_per100',
      twin: 'income.taxpayers_per100',
      order: 29,
      title: t('Contribuenti ogni 100 residenti', 'Taxpayers per 100 residents'),
      question: t(
        'Quanti abitanti dei comuni metropolitani sono contribuenti?',
        'How many residents of the metropolitan municipalities are taxpayers?',
      ),
      sentence: t(
        'ci sono {n} contribuenti ogni 100 residenti',
        'there are {n} taxpayers for every 100 residents',
      ),
      definition: t(
        'Contribuenti IRPEF ogni 100 residenti al 1° gennaio dello stesso anno.',
        'Taxpayers (IRPEF) per 100 residents on 1 January of the same year.',
      ),
      method: t(
        'Contribuenti del Ministero dell’Economia divisi per i residenti di ISTAT; l’anno è quello del reddito.',
        'Taxpayers counted by the Ministry of Economy divided by residents counted by ISTAT; the year is the income year.',
      ),
      denominator: t('residenti', 'residents'),
      direction: 'neither',
    },
    { measure: 'rate', unit: 'per100', decimals: 1 },
    (row, edition) => {
      const residents = edition
        .table('population-comuni')
        .find(({ comune, period }) => comune === row.comune && period === row.period);
      return { value: (Number(row.taxpayers_n) / Number(residents!.residents)) * 100 };
    },
    ['income-comune', 'population-comuni'],
  ),
];
