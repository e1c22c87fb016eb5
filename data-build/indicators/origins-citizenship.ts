import { ratio, SMALL_BASE, toCells, type Counts } from '../bases/grid';
import { minors, minorsByCitizenship, sexByCitizenship, type Family } from '../bases/origins';
import { citizenship } from '../bases/population';
import { youngByCitizenship } from '../bases/structure';
import { t } from '../bases/tally';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader, Indicator } from '../model';

/** Citizenship crossed with age and sex. */

const ZONE_ONLY = t(
  'Pubblicato per zona dal 1986, per chi ha una dimora: per aree statistiche e zone di prossimità il dato non c’è.',
  'Published by zone since 1986, for people with a fixed abode: statistical areas and proximity zones have none.',
);
const LAW = t(
  'I figli di genitori stranieri nati in Italia restano stranieri almeno fino ai 18 anni, se i genitori non diventano italiani.',
  'Children of foreign parents born in Italy stay foreign at least until 18, unless their parents become Italian.',
);

const common = {
  pon: 'social',
  method: t(
    'Si sommano prima le persone dei territori contenuti e poi si calcola il rapporto: mai una media di percentuali. Residenti al 31 dicembre.',
    'People of the places contained are summed first and the ratio computed afterwards: never an average of percentages. Residents on 31 December.',
  ),
  ramp: 'plum',
  direction: 'neither',
  decimals: 1,
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['population-zona', 'population-area'],
} as const;

type Texts = Pick<
  Indicator,
  'id' | 'theme' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'notes' | 'denominator'
>;

const share = (
  texts: Texts,
  family: (edition: EditionReader, geography: Geography) => Family,
  part: (counts: Counts) => number,
  base: (counts: Counts) => number,
): Indicator => ({
  ...common,
  ...texts,
  measure: 'share',
  unit: 'percent',
  compute(edition, geography) {
    const { grid, hidden } = family(edition, geography);
    return toCells(grid, hidden, (counts) => ratio(part(counts), base(counts), SMALL_BASE.residents));
  },
});

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'origins.foreign_residents',
    theme: 'origins',
    order: 9,
    title: t('Residenti stranieri', 'Foreign residents'),
    question: t(
      'Quante persone di cittadinanza straniera abitano qui?',
      'How many people of foreign citizenship live here?',
    ),
    sentence: t(
      'vivono {n} persone di cittadinanza straniera',
      'there are {n} residents of foreign citizenship',
    ),
    definition: t(
      'Residenti senza cittadinanza italiana al 31 dicembre.',
      'Residents without Italian citizenship on 31 December.',
    ),
    notes: [
      t(
        'Anche per la città sono contate solo le persone con una dimora: i pochi senza fissa dimora sarebbero altrimenti riconoscibili per differenza.',
        'For the city too, only people with a fixed abode are counted: the few without one could otherwise be identified by subtraction.',
      ),
      t(
        'Per zone, quartieri e città la serie parte dal 1986; per aree statistiche e zone di prossimità copre gli anni 2010–2021.',
        'For zones, districts and the city the series starts in 1986; for statistical areas and proximity zones it covers 2010–2021.',
      ),
    ],
    measure: 'count',
    unit: 'people',
    denominator: null,
    decimals: 0,
    compute(edition, geography) {
      const { grid, hidden } = citizenship(edition, geography);
      return toCells(grid, [hidden], ([foreign]) => ({ value: foreign! }));
    },
  },
  share(
    {
      id: 'origins.foreign_under15_share',
      theme: 'origins',
      order: 10,
      title: t('Stranieri fra chi ha meno di 15 anni', 'Foreign citizens among under-15s'),
      question: t(
        'Quanti bambini e ragazzi hanno una cittadinanza straniera?',
        'How many children hold foreign citizenship?',
      ),
      sentence: t(
        '{n} bambini e ragazzi sotto i 15 anni ogni 100 hanno cittadinanza straniera',
        '{n} of every 100 children under 15 hold foreign citizenship',
      ),
      definition: t(
        'Residenti stranieri con meno di 15 anni, ogni 100 residenti della stessa età.',
        'Foreign residents under 15, per 100 residents of that age.',
      ),
      denominator: t('residenti con meno di 15 anni', 'residents under 15'),
      notes: [
        t(
          `Dove i ragazzi sono meno di ${SMALL_BASE.residents} la quota è poco affidabile e non è mostrata.`,
          `Where there are fewer than ${SMALL_BASE.residents} children the share is unreliable and not shown.`,
        ),
        LAW,
        t(
          'Pubblicato per area statistica dal 2010 al 2021.',
          'Published by statistical area from 2010 to 2021.',
        ),
      ],
    },
    youngByCitizenship,
    (c) => c[0]!,
    (c) => c[0]! + c[1]!,
  ),
  share(
    {
      id: 'origins.foreign_minors_share',
      theme: 'origins',
      order: 11,
      title: t('Stranieri fra i minorenni', 'Foreign citizens among under-18s'),
      question: t(
        'Quanti minorenni hanno una cittadinanza straniera?',
        'How many people under 18 hold foreign citizenship?',
      ),
      sentence: t(
        '{n} minorenni ogni 100 hanno cittadinanza straniera',
        '{n} of every 100 people under 18 hold foreign citizenship',
      ),
      definition: t(
        'Residenti stranieri con meno di 18 anni, ogni 100 residenti della stessa età.',
        'Foreign residents under 18, per 100 residents of that age.',
      ),
      denominator: t('residenti con meno di 18 anni', 'residents under 18'),
      notes: [LAW, ZONE_ONLY],
    },
    minorsByCitizenship,
    (c) => c[0]!,
    (c) => c[0]! + c[1]!,
  ),
  share(
    {
      id: 'origins.minors_among_foreign_share',
      theme: 'origins',
      order: 12,
      title: t('Minorenni fra gli stranieri', 'Under-18s among foreign citizens'),
      question: t('Quanti stranieri hanno meno di 18 anni?', 'How many foreign citizens are under 18?'),
      sentence: t(
        '{n} stranieri ogni 100 hanno meno di 18 anni',
        '{n} of every 100 foreign citizens are under 18',
      ),
      definition: t(
        'Residenti stranieri con meno di 18 anni, ogni 100 residenti stranieri.',
        'Foreign residents under 18, per 100 foreign residents.',
      ),
      denominator: t('residenti stranieri', 'foreign residents'),
      notes: [LAW, ZONE_ONLY],
    },
    minorsByCitizenship,
    (c) => c[0]!,
    (c) => c[0]! + c[2]!,
  ),
  share(
    {
      id: 'origins.women_among_foreign_share',
      theme: 'origins',
      order: 13,
      title: t('Donne fra gli stranieri', 'Women among foreign citizens'),
      question: t('Quanti residenti stranieri sono donne?', 'How many foreign residents are women?'),
      sentence: t('{n} stranieri ogni 100 sono donne', '{n} of every 100 foreign citizens are women'),
      definition: t(
        'Residenti straniere, ogni 100 residenti stranieri di ogni sesso.',
        'Female foreign residents, per 100 foreign residents of either sex.',
      ),
      denominator: t('residenti stranieri', 'foreign residents'),
      notes: [ZONE_ONLY],
    },
    sexByCitizenship,
    (c) => c[0]!,
    (c) => c[0]! + c[1]!,
  ),
  share(
    {
      id: 'population.minors_share',
      theme: 'population',
      order: 9,
      title: t('Minorenni', 'Residents under 18'),
      question: t('Quanti abitanti hanno meno di 18 anni?', 'How many residents are under 18?'),
      sentence: t('{n} residenti ogni 100 hanno meno di 18 anni', '{n} of every 100 residents are under 18'),
      definition: t(
        'Residenti con meno di 18 anni, ogni 100 residenti.',
        'Residents under 18, per 100 residents.',
      ),
      denominator: t('residenti', 'residents'),
      notes: [ZONE_ONLY],
    },
    minors,
    (c) => c[0]!,
    (c) => c[0]! + c[1]!,
  ),
];
