import type { Cell } from '../../src/model/cell';
import type { Level, Text } from '../../src/model/ids';
import type { Geography } from '../../src/model/manifest';
import { SMALL_BASE } from '../bases/grid';
import { SMALL_AREAS } from '../bases/notes';
import { countCells, rates, residentBase, things } from '../bases/places';
import { GROUPS, resources, variety, type Group } from '../bases/social';
import { t } from '../bases/tally';
import type { EditionReader, Indicator, IndicatorCells } from '../model';

const MAPPED = t(
  'Conta le risorse che il Comune ha messo sulla mappa, pubbliche e del volontariato: non tutte quelle che esistono. Una sede che offre più attività conta una volta per ciascuna.',
  'It counts the resources the municipality put on its map, public and voluntary: not all that exist. A site offering several activities counts once for each.',
);
const ANYONE = t(
  'Molti servizi sono aperti a tutta la città: l’area dove hanno sede non è quella di chi li usa.',
  'Many services are open to the whole city: the area they stand in is not where their users live.',
);

const common = {
  theme: 'services',
  pon: 'social',
  ramp: 'plum',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['social-resources', 'geography'],
} as const;

const counted = (edition: EditionReader, geography: Geography, kinds?: readonly string[]) =>
  things(resources(edition, geography), geography, 1, ({ kind }) =>
    kinds === undefined || kinds.includes(kind!) ? 0 : -1,
  );

function count(
  id: string,
  order: number,
  group: Group | undefined,
  words: Record<'title' | 'question' | 'plural' | 'definition', Text>,
): Indicator {
  const kinds = group === undefined ? undefined : GROUPS[group];
  return {
    ...common,
    id: `services.${id}`,
    order,
    title: words.title,
    question: words.question,
    sentence: t(`il numero di ${words.plural.it} è {n}`, `the number of ${words.plural.en} is {n}`),
    definition: words.definition,
    method: t(
      'Ogni risorsa è assegnata all’area statistica in cui cade il suo punto; le aree si sommano ai livelli più ampi.',
      'Each resource belongs to the statistical area its point falls into; areas add up to wider levels.',
    ),
    notes: [MAPPED, ANYONE],
    measure: 'count',
    unit: 'number',
    denominator: null,
    direction: 'neither',
    decimals: 0,
    compute: (edition, geography) => countCells(counted(edition, geography, kinds)),
  };
}

/** Kinds of activity found in each place; zero where there is none. */
function varietyCells(edition: EditionReader, geography: Geography): IndicatorCells {
  const list = resources(edition, geography);
  const found = variety(list, geography);
  const period =
    list
      .map((one) => one.period)
      .sort()
      .at(-1) ?? '';
  const levels: IndicatorCells = {};
  for (const level of ['citta', 'quartiere', 'zona', 'prossimita', 'area'] as Level[]) {
    const cells = (geography.levels[level] ?? []).map(({ code }): [string, Cell] => [
      code,
      { value: found.get(level)?.get(code)?.size ?? 0 },
    ]);
    levels[level] = new Map([[period, new Map(cells)]]);
  }
  return levels;
}

export const indicators: Indicator[] = [
  count('social_count', 1, undefined, {
    title: t('Risorse sociali', 'Social resources'),
    question: t('Dove si trova un aiuto?', 'Where is help to be found?'),
    plural: t('risorse sociali', 'social resources'),
    definition: t(
      'Sportelli, corsi, mense, gruppi e altri servizi della mappa delle risorse sociali del Comune.',
      'Desks, courses, canteens, groups and other services on the municipality’s map of social resources.',
    ),
  }),
  {
    ...common,
    id: 'services.social_per1000',
    order: 2,
    title: t('Risorse sociali ogni 1.000 abitanti', 'Social resources per 1,000 residents'),
    question: t(
      'Quante risorse sociali ci sono in rapporto a chi abita qui?',
      'How many social resources are there for those who live here?',
    ),
    sentence: t(
      'ci sono {n} risorse sociali ogni 1.000 residenti',
      'there are {n} social resources per 1,000 residents',
    ),
    definition: t(
      'Risorse della mappa sociale del Comune ogni 1.000 residenti con una dimora.',
      'Resources on the municipality’s social map per 1,000 residents with a fixed abode.',
    ),
    method: t(
      'Risorse e residenti delle aree contenute sono sommati prima e divisi poi. I residenti sono quelli del 31 dicembre 2021, ultimo anno per area statistica.',
      'Resources and residents of the areas contained are summed first and divided afterwards. Residents are those of 31 December 2021, the last year by statistical area.',
    ),
    notes: [MAPPED, ANYONE, SMALL_AREAS],
    measure: 'rate',
    unit: 'per1000',
    denominator: t('residenti', 'residents'),
    direction: 'better',
    decimals: 1,
    datasets: ['social-resources', 'geography', 'population-area', 'population-zona'],
    compute: (edition, geography) =>
      rates(counted(edition, geography), residentBase(edition, geography), 4, SMALL_BASE.residents),
  },
  {
    ...common,
    id: 'services.social_variety',
    order: 3,
    title: t('Tipi diversi di risorse sociali', 'Different kinds of social resources'),
    question: t(
      'Quanti tipi diversi di aiuto si trovano qui?',
      'How many different kinds of help are found here?',
    ),
    sentence: t(
      'i tipi diversi di risorse sociali sono {n} su 26',
      'the number of different kinds of social resources is {n} out of 26',
    ),
    definition: t(
      'Quante delle 26 attività della mappa sociale sono offerte almeno una volta.',
      'How many of the 26 activities of the social map are offered at least once.',
    ),
    method: t(
      'A ogni livello si contano le attività diverse: non si sommano quelle delle aree, perché si ripetono.',
      'Different activities are counted at each level: those of the areas are not summed, since they repeat.',
    ),
    notes: [MAPPED, ANYONE],
    measure: 'count',
    unit: 'number',
    denominator: null,
    direction: 'better',
    decimals: 0,
    compute: varietyCells,
  },
  count('social_basics', 4, 'basics', {
    title: t('Mense, vestiti, docce e posti per dormire', 'Canteens, clothes, showers and night shelter'),
    question: t(
      'Dove trova cibo, vestiti o un letto chi è in difficoltà?',
      'Where do people in need find food, clothes or a bed?',
    ),
    plural: t('servizi per i bisogni primari', 'services for basic needs'),
    definition: t(
      'Mense e distribuzione di alimenti, vestiti e mobili, docce, accoglienza notturna, supporto abitativo e trasporto sociale.',
      'Canteens and food distribution, clothes and furniture, showers, night shelter, housing support and social transport.',
    ),
  }),
  count('social_italian', 5, 'italian', {
    title: t('Corsi di italiano e di lingue', 'Italian and language courses'),
    question: t('Dove si impara l’italiano?', 'Where can one learn Italian?'),
    plural: t('corsi di lingua', 'language courses'),
    definition: t(
      'Corsi di italiano per chi viene da altri paesi, e altri corsi di lingua, della mappa sociale.',
      'Italian courses for people from other countries, and other language courses, on the social map.',
    ),
  }),
  count('social_desks', 6, 'desks', {
    title: t('Sportelli e pratiche', 'Advice desks'),
    question: t(
      'Dove ci si fa aiutare con pratiche, diritti e lavoro?',
      'Where can one get help with paperwork, rights and work?',
    ),
    plural: t('sportelli', 'advice desks'),
    definition: t(
      'Sportelli informativi, CAF e patronati, aiuto informatico e burocratico, consulenza legale, sindacati e associazioni, orientamento al lavoro.',
      'Information desks, tax and welfare desks, help with computers and paperwork, legal advice, unions and associations, job guidance.',
    ),
  }),
  count('social_care', 7, 'care', {
    title: t('Cura, ascolto e famiglia', 'Care, listening and family'),
    question: t(
      'Dove si trova ascolto e cura, per sé o per la famiglia?',
      'Where can one find care and someone to talk to?',
    ),
    plural: t('servizi di cura e ascolto', 'care and support services'),
    definition: t(
      'Supporto psicologico, assistenza socio-sanitaria, genitorialità, dipendenze, deterioramento cognitivo, antiviolenza e antidiscriminazione, mediazione.',
      'Psychological support, social and health care, parenting, addictions, cognitive decline, anti-violence and anti-discrimination services, mediation.',
    ),
  }),
  count('social_leisure', 8, 'leisure', {
    title: t('Attività, sport e laboratori', 'Activities, sport and workshops'),
    question: t(
      'Dove ci sono attività aperte a tutti per stare insieme?',
      'Where are there open activities for spending time together?',
    ),
    plural: t('attività sociali, sportive e culturali', 'social, sport and cultural activities'),
    definition: t(
      'Attività culturali, ricreative e sportive, laboratori, corsi e spazi della mappa sociale.',
      'Cultural, leisure and sport activities, workshops, courses and spaces on the social map.',
    ),
  }),
];
