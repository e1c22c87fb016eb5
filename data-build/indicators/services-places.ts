import type { Geography } from '../../src/model/manifest';
import { SMALL_BASE } from '../bases/grid';
import { SMALL_AREAS } from '../bases/notes';
import { countCells, densities, rates, residentBase, things } from '../bases/places';
import { t } from '../bases/tally';
import { COUNT, per1000, perKm2 } from '../bases/kinds';
import type { EditionReader, Indicator } from '../model';

const common = { theme: 'services', ramp: 'plum', notApplicable: [], seriesBreaks: [] } as const;
const libraryCommon = { ...common, pon: 'culture' } as const;
const LIBRARIES = t(
  'Solo le biblioteche del Comune: quelle dell’Università e delle scuole non ci sono.',
  'Municipal libraries only: those of the University and of schools are not included.',
);
const ELSEWHERE = t(
  'Una biblioteca serve anche chi abita nelle aree accanto: per i confronti sono più solidi zone e quartieri.',
  'A library serves people from nearby areas too: zones and districts compare better.',
);
const RESIDENTS_OF = t(
  'Si sommano prima le aree contenute e poi si divide. I residenti sono quelli del 31 dicembre 2021, ultimo anno per area statistica.',
  'The areas contained are summed first and divided afterwards. Residents are those of 31 December 2021, the last year by statistical area.',
);
const SUMMED = t(
  'Somma per area statistica e per i livelli più ampi.',
  'Sum by statistical area and for wider levels.',
);

/** Libraries, or their seats or square metres where the source states them. */
function libraries(edition: EditionReader, geography: Geography, field?: 'seats' | 'public_m2') {
  const rows = edition
    .table('libraries')
    .map((row) => ({ ...row, ...(field ? { [field]: row[field] || '0' } : {}) }));
  return things(rows, geography, 1, () => 0, field);
}

const toilets = (edition: EditionReader, geography: Geography, flag?: 'free' | 'accessible') =>
  things(edition.table('public-toilets'), geography, 1, (row) =>
    flag === undefined || row[flag] === '1' ? 0 : -1,
  );

export const indicators: Indicator[] = [
  {
    ...libraryCommon,
    id: 'services.library_count',
    order: 20,
    title: t('Biblioteche comunali', 'Municipal libraries'),
    question: t('Dove sono le biblioteche?', 'Where are the libraries?'),
    sentence: t('il numero di biblioteche comunali è {n}', 'the number of municipal libraries is {n}'),
    definition: t('Sedi delle biblioteche comunali.', 'Sites of municipal libraries.'),
    method: SUMMED,
    notes: [LIBRARIES],
    ...COUNT,
    direction: 'neither',
    datasets: ['libraries'],
    compute: (edition, geography) => countCells(libraries(edition, geography)),
  },
  {
    ...libraryCommon,
    id: 'services.library_seats',
    order: 21,
    title: t('Posti di lettura in biblioteca', 'Reading seats in libraries'),
    question: t('Dove ci si può sedere a leggere e studiare?', 'Where can one sit down to read and study?'),
    sentence: t(
      'i posti di lettura in biblioteca sono {n}',
      'the number of reading seats in libraries is {n}',
    ),
    definition: t(
      'Posti di lettura dichiarati dalle biblioteche comunali.',
      'Reading seats stated by the municipal libraries.',
    ),
    method: SUMMED,
    notes: [
      LIBRARIES,
      t(
        'Una biblioteca (Ruffilli) non dichiara i suoi posti: lì il numero vero è più alto.',
        'One library (Ruffilli) states no seats: the true number there is higher.',
      ),
    ],
    ...COUNT,
    direction: 'neither',
    datasets: ['libraries'],
    compute: (edition, geography) => countCells(libraries(edition, geography, 'seats')),
  },
  {
    ...libraryCommon,
    id: 'services.library_seats_per1000',
    order: 22,
    title: t('Posti in biblioteca ogni 1.000 abitanti', 'Library seats per 1,000 residents'),
    question: t(
      'Quanti posti in biblioteca ci sono per chi abita qui?',
      'How many library seats are there for those who live here?',
    ),
    sentence: t(
      'ci sono {n} posti di lettura in biblioteca ogni 1.000 residenti',
      'there are {n} library reading seats per 1,000 residents',
    ),
    definition: t(
      'Posti di lettura delle biblioteche comunali ogni 1.000 residenti con una dimora.',
      'Reading seats in municipal libraries per 1,000 residents with a fixed abode.',
    ),
    method: RESIDENTS_OF,
    notes: [LIBRARIES, ELSEWHERE, SMALL_AREAS],
    ...per1000(t('residenti', 'residents')),
    direction: 'better',
    datasets: ['libraries', 'population-area', 'population-zona'],
    compute: (edition, geography) =>
      rates(
        libraries(edition, geography, 'seats'),
        residentBase(edition, geography),
        4,
        SMALL_BASE.residents,
      ),
  },
  {
    ...libraryCommon,
    id: 'services.library_m2_per1000',
    order: 23,
    title: t(
      'Metri quadrati di biblioteca ogni 1.000 abitanti',
      'Square metres of library per 1,000 residents',
    ),
    question: t(
      'Quanto spazio di biblioteca c’è per chi abita qui?',
      'How much library space is there for those who live here?',
    ),
    sentence: t(
      'ci sono {n} m² di biblioteca ogni 1.000 residenti',
      'there are {n} m² of library per 1,000 residents',
    ),
    definition: t(
      'Metri quadrati aperti al pubblico nelle biblioteche comunali, ogni 1.000 residenti con una dimora.',
      'Square metres open to the public in municipal libraries, per 1,000 residents with a fixed abode.',
    ),
    method: RESIDENTS_OF,
    notes: [LIBRARIES, ELSEWHERE, SMALL_AREAS],
    ...per1000(t('residenti', 'residents'), 0),
    direction: 'better',
    datasets: ['libraries', 'population-area', 'population-zona'],
    compute: (edition, geography) =>
      rates(
        libraries(edition, geography, 'public_m2'),
        residentBase(edition, geography),
        4,
        SMALL_BASE.residents,
      ),
  },
  {
    ...common,
    pon: 'public-works',
    id: 'services.toilet_count',
    order: 30,
    title: t('Bagni pubblici', 'Public toilets'),
    question: t('Dove sono i bagni pubblici?', 'Where are the public toilets?'),
    sentence: t('il numero di bagni pubblici è {n}', 'the number of public toilets is {n}'),
    definition: t(
      'Bagni presidiati e automatizzati e vespasiani, gratuiti e a pagamento.',
      'Attended and automatic toilets and urinals, free or paid.',
    ),
    method: SUMMED,
    notes: [
      t(
        'Più di un terzo sono vespasiani, che servono solo agli uomini. I bagni di bar, scuole e uffici non ci sono.',
        'More than a third are urinals, of use to men only. Toilets in bars, schools and offices are not included.',
      ),
    ],
    ...COUNT,
    direction: 'neither',
    datasets: ['public-toilets'],
    compute: (edition, geography) => countCells(toilets(edition, geography)),
  },
  {
    ...common,
    pon: 'public-works',
    id: 'services.toilet_accessible',
    order: 31,
    title: t('Bagni pubblici accessibili', 'Accessible public toilets'),
    question: t(
      'Dove sono i bagni pubblici che può usare anche chi è in carrozzina?',
      'Where are the public toilets that a wheelchair user can use?',
    ),
    sentence: t(
      'il numero di bagni pubblici accessibili è {n}',
      'the number of accessible public toilets is {n}',
    ),
    definition: t(
      'Bagni pubblici con almeno un servizio accessibile a persone con disabilità.',
      'Public toilets with at least one cabin accessible to people with disabilities.',
    ),
    method: SUMMED,
    notes: [
      t(
        'Come dichiarato dal Comune; non verificato sul posto.',
        'As stated by the municipality; not checked on site.',
      ),
    ],
    ...COUNT,
    direction: 'neither',
    datasets: ['public-toilets'],
    compute: (edition, geography) => countCells(toilets(edition, geography, 'accessible')),
  },
  {
    ...common,
    pon: 'public-works',
    id: 'services.toilet_density',
    order: 32,
    title: t('Bagni pubblici per km²', 'Public toilets per km²'),
    question: t(
      'Dove si trova un bagno pubblico senza fare molta strada?',
      'Where is a public toilet never far away?',
    ),
    sentence: t('ci sono {n} bagni pubblici per km²', 'there are {n} public toilets per km²'),
    definition: t(
      'Bagni pubblici per chilometro quadrato di superficie.',
      'Public toilets per square kilometre of land.',
    ),
    method: t(
      'Bagni divisi per la superficie del poligono, misurata sull’ellissoide WGS84.',
      'Toilets divided by the area of the polygon, measured on the WGS84 ellipsoid.',
    ),
    notes: [
      t(
        'Conta la superficie, non le persone: i bagni servono a chi passa più che a chi abita.',
        'It counts land, not people: toilets serve those who pass by more than those who live there.',
      ),
    ],
    ...perKm2(t('superficie', 'land'), 2),
    direction: 'better',
    datasets: ['public-toilets'],
    compute: (edition, geography) => densities(toilets(edition, geography), geography),
  },
];
