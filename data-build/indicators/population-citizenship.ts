import { citizenship } from '../bases/population';
import { ratio, SMALL_BASE, toCells } from '../bases/grid';
import type { Indicator } from '../model';
import { SMALL_AREAS } from '../bases/notes';

export const indicators: Indicator[] = [
  {
    id: 'population.foreign_share',
    order: 3,
    theme: 'population',
    pon: 'social',
    title: { it: 'Residenti con cittadinanza straniera', en: 'Residents with foreign citizenship' },
    sentence: {
      it: '{n} residenti ogni 100 hanno cittadinanza straniera',
      en: '{n} of every 100 residents hold foreign citizenship',
    },
    question: {
      it: 'Quanti abitanti hanno una cittadinanza straniera?',
      en: 'How many residents hold foreign citizenship?',
    },
    definition: {
      it: 'Residenti senza cittadinanza italiana, ogni 100 residenti.',
      en: 'Residents without Italian citizenship, per 100 residents.',
    },
    method: {
      it: 'Residenti stranieri divisi per tutti i residenti. Per zone, quartieri e città si sommano prima le persone e poi si calcola la quota: mai una media di quote.',
      en: 'Foreign residents divided by all residents. For zones, districts and the city people are summed first and the share computed afterwards: never an average of shares.',
    },
    notes: [
      SMALL_AREAS,
      {
        it: 'Conta la cittadinanza, non il luogo di nascita: chi diventa cittadino italiano esce dal conteggio.',
        en: 'It counts citizenship, not birthplace: people who become Italian citizens leave the count.',
      },
      {
        it: 'Anche per la città sono contate solo le persone con una dimora: i pochi senza fissa dimora sarebbero altrimenti riconoscibili per differenza.',
        en: 'For the city too, only people with a fixed abode are counted: the few without one could otherwise be identified by subtraction.',
      },
      {
        it: 'Per zone, quartieri e città la serie parte dal 1986; per aree statistiche e zone di prossimità copre gli anni 2010–2021.',
        en: 'For zones, districts and the city the series starts in 1986; for statistical areas and proximity zones it covers 2010–2021.',
      },
    ],
    measure: 'share',
    unit: 'percent',
    denominator: { it: 'residenti', en: 'residents' },
    ramp: 'plum',
    direction: 'neither',
    decimals: 1,
    notApplicable: [],
    seriesBreaks: [],
    datasets: ['population-zona', 'population-area'],
    compute(edition, geography) {
      const { grid, hidden } = citizenship(edition, geography);
      return toCells(grid, [hidden], ([foreign, italian]) =>
        ratio(foreign!, foreign! + italian!, SMALL_BASE.residents),
      );
    },
  },
];
