import type { Text } from '../../src/model/ids';
import { ageBase, countCells, rates, shares, SMALL, things } from '../bases/places';
import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

const YEAR = t(
  'L’anno indicato è quello in cui comincia l’anno scolastico: 2024 è il 2024-2025.',
  'The year shown is the one in which the school year begins: 2024 means 2024-2025.',
);
const SITES = t(
  'Conta le sedi, non i posti né gli iscritti, che la fonte non dà: una scuola grande e una piccola valgono uno.',
  'It counts sites, not places or pupils, which the source does not give: a large school and a small one count one each.',
);
const NEIGHBOURS = t(
  'Molte famiglie usano una scuola dell’area accanto: uno zero non vuol dire che non ce ne sia una vicina. Per i confronti sono più solidi zone e quartieri.',
  'Many families use a school in the next area: zero does not mean that none is near. Zones and districts compare better.',
);
const CHILDREN = t(
  `I bambini sono i residenti al 31 dicembre 2021, ultimo anno con l’età per area statistica: da allora le nascite sono diminuite, quindi il rapporto vero è un poco più alto. Sotto ${SMALL.children} bambini il valore non è mostrato.`,
  `Children are residents on 31 December 2021, the last year with age by statistical area: births have fallen since, so the true rate is slightly higher. Below ${SMALL.children} children the value is not shown.`,
);
/** Latest years of age by area lie three years before the schools. */
const LAG = 4;

const common = {
  theme: 'education',
  pon: 'social',
  ramp: 'plum',
  notApplicable: [],
  seriesBreaks: [],
} as const;

interface Stage {
  kinds: readonly string[];
  /** Singular words are avoided: the number may be one or many. */
  plural: Text;
  definition: Text;
}

const sites = (edition: EditionReader, geography: Parameters<typeof things>[1], kinds: readonly string[]) =>
  things(edition.table('schools'), geography, 1, ({ kind }) => (kinds.includes(kind!) ? 0 : -1));

function count(id: string, order: number, { kinds, plural, definition }: Stage, question: Text): Indicator {
  return {
    ...common,
    id: `education.${id}_count`,
    order,
    title: t(capital(plural.it), capital(plural.en)),
    question,
    sentence: t(`il numero di ${plural.it} è {n}`, `the number of ${plural.en} is {n}`),
    definition,
    method: t(
      'Sedi per area statistica, sommate ai livelli più ampi.',
      'Sites by statistical area, summed to wider levels.',
    ),
    notes: [YEAR, SITES],
    measure: 'count',
    unit: 'number',
    denominator: null,
    direction: 'neither',
    decimals: 0,
    datasets: ['schools'],
    compute: (edition, geography) => countCells(sites(edition, geography, kinds)),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Sites per 1,000 children of the right age. `classes`: bands of residents, see bases/structure. */
function rate(
  id: string,
  order: number,
  { kinds, plural, definition }: Stage,
  ages: Text,
  classes: readonly number[],
  question: Text,
): Indicator {
  return {
    ...common,
    id: `education.${id}_per1000`,
    order,
    title: t(`${capital(plural.it)} ogni 1.000 bambini`, `${capital(plural.en)} per 1,000 children`),
    question,
    sentence: t(
      `ci sono {n} ${plural.it} ogni 1.000 residenti ${ages.it}`,
      `there are {n} ${plural.en} per 1,000 residents ${ages.en}`,
    ),
    definition: t(
      `${definition.it} Diviso per i residenti ${ages.it}, per mille.`,
      `${definition.en} Divided by residents ${ages.en}, times a thousand.`,
    ),
    method: t(
      'Si sommano prima le sedi e i bambini delle aree contenute, poi si divide: mai una media di rapporti.',
      'Sites and children of the areas contained are summed first, then divided: never an average of rates.',
    ),
    notes: [YEAR, SITES, CHILDREN, NEIGHBOURS],
    measure: 'rate',
    unit: 'per1000',
    denominator: t(`residenti ${ages.it}`, `residents ${ages.en}`),
    direction: 'better',
    decimals: 1,
    datasets: ['schools', 'population-area'],
    compute: (edition, geography) =>
      rates(sites(edition, geography, kinds), ageBase(edition, geography, classes), LAG, SMALL.children),
  };
}

const NURSERY: Stage = {
  kinds: ['nursery'],
  plural: t('nidi d’infanzia', 'nurseries'),
  definition: t(
    'Nidi d’infanzia comunali, convenzionati e privati (0–2 anni).',
    'Municipal, subsidised and private nurseries (ages 0–2).',
  ),
};
const PRESCHOOL: Stage = {
  kinds: ['preschool'],
  plural: t('scuole dell’infanzia', 'preschools'),
  definition: t(
    'Scuole dell’infanzia comunali, statali e private (3–5 anni).',
    'Municipal, state and private preschools (ages 3–5).',
  ),
};
const PRIMARY: Stage = {
  kinds: ['primary'],
  plural: t('scuole primarie', 'primary schools'),
  definition: t('Scuole primarie statali e paritarie.', 'State and recognised private primary schools.'),
};
const LOWER: Stage = {
  kinds: ['lower-secondary'],
  plural: t('scuole medie', 'lower secondary schools'),
  definition: t(
    'Scuole secondarie di primo grado, statali e paritarie.',
    'Lower secondary schools, state and recognised private.',
  ),
};
const UPPER: Stage = {
  kinds: ['upper-secondary'],
  plural: t('scuole superiori', 'upper secondary schools'),
  definition: t(
    'Scuole secondarie di secondo grado, statali e paritarie.',
    'Upper secondary schools, state and recognised private.',
  ),
};
const COMPULSORY: Stage = {
  kinds: ['primary', 'lower-secondary'],
  plural: t('scuole primarie e medie', 'primary and lower secondary schools'),
  definition: t('Scuole primarie e secondarie di primo grado.', 'Primary and lower secondary schools.'),
};

/** Run by the municipality itself or by the State, then all others. */
const PUBLIC = ['state', 'municipal'];

function publicShare(id: string, order: number, { kinds, plural, definition }: Stage): Indicator {
  return {
    ...common,
    id: `education.${id}_public_share`,
    order,
    title: t(`${capital(plural.it)} gestite da Comune o Stato`, `${capital(plural.en)} run by city or State`),
    question: t(
      `Quante ${plural.it} sono gestite direttamente dal Comune o dallo Stato?`,
      `How many ${plural.en} are run directly by the municipality or the State?`,
    ),
    sentence: t(
      `{n} ${plural.it} ogni 100 sono gestite dal Comune o dallo Stato`,
      `{n} of every 100 ${plural.en} are run by the municipality or the State`,
    ),
    definition: t(
      `${definition.it} Quota delle sedi a gestione comunale diretta o statale.`,
      `${definition.en} Share of sites run directly by the municipality or by the State.`,
    ),
    method: t(
      'Sedi comunali e statali divise per tutte le sedi; quelle comunali affidate a terzi e le convenzionate stanno tra le altre.',
      'Municipal and state sites divided by all sites; municipal ones run by others and subsidised ones count among the rest.',
    ),
    notes: [
      YEAR,
      t(
        `Con meno di ${SMALL.schools} sedi la quota non è mostrata: per questo mancano quasi tutte le aree.`,
        `With fewer than ${SMALL.schools} sites the share is not shown: nearly all areas are therefore blank.`,
      ),
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t(plural.it, plural.en),
    direction: 'neither',
    decimals: 0,
    datasets: ['schools'],
    compute: (edition, geography) =>
      shares(
        things(edition.table('schools'), geography, 2, ({ kind, management }) =>
          kinds.includes(kind!) ? (PUBLIC.includes(management!) ? 0 : 1) : -1,
        ),
        SMALL.schools,
      ),
  };
}

export const indicators: Indicator[] = [
  count('nursery', 1, NURSERY, t('Dove sono i nidi d’infanzia?', 'Where are the nurseries?')),
  rate(
    'nursery',
    2,
    NURSERY,
    t('da 0 a 2 anni', 'aged 0 to 2'),
    [0],
    t('Quanti nidi ci sono per i bambini più piccoli?', 'How many nurseries are there for the youngest?'),
  ),
  count('preschool', 3, PRESCHOOL, t('Dove sono le scuole dell’infanzia?', 'Where are the preschools?')),
  rate(
    'preschool',
    4,
    PRESCHOOL,
    t('da 3 a 5 anni', 'aged 3 to 5'),
    [1],
    t(
      'Quante scuole dell’infanzia ci sono per i bambini di quell’età?',
      'How many preschools are there for children of that age?',
    ),
  ),
  publicShare('preschool', 5, PRESCHOOL),
  count('primary', 6, PRIMARY, t('Dove sono le scuole primarie?', 'Where are the primary schools?')),
  count('lower', 7, LOWER, t('Dove sono le scuole medie?', 'Where are the lower secondary schools?')),
  rate(
    'compulsory',
    8,
    COMPULSORY,
    t('da 6 a 14 anni', 'aged 6 to 14'),
    [2],
    t(
      'Quante scuole primarie e medie ci sono per i ragazzi da 6 a 14 anni?',
      'How many primary and lower secondary schools are there for children aged 6 to 14?',
    ),
  ),
  count('upper', 9, UPPER, t('Dove sono le scuole superiori?', 'Where are the upper secondary schools?')),
];
