import { gridGet, ratio, SMALL_BASE, toCells } from '../bases/grid';
import { jobs } from '../bases/jobs';
import { residents } from '../bases/population';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

/** Businesses and the people who work in them, 2017–2019. */

const SECRET = t(
  'Dove le unità locali o gli addetti sono meno di tre il dato è nascosto, con quanto serve perché non si ricavi per differenza: si potrebbe riconoscere un’impresa.',
  'Where there are fewer than three local units or jobs the figure is hidden, with whatever else would give it away by subtraction: a business could be recognised.',
);
const UNPLACED = t(
  'La fonte non sa collocare una parte degli addetti: il 13 % nel 2017, il 16 % nel 2018, l’11 % nel 2019. Non compaiono in nessuna area: i valori sono un poco bassi dappertutto, e fra un anno e l’altro cambiano anche per questo.',
  'The source cannot place part of the jobs: 13 % in 2017, 16 % in 2018, 11 % in 2019. They appear in no area: values are slightly low everywhere, and change from year to year for this reason too.',
);
const PRIVATE = t(
  'Sono gli addetti delle imprese, dipendenti e indipendenti: gli enti pubblici (scuole, ospedali, uffici) sono un conto a parte e non ci sono.',
  'These are jobs in businesses, employees and self-employed: public institutions (schools, hospitals, offices) are counted apart and not included.',
);
const TWICE = t(
  'Nel 2019 la fonte ripete le sezioni con più scuole: qui ogni sezione conta una volta.',
  'In 2019 the source repeats sections with several schools: here every section counts once.',
);

const JUMPS = t(
  'In poche aree il numero cambia molto da un anno all’altro e poi torna indietro, o non torna: Canale di Reno passa da 2.290 addetti a 1.524 e a 2.475, Scalo Ravone da 592 a 39. La fonte non dice perché: può bastare una grande impresa che si sposta, o che in un anno è registrata altrove.',
  'In a few areas the number changes much from one year to the next and comes back, or does not: Canale di Reno goes from 2,290 jobs to 1,524 and to 2,475, Scalo Ravone from 592 to 39. The source does not say why: one large business that moves, or is recorded elsewhere for a year, can be enough.',
);

const common = {
  theme: 'work',
  pon: 'work',
  method: t(
    'Somme delle sezioni di censimento per area statistica e, da lì, per gli altri livelli; poi si divide una sola volta. La città è la somma delle sue aree.',
    'Sums of census sections by statistical area and, from there, by the other levels; then divided once. The city is the sum of its areas.',
  ),
  notes: [PRIVATE, SECRET, UNPLACED, TWICE, JUMPS],
  ramp: 'green-blue',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: [
    {
      period: '2019',
      note: t(
        'Una parte maggiore degli addetti è collocata sulla mappa.',
        'A larger part of the jobs is placed on the map.',
      ),
    },
  ],
  datasets: ['jobs'],
} as const;

/** Below it one business more or less moves the mean by a tenth. */
const SMALL_UNITS = 10;

const COUNT_METHOD = t(
  'Somme delle sezioni di censimento. Il totale della città comprende ciò che la fonte non sa collocare.',
  'Sums of census sections. The city total includes what the source cannot place.',
);

const perResidents = (
  texts: Pick<Indicator, 'id' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'unit'>,
  at: 0 | 1,
  per: number,
): Indicator => ({
  ...common,
  ...texts,
  measure: 'rate',
  denominator: t('residenti', 'residents'),
  decimals: 1,
  datasets: ['jobs', 'population-zona', 'population-area'],
  compute(edition, geography) {
    const { grid, hidden } = jobs(edition, geography, false);
    const people = residents(edition, geography);
    return toCells(grid, [hidden, people.hidden], (counts, { level, period, code }) => {
      const base = gridGet(people.grid, level, period).get(code)![0]!;
      const cell = ratio(counts[at]!, base, SMALL_BASE.residents);
      return 'value' in cell ? { value: (cell.value * per) / 100 } : cell;
    });
  },
});

export const indicators: Indicator[] = [
  perResidents(
    {
      id: 'work.jobs_per_100_residents',
      order: 1,
      title: t('Addetti ogni 100 residenti', 'Jobs per 100 residents'),
      question: t(
        'Dove si va a lavorare e dove si abita?',
        'Where do people go to work and where do they live?',
      ),
      sentence: t('ci sono {n} addetti ogni 100 residenti', 'there are {n} jobs for every 100 residents'),
      definition: t(
        'Addetti delle unità locali delle imprese, ogni 100 residenti al 31 dicembre dello stesso anno.',
        'Jobs in local units of businesses, per 100 residents on 31 December of the same year.',
      ),
      unit: 'per100',
    },
    1,
    100,
  ),
  perResidents(
    {
      id: 'work.units_per_1000_residents',
      order: 2,
      title: t('Unità locali ogni 1.000 residenti', 'Local units per 1,000 residents'),
      question: t(
        'Quante sedi di imprese ci sono per chi abita qui?',
        'How many business premises are there for those who live here?',
      ),
      sentence: t(
        'ci sono {n} unità locali ogni mille residenti',
        'there are {n} local units for every thousand residents',
      ),
      definition: t(
        'Unità locali delle imprese, ogni 1.000 residenti al 31 dicembre dello stesso anno.',
        'Local units of businesses, per 1,000 residents on 31 December of the same year.',
      ),
      unit: 'per1000',
    },
    0,
    1000,
  ),
  {
    ...common,
    id: 'work.jobs_density',
    order: 3,
    title: t('Addetti per km²', 'Jobs per km²'),
    question: t('Dove si concentra il lavoro?', 'Where is work concentrated?'),
    sentence: t('ci sono {n} addetti per km²', 'there are {n} jobs per km²'),
    definition: t(
      'Addetti delle unità locali delle imprese per chilometro quadrato.',
      'Jobs in local units of businesses per square kilometre.',
    ),
    measure: 'density',
    unit: 'things-per-km2',
    denominator: t('chilometri quadrati', 'square kilometres'),
    decimals: 0,
    compute(edition, geography) {
      const km2 = new Map(
        Object.entries(geography.levels).flatMap(([level, areas]) =>
          areas!.map((area) => [`${level}|${area.code}`, area.km2] as const),
        ),
      );
      const { grid, hidden } = jobs(edition, geography, false);
      return toCells(grid, [hidden], (counts, { level, code }) => ({
        value: counts[1]! / km2.get(`${level}|${code}`)!,
      }));
    },
  },
  {
    ...common,
    id: 'work.unit_size',
    order: 4,
    title: t('Addetti per unità locale', 'Jobs per local unit'),
    question: t('Le imprese qui sono grandi o piccole?', 'Are businesses here large or small?'),
    sentence: t('un’unità locale ha in media {n} addetti', 'a local unit has {n} jobs on average'),
    definition: t(
      'Numero medio di addetti per unità locale delle imprese.',
      'Mean number of jobs per local unit of businesses.',
    ),
    notes: [
      t(
        'Una sola sede molto grande alza la media di un’area: è una media, non l’impresa tipica.',
        'A single very large site raises an area’s mean: it is a mean, not the typical business.',
      ),
      ...common.notes,
    ],
    measure: 'mean',
    unit: 'number',
    denominator: t('unità locali', 'local units'),
    decimals: 1,
    compute(edition, geography) {
      const { grid, hidden } = jobs(edition, geography, false);
      return toCells(grid, [hidden], ([units, n]) =>
        units! < SMALL_UNITS ? { missing: 'unreliable' } : { value: n! / units! },
      );
    },
  },
  {
    ...common,
    id: 'work.jobs',
    order: 5,
    title: t('Addetti', 'Jobs in businesses'),
    question: t('Quante persone lavorano qui?', 'How many people work here?'),
    sentence: t('lavorano {n} persone', '{n} people work here'),
    definition: t(
      'Addetti, dipendenti e indipendenti, delle unità locali delle imprese.',
      'Jobs, employees and self-employed, in local units of businesses.',
    ),
    method: COUNT_METHOD,
    measure: 'count',
    unit: 'people',
    denominator: null,
    decimals: 0,
    compute(edition, geography) {
      const { grid, hidden } = jobs(edition, geography, true);
      return toCells(grid, [hidden], (counts) => ({ value: counts[1]! }));
    },
  },
  {
    ...common,
    id: 'work.local_units',
    order: 6,
    title: t('Unità locali delle imprese', 'Local units of businesses'),
    question: t('Quante sedi di imprese ci sono qui?', 'How many business premises are there here?'),
    sentence: t('ci sono {n} unità locali', 'there are {n} local units'),
    definition: t(
      'Sedi in cui le imprese svolgono la loro attività: uffici, negozi, officine, stabilimenti.',
      'Premises where businesses operate: offices, shops, workshops, plants.',
    ),
    method: COUNT_METHOD,
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    compute(edition, geography) {
      const { grid, hidden } = jobs(edition, geography, true);
      return toCells(grid, [hidden], ([units]) => ({ value: units! }));
    },
  },
];
