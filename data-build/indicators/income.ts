import type { Cell } from '../../src/model/cell';
import { THRESHOLD } from '../../src/domain/suppress-audit';
import { income, NOT_RESIDENT } from '../bases/income';
import { NO_FIXED_ABODE, SMALL_BASE, toCells } from '../bases/grid';
import type { Indicator } from '../model';

const NOTES = [
  {
    it: `Dove i contribuenti sono meno di ${SMALL_BASE.taxpayers} il dato è poco affidabile e non è mostrato: pochi redditi molto alti o molto bassi lo sposterebbero da un anno all’altro. Sono le stesse aree che il Comune esclude dalle mappe della fragilità.`,
    en: `Where there are fewer than ${SMALL_BASE.taxpayers} taxpayers the figure is unreliable and not shown: a few very high or very low incomes would move it from one year to the next. These are the areas the Municipality leaves out of its fragility maps.`,
  },
  {
    it: 'Gli euro sono quelli di ciascun anno, non corretti per l’inflazione.',
    en: 'Euros are those of each year, not adjusted for inflation.',
  },
];

const common = {
  theme: 'income',
  pon: 'taxes',
  unit: 'euro',
  denominator: { it: 'contribuenti', en: 'taxpayers' },
  ramp: 'green-blue',
  direction: 'better',
  decimals: 0,
  seriesBreaks: [],
} as const;

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'income.mean',
    twin: 'income.metro_mean',
    order: 1,
    title: { it: 'Reddito medio per contribuente', en: 'Mean income per taxpayer' },
    sentence: {
      it: 'il reddito medio per contribuente è di {n} euro all’anno',
      en: 'mean income per taxpayer is {n} euros a year',
    },
    question: {
      it: 'Quanto dichiara in media chi paga le tasse?',
      en: 'How much do taxpayers declare on average?',
    },
    definition: {
      it: 'Reddito imponibile IRPEF dell’anno diviso per il numero di contribuenti.',
      en: 'Taxable income (IRPEF) of the year divided by the number of taxpayers.',
    },
    method: {
      it: 'Si sommano imponibili e contribuenti delle aree contenute e si divide una sola volta: mai una media di medie. La città somma le 90 aree e i contribuenti senza fissa dimora; chi non era residente nell’anno d’imposta è escluso.',
      en: 'Taxable income and taxpayers of the areas contained are summed and divided once: never a mean of means. The city sums the 90 areas and taxpayers without fixed abode; people not resident in the tax year are left out.',
    },
    notes: [
      ...NOTES,
      {
        it: 'La media è spinta in alto da pochi redditi elevati: il reddito mediano racconta meglio la persona di mezzo.',
        en: 'A few high incomes push the mean up: median income says more about the person in the middle.',
      },
      {
        it: 'In alcune aree la media di un anno solo sale da un quinto a un terzo mentre la mediana quasi non si muove: Galvani-1 nel 2016 (73.506 €, tra 54.348 e 55.681), San Luca nel 2018, Croce Coperta nel 2021. La fonte non dice perché: redditi eccezionali di pochi bastano.',
        en: 'In some areas the mean of a single year rises by a fifth to a third while the median hardly moves: Galvani-1 in 2016 (€73,506, between 54,348 and 55,681), San Luca in 2018, Croce Coperta in 2021. The source does not say why: exceptional incomes of a few are enough.',
      },
    ],
    measure: 'mean',
    notApplicable: [],
    datasets: ['income-mean'],
    compute(edition, geography) {
      const { grid, hidden } = income(edition, geography);
      return toCells(grid, [hidden], ([taxpayers, total]) =>
        taxpayers! < SMALL_BASE.taxpayers ? { missing: 'unreliable' } : { value: total! / taxpayers! },
      );
    },
  },
  {
    ...common,
    id: 'income.median',
    order: 2,
    title: { it: 'Reddito mediano per contribuente', en: 'Median income per taxpayer' },
    sentence: {
      it: 'il reddito mediano per contribuente è di {n} euro all’anno',
      en: 'median income per taxpayer is {n} euros a year',
    },
    question: {
      it: 'Quanto dichiara il contribuente di mezzo?',
      en: 'How much does the taxpayer in the middle declare?',
    },
    definition: {
      it: 'Il reddito imponibile che divide i contribuenti residenti in due metà: una dichiara di più, l’altra di meno.',
      en: 'The taxable income that splits resident taxpayers into two halves: one declares more, the other less.',
    },
    method: {
      it: 'Valore pubblicato dal Comune per area statistica. Le mediane non si sommano: per zone, quartieri e città non si può calcolare.',
      en: 'Value published by the Municipality by statistical area. Medians do not add up: for zones, districts and the city it cannot be computed.',
    },
    notes: NOTES,
    measure: 'median',
    notApplicable: ['citta', 'quartiere', 'zona', 'prossimita'],
    datasets: ['income-median'],
    compute(edition) {
      const periods = new Map<string, Map<string, Cell>>();
      for (const { area, period, taxpayers, median_income: median } of edition.table('income-median')) {
        if (area === NO_FIXED_ABODE || area === NOT_RESIDENT) continue;
        const cells = periods.get(period!) ?? new Map<string, Cell>();
        periods.set(period!, cells.set(area!, medianCell(Number(taxpayers), Number(median))));
      }
      return { area: periods };
    },
  },
];

/** A median does not follow from others, so nothing but its own base needs protection. */
const medianCell = (taxpayers: number, median: number): Cell =>
  taxpayers < THRESHOLD
    ? { missing: 'suppressed' }
    : taxpayers < SMALL_BASE.taxpayers
      ? { missing: 'unreliable' }
      : { value: median };
