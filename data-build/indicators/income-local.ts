import { CITY_CODE } from '../../src/model/ids';
import { THRESHOLD } from '../../src/domain/suppress-audit';
import { gridGet, NO_FIXED_ABODE, ratio, SMALL_BASE, toCells } from '../bases/grid';
import { income, NOT_RESIDENT } from '../bases/income';
import { residents } from '../bases/population';
import { t } from '../bases/tally';
import type { Cell } from '../../src/model/cell';
import type { Indicator } from '../model';

const common = {
  theme: 'income',
  pon: 'taxes',
  ramp: 'green-blue',
  notApplicable: [],
  seriesBreaks: [],
} as const;

const SMALL = t(
  `Dove i contribuenti sono meno di ${SMALL_BASE.taxpayers} il dato è poco affidabile e non è mostrato. Sono le stesse aree che il Comune esclude dalle mappe della fragilità.`,
  `Where there are fewer than ${SMALL_BASE.taxpayers} taxpayers the figure is unreliable and not shown. These are the areas the Municipality leaves out of its fragility maps.`,
);
const CITY = t(
  'La città somma le 90 aree e i contribuenti senza fissa dimora; chi non era residente nell’anno d’imposta è escluso.',
  'The city sums the 90 areas and taxpayers without fixed abode; people not resident in the tax year are left out.',
);
const RESIDENTS = t(
  'I residenti sono quelli al 31 dicembre dell’anno di reddito: per aree statistiche e zone di prossimità dal 2010 al 2021.',
  'Residents are those of 31 December of the income year: for statistical areas and proximity zones from 2010 to 2021.',
);

type Texts = Pick<
  Indicator,
  'id' | 'twin' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'direction'
>;

/** A figure over the residents of the same year and level. */
const perResident = (
  texts: Texts,
  shape: Pick<Indicator, 'measure' | 'unit' | 'decimals'>,
  value: (taxpayers: number, euros: number, people: number) => Cell,
): Indicator => ({
  ...common,
  ...texts,
  ...shape,
  method: t(
    'Si sommano contribuenti, imponibili e residenti delle aree contenute e si divide una sola volta.',
    'Taxpayers, taxable income and residents of the areas contained are summed and divided once.',
  ),
  notes: [SMALL, RESIDENTS, CITY],
  denominator: t('residenti', 'residents'),
  datasets: ['income-mean', 'population-zona', 'population-area'],
  compute(edition, geography) {
    const { grid, hidden } = income(edition, geography);
    const people = residents(edition, geography);
    const cells = toCells(grid, [hidden, people.hidden], ([taxpayers, euros], { level, period, code }) => {
      const base = gridGet(people.grid, level, period).get(code)?.[0];
      if (base === undefined) return { missing: 'not-available' };
      return taxpayers! < SMALL_BASE.taxpayers ? { missing: 'unreliable' } : value(taxpayers!, euros!, base);
    });
    for (const [level, byPeriod] of grid)
      for (const period of byPeriod.keys())
        if (gridGet(people.grid, level, period).size === 0) cells[level]!.delete(period);
    return cells;
  },
});

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'income.relative',
    order: 3,
    title: t('Reddito medio rispetto alla città', 'Mean income relative to the city'),
    question: t(
      'Dove si dichiara più o meno della media cittadina?',
      'Where do people declare more or less than the city average?',
    ),
    sentence: t(
      'il reddito medio è {n}, se quello della città è 100',
      'mean income is {n}, with the city’s at 100',
    ),
    definition: t(
      'Reddito medio per contribuente, con quello della città nello stesso anno pari a 100.',
      'Mean income per taxpayer, with the city’s of the same year at 100.',
    ),
    method: t(
      'Reddito medio del territorio diviso per quello della città nello stesso anno: l’inflazione non conta, e gli anni si confrontano.',
      'Mean income of the place divided by the city’s of the same year: inflation drops out, and years compare.',
    ),
    notes: [SMALL, CITY],
    measure: 'index',
    unit: 'index',
    denominator: t('reddito medio della città', 'the city’s mean income'),
    direction: 'better',
    decimals: 0,
    datasets: ['income-mean'],
    compute(edition, geography) {
      const { grid, hidden } = income(edition, geography);
      const cells = toCells(grid, [hidden], ([taxpayers, euros], { period }) => {
        const [all, sum] = gridGet(grid, 'citta', period).get(CITY_CODE)!;
        return taxpayers! < SMALL_BASE.taxpayers
          ? { missing: 'unreliable' }
          : { value: (euros! / taxpayers! / (sum! / all!)) * 100 };
      });
      // The city is 100 by definition: nothing to show.
      delete cells.citta;
      return cells;
    },
  },
  {
    ...common,
    id: 'income.mean_to_median',
    order: 4,
    title: t('Reddito medio rispetto al mediano', 'Mean income relative to the median'),
    question: t(
      'Dove pochi redditi alti spingono in su la media?',
      'Where do a few high incomes push the mean up?',
    ),
    sentence: t(
      'il reddito medio è {n}, se quello mediano è 100',
      'mean income is {n}, with the median at 100',
    ),
    definition: t(
      'Reddito medio per contribuente, con il reddito mediano della stessa area pari a 100.',
      'Mean income per taxpayer, with the median income of the same area at 100.',
    ),
    method: t(
      'Reddito medio diviso per il reddito mediano pubblicato dal Comune, stessa area e stesso anno.',
      'Mean income divided by the median income published by the Municipality, same area and year.',
    ),
    notes: [
      t(
        'Più il valore supera 100, più i redditi alti sono lontani da quello di mezzo: è un segno di disuguaglianza dentro l’area, non una misura completa.',
        'The more it exceeds 100, the farther high incomes are from the middle one: a sign of inequality within the area, not a full measure of it.',
      ),
      SMALL,
    ],
    measure: 'index',
    unit: 'index',
    denominator: t('reddito mediano', 'median income'),
    direction: 'neither',
    decimals: 0,
    notApplicable: ['citta', 'quartiere', 'zona', 'prossimita'],
    datasets: ['income-mean', 'income-median'],
    compute(edition) {
      const means = new Map(
        edition
          .table('income-mean')
          .map((r) => [`${r.area}|${r.period}`, Number(r.taxable_income) / Number(r.taxpayers)]),
      );
      const periods = new Map<string, Map<string, Cell>>();
      for (const { area, period, taxpayers, median_income: median } of edition.table('income-median')) {
        if (area === NO_FIXED_ABODE || area === NOT_RESIDENT) continue;
        const mean = means.get(`${area}|${period}`)!;
        const cell: Cell =
          Number(taxpayers) < THRESHOLD
            ? { missing: 'suppressed' }
            : Number(taxpayers) < SMALL_BASE.taxpayers
              ? { missing: 'unreliable' }
              : { value: (mean / Number(median)) * 100 };
        const cells = periods.get(period!) ?? new Map<string, Cell>();
        periods.set(period!, cells.set(area!, cell));
      }
      return { area: periods };
    },
  },
  perResident(
    {
      id: 'income.per_resident',
      order: 5,
      title: t('Reddito imponibile per abitante', 'Taxable income per resident'),
      question: t(
        'Quanto reddito c’è per ogni abitante, bambini compresi?',
        'How much income is there for every resident, children included?',
      ),
      sentence: t(
        'il reddito imponibile per abitante è di {n} euro all’anno',
        'taxable income per resident is {n} euros a year',
      ),
      definition: t(
        'Reddito imponibile IRPEF dell’anno diviso per i residenti di ogni età.',
        'Taxable income (IRPEF) of the year divided by residents of any age.',
      ),
      direction: 'better',
    },
    { measure: 'mean', unit: 'euro', decimals: 0 },
    (_, euros, people) => ({ value: euros / people }),
  ),
  perResident(
    {
      id: 'income.taxpayers_per100',
      twin: 'income.metro_taxpayers_per100',
      order: 6,
      title: t('Contribuenti ogni 100 abitanti', 'Taxpayers per 100 residents'),
      question: t('Quanti abitanti dichiarano un reddito?', 'How many residents declare an income?'),
      sentence: t(
        'ci sono {n} contribuenti ogni 100 residenti',
        'there are {n} taxpayers for every 100 residents',
      ),
      definition: t(
        'Contribuenti IRPEF ogni 100 residenti di ogni età.',
        'Taxpayers (IRPEF) per 100 residents of any age.',
      ),
      direction: 'neither',
    },
    { measure: 'rate', unit: 'per100', decimals: 1 },
    (taxpayers, _, people) => ratio(taxpayers, people, SMALL_BASE.residents),
  ),
  {
    ...common,
    id: 'income.taxpayers',
    order: 7,
    title: t('Contribuenti', 'Taxpayers'),
    question: t('Quante persone dichiarano un reddito?', 'How many people declare an income?'),
    sentence: t('ci sono {n} contribuenti', 'there are {n} taxpayers'),
    definition: t('Contribuenti IRPEF dell’anno di reddito.', 'Taxpayers (IRPEF) of the income year.'),
    method: t('Somma dei contribuenti delle aree contenute.', 'Sum of the taxpayers of the areas contained.'),
    notes: [CITY],
    measure: 'count',
    unit: 'people',
    denominator: null,
    direction: 'neither',
    decimals: 0,
    datasets: ['income-mean'],
    compute(edition, geography) {
      const { grid, hidden } = income(edition, geography);
      return toCells(grid, [hidden], ([taxpayers]) => ({ value: taxpayers! }));
    },
  },
];
