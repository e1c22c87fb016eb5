import type { Cell } from '../../src/model/cell';
import {
  comuneCells,
  comuneResidents,
  flowCells,
  flowShare,
  flowsByKey,
  SMALL_ARRIVALS,
} from '../bases/tourism';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

const ABSENT = t(
  'ISTAT non pubblica i comuni con pochi esercizi: quelli senza valore non sono a zero.',
  'ISTAT does not publish municipalities with few businesses: those without a value are not at zero.',
);
const REGISTERED = t(
  'Conta gli ospiti registrati dagli esercizi ricettivi: chi dorme da parenti o in alloggi non registrati non c’è.',
  'It counts guests registered by accommodation businesses: those who stay with relatives or in unregistered homes are not included.',
);
const JUMPS = t(
  'In un comune piccolo può bastare un albergo che apre, chiude o risponde di nuovo: a Granarolo gli arrivi passano da 6.458 a 30.032 nel 2017 e da 6.395 a 23.010 nel 2024.',
  'In a small municipality one hotel that opens, closes or answers again can be enough: in Granarolo arrivals go from 6,458 to 30,032 in 2017 and from 6,395 to 23,010 in 2024.',
);
const FEW = t(
  `Con meno di ${SMALL_ARRIVALS} arrivi nell’anno il valore è poco affidabile e non è mostrato.`,
  `With fewer than ${SMALL_ARRIVALS} arrivals in the year the value is unreliable and not shown.`,
);
const AS_PUBLISHED = t('Come pubblicato da ISTAT per comune.', 'As published by ISTAT by municipality.');
const PANDEMIC = [
  {
    period: '2020',
    note: t(
      'Anno della pandemia: alberghi chiusi per mesi e viaggi vietati.',
      'Year of the pandemic: hotels closed for months and travel banned.',
    ),
  },
] as const;

const common = {
  theme: 'tourism',
  pon: 'culture',
  ramp: 'ochre',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: PANDEMIC,
  datasets: ['tourism-flows'],
} as const;

/** Year before the pandemic, to which the recovery is compared. */
const BEFORE = '2019';

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'tourism.arrivals',
    order: 1,
    title: t('Arrivi turistici', 'Tourist arrivals'),
    question: t('Quanti turisti arrivano ogni anno?', 'How many tourists arrive each year?'),
    sentence: t(
      'gli arrivi turistici nell’anno sono {n}',
      'the number of tourist arrivals in the year is {n}',
    ),
    definition: t(
      'Volte in cui un ospite prende alloggio in un esercizio ricettivo nell’anno.',
      'Times a guest checks in at an accommodation business in the year.',
    ),
    method: AS_PUBLISHED,
    notes: [
      REGISTERED,
      ABSENT,
      t(
        'Chi torna, o cambia albergo, conta più volte.',
        'Those who come back, or change hotel, count several times.',
      ),
    ],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    compute: (edition, geography) =>
      flowCells(edition, geography, (row) => ({ value: Number(row.arrivals) })),
  },
  {
    ...common,
    id: 'tourism.nights',
    order: 2,
    title: t('Notti trascorse dai turisti', 'Nights spent by tourists'),
    question: t('Quante notti vi passano i turisti?', 'How many nights do tourists spend?'),
    sentence: t('le notti trascorse dai turisti sono {n}', 'the number of nights spent by tourists is {n}'),
    definition: t(
      'Presenze: notti trascorse dagli ospiti negli esercizi ricettivi nell’anno.',
      'Nights spent by guests in accommodation businesses in the year.',
    ),
    method: AS_PUBLISHED,
    notes: [REGISTERED, ABSENT, JUMPS],
    measure: 'count',
    unit: 'nights',
    denominator: null,
    decimals: 0,
    compute: (edition, geography) => flowCells(edition, geography, (row) => ({ value: Number(row.nights) })),
  },
  {
    ...common,
    id: 'tourism.mean_stay',
    order: 3,
    title: t('Permanenza media', 'Mean stay'),
    question: t('Quante notti resta un turista?', 'How many nights does a tourist stay?'),
    sentence: t('chi arriva resta in media {n} notti', 'those who arrive stay {n} nights on average'),
    definition: t('Notti per ogni arrivo.', 'Nights for each arrival.'),
    method: t('Presenze divise per arrivi dell’anno.', 'Nights divided by arrivals of the year.'),
    notes: [
      t(
        'Una permanenza lunga può venire da cantieri, cure o studio, non solo da vacanze.',
        'A long stay may come from building sites, medical care or study, not only from holidays.',
      ),
      ABSENT,
      FEW,
    ],
    measure: 'mean',
    unit: 'nights',
    denominator: t('arrivi', 'arrivals'),
    decimals: 1,
    compute: (edition, geography) =>
      flowCells(edition, geography, ({ arrivals, nights }) =>
        Number(arrivals) < SMALL_ARRIVALS
          ? { missing: 'unreliable' }
          : { value: Number(nights) / Number(arrivals) },
      ),
  },
  {
    ...common,
    id: 'tourism.abroad_share',
    order: 4,
    title: t('Notti di ospiti dall’estero', 'Nights of guests from abroad'),
    question: t('Quanti ospiti vengono dall’estero?', 'How many guests come from abroad?'),
    sentence: t(
      '{n} notti ogni 100 sono di ospiti che vivono all’estero',
      '{n} of every 100 nights are of guests living abroad',
    ),
    definition: t(
      'Notti di ospiti residenti all’estero ogni 100 notti.',
      'Nights of guests residing abroad per 100 nights.',
    ),
    method: t(
      'Presenze di residenti all’estero divise per tutte.',
      'Nights of residents of other countries divided by all.',
    ),
    notes: [
      t('Conta dove si vive, non la cittadinanza.', 'It counts where people live, not their citizenship.'),
      ABSENT,
      FEW,
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('notti', 'nights'),
    decimals: 0,
    compute: (edition, geography) =>
      flowCells(edition, geography, (row) => flowShare(row, 'nights_abroad', 'nights')),
  },
  {
    ...common,
    id: 'tourism.hotel_share',
    order: 5,
    title: t('Notti in albergo', 'Nights in hotels'),
    question: t('I turisti dormono in albergo o altrove?', 'Do tourists sleep in hotels or elsewhere?'),
    sentence: t('{n} notti ogni 100 sono in albergo', '{n} of every 100 nights are in hotels'),
    definition: t(
      'Notti negli esercizi alberghieri ogni 100 notti in tutti gli esercizi.',
      'Nights in hotels per 100 nights in all accommodation businesses.',
    ),
    method: t('Presenze alberghiere divise per tutte.', 'Hotel nights divided by all.'),
    notes: [
      t(
        'Dove gli alberghi o gli altri esercizi sono pochi, ISTAT non dà la divisione: il valore è coperto da riservatezza.',
        'Where hotels or other businesses are few, ISTAT does not give the split: the value is confidential.',
      ),
      FEW,
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('notti', 'nights'),
    decimals: 0,
    compute: (edition, geography) =>
      flowCells(edition, geography, (row) => flowShare(row, 'nights_hotel', 'nights')),
  },
  {
    ...common,
    id: 'tourism.nights_index',
    order: 6,
    title: t('Notti rispetto al 2019', 'Nights compared with 2019'),
    question: t('Il turismo è tornato ai livelli di prima?', 'Has tourism come back to its former level?'),
    sentence: t(
      'le notti sono {n}, fatte 100 quelle del 2019',
      'nights stand at {n}, those of 2019 being 100',
    ),
    definition: t(
      'Notti trascorse dai turisti nell’anno, fatte 100 quelle del 2019.',
      'Nights spent by tourists in the year, those of 2019 being 100.',
    ),
    method: t(
      'Presenze dell’anno divise per quelle del 2019 dello stesso comune, per 100.',
      'Nights of the year divided by those of 2019 in the same municipality, times 100.',
    ),
    notes: [
      ABSENT,
      t(
        `Manca dove ISTAT non ha pubblicato il 2019; non mostrato con meno di ${SMALL_ARRIVALS} arrivi in uno dei due anni.`,
        `Absent where ISTAT did not publish 2019; not shown with fewer than ${SMALL_ARRIVALS} arrivals in either year.`,
      ),
    ],
    measure: 'index',
    unit: 'index',
    denominator: t('notti del 2019', 'nights of 2019'),
    decimals: 0,
    compute(edition, geography) {
      const rows = flowsByKey(edition);
      const cells = [...rows].flatMap(([key, row]): [string, Cell][] => {
        const base = rows.get(`${row.comune}|${BEFORE}`);
        if (!base) return [];
        const few = [row, base].some(({ arrivals }) => Number(arrivals) < SMALL_ARRIVALS);
        return [
          [
            key,
            few ? { missing: 'unreliable' } : { value: (Number(row.nights) / Number(base.nights)) * 100 },
          ],
        ];
      });
      return comuneCells(cells, geography);
    },
  },
  {
    ...common,
    id: 'tourism.nights_per_resident',
    order: 7,
    title: t('Notti turistiche ogni 100 abitanti', 'Tourist nights per 100 residents'),
    question: t(
      'Quanto pesa il turismo in rapporto a chi ci vive?',
      'How large does tourism loom beside those who live there?',
    ),
    sentence: t(
      'ci sono {n} notti turistiche l’anno ogni 100 residenti',
      'there are {n} tourist nights a year per 100 residents',
    ),
    definition: t(
      'Notti trascorse dai turisti nell’anno ogni 100 residenti.',
      'Nights spent by tourists in the year per 100 residents.',
    ),
    method: t(
      'Presenze dell’anno divise per i residenti al 1° gennaio dello stesso anno (2018–2021).',
      'Nights of the year divided by residents on 1 January of the same year (2018–2021).',
    ),
    notes: [REGISTERED, ABSENT, JUMPS],
    measure: 'rate',
    unit: 'per100',
    denominator: t('residenti', 'residents'),
    decimals: 0,
    datasets: ['tourism-flows', 'population-comuni'],
    compute(edition, geography) {
      const residents = comuneResidents(edition);
      const cells = [...flowsByKey(edition)].flatMap(([key, row]): [string, Cell][] => {
        const people = residents.get(key);
        return people === undefined ? [] : [[key, { value: (Number(row.nights) / people) * 100 }]];
      });
      return comuneCells(cells, geography);
    },
  },
];
