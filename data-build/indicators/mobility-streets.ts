import { SMALL_BASE, toCells } from '../bases/grid';
import { streets } from '../bases/lines';
import { SMALL_AREAS } from '../bases/notes';
import { limitedTraffic } from '../bases/overlap';
import { countCells, densities, mapGrid, over, residentBase } from '../bases/places';
import { points } from '../bases/points';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

/** The street graph and the zones were exported in 2025. */
const PERIOD = '2025';

const common = {
  theme: 'mobility',
  pon: 'public-works',
  ramp: 'blue',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: [],
} as const;
const CUT = t(
  'Le strade sono divise dove cambiano area; una strada che segna un confine (fino a 15 metri) conta metà per parte. Le carreggiate disegnate separate contano entrambe, e così rampe e autostrade.',
  'Streets are split where they change area; a street that marks a border (up to 15 metres) counts half on each side. Carriageways drawn apart both count, and so do ramps and motorways.',
);
const NOW = t('Grafo stradale del Comune, 2025.', 'Street graph of the Municipality, 2025.');
const SUM_POINTS = t(
  'Ogni punto conta nell’area in cui cade; per i livelli più ampi si somma.',
  'Each point counts in the area it falls into; wider levels are sums.',
);

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'mobility.street_km_per_km2',
    order: 40,
    title: t('Chilometri di strade per km²', 'Kilometres of streets per km²'),
    question: t('Quanto è fitta la rete delle strade?', 'How dense is the street network?'),
    sentence: t('ci sono {n} km di strade per km²', 'there are {n} km of streets per km²'),
    definition: t(
      'Chilometri di strade del grafo comunale per chilometro quadrato di territorio.',
      'Kilometres of streets in the municipal graph per square kilometre of land.',
    ),
    method: CUT,
    notes: [NOW],
    measure: 'density',
    unit: 'km-per-km2',
    denominator: t('superficie in km²', 'area in km²'),
    decimals: 1,
    datasets: ['streets', 'geography'],
    compute: (edition, geography) =>
      densities(
        mapGrid(streets(edition, geography, PERIOD), ([metres]) => [metres! / 1_000]),
        geography,
      ),
  },
  {
    ...common,
    id: 'mobility.street_m_per_resident',
    order: 41,
    title: t('Metri di strade per abitante', 'Metres of streets per resident'),
    question: t('Quanta strada c’è per ogni abitante?', 'How much street is there for each resident?'),
    sentence: t(
      'ci sono {n} metri di strade per ogni residente',
      'there are {n} metres of streets for each resident',
    ),
    definition: t(
      'Metri di strade del grafo comunale per residente con una dimora.',
      'Metres of streets in the municipal graph per resident with a fixed abode.',
    ),
    method: t(
      'Lunghezza delle strade (2025) divisa per i residenti al 31 dicembre 2021, ultimo anno per area statistica; prima si sommano le aree, poi si divide.',
      'Length of streets (2025) divided by residents on 31 December 2021, the last year by statistical area; areas are summed first and divided afterwards.',
    ),
    notes: [CUT, SMALL_AREAS],
    measure: 'rate',
    unit: 'number',
    denominator: t('residenti', 'residents'),
    decimals: 1,
    datasets: ['streets', 'geography', 'population-area', 'population-zona'],
    compute: (edition, geography) =>
      over(streets(edition, geography, PERIOD), residentBase(edition, geography), 4, ([metres], people) =>
        people < SMALL_BASE.residents ? { missing: 'unreliable' } : { value: metres! / people },
      ),
  },
  {
    ...common,
    id: 'mobility.ztl_share',
    order: 42,
    title: t('Territorio in zona a traffico limitato', 'Land in limited traffic zones'),
    question: t(
      'Quanta parte del territorio è in ZTL?',
      'How much of the land is in a limited traffic zone?',
    ),
    sentence: t(
      '{n} ettari ogni 100 sono in zona a traffico limitato',
      '{n} of every 100 hectares are in a limited traffic zone',
    ),
    definition: t(
      'Parte del territorio compresa nelle zone a traffico limitato (ZTL), Area T inclusa, in percentuale della superficie.',
      'Part of the land within limited traffic zones (ZTL), Area T included, as a percentage of its area.',
    ),
    method: t(
      'I poligoni delle zone sono intersecati con quelli delle aree; dove due zone si sovrappongono la superficie conta una volta.',
      'The polygons of the zones are intersected with those of the areas; where two zones overlap the land counts once.',
    ),
    notes: [
      t(
        'Zone in vigore nel giugno 2025; orari e permessi cambiano da zona a zona.',
        'Zones in force in June 2025; hours and permits differ from zone to zone.',
      ),
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('superficie', 'area'),
    decimals: 1,
    datasets: ['ztl', 'geography'],
    compute: (edition, geography) =>
      toCells(limitedTraffic(edition, geography, PERIOD), [], ([m2], { level, code }) => {
        const place = geography.levels[level]!.find((area) => area.code === code)!;
        // The two measures of one outline differ by millionths: a place wholly inside says 100.
        return { value: Math.min(100, (m2! / 1e6 / place.km2) * 100) };
      }),
  },
  {
    ...common,
    id: 'mobility.red_light_cameras',
    order: 43,
    title: t('Incroci con controllo del rosso', 'Junctions with red-light cameras'),
    question: t('Dove è controllato chi passa col rosso?', 'Where is passing on red checked?'),
    sentence: t(
      'gli incroci con controllo del rosso sono {n}',
      'the number of junctions with red-light cameras is {n}',
    ),
    definition: t('Incroci con una telecamera Stars.', 'Junctions with a Stars camera.'),
    method: SUM_POINTS,
    notes: [
      t(
        'Elenco del 2020. Porta San Mamolo compare due volte, con due telecamere.',
        'List of 2020. Porta San Mamolo appears twice, with two cameras.',
      ),
    ],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    datasets: ['red-light-cameras', 'geography'],
    compute: (edition, geography) => countCells(points(edition, geography, 'red-light-cameras')),
  },
  {
    ...common,
    id: 'mobility.traffic_loops',
    order: 44,
    title: t('Sensori che contano il traffico', 'Traffic counting sensors'),
    question: t('Dove si misura il traffico?', 'Where is traffic measured?'),
    sentence: t('i sensori che contano il traffico sono {n}', 'the number of traffic sensors is {n}'),
    definition: t(
      'Spire nell’asfalto (e una telecamera) che contano i veicoli.',
      'Loops in the road surface (and one camera) that count vehicles.',
    ),
    method: SUM_POINTS,
    notes: [
      t(
        'Dice dove si misura, non quanto traffico c’è. Un incrocio può avere una spira per ogni corsia.',
        'It says where traffic is measured, not how much there is. A junction may have a loop for each lane.',
      ),
    ],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    datasets: ['traffic-loops', 'geography'],
    compute: (edition, geography) => countCells(points(edition, geography, 'traffic-loops')),
  },
];
