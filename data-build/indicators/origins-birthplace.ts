import { ratio, SMALL_BASE, toCells } from '../bases/grid';
import { birthplaces, bornByCitizenship, type Family } from '../bases/origins';
import { sum, t } from '../bases/tally';
import type { Counts } from '../bases/grid';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader, Indicator } from '../model';

/** Where residents were born: zone, quartieri and city, 1986–2023. */

const common = {
  theme: 'origins',
  pon: 'social',
  method: t(
    'Si sommano prima le persone delle zone contenute e poi si calcola la quota. Residenti al 31 dicembre con una dimora.',
    'People of the zones contained are summed first and the share computed afterwards. Residents with a fixed abode on 31 December.',
  ),
  measure: 'share',
  unit: 'percent',
  ramp: 'plum',
  direction: 'neither',
  decimals: 1,
  notApplicable: [],
  seriesBreaks: [],
} as const;

const COVERAGE = t(
  'Il luogo di nascita è pubblicato per zona dal 1986: per aree statistiche e zone di prossimità il dato non c’è. I quartieri sono quelli attuali in tutti gli anni.',
  'Birthplace is published by zone since 1986: statistical areas and proximity zones have none. Districts are today’s in every year.',
);
const MOTHERS = t(
  'Il luogo di nascita è quello dell’atto: chi è nato in un ospedale di un altro comune risulta nato lì, anche se la famiglia ha sempre vissuto a Bologna.',
  'Birthplace is the registered one: people born in a hospital of another municipality count as born there, even if the family always lived in Bologna.',
);
const PASSPORT = t(
  'Luogo di nascita e cittadinanza sono due cose diverse: chi è nato all’estero può essere italiano, chi è nato in Italia straniero.',
  'Birthplace and citizenship are two different things: people born abroad may be Italian, people born in Italy foreign.',
);

const born = (
  id: string,
  order: number,
  /** Index in BIRTHPLACES. */
  at: number,
  it: [title: string, place: string, question: string],
  en: [title: string, place: string, question: string],
  more: Indicator['notes'] = [],
): Indicator => ({
  ...common,
  id,
  order,
  title: t(it[0], en[0]),
  question: t(it[2], en[2]),
  sentence: t(`{n} residenti ogni 100 sono nati ${it[1]}`, `{n} of every 100 residents were born ${en[1]}`),
  definition: t(
    `Residenti nati ${it[1]}, ogni 100 residenti.`,
    `Residents born ${en[1]}, per 100 residents.`,
  ),
  denominator: t('residenti', 'residents'),
  notes: [...more, COVERAGE],
  datasets: ['population-zona'],
  compute(edition, geography) {
    const { grid, hidden } = birthplaces(edition, geography);
    return toCells(grid, hidden, (counts) => ratio(counts[at]!, sum(counts), SMALL_BASE.residents));
  },
});

const crossed = (
  texts: Pick<
    Indicator,
    'id' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'notes' | 'denominator'
  >,
  family: (edition: EditionReader, geography: Geography) => Family,
  [part, base]: [(counts: Counts) => number, (counts: Counts) => number],
): Indicator => ({
  ...common,
  ...texts,
  notes: [...texts.notes, COVERAGE],
  datasets: ['population-zona', 'population-area'],
  compute(edition, geography) {
    const { grid, hidden } = family(edition, geography);
    return toCells(grid, hidden, (counts) => ratio(part(counts), base(counts), SMALL_BASE.residents));
  },
});

export const indicators: Indicator[] = [
  born(
    'origins.born_bologna_share',
    1,
    0,
    ['Residenti nati a Bologna', 'nel comune di Bologna', 'Quanti abitanti sono nati a Bologna?'],
    [
      'Residents born in Bologna',
      'in the municipality of Bologna',
      'How many residents were born in Bologna?',
    ],
    [MOTHERS],
  ),
  born(
    'origins.born_province_share',
    2,
    1,
    [
      'Residenti nati nella provincia di Bologna',
      'in un altro comune della provincia di Bologna',
      'Quanti abitanti vengono dai comuni vicini?',
    ],
    [
      'Residents born in the province of Bologna',
      'in another municipality of the province of Bologna',
      'How many residents come from the towns nearby?',
    ],
    [MOTHERS],
  ),
  born(
    'origins.born_region_share',
    3,
    2,
    [
      'Residenti nati nel resto dell’Emilia-Romagna',
      'in un’altra provincia dell’Emilia-Romagna',
      'Quanti abitanti vengono dal resto della regione?',
    ],
    [
      'Residents born elsewhere in Emilia-Romagna',
      'in another province of Emilia-Romagna',
      'How many residents come from the rest of the region?',
    ],
  ),
  born(
    'origins.born_north_centre_share',
    4,
    3,
    [
      'Residenti nati nel Nord e nel Centro Italia',
      'nel Nord o nel Centro Italia, fuori dall’Emilia-Romagna',
      'Quanti abitanti vengono dal Nord e dal Centro Italia?',
    ],
    [
      'Residents born in northern and central Italy',
      'in northern or central Italy, outside Emilia-Romagna',
      'How many residents come from northern and central Italy?',
    ],
  ),
  born(
    'origins.born_south_share',
    5,
    4,
    [
      'Residenti nati nel Sud e nelle Isole',
      'nel Sud Italia o nelle Isole',
      'Quanti abitanti vengono dal Sud e dalle Isole?',
    ],
    [
      'Residents born in southern Italy and the islands',
      'in southern Italy or the islands',
      'How many residents come from southern Italy and the islands?',
    ],
  ),
  born(
    'origins.born_abroad_share',
    6,
    5,
    ['Residenti nati all’estero', 'all’estero', 'Quanti abitanti sono nati all’estero?'],
    ['Residents born abroad', 'abroad', 'How many residents were born abroad?'],
    [PASSPORT],
  ),
  crossed(
    {
      id: 'origins.italians_born_abroad_share',
      order: 7,
      title: t('Italiani fra i nati all’estero', 'Italians among people born abroad'),
      question: t(
        'Quanti dei nati all’estero hanno la cittadinanza italiana?',
        'How many people born abroad hold Italian citizenship?',
      ),
      sentence: t(
        '{n} nati all’estero ogni 100 hanno la cittadinanza italiana',
        '{n} of every 100 people born abroad hold Italian citizenship',
      ),
      definition: t(
        'Residenti con cittadinanza italiana nati all’estero, ogni 100 residenti nati all’estero.',
        'Residents with Italian citizenship born abroad, per 100 residents born abroad.',
      ),
      notes: [
        t(
          'Comprende chi ha acquisito la cittadinanza, i figli di italiani nati all’estero e chi rientrò dalle ex colonie.',
          'It covers people who acquired citizenship, children of Italians born abroad and those who returned from former colonies.',
        ),
      ],
      denominator: t('residenti nati all’estero', 'residents born abroad'),
    },
    bornByCitizenship,
    [(c) => c[3]!, (c) => c[2]! + c[3]!],
  ),
  crossed(
    {
      id: 'origins.foreigners_born_italy_share',
      order: 8,
      title: t('Stranieri nati in Italia', 'Foreign citizens born in Italy'),
      question: t('Quanti stranieri sono nati in Italia?', 'How many foreign citizens were born in Italy?'),
      sentence: t(
        '{n} stranieri ogni 100 sono nati in Italia',
        '{n} of every 100 foreign citizens were born in Italy',
      ),
      definition: t(
        'Residenti stranieri nati in Italia, ogni 100 residenti stranieri.',
        'Foreign residents born in Italy, per 100 foreign residents.',
      ),
      notes: [PASSPORT],
      denominator: t('residenti stranieri', 'foreign residents'),
    },
    bornByCitizenship,
    [(c) => c[0]!, (c) => c[0]! + c[2]!],
  ),
];
