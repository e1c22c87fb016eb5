import { gridGet, ratio, SMALL_BASE, toCells } from '../bases/grid';
import { householdCounts, households, householdSizes } from '../bases/households';
import { residents } from '../bases/population';
import { sum, t } from '../bases/tally';
import type { Indicator } from '../model';

const common = {
  theme: 'households',
  pon: 'housing',
  method: t(
    'Per i livelli più ampi si sommano prima le famiglie delle aree e poi si calcola: mai una media di quote. Famiglie anagrafiche al 31 dicembre.',
    'For wider levels the households of the areas are summed first and the figure computed afterwards: never an average of shares. Registered households on 31 December.',
  ),
  ramp: 'ochre',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['households'],
} as const;

const SMALL = t(
  `Dove le famiglie sono meno di ${SMALL_BASE.households} la quota è poco affidabile e non è mostrata.`,
  `Where there are fewer than ${SMALL_BASE.households} households the share is unreliable and not shown.`,
);
const REGISTER = t(
  'La famiglia anagrafica è quella del registro: chi divide una casa può risultare come più famiglie, e viceversa.',
  'A household is as registered: people sharing a home may count as several households, and the other way round.',
);
const FIXED = t(
  'Anche per la città sono contate solo le famiglie con una dimora: le poche senza sarebbero riconoscibili per differenza.',
  'For the city too, only households with a fixed abode are counted: the few without could be told by subtraction.',
);
const NO_MEAN = t(
  'La fonte riunisce le famiglie di tre persone e oltre: il numero medio di componenti non si può calcolare.',
  'The source puts households of three people and more together: the mean number of members cannot be computed.',
);

const sizeShare = (
  texts: Pick<Indicator, 'id' | 'order' | 'title' | 'question' | 'sentence' | 'definition'>,
  at: number,
): Indicator => ({
  ...common,
  ...texts,
  notes: [SMALL, REGISTER, FIXED, NO_MEAN],
  measure: 'share',
  unit: 'percent',
  denominator: t('famiglie', 'households'),
  decimals: 1,
  compute(edition, geography) {
    const { grid, hidden } = householdSizes(edition, geography);
    return toCells(grid, hidden, (counts) => ratio(counts[at]!, sum(counts), SMALL_BASE.households));
  },
});

export const indicators: Indicator[] = [
  sizeShare(
    {
      id: 'households.two_share',
      order: 2,
      title: t('Famiglie di due persone', 'Two-person households'),
      question: t('Quante famiglie sono di due persone?', 'How many households consist of two people?'),
      sentence: t('{n} famiglie ogni 100 sono di due persone', '{n} of every 100 households are two people'),
      definition: t(
        'Famiglie anagrafiche con due componenti, ogni 100 famiglie.',
        'Registered households with two members, per 100 households.',
      ),
    },
    1,
  ),
  sizeShare(
    {
      id: 'households.three_plus_share',
      order: 3,
      title: t('Famiglie di tre persone e oltre', 'Households of three or more'),
      question: t(
        'Quante famiglie sono di tre persone o più?',
        'How many households consist of three people or more?',
      ),
      sentence: t(
        '{n} famiglie ogni 100 sono di tre persone o più',
        '{n} of every 100 households are three people or more',
      ),
      definition: t(
        'Famiglie anagrafiche con tre componenti e oltre, ogni 100 famiglie.',
        'Registered households with three or more members, per 100 households.',
      ),
    },
    2,
  ),
  {
    ...common,
    id: 'households.count',
    order: 4,
    title: t('Famiglie', 'Households'),
    question: t('Quante famiglie abitano qui?', 'How many households live here?'),
    sentence: t('vivono {n} famiglie', 'there are {n} households'),
    definition: t('Famiglie anagrafiche al 31 dicembre.', 'Registered households on 31 December.'),
    notes: [
      REGISTER,
      t(
        'Il totale della città comprende le famiglie senza fissa dimora, che non compaiono in nessuna area.',
        'The city total includes households without fixed abode, which appear in no area.',
      ),
    ],
    measure: 'count',
    unit: 'households',
    denominator: null,
    decimals: 0,
    compute(edition, geography) {
      const { grid, hidden } = householdCounts(edition, geography);
      return toCells(grid, [hidden], ([n]) => ({ value: n! }));
    },
  },
  {
    ...common,
    id: 'households.alone_per_100_residents',
    order: 5,
    title: t('Persone che vivono sole', 'People living alone'),
    question: t('Quanti abitanti vivono soli?', 'How many residents live alone?'),
    sentence: t(
      '{n} residenti ogni 100 sono una famiglia di una sola persona',
      '{n} of every 100 residents are a household of one',
    ),
    definition: t(
      'Persone in famiglie di un solo componente, ogni 100 residenti.',
      'People in one-member households, per 100 residents.',
    ),
    method: t(
      'Famiglie di una persona divise per i residenti dello stesso anno e livello, sommati prima di dividere.',
      'One-person households divided by residents of the same year and level, summed before dividing.',
    ),
    notes: [
      REGISTER,
      t(
        'Per aree statistiche e zone di prossimità i residenti arrivano al 2021, per zone, quartieri e città al 2023. Fra i residenti c’è anche chi vive in convivenze, come case di riposo o convitti.',
        'For statistical areas and proximity zones residents reach to 2021, for zones, districts and the city to 2023. Residents include people in institutions, such as care homes or halls of residence.',
      ),
    ],
    measure: 'rate',
    unit: 'per100',
    denominator: t('residenti', 'residents'),
    decimals: 1,
    datasets: ['households', 'population-zona', 'population-area'],
    compute(edition, geography) {
      const { grid, hidden } = households(edition, geography);
      const people = residents(edition, geography);
      const cells = toCells(grid, [hidden, people.hidden], ([single], { level, period, code }) => {
        const base = gridGet(people.grid, level, period).get(code)?.[0];
        return base === undefined ? { missing: 'not-available' } : ratio(single!, base, SMALL_BASE.residents);
      });
      for (const [level, byPeriod] of grid)
        for (const period of byPeriod.keys())
          if (gridGet(people.grid, level, period).size === 0) cells[level]!.delete(period);
      return cells;
    },
  },
];
