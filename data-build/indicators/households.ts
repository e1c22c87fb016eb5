import { households } from '../bases/households';
import { ratio, SMALL_BASE, toCells } from '../bases/grid';
import type { Indicator } from '../model';

export const indicators: Indicator[] = [
  {
    id: 'households.single_share',
    order: 1,
    theme: 'households',
    pon: 'housing',
    title: { it: 'Famiglie di una sola persona', en: 'One-person households' },
    sentence: {
      it: '{n} famiglie ogni 100 sono di una sola persona',
      en: '{n} of every 100 households are one person alone',
    },
    question: {
      it: 'Quante famiglie sono di una sola persona?',
      en: 'How many households consist of one person?',
    },
    definition: {
      it: 'Famiglie anagrafiche con un solo componente, ogni 100 famiglie.',
      en: 'Registered households with a single member, per 100 households.',
    },
    method: {
      it: 'Famiglie di un componente divise per tutte le famiglie; per i livelli più ampi si sommano prima le famiglie delle aree e poi si calcola la quota.',
      en: 'One-member households divided by all households; for wider levels the households of the areas are summed first and the share computed afterwards.',
    },
    notes: [
      {
        it: `Dove le famiglie sono meno di ${SMALL_BASE.households} la quota è poco affidabile e non è mostrata.`,
        en: `Where there are fewer than ${SMALL_BASE.households} households the share is unreliable and not shown.`,
      },
      {
        it: 'La famiglia anagrafica è quella del registro: chi divide una casa può risultare come più famiglie, e viceversa.',
        en: 'A household is as registered: people sharing a home may count as several households, and the other way round.',
      },
      {
        it: 'Il valore della città comprende le famiglie senza fissa dimora, che non compaiono in nessuna area.',
        en: 'The city’s value includes households without fixed abode, which appear in no area.',
      },
    ],
    measure: 'share',
    unit: 'percent',
    denominator: { it: 'famiglie', en: 'households' },
    ramp: 'ochre',
    direction: 'neither',
    decimals: 1,
    notApplicable: [],
    seriesBreaks: [],
    datasets: ['households'],
    compute(edition, geography) {
      const { grid, hidden } = households(edition, geography);
      return toCells(grid, [hidden], ([single, other]) =>
        ratio(single!, single! + other!, SMALL_BASE.households),
      );
    },
  },
];
