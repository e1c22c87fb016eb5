import type { Geography } from '../../src/model/manifest';
import { SMALL_BASE, toCells, type Counts } from '../bases/grid';
import { cyclePaths, streets } from '../bases/lines';
import { SMALL_AREAS } from '../bases/notes';
import { countCells, densities, mapGrid, rates, residentBase } from '../bases/places';
import { sum, t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

/** State of the network in the export; nearly all of it bears no year of its own. */
const PERIOD = '2023';
/** Below a kilometre a single stretch decides the share. */
const SHORTEST = 1_000;

const common = {
  theme: 'mobility',
  pon: 'public-works',
  ramp: 'blue',
  notApplicable: [],
  seriesBreaks: [],
} as const;
const ONCE = t(
  'Rete al 2023: la fonte non dice quando sono state aperte quasi tutte le piste, perciò non c’è una serie nel tempo.',
  'Network in 2023: the source does not say when nearly all paths were opened, so there is no series over time.',
);
const WHAT = t(
  'Piste in sede propria, corsie ciclabili e preferenziali, percorsi condivisi con i pedoni e itinerari su strada; esclusi i percorsi naturalistici.',
  'Cycle tracks, cycle and bus lanes, paths shared with pedestrians and routes on the road; nature trails are left out.',
);
const CUT = t(
  'I tratti sono divisi dove cambiano area; un tratto che corre su un confine (fino a 15 metri) conta metà per parte. Dove i due sensi sono disegnati separati, contano entrambi.',
  'Stretches are split where they change area; a stretch along a border (up to 15 metres) counts half on each side. Where the two directions are drawn apart, both count.',
);
const RESIDENTS = t(
  'Si sommano prima le aree contenute e poi si divide. I residenti sono quelli del 31 dicembre 2021, ultimo anno per area statistica.',
  'The areas contained are summed first and divided afterwards. Residents are those of 31 December 2021, the last year by statistical area.',
);

const whole = (edition: EditionReader, geography: Geography, scale: number) =>
  mapGrid(cyclePaths(edition, geography, PERIOD), (counts: Counts) => [sum(counts) / scale]);

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'mobility.cycle_km',
    order: 20,
    title: t('Chilometri di percorsi ciclabili', 'Kilometres of cycle routes'),
    question: t(
      'Dove si può andare in bicicletta su un percorso segnato?',
      'Where are there marked cycle routes?',
    ),
    sentence: t('i percorsi ciclabili misurano {n} km', 'cycle routes measure {n} km'),
    definition: t('Lunghezza dei percorsi ciclabili.', 'Length of cycle routes.'),
    method: CUT,
    notes: [WHAT, ONCE],
    measure: 'count',
    unit: 'km',
    denominator: null,
    direction: 'better',
    decimals: 1,
    datasets: ['cycle-paths', 'geography'],
    compute: (edition, geography) => countCells(whole(edition, geography, 1_000)),
  },
  {
    ...common,
    id: 'mobility.cycle_km_per_km2',
    order: 21,
    title: t('Percorsi ciclabili per km²', 'Cycle routes per km²'),
    question: t('Quanto è fitta la rete ciclabile?', 'How dense is the cycle network?'),
    sentence: t('ci sono {n} km di percorsi ciclabili per km²', 'there are {n} km of cycle routes per km²'),
    definition: t(
      'Chilometri di percorsi ciclabili per chilometro quadrato di territorio.',
      'Kilometres of cycle routes per square kilometre of land.',
    ),
    method: CUT,
    notes: [WHAT, ONCE],
    measure: 'density',
    unit: 'km-per-km2',
    denominator: t('superficie in km²', 'area in km²'),
    direction: 'better',
    decimals: 1,
    datasets: ['cycle-paths', 'geography'],
    compute: (edition, geography) => densities(whole(edition, geography, 1_000), geography),
  },
  {
    ...common,
    id: 'mobility.cycle_m_per1000',
    order: 22,
    title: t('Metri di percorsi ciclabili ogni 1.000 abitanti', 'Metres of cycle routes per 1,000 residents'),
    question: t(
      'Quanta rete ciclabile c’è per chi abita qui?',
      'How much cycle network is there for those who live here?',
    ),
    sentence: t(
      'ci sono {n} metri di percorsi ciclabili ogni 1.000 residenti',
      'there are {n} metres of cycle routes per 1,000 residents',
    ),
    definition: t(
      'Metri di percorsi ciclabili ogni 1.000 residenti con una dimora.',
      'Metres of cycle routes per 1,000 residents with a fixed abode.',
    ),
    method: RESIDENTS,
    notes: [
      CUT,
      WHAT,
      ONCE,
      SMALL_AREAS,
      t(
        'Dove abitano in pochi il rapporto è alto anche con una rete modesta: molte piste servono chi attraversa.',
        'Where few people live the rate is high even with a modest network: many routes serve those passing through.',
      ),
    ],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('residenti', 'residents'),
    direction: 'better',
    decimals: 0,
    datasets: ['cycle-paths', 'geography', 'population-area', 'population-zona'],
    compute: (edition, geography) =>
      rates(whole(edition, geography, 1), residentBase(edition, geography), 2, SMALL_BASE.residents),
  },
  {
    ...common,
    id: 'mobility.cycle_per100km_streets',
    order: 23,
    title: t('Percorsi ciclabili ogni 100 km di strade', 'Cycle routes per 100 km of streets'),
    question: t(
      'Quante strade hanno un percorso ciclabile?',
      'How much of the street network has a cycle route?',
    ),
    sentence: t(
      'ci sono {n} km di percorsi ciclabili ogni 100 km di strade',
      'there are {n} km of cycle routes per 100 km of streets',
    ),
    definition: t(
      'Chilometri di percorsi ciclabili ogni 100 chilometri di strade.',
      'Kilometres of cycle routes per 100 kilometres of streets.',
    ),
    method: t(
      'Lunghezza dei percorsi ciclabili divisa per quella delle strade del grafo comunale del 2025. I percorsi nei parchi contano senza essere strade.',
      'Length of cycle routes divided by that of the streets in the municipal graph of 2025. Routes through parks count without being streets.',
    ),
    notes: [CUT, WHAT, ONCE],
    measure: 'rate',
    unit: 'number',
    denominator: t('chilometri di strade', 'kilometres of streets'),
    direction: 'better',
    decimals: 1,
    datasets: ['cycle-paths', 'streets', 'geography'],
    compute(edition, geography) {
      const length = streets(edition, geography, PERIOD);
      return toCells(whole(edition, geography, 1), [], ([n], { level, period, code }) => {
        const [metres] = length.get(level)!.get(period)!.get(code)!;
        return metres! < SHORTEST ? { missing: 'unreliable' } : { value: (n! / metres!) * 100 };
      });
    },
  },
  {
    ...common,
    id: 'mobility.cycle_own_track_share',
    order: 24,
    title: t('Percorsi ciclabili in sede propria', 'Cycle routes on their own track'),
    question: t('Quanto sono protetti i percorsi ciclabili?', 'How protected are cycle routes?'),
    sentence: t(
      '{n} metri di percorsi ciclabili ogni 100 sono in sede propria',
      '{n} of every 100 metres of cycle routes are on their own track',
    ),
    definition: t(
      'Parte della rete ciclabile in sede propria, separata sia dalle auto sia dai pedoni, in percentuale della sua lunghezza.',
      'Part of the cycle network on a track of its own, apart from both cars and pedestrians, as a percentage of its length.',
    ),
    method: CUT,
    notes: [
      WHAT,
      t(
        `Dove la rete è più corta di ${SHORTEST} metri la quota è poco affidabile e non è mostrata: un solo tratto la decide.`,
        `Where the network is shorter than ${SHORTEST} metres the share is unreliable and not shown: a single stretch decides it.`,
      ),
      t(
        'I tratti senza indicazione di sede (meno dell’1 %) contano tra gli altri.',
        'Stretches without a stated form (less than 1%) count among the others.',
      ),
      ONCE,
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('lunghezza dei percorsi ciclabili', 'length of cycle routes'),
    direction: 'better',
    decimals: 0,
    datasets: ['cycle-paths', 'geography'],
    compute: (edition, geography) =>
      toCells(cyclePaths(edition, geography, PERIOD), [], (counts) =>
        sum(counts) < SHORTEST ? { missing: 'unreliable' } : { value: (counts[0]! / sum(counts)) * 100 },
      ),
  },
];
