import type { Counts } from '../bases/grid';
import { ratio, SMALL_BASE, toCells } from '../bases/grid';
import { between, meanAge, medianAge, singleAges } from '../bases/single-ages';
import { t } from '../bases/tally';
import type { Cell } from '../../src/model/cell';
import type { Indicator } from '../model';

/** What needs single years of age: zone, quartieri and city, 2010–2021. */

const COVERAGE = t(
  'Le singole età sono pubblicate per zona, dal 2010 al 2021, per chi ha una dimora: per aree statistiche e zone di prossimità il dato non c’è.',
  'Single ages are published by zone, 2010 to 2021, for people with a fixed abode: statistical areas and proximity zones have none.',
);
const SWING = t(
  'Le due classi hanno poche migliaia di persone per zona: il valore oscilla da un anno all’altro.',
  'The two groups hold a few thousand people a zone: the value swings from year to year.',
);

const common = {
  theme: 'population',
  pon: 'social',
  method: t(
    'Si sommano le persone per singolo anno di età delle zone contenute, poi si calcola una volta sola. L’età è quella compiuta al 31 dicembre.',
    'People are summed by single year of age over the zones contained, then the figure is computed once. Age is in completed years on 31 December.',
  ),
  ramp: 'plum',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['population-civil'],
} as const;

type Texts = Pick<Indicator, 'id' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'notes'>;
type Shape = Pick<Indicator, 'measure' | 'unit' | 'denominator' | 'decimals'>;

const make = (texts: Texts, shape: Shape, value: (counts: Counts) => Cell): Indicator => ({
  ...common,
  ...texts,
  notes: [...texts.notes, COVERAGE],
  ...shape,
  compute(edition, geography) {
    const { grid, hidden } = singleAges(edition, geography);
    return toCells(grid, [hidden], value);
  },
});

const RESIDENTS = t('residenti', 'residents');
const years = (measure: 'mean' | 'median'): Shape => ({
  measure,
  unit: 'years',
  denominator: RESIDENTS,
  decimals: 1,
});
const per100 = (denominator: Indicator['denominator'], decimals = 1): Shape => ({
  measure: 'rate',
  unit: 'per100',
  denominator,
  decimals,
});
const SHARE: Shape = { measure: 'share', unit: 'percent', denominator: RESIDENTS, decimals: 1 };
const over = (part: number, base: number): Cell => ratio(part, base, SMALL_BASE.residents);

export const indicators: Indicator[] = [
  make(
    {
      id: 'population.mean_age',
      order: 7,
      title: t('Età media', 'Mean age'),
      question: t('Quanti anni hanno in media gli abitanti?', 'How old are residents on average?'),
      sentence: t('l’età media è di {n} anni', 'the mean age is {n} years'),
      definition: t('Età media dei residenti, in anni.', 'Mean age of residents, in years.'),
      notes: [
        t(
          'A ciascuno si attribuisce mezzo anno oltre gli anni compiuti; chi ha 100 anni e oltre conta come 100.',
          'Everyone counts half a year beyond their completed years; people of 100 and over count as 100.',
        ),
      ],
    },
    years('mean'),
    (counts) => ({ value: meanAge(counts) }),
  ),
  make(
    {
      id: 'population.median_age',
      order: 8,
      title: t('Età mediana', 'Median age'),
      question: t('Quanti anni ha la persona di mezzo?', 'How old is the person in the middle?'),
      sentence: t(
        'metà dei residenti ha più di {n} anni, metà di meno',
        'half of the residents are older than {n} years, half younger',
      ),
      definition: t(
        'L’età che divide i residenti in due metà uguali.',
        'The age that splits residents into two equal halves.',
      ),
      notes: [
        t(
          'Calcolata sulle persone della zona, del quartiere o della città: non è una media di mediane.',
          'Computed on the people of the zone, district or city: not a mean of medians.',
        ),
      ],
    },
    years('median'),
    (counts) => ({ value: medianAge(counts) }),
  ),
  make(
    {
      id: 'population.over80_share',
      order: 18,
      title: t('Residenti di 80 anni e oltre', 'Residents aged 80 and over'),
      question: t('Dove vivono le persone di 80 anni e oltre?', 'Where do people aged 80 and over live?'),
      sentence: t(
        '{n} residenti ogni 100 hanno 80 anni e oltre',
        '{n} of every 100 residents are aged 80 and over',
      ),
      definition: t(
        'Residenti di 80 anni e oltre, ogni 100 residenti.',
        'Residents aged 80 and over, per 100 residents.',
      ),
      notes: [],
    },
    SHARE,
    (counts) => over(between(counts, 80), between(counts, 0)),
  ),
  make(
    {
      id: 'population.over90_rate',
      order: 19,
      title: t('Residenti di 90 anni e oltre', 'Residents aged 90 and over'),
      question: t('Quanti abitanti hanno superato i novant’anni?', 'How many residents have passed ninety?'),
      sentence: t(
        '{n} residenti ogni mille hanno 90 anni e oltre',
        '{n} of every thousand residents are aged 90 and over',
      ),
      definition: t(
        'Residenti di 90 anni e oltre, ogni 1.000 residenti.',
        'Residents aged 90 and over, per 1,000 residents.',
      ),
      notes: [],
    },
    { measure: 'rate', unit: 'per1000', denominator: RESIDENTS, decimals: 1 },
    (counts) => ({ value: (between(counts, 90) / between(counts, 0)) * 1000 }),
  ),
  make(
    {
      id: 'population.women_over80',
      order: 20,
      title: t('Donne ogni 100 uomini a 80 anni e oltre', 'Women per 100 men aged 80 and over'),
      question: t(
        'Quante donne ci sono per ogni uomo dopo gli ottant’anni?',
        'How many women are there for every man past eighty?',
      ),
      sentence: t(
        'ci sono {n} donne ogni 100 uomini fra chi ha 80 anni e oltre',
        'there are {n} women for every 100 men among people aged 80 and over',
      ),
      definition: t(
        'Donne di 80 anni e oltre ogni 100 uomini della stessa età.',
        'Women aged 80 and over per 100 men of that age.',
      ),
      notes: [],
    },
    per100(t('uomini di 80 anni e oltre', 'men aged 80 and over'), 0),
    (counts) => over(between(counts, 80, 100, 'f'), between(counts, 80, 100, 'm')),
  ),
  make(
    {
      id: 'population.turnover_index',
      order: 21,
      title: t('Indice di ricambio della popolazione in età attiva', 'Working-age turnover index'),
      question: t(
        'Quante persone si avvicinano alla pensione per ogni ragazzo che si avvicina al lavoro?',
        'How many people near retirement for every teenager nearing work?',
      ),
      sentence: t(
        'ci sono {n} persone da 60 a 64 anni ogni 100 da 15 a 19',
        'there are {n} people aged 60 to 64 for every 100 aged 15 to 19',
      ),
      definition: t(
        'Residenti da 60 a 64 anni ogni 100 residenti da 15 a 19 anni.',
        'Residents aged 60 to 64 per 100 residents aged 15 to 19.',
      ),
      notes: [SWING],
    },
    per100(t('residenti da 15 a 19 anni', 'residents aged 15 to 19'), 0),
    (counts) => over(between(counts, 60, 64), between(counts, 15, 19)),
  ),
  make(
    {
      id: 'population.active_structure',
      order: 22,
      title: t('Indice di struttura della popolazione in età attiva', 'Working-age structure index'),
      question: t(
        'La popolazione in età da lavoro è più giovane o più matura?',
        'Is the working-age population younger or older?',
      ),
      sentence: t(
        'ci sono {n} persone da 40 a 64 anni ogni 100 da 15 a 39',
        'there are {n} people aged 40 to 64 for every 100 aged 15 to 39',
      ),
      definition: t(
        'Residenti da 40 a 64 anni ogni 100 residenti da 15 a 39 anni.',
        'Residents aged 40 to 64 per 100 residents aged 15 to 39.',
      ),
      notes: [],
    },
    per100(t('residenti da 15 a 39 anni', 'residents aged 15 to 39'), 0),
    (counts) => over(between(counts, 40, 64), between(counts, 15, 39)),
  ),
  make(
    {
      id: 'population.child_woman_ratio',
      order: 23,
      title: t('Bambini ogni 100 donne in età fertile', 'Children per 100 women of childbearing age'),
      question: t(
        'Quanti bambini piccoli ci sono per ogni donna in età fertile?',
        'How many small children are there for every woman of childbearing age?',
      ),
      sentence: t(
        'ci sono {n} bambine e bambini sotto i 5 anni ogni 100 donne da 15 a 49 anni',
        'there are {n} children under 5 for every 100 women aged 15 to 49',
      ),
      definition: t(
        'Residenti da 0 a 4 anni ogni 100 donne residenti da 15 a 49 anni.',
        'Residents aged 0 to 4 per 100 female residents aged 15 to 49.',
      ),
      notes: [
        t(
          'Non è la fecondità: conta chi vive qui oggi, anche se nato altrove, e non i figli di chi si è trasferito.',
          'It is not fertility: it counts who lives here today, born here or elsewhere, and not the children of people who moved away.',
        ),
      ],
    },
    per100(t('donne da 15 a 49 anni', 'women aged 15 to 49')),
    (counts) => over(between(counts, 0, 4), between(counts, 15, 49, 'f')),
  ),
];
