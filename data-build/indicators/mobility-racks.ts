import type { Geography } from '../../src/model/manifest';
import { nearGrid } from '../bases/near';
import { SMALL_BASE } from '../bases/grid';
import { SMALL_AREAS } from '../bases/notes';
import { countCells, rates, residentBase, shares } from '../bases/places';
import { points } from '../bases/points';
import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

/** Metres one leaves a bicycle from the door: two minutes on foot. */
const NEAR = 150;
/** Fewer house numbers than this and one building decides the share. */
const FEWEST_DOORS = 20;

const common = {
  theme: 'mobility',
  pon: 'public-works',
  ramp: 'blue',
  notApplicable: [],
  seriesBreaks: [],
} as const;
const RACKS = t(
  'Solo rastrelliere pubbliche su strada: quelle di cortili, scuole e uffici non ci sono.',
  'Public racks in the street only: those of courtyards, schools and offices are not included.',
);
const RESIDENTS = t(
  'Si sommano prima le aree contenute e poi si divide. I residenti sono quelli del 31 dicembre 2021, ultimo anno per area statistica.',
  'The areas contained are summed first and divided afterwards. Residents are those of 31 December 2021, the last year by statistical area.',
);

const places = (edition: EditionReader, geography: Geography) =>
  points(edition, geography, 'bike-racks', 'places');

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'mobility.rack_places',
    order: 25,
    title: t('Posti nelle rastrelliere', 'Bicycle parking places'),
    question: t('Dove si può legare la bicicletta?', 'Where can one lock a bicycle?'),
    sentence: t('i posti nelle rastrelliere sono {n}', 'the number of bicycle parking places is {n}'),
    definition: t(
      'Posti per biciclette nelle rastrelliere pubbliche.',
      'Places for bicycles in public racks.',
    ),
    method: t(
      'Somma dei posti per area statistica e per i livelli più ampi.',
      'Sum of places by statistical area and for wider levels.',
    ),
    notes: [RACKS],
    measure: 'count',
    unit: 'number',
    denominator: null,
    direction: 'better',
    decimals: 0,
    datasets: ['bike-racks', 'geography'],
    compute: (edition, geography) => countCells(places(edition, geography)),
  },
  {
    ...common,
    id: 'mobility.rack_places_per1000',
    order: 26,
    title: t('Posti per biciclette ogni 1.000 abitanti', 'Bicycle parking places per 1,000 residents'),
    question: t(
      'Quanti posti per biciclette ci sono per chi abita qui?',
      'How many bicycle parking places are there for those who live here?',
    ),
    sentence: t(
      'ci sono {n} posti per biciclette ogni 1.000 residenti',
      'there are {n} bicycle parking places per 1,000 residents',
    ),
    definition: t(
      'Posti nelle rastrelliere pubbliche ogni 1.000 residenti con una dimora.',
      'Places in public racks per 1,000 residents with a fixed abode.',
    ),
    method: RESIDENTS,
    notes: [RACKS, SMALL_AREAS],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('residenti', 'residents'),
    direction: 'better',
    decimals: 1,
    datasets: ['bike-racks', 'geography', 'population-area', 'population-zona'],
    compute: (edition, geography) =>
      rates(places(edition, geography), residentBase(edition, geography), 3, SMALL_BASE.residents),
  },
  {
    ...common,
    id: 'mobility.rack_near_share',
    order: 27,
    title: t('Numeri civici vicini a una rastrelliera', 'Addresses near a bicycle rack'),
    question: t('Chi ha una rastrelliera vicino a casa?', 'Who has a bicycle rack close to home?'),
    sentence: t(
      `{n} numeri civici ogni 100 hanno una rastrelliera entro ${NEAR} metri`,
      `{n} of every 100 addresses have a rack within ${NEAR} metres`,
    ),
    definition: t(
      `Numeri civici con almeno una rastrelliera pubblica entro ${NEAR} metri in linea d’aria, ogni 100.`,
      `House numbers with at least one public rack within ${NEAR} metres as the crow flies, per 100.`,
    ),
    method: t(
      'Distanza in linea d’aria da ogni numero civico alla rastrelliera più vicina. Si sommano i civici dell’area e poi si divide.',
      'Distance as the crow flies from each house number to the nearest rack. House numbers of the area are summed first and divided afterwards.',
    ),
    notes: [
      RACKS,
      t(
        `Un numero civico vale uno, che vi abiti una persona o cento. Dove sono meno di ${FEWEST_DOORS} la quota non è mostrata.`,
        `A house number counts one, whether one person lives there or a hundred. Where there are fewer than ${FEWEST_DOORS} the share is not shown.`,
      ),
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('numeri civici', 'house numbers'),
    direction: 'better',
    decimals: 1,
    datasets: ['bike-racks', 'addresses'],
    compute: (edition, geography) =>
      shares(nearGrid(edition, geography, { dataset: 'bike-racks', metres: NEAR }), FEWEST_DOORS),
  },
];
