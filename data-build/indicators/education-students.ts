import { ageBase, countCells, rates, SMALL, things } from '../bases/places';

import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';
import type { Geography } from '../../src/model/manifest';

const PUBLIC_ONLY = t(
  'Solo le residenze pubbliche per il diritto allo studio: collegi e studentati privati non ci sono.',
  'Only public halls for the right to study: private colleges and halls are not included.',
);

const beds = (edition: EditionReader, geography: Geography) =>
  things(edition.table('student-halls'), geography, 1, () => 0, 'beds');

const common = {
  theme: 'education',
  pon: 'housing',
  ramp: 'plum',
  notApplicable: [],
  seriesBreaks: [],
} as const;

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'education.student_beds',
    order: 20,
    title: t('Posti letto nelle residenze universitarie', 'Beds in public student halls'),
    question: t(
      'Dove sono i posti letto pubblici per gli studenti?',
      'Where are the public beds for students?',
    ),
    sentence: t(
      'i posti letto pubblici per studenti sono {n}',
      'the number of public beds for students is {n}',
    ),
    definition: t(
      'Posti letto delle residenze universitarie pubbliche.',
      'Beds in public university halls of residence.',
    ),
    method: t('Posti dichiarati, sommati per area.', 'Stated beds, summed by area.'),
    notes: [PUBLIC_ONLY],
    measure: 'count',
    unit: 'number',
    denominator: null,
    direction: 'neither',
    decimals: 0,
    datasets: ['student-halls'],
    compute: (edition, geography) => countCells(beds(edition, geography)),
  },
  {
    ...common,
    id: 'education.student_beds_per1000',
    order: 21,
    title: t('Posti letto per studenti ogni 1.000 giovani', 'Student beds per 1,000 young people'),
    question: t(
      'Quanto pesano le residenze universitarie sul quartiere?',
      'How large do student halls loom in their neighbourhood?',
    ),
    sentence: t(
      'ci sono {n} posti letto pubblici per studenti ogni 1.000 residenti da 15 a 24 anni',
      'there are {n} public beds for students per 1,000 residents aged 15 to 24',
    ),
    definition: t(
      'Posti letto delle residenze universitarie pubbliche ogni 1.000 residenti da 15 a 24 anni.',
      'Beds in public halls of residence per 1,000 residents aged 15 to 24.',
    ),
    method: t(
      'Posti e residenti delle aree contenute sono sommati prima e divisi poi.',
      'Beds and residents of the areas contained are summed first and divided afterwards.',
    ),
    notes: [
      PUBLIC_ONLY,
      t(
        'I residenti sono quelli del 31 dicembre 2021, ultimo anno con l’età per area. Chi abita in una residenza spesso non ha la residenza anagrafica a Bologna: il rapporto confronta due gruppi diversi.',
        'Residents are those of 31 December 2021, the last year with age by area. Those who live in halls are often not registered in Bologna: the rate compares two different groups.',
      ),
      t(
        `Sotto ${SMALL.young} giovani residenti il valore non è mostrato.`,
        `Below ${SMALL.young} young residents the value is not shown.`,
      ),
    ],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('residenti da 15 a 24 anni', 'residents aged 15 to 24'),
    direction: 'neither',
    decimals: 0,
    datasets: ['student-halls', 'population-area'],
    compute: (edition, geography) =>
      rates(beds(edition, geography), ageBase(edition, geography, [3]), 4, SMALL.young),
  },
];
