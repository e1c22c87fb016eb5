import { ratio, SMALL_BASE, toCells } from '../bases/grid';
import { SMALL_AREAS } from '../bases/notes';
import { ages } from '../bases/population';
import { bands, sexes } from '../bases/structure';
import { sum, t } from '../bases/tally';
import { per100, share } from '../bases/kinds';
import type { Indicator } from '../model';

/** How many of every 100 residents are of an age, and how the ages weigh on each other: every level of the city, 2010–2021. */

const COVERAGE = t(
  'L’età per area statistica è pubblicata per gli anni 2010–2021 e comprende le persone con una dimora: la città non conta chi è senza fissa dimora.',
  'Age by statistical area is published for 2010–2021 and covers people with a fixed abode: the city does not count people without one.',
);
const TOGETHER = t(
  'Dove anche una sola classe di età è troppo piccola per essere pubblicata, tutte le classi sono nascoste insieme: dalle altre si ricaverebbe per differenza.',
  'Where even one age group is too small to be published, all groups are hidden together: the others would give it away by subtraction.',
);

const common = {
  theme: 'population',
  pon: 'social',
  method: t(
    'Si sommano prima le persone delle aree contenute e poi si calcola il rapporto: mai una media di percentuali. L’età è quella al 31 dicembre.',
    'People of the areas contained are summed first and the ratio computed afterwards: never an average of percentages. Age is as of 31 December.',
  ),
  ramp: 'plum',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['population-area'],
} as const;

interface Band {
  id: string;
  order: number;
  /** Index in BANDS. */
  at: number;
  it: [title: string, words: string, question: string, sentence?: string];
  en: [title: string, words: string, question: string];
}

const band = ({ id, order, at, it, en }: Band): Indicator => ({
  ...common,
  id,
  order,
  title: t(it[0], en[0]),
  question: t(it[2], en[2]),
  sentence: t(
    it[3] ?? `{n} residenti ogni 100 hanno ${it[1]}`,
    `{n} of every 100 residents are aged ${en[1]}`,
  ),
  definition: t(`Residenti di ${it[1]}, ogni 100 residenti.`, `Residents aged ${en[1]}, per 100 residents.`),
  notes: [SMALL_AREAS, TOGETHER, COVERAGE],
  ...share(t('residenti', 'residents')),
  compute(edition, geography) {
    const { grid, hidden } = bands(edition, geography);
    return toCells(grid, hidden, (counts) => ratio(counts[at]!, sum(counts), SMALL_BASE.residents));
  },
});

const dependency = (
  texts: Pick<Indicator, 'id' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'notes'>,
  dependent: (young: number, old: number) => number,
): Indicator => ({
  ...common,
  ...texts,
  ...per100(t('residenti da 15 a 64 anni', 'residents aged 15 to 64')),
  compute(edition, geography) {
    const { grid, young, old } = ages(edition, geography);
    // It ties the three counts together: hidden where the young or the old are.
    return toCells(grid, [young, old], ([a, b, c]) =>
      ratio(dependent(a!, c!), b!, SMALL_BASE.residents, a! + b! + c!),
    );
  },
});

export const indicators: Indicator[] = [
  band({
    id: 'population.age0_2_share',
    order: 10,
    at: 0,
    it: ['Bambine e bambini da 0 a 2 anni', 'da 0 a 2 anni', 'Dove vivono le bambine e i bambini da nido?'],
    en: ['Children aged 0 to 2', '0 to 2', 'Where do children of nursery age live?'],
  }),
  band({
    id: 'population.age3_5_share',
    order: 11,
    at: 1,
    it: [
      'Bambine e bambini da 3 a 5 anni',
      'da 3 a 5 anni',
      'Dove vivono le bambine e i bambini da scuola dell’infanzia?',
    ],
    en: ['Children aged 3 to 5', '3 to 5', 'Where do children of preschool age live?'],
  }),
  band({
    id: 'population.age6_14_share',
    order: 12,
    at: 2,
    it: [
      'Ragazze e ragazzi da 6 a 14 anni',
      'da 6 a 14 anni',
      'Dove vivono le ragazze e i ragazzi delle scuole primarie e medie?',
    ],
    en: ['Children aged 6 to 14', '6 to 14', 'Where do children of compulsory school age live?'],
  }),
  band({
    id: 'population.age15_24_share',
    order: 13,
    at: 3,
    it: ['Giovani da 15 a 24 anni', 'da 15 a 24 anni', 'Dove vivono i più giovani?'],
    en: ['Young people aged 15 to 24', '15 to 24', 'Where do young people live?'],
  }),
  band({
    id: 'population.age25_34_share',
    order: 14,
    at: 4,
    it: ['Giovani adulti da 25 a 34 anni', 'da 25 a 34 anni', 'Dove vivono i giovani adulti?'],
    en: ['Young adults aged 25 to 34', '25 to 34', 'Where do young adults live?'],
  }),
  dependency(
    {
      id: 'population.old_dependency',
      order: 15,
      title: t('Indice di dipendenza degli anziani', 'Old-age dependency ratio'),
      question: t(
        'Quanti anziani ci sono per ogni persona in età da lavoro?',
        'How many older people are there for everyone of working age?',
      ),
      sentence: t(
        'ci sono {n} persone di 65 anni e oltre ogni 100 da 15 a 64 anni',
        'there are {n} people aged 65 and over for every 100 aged 15 to 64',
      ),
      definition: t(
        'Residenti di 65 anni e oltre ogni 100 residenti da 15 a 64 anni.',
        'Residents aged 65 and over per 100 residents aged 15 to 64.',
      ),
      notes: [
        t(
          'È un rapporto fra età, non fra chi lavora e chi no: a 15 anni si studia, e dopo i 65 molti lavorano o si prendono cura di altri.',
          'It compares ages, not people in and out of work: at 15 people study, and after 65 many work or care for others.',
        ),
        SMALL_AREAS,
        COVERAGE,
      ],
    },
    (_, old) => old,
  ),
  dependency(
    {
      id: 'population.dependency',
      order: 16,
      title: t('Indice di dipendenza strutturale', 'Total dependency ratio'),
      question: t(
        'Quanti bambini e anziani ci sono per ogni persona in età da lavoro?',
        'How many children and older people are there for everyone of working age?',
      ),
      sentence: t(
        'ci sono {n} persone sotto i 15 anni o di 65 e oltre ogni 100 da 15 a 64 anni',
        'there are {n} people under 15 or aged 65 and over for every 100 aged 15 to 64',
      ),
      definition: t(
        'Residenti con meno di 15 anni o con 65 anni e oltre, ogni 100 residenti da 15 a 64 anni.',
        'Residents under 15 or aged 65 and over, per 100 residents aged 15 to 64.',
      ),
      notes: [
        t(
          'Lo stesso valore può nascere da molti bambini o da molti anziani: l’indice di vecchiaia li distingue.',
          'The same value may come from many children or from many older people: the ageing index tells them apart.',
        ),
        SMALL_AREAS,
        COVERAGE,
      ],
    },
    (young, old) => young + old,
  ),
  {
    ...common,
    id: 'population.women_per_100_men',
    order: 17,
    title: t('Donne ogni 100 uomini', 'Women per 100 men'),
    question: t('Quante donne vivono qui per ogni uomo?', 'How many women live here for every man?'),
    sentence: t('ci sono {n} donne ogni 100 uomini', 'there are {n} women for every 100 men'),
    definition: t('Residenti donne ogni 100 residenti uomini.', 'Female residents per 100 male residents.'),
    notes: [
      t(
        'Sopra 100 le donne sono più degli uomini. Dove vivono molti anziani il rapporto sale, perché le donne vivono più a lungo.',
        'Above 100, women outnumber men. Where many older people live the ratio rises, because women live longer.',
      ),
      SMALL_AREAS,
      COVERAGE,
    ],
    ...per100(t('residenti uomini', 'male residents'), 0),
    compute(edition, geography) {
      const { grid, hidden } = sexes(edition, geography);
      return toCells(grid, hidden, ([women, men]) =>
        ratio(women!, men!, SMALL_BASE.residents, women! + men!),
      );
    },
  },
];
