import type { Geography } from '../../src/model/manifest';
import { nearGrid } from '../bases/near';
import { countCells, densities, shares, things } from '../bases/places';
import { located } from '../bases/points';
import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

const common = {
  theme: 'environment',
  pon: 'environment',
  ramp: 'green-blue',
  direction: 'better',
  notApplicable: [],
  seriesBreaks: [],
} as const;
/** Distance of the WHO Regional Office for Europe's advice on urban green spaces (2017): about five minutes on foot. */
const WALK = 300;
const FEWEST_DOORS = 20;
const POINTS = t(
  'I punti sono ingressi delle aree grandi e centri di quelle piccole: un parco con molti ingressi conta molte volte, e la superficie del verde non se ne ricava.',
  'Points are entrances of large areas and centres of small ones: a park with many entrances counts many times, and no green surface follows from them.',
);
const BLANK = t(
  'Di 528 punti su 1.200 la fonte non dice tipo né nome: sono contati tutti.',
  'For 528 of 1,200 points the source gives neither kind nor name: all are counted.',
);
const YEAR = t('Punti del 2022; numeri civici di oggi.', 'Points of 2022; house numbers of today.');

const points = (edition: EditionReader, geography: Geography) =>
  things(located(edition, 'green-entrances'), geography, 1, () => 0);

/** Kinds one may stroll or play in; greenery along streets, sports grounds and water are left out. */
const PARKS = new Set(['park', 'garden']);

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'environment.green_near_share',
    order: 10,
    title: t('Numeri civici vicini al verde', 'Addresses near green'),
    question: t('Chi ha del verde pubblico vicino a casa?', 'Who has public green close to home?'),
    sentence: t(
      `{n} numeri civici ogni 100 hanno del verde entro ${WALK} metri`,
      `{n} of every 100 addresses have green within ${WALK} metres`,
    ),
    definition: t(
      `Numeri civici con almeno un punto d’accesso al verde pubblico entro ${WALK} metri in linea d’aria, ogni 100.`,
      `House numbers with at least one access point to public green within ${WALK} metres as the crow flies, per 100.`,
    ),
    method: t(
      'Distanza in linea d’aria da ogni numero civico al punto più vicino, in tutta la città. Si sommano i civici dell’area e poi si divide.',
      'Distance as the crow flies from each house number to the nearest point anywhere in the city. House numbers of the area are summed first and divided afterwards.',
    ),
    notes: [
      t(
        `${WALK} metri sono il cammino di cinque minuti che l’Organizzazione mondiale della sanità consiglia di non superare. Il cammino vero è più lungo della linea d’aria; il verde oltre il confine comunale non è contato.`,
        `${WALK} metres are the five-minute walk that the World Health Organization advises not to exceed. The real walk is longer than the crow’s; green beyond the municipal border is not counted.`,
      ),
      BLANK,
      YEAR,
      t(
        `Un numero civico vale uno, che vi abiti una persona o cento. Dove sono meno di ${FEWEST_DOORS} la quota non è mostrata.`,
        `A house number counts one, whether one person lives there or a hundred. Where there are fewer than ${FEWEST_DOORS} the share is not shown.`,
      ),
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('numeri civici', 'house numbers'),
    decimals: 1,
    datasets: ['green-entrances', 'addresses'],
    compute: (edition, geography) =>
      shares(nearGrid(edition, geography, { dataset: 'green-entrances', metres: WALK }), FEWEST_DOORS),
  },
  {
    ...common,
    id: 'environment.park_near_share',
    order: 11,
    title: t('Numeri civici vicini a un parco o giardino', 'Addresses near a park or garden'),
    question: t('Chi ha un parco o un giardino vicino a casa?', 'Who has a park or garden close to home?'),
    sentence: t(
      `{n} numeri civici ogni 100 hanno un parco o giardino noto entro ${WALK} metri`,
      `{n} of every 100 addresses have a known park or garden within ${WALK} metres`,
    ),
    definition: t(
      `Numeri civici con almeno un punto d’accesso a un parco o giardino entro ${WALK} metri in linea d’aria, ogni 100.`,
      `House numbers with at least one access point to a park or garden within ${WALK} metres as the crow flies, per 100.`,
    ),
    method: t(
      'Come per il verde in generale, ma solo con i punti che la fonte chiama parco o giardino.',
      'As for green in general, but only with points the source calls park or garden.',
    ),
    notes: [
      t(
        'È un minimo: 528 punti su 1.200 non hanno tipo e qui non contano, anche se molti saranno giardini.',
        'It is a minimum: 528 of 1,200 points have no kind and do not count here, though many will be gardens.',
      ),
      YEAR,
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('numeri civici', 'house numbers'),
    decimals: 1,
    datasets: ['green-entrances', 'addresses'],
    compute: (edition, geography) =>
      shares(
        nearGrid(edition, geography, {
          dataset: 'green-entrances',
          metres: WALK,
          keep: ({ kind }) => PARKS.has(kind!),
        }),
        FEWEST_DOORS,
      ),
  },
  {
    ...common,
    id: 'environment.green_points',
    order: 12,
    title: t('Accessi al verde pubblico', 'Access points to public green'),
    question: t('Dove si entra nel verde pubblico?', 'Where does one enter public green?'),
    sentence: t(
      'gli accessi al verde pubblico sono {n}',
      'the number of access points to public green is {n}',
    ),
    definition: t(
      'Ingressi e centri delle aree verdi pubbliche.',
      'Entrances and centres of public green areas.',
    ),
    method: t(
      'Ogni punto conta nell’area in cui cade; per i livelli più ampi si somma.',
      'Each point counts in the area it falls into; wider levels are sums.',
    ),
    notes: [POINTS, BLANK],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    datasets: ['green-entrances', 'geography'],
    compute: (edition, geography) => countCells(points(edition, geography)),
  },
  {
    ...common,
    id: 'environment.green_points_per_km2',
    order: 13,
    title: t('Accessi al verde per km²', 'Access points to green per km²'),
    question: t('Quanto sono fitti gli accessi al verde?', 'How close together are access points to green?'),
    sentence: t('ci sono {n} accessi al verde per km²', 'there are {n} access points to green per km²'),
    definition: t(
      'Ingressi e centri delle aree verdi pubbliche per chilometro quadrato di territorio.',
      'Entrances and centres of public green areas per square kilometre of land.',
    ),
    method: t('Punti divisi per la superficie.', 'Points divided by area.'),
    notes: [POINTS, BLANK],
    measure: 'density',
    unit: 'things-per-km2',
    denominator: t('superficie in km²', 'area in km²'),
    decimals: 1,
    datasets: ['green-entrances', 'geography'],
    compute: (edition, geography) => densities(points(edition, geography), geography),
  },
];
