import { ratio, SMALL_BASE, toCells, type Counts } from '../bases/grid';
import { CIVIL, civil } from '../bases/single-ages';
import { sum, t } from '../bases/tally';
import type { Indicator } from '../model';

/** Civil status of adults: zone, quartieri and city, 2010–2021. */

const adults = (counts: Counts, status?: (typeof CIVIL)[number]): number =>
  status === undefined
    ? sum(counts)
    : counts[CIVIL.indexOf(status)]! + counts[CIVIL.length + CIVIL.indexOf(status)]!;

const common = {
  theme: 'population',
  pon: 'social',
  method: t(
    'Si sommano prima le persone delle zone contenute e poi si calcola la quota. Stato civile ed età al 31 dicembre, per chi ha una dimora.',
    'People of the zones contained are summed first and the share computed afterwards. Civil status and age on 31 December, for people with a fixed abode.',
  ),
  measure: 'share',
  unit: 'percent',
  ramp: 'plum',
  direction: 'neither',
  decimals: 1,
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['population-civil'],
} as const;

const NOTES = [
  t(
    'Lo stato civile non dice con chi si vive: chi convive senza sposarsi risulta celibe o nubile.',
    'Civil status does not say who people live with: unmarried couples count as never married.',
  ),
  t(
    'Lo stato civile è pubblicato per zona: per aree statistiche e zone di prossimità il dato non c’è.',
    'Civil status is published by zone: statistical areas and proximity zones have none.',
  ),
];
const UNIONS = t(
  'Dal 2017 chi è unito civilmente conta con i coniugati, chi ha sciolto un’unione con i divorziati, chi l’ha persa per un lutto con i vedovi.',
  'Since 2017 people in civil unions count with the married, dissolved unions with the divorced, and bereaved partners with the widowed.',
);
const ADULTS = t('residenti di 18 anni e oltre', 'residents aged 18 and over');

const share = (
  texts: Pick<Indicator, 'id' | 'order' | 'title' | 'question' | 'sentence' | 'definition' | 'denominator'>,
  part: (counts: Counts) => number,
  base: (counts: Counts) => number = adults,
): Indicator => ({
  ...common,
  ...texts,
  notes: [...NOTES, UNIONS],
  compute(edition, geography) {
    const { grid, hidden } = civil(edition, geography);
    return toCells(grid, [hidden], (counts) => ratio(part(counts), base(counts), SMALL_BASE.residents));
  },
});

const ofAdults = (status: (typeof CIVIL)[number]) => (counts: Counts) => adults(counts, status);

export const indicators: Indicator[] = [
  share(
    {
      id: 'population.never_married_share',
      order: 24,
      title: t('Celibi e nubili', 'Never married'),
      question: t('Quanti adulti non si sono mai sposati?', 'How many adults have never married?'),
      sentence: t(
        '{n} adulti ogni 100 non si sono mai sposati',
        '{n} of every 100 adults have never married',
      ),
      definition: t(
        'Residenti celibi o nubili di 18 anni e oltre, ogni 100 residenti della stessa età.',
        'Never-married residents aged 18 and over, per 100 residents of that age.',
      ),
      denominator: ADULTS,
    },
    ofAdults('never-married'),
  ),
  share(
    {
      id: 'population.married_share',
      order: 25,
      title: t('Coniugati', 'Married'),
      question: t(
        'Quanti adulti sono sposati o uniti civilmente?',
        'How many adults are married or in a civil union?',
      ),
      sentence: t(
        '{n} adulti ogni 100 sono sposati o uniti civilmente',
        '{n} of every 100 adults are married or in a civil union',
      ),
      definition: t(
        'Residenti coniugati o uniti civilmente di 18 anni e oltre, ogni 100 residenti della stessa età.',
        'Residents aged 18 and over who are married or in a civil union, per 100 residents of that age.',
      ),
      denominator: ADULTS,
    },
    ofAdults('married'),
  ),
  share(
    {
      id: 'population.divorced_share',
      order: 26,
      title: t('Divorziati', 'Divorced'),
      question: t('Quanti adulti sono divorziati?', 'How many adults are divorced?'),
      sentence: t('{n} adulti ogni 100 sono divorziati', '{n} of every 100 adults are divorced'),
      definition: t(
        'Residenti divorziati di 18 anni e oltre, ogni 100 residenti della stessa età.',
        'Divorced residents aged 18 and over, per 100 residents of that age.',
      ),
      denominator: ADULTS,
    },
    ofAdults('divorced'),
  ),
  share(
    {
      id: 'population.widowed65_share',
      order: 27,
      title: t('Vedove e vedovi fra chi ha 65 anni e oltre', 'Widowed among people aged 65 and over'),
      question: t('Quanti anziani hanno perso il coniuge?', 'How many older people have lost their spouse?'),
      sentence: t(
        '{n} persone di 65 anni e oltre ogni 100 hanno perso il coniuge',
        '{n} of every 100 people aged 65 and over are widowed',
      ),
      definition: t(
        'Residenti vedovi di 65 anni e oltre, ogni 100 residenti della stessa età.',
        'Widowed residents aged 65 and over, per 100 residents of that age.',
      ),
      denominator: t('residenti di 65 anni e oltre', 'residents aged 65 and over'),
    },
    (counts) => counts[CIVIL.length + CIVIL.indexOf('widowed')]!,
    (counts) => sum(counts.slice(CIVIL.length)),
  ),
];
