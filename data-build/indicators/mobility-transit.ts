import type { Geography } from '../../src/model/manifest';
import { nearGrid } from '../bases/near';
import { SMALL_BASE } from '../bases/grid';
import { SMALL_AREAS } from '../bases/notes';
import { countCells, densities, rates, residentBase, shares, things } from '../bases/places';
import { distinct, located } from '../bases/points';
import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

const common = {
  theme: 'mobility',
  pon: 'public-works',
  ramp: 'blue',
  direction: 'better',
  notApplicable: [],
  seriesBreaks: [],
} as const;
const YEARS = t(
  'Due fotografie: 2015 (senza giorno) e 1° dicembre 2019. La rete di oggi può essere diversa.',
  'Two snapshots: 2015 (no day given) and 1 December 2019. Today’s network may differ.',
);
const SERVED = t(
  'Fermate servite da almeno una linea Tper, urbana o extraurbana; i due versi di una strada sono due fermate. La fonte non dice quante corse passino.',
  'Stops served by at least one Tper line, urban or suburban; the two sides of a street are two stops. The source does not say how many buses call.',
);
/** Metres a stop serves: the radius commonly taken for five minutes on foot. */
const WALK = 300;
/** Fewer house numbers than this and one building decides the share. */
const FEWEST_DOORS = 20;

const stops = (edition: EditionReader, geography: Geography) =>
  things(located(edition, 'bus-stops'), geography, 1, () => 0);

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'mobility.bus_stops_near_share',
    order: 30,
    title: t('Numeri civici vicini a una fermata', 'Addresses near a bus stop'),
    question: t('Chi ha una fermata dell’autobus vicino a casa?', 'Who has a bus stop close to home?'),
    sentence: t(
      `{n} numeri civici ogni 100 hanno una fermata entro ${WALK} metri`,
      `{n} of every 100 addresses have a stop within ${WALK} metres`,
    ),
    definition: t(
      `Numeri civici con almeno una fermata dell’autobus entro ${WALK} metri in linea d’aria, ogni 100.`,
      `House numbers with at least one bus stop within ${WALK} metres as the crow flies, per 100.`,
    ),
    method: t(
      'Distanza in linea d’aria da ogni numero civico di oggi alla fermata più vicina, anche oltre il confine comunale. Si sommano i civici dell’area e poi si divide.',
      'Distance as the crow flies from each of today’s house numbers to the nearest stop, beyond the municipal border too. House numbers of the area are summed first and divided afterwards.',
    ),
    notes: [
      t(
        'Il cammino vero è più lungo della linea d’aria, soprattutto in collina e dove ci sono ferrovie e fiumi. Un numero civico vale uno, che vi abiti una persona o cento.',
        'The real walk is longer than the crow’s, above all in the hills and where there are railways and rivers. A house number counts one, whether one person lives there or a hundred.',
      ),
      YEARS,
      SERVED,
      t(
        `Dove i numeri civici sono meno di ${FEWEST_DOORS} la quota è poco affidabile e non è mostrata.`,
        `Where there are fewer than ${FEWEST_DOORS} house numbers the share is unreliable and not shown.`,
      ),
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('numeri civici', 'house numbers'),
    decimals: 1,
    datasets: ['bus-stops', 'addresses'],
    compute: (edition, geography) =>
      shares(nearGrid(edition, geography, { dataset: 'bus-stops', metres: WALK }), FEWEST_DOORS),
  },
  {
    ...common,
    id: 'mobility.bus_stop_count',
    order: 31,
    title: t('Fermate dell’autobus', 'Bus stops'),
    question: t('Dove sono le fermate dell’autobus?', 'Where are the bus stops?'),
    sentence: t('il numero di fermate dell’autobus è {n}', 'the number of bus stops is {n}'),
    definition: t('Fermate servite da almeno una linea.', 'Stops served by at least one line.'),
    method: t(
      'Ogni fermata conta nell’area in cui cade il suo punto.',
      'Each stop counts in the area its point falls into.',
    ),
    notes: [SERVED, YEARS],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    datasets: ['bus-stops', 'geography'],
    compute: (edition, geography) => countCells(stops(edition, geography)),
  },
  {
    ...common,
    id: 'mobility.bus_stops_per_km2',
    order: 32,
    title: t('Fermate dell’autobus per km²', 'Bus stops per km²'),
    question: t('Quanto sono fitte le fermate?', 'How close together are bus stops?'),
    sentence: t('ci sono {n} fermate dell’autobus per km²', 'there are {n} bus stops per km²'),
    definition: t(
      'Fermate dell’autobus per chilometro quadrato di territorio.',
      'Bus stops per square kilometre of land.',
    ),
    method: t('Fermate divise per la superficie.', 'Stops divided by area.'),
    notes: [SERVED, YEARS],
    measure: 'density',
    unit: 'things-per-km2',
    denominator: t('superficie in km²', 'area in km²'),
    decimals: 1,
    datasets: ['bus-stops', 'geography'],
    compute: (edition, geography) => densities(stops(edition, geography), geography),
  },
  {
    ...common,
    id: 'mobility.bus_stops_per1000',
    order: 33,
    title: t('Fermate dell’autobus ogni 1.000 abitanti', 'Bus stops per 1,000 residents'),
    question: t(
      'Quante fermate ci sono per chi abita qui?',
      'How many stops are there for those who live here?',
    ),
    sentence: t(
      'ci sono {n} fermate dell’autobus ogni 1.000 residenti',
      'there are {n} bus stops per 1,000 residents',
    ),
    definition: t(
      'Fermate dell’autobus ogni 1.000 residenti con una dimora, al 31 dicembre dello stesso anno.',
      'Bus stops per 1,000 residents with a fixed abode on 31 December of the same year.',
    ),
    method: t(
      'Si sommano prima le aree contenute e poi si divide.',
      'The areas contained are summed first and divided afterwards.',
    ),
    notes: [
      SERVED,
      YEARS,
      SMALL_AREAS,
      t(
        'Dove si abita fitti bastano meno fermate: il rapporto è più alto nelle zone sparse senza che il servizio vi sia migliore.',
        'Where people live close together fewer stops suffice: the rate is higher in scattered places without the service being better.',
      ),
    ],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('residenti', 'residents'),
    direction: 'neither',
    decimals: 1,
    datasets: ['bus-stops', 'geography', 'population-area', 'population-zona'],
    compute: (edition, geography) =>
      rates(stops(edition, geography), residentBase(edition, geography), 0, SMALL_BASE.residents),
  },
  {
    ...common,
    id: 'mobility.bus_line_count',
    order: 34,
    title: t('Linee di autobus che fermano', 'Bus lines calling'),
    question: t('Quante linee di autobus fermano qui?', 'How many bus lines call here?'),
    sentence: t('le linee di autobus che fermano sono {n}', 'the number of bus lines calling is {n}'),
    definition: t(
      'Linee diverse, urbane ed extraurbane, con almeno una fermata nel luogo.',
      'Different lines, urban and suburban, with at least one stop in the place.',
    ),
    method: t(
      'Una linea che ferma più volte conta una sola volta; per i livelli più ampi si ricontano le linee diverse, perché non si sommano.',
      'A line that calls several times counts once; for wider levels different lines are counted anew, since they do not add up.',
    ),
    notes: [
      t(
        'Conta anche linee con poche corse al giorno, notturne o scolastiche.',
        'Lines with few runs a day, at night or for schools count too.',
      ),
      YEARS,
    ],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    datasets: ['bus-stops', 'geography'],
    compute: (edition, geography) => distinct(located(edition, 'bus-stops'), 'lines', geography),
  },
];
