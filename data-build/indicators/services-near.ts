import type { Text } from '../../src/model/ids';
import { nearGrid } from '../bases/near';
import { shares, SMALL } from '../bases/places';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

/**
 * 500 m in a straight line are seven or eight minutes on foot at 4 km/h, streets being some 1.3 times longer than the line; a library
 * is worth a walk of a quarter of an hour, 1 km.
 */
const CLOSE = 500;
const WALK = 1000;

const common = {
  ramp: 'plum',
  direction: 'better',
  notApplicable: [],
  seriesBreaks: [],
  measure: 'share',
  unit: 'percent',
  denominator: t('numeri civici', 'house numbers'),
  decimals: 0,
} as const;

interface Near {
  id: string;
  order: number;
  pon: Indicator['pon'];
  dataset: string;
  keep?: (row: Record<string, string>) => boolean;
  metres: number;
  title: Text;
  question: Text;
  /** The thing with its article, as in "hanno entro 500 m …". */
  thing: Text;
  note: Text;
}

const METHOD = t(
  'Per ogni numero civico si misura la distanza in linea d’aria dal posto più vicino; si contano i civici entro la soglia e si dividono per tutti quelli del livello.',
  'For each house number the straight-line distance to the nearest place is measured; those within the limit are counted and divided by all of the level.',
);
const NOT_PEOPLE = t(
  'Conta i numeri civici, non le persone: una villetta e un palazzo valgono uno. I civici sono quelli del 2021.',
  'It counts house numbers, not people: a cottage and a tower block count one each. House numbers are those of 2021.',
);
const STRAIGHT = t(
  'La strada a piedi è più lunga della linea d’aria, soprattutto dove ci sono ferrovie, fiumi o colline.',
  'The way on foot is longer than the straight line, above all where there are railways, rivers or hills.',
);

function near({ dataset, keep, metres, title, thing, note, question, ...rest }: Near): Indicator {
  const limit = metres < 1000 ? `${metres} m` : `${metres / 1000} km`;
  return {
    ...common,
    ...rest,
    theme: rest.id.split('.')[0]!,
    title,
    question,
    sentence: t(
      `{n} civici ogni 100 hanno ${thing.it} entro ${limit} in linea d’aria`,
      `{n} of every 100 house numbers have ${thing.en} within ${limit} in a straight line`,
    ),
    definition: t(
      `Numeri civici con ${thing.it} a ${limit} o meno in linea d’aria, ogni 100 numeri civici.`,
      `House numbers with ${thing.en} at ${limit} or less in a straight line, per 100 house numbers.`,
    ),
    method: METHOD,
    notes: [
      note,
      NOT_PEOPLE,
      STRAIGHT,
      t(
        `Con meno di ${SMALL.things} civici la quota non è mostrata.`,
        `With fewer than ${SMALL.things} house numbers the share is not shown.`,
      ),
    ],
    datasets: [dataset, 'addresses'],
    compute: (edition, geography) =>
      shares(nearGrid(edition, geography, { dataset, metres, keep }), SMALL.things),
  };
}

const SCHOOLS = t(
  'Conta che la scuola ci sia, non che abbia posto: posti e iscritti non sono pubblicati con le sedi.',
  'It counts that the school is there, not that it has room: places and pupils are not published with the sites.',
);

export const indicators: Indicator[] = [
  near({
    id: 'education.nursery_near',
    order: 30,
    pon: 'social',
    dataset: 'schools',
    keep: ({ kind }) => kind === 'nursery',
    metres: CLOSE,
    title: t('Case con un nido vicino', 'Homes with a nursery nearby'),
    question: t('Chi ha un nido sotto casa?', 'Who has a nursery around the corner?'),
    thing: t('un nido d’infanzia', 'a nursery'),
    note: SCHOOLS,
  }),
  near({
    id: 'education.preschool_near',
    order: 31,
    pon: 'social',
    dataset: 'schools',
    keep: ({ kind }) => kind === 'preschool',
    metres: CLOSE,
    title: t('Case con una scuola dell’infanzia vicina', 'Homes with a preschool nearby'),
    question: t('Chi ha una scuola dell’infanzia sotto casa?', 'Who has a preschool around the corner?'),
    thing: t('una scuola dell’infanzia', 'a preschool'),
    note: SCHOOLS,
  }),
  near({
    id: 'education.primary_near',
    order: 32,
    pon: 'social',
    dataset: 'schools',
    keep: ({ kind }) => kind === 'primary',
    metres: CLOSE,
    title: t('Case con una scuola primaria vicina', 'Homes with a primary school nearby'),
    question: t(
      'Da quali case si va alla primaria in pochi passi?',
      'From which homes is primary school a short walk?',
    ),
    thing: t('una scuola primaria', 'a primary school'),
    note: SCHOOLS,
  }),
  near({
    id: 'services.library_near',
    order: 24,
    pon: 'culture',
    dataset: 'libraries',
    keep: ({ kind }) => kind === 'public-reading',
    metres: WALK,
    title: t('Case con una biblioteca vicina', 'Homes with a library nearby'),
    question: t('Chi può andare in biblioteca a piedi?', 'Who can walk to a library?'),
    thing: t('una biblioteca comunale', 'a municipal library'),
    note: t(
      'Solo le biblioteche comunali di pubblica lettura, non quelle di ricerca; quelle fuori dal confine della città non contano.',
      'Municipal public libraries only, not research ones; those beyond the city limits do not count.',
    ),
  }),
  near({
    id: 'services.toilet_near',
    order: 33,
    pon: 'public-works',
    dataset: 'public-toilets',
    keep: ({ kind }) => kind !== 'urinal',
    metres: CLOSE,
    title: t('Case con un bagno pubblico vicino', 'Homes with a public toilet nearby'),
    question: t('Dove c’è un bagno pubblico a pochi passi?', 'Where is a public toilet a short walk away?'),
    thing: t('un bagno pubblico', 'a public toilet'),
    note: t(
      'Sono esclusi i vespasiani, che non servono a tutti.',
      'Urinals, which are not of use to everyone, are left out.',
    ),
  }),
  near({
    id: 'services.social_near',
    order: 9,
    pon: 'social',
    dataset: 'social-resources',
    keep: ({ access }) => access === 'open',
    metres: CLOSE,
    title: t('Case con una risorsa sociale vicina', 'Homes with a social resource nearby'),
    question: t('Chi trova un aiuto vicino a casa?', 'Who finds help close to home?'),
    thing: t('una risorsa sociale ad accesso libero', 'a social resource open to all'),
    note: t(
      'Conta qualunque risorsa della mappa sociale aperta a chiunque, di qualunque tipo.',
      'It counts any resource of the social map that is open to all, of whatever kind.',
    ),
  }),
];
