import { ages } from '../bases/population';
import { ratio, SMALL_BASE, toCells } from '../bases/grid';
import type { Indicator } from '../model';
import { SMALL_AREAS } from '../bases/notes';

const METHOD = {
  it: 'Si sommano prima le persone delle aree contenute e poi si calcola il rapporto: mai una media di percentuali. L’età è quella al 31 dicembre.',
  en: 'People of the areas contained are summed first and the ratio computed afterwards: never an average of percentages. Age is as of 31 December.',
};
const NOTES = [
  SMALL_AREAS,
  {
    it: 'L’età per area statistica è pubblicata per gli anni 2010–2021 e comprende le persone con una dimora: le quote della città non contano chi è senza fissa dimora.',
    en: 'Age by statistical area is published for 2010–2021 and covers people with a fixed abode: the city’s shares do not count people without one.',
  },
];

/** What the three indicators of the age structure have in common. */
const common = {
  theme: 'population',
  pon: 'social',
  method: METHOD,
  ramp: 'plum',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['population-area'],
} as const;

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'population.under15_share',
    order: 4,
    title: { it: 'Residenti con meno di 15 anni', en: 'Residents under 15' },
    sentence: {
      it: '{n} residenti ogni 100 hanno meno di 15 anni',
      en: '{n} of every 100 residents are under 15',
    },
    question: { it: 'Dove vivono bambine, bambini e ragazzi?', en: 'Where do children live?' },
    definition: {
      it: 'Residenti da 0 a 14 anni, ogni 100 residenti.',
      en: 'Residents aged 0 to 14, per 100 residents.',
    },
    notes: NOTES,
    measure: 'share',
    unit: 'percent',
    denominator: { it: 'residenti', en: 'residents' },
    decimals: 1,
    compute(edition, geography) {
      const { grid, young } = ages(edition, geography);
      return toCells(grid, [young], ([a, b, c]) => ratio(a!, a! + b! + c!, SMALL_BASE.residents));
    },
  },
  {
    ...common,
    id: 'population.over65_share',
    order: 5,
    title: { it: 'Residenti di 65 anni e oltre', en: 'Residents aged 65 and over' },
    sentence: {
      it: '{n} residenti ogni 100 hanno 65 anni e oltre',
      en: '{n} of every 100 residents are aged 65 and over',
    },
    question: {
      it: 'Dove vivono le persone di 65 anni e oltre?',
      en: 'Where do people aged 65 and over live?',
    },
    definition: {
      it: 'Residenti di 65 anni e oltre, ogni 100 residenti.',
      en: 'Residents aged 65 and over, per 100 residents.',
    },
    notes: NOTES,
    measure: 'share',
    unit: 'percent',
    denominator: { it: 'residenti', en: 'residents' },
    decimals: 1,
    compute(edition, geography) {
      const { grid, old } = ages(edition, geography);
      return toCells(grid, [old], ([a, b, c]) => ratio(c!, a! + b! + c!, SMALL_BASE.residents));
    },
  },
  {
    ...common,
    id: 'population.ageing_index',
    order: 6,
    title: { it: 'Indice di vecchiaia', en: 'Ageing index' },
    sentence: {
      it: 'ci sono {n} persone di 65 anni e oltre ogni 100 con meno di 15',
      en: 'there are {n} people aged 65 and over for every 100 under 15',
    },
    question: {
      it: 'Quanti anziani ci sono per ogni ragazzo?',
      en: 'How many older people are there for every child?',
    },
    definition: {
      it: 'Residenti di 65 anni e oltre ogni 100 residenti con meno di 15 anni.',
      en: 'Residents aged 65 and over per 100 residents under 15.',
    },
    notes: [
      {
        it: 'Sopra 100 gli anziani sono più dei ragazzi. Con pochi ragazzi il rapporto oscilla molto da un anno all’altro.',
        en: 'Above 100, older people outnumber children. With few children the ratio swings widely from year to year.',
      },
      ...NOTES,
    ],
    measure: 'rate',
    unit: 'per100',
    denominator: { it: 'residenti con meno di 15 anni', en: 'residents under 15' },
    decimals: 0,
    compute(edition, geography) {
      const { grid, young, old } = ages(edition, geography);
      // The index ties the two counts together: it is hidden where either is.
      return toCells(grid, [young, old], ([a, b, c]) => ratio(c!, a!, SMALL_BASE.residents, a! + b! + c!));
    },
  },
];
