import { SMALL_BASE } from '../bases/grid';
import { entireAndRest, listings, marked, medianPrices } from '../bases/lodging';
import { countCells, householdBase, rates, shares, SMALL } from '../bases/places';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

const SNAPSHOT = t(
  'Fotografia degli annunci di marzo 2024. Un annuncio non è sempre una casa: può essere doppio, sospeso o valere per più camere.',
  'A snapshot of listings in March 2024. A listing is not always a home: it may be a double, paused, or stand for several rooms.',
);
const BLURRED = t(
  'La posizione degli annunci è spostata fino a 150 m per riservatezza: vicino ai confini un annuncio può finire nell’area accanto.',
  'The position of listings is moved by up to 150 m for privacy: near borders a listing may end up in the next area.',
);
const HOUSEHOLDS = t(
  `Le famiglie sono quelle anagrafiche del 31 dicembre 2023, le più vicine agli annunci. Con meno di ${SMALL_BASE.households} famiglie il valore non è mostrato.`,
  `Households are those registered on 31 December 2023, the closest to the listings. With fewer than ${SMALL_BASE.households} households the value is not shown.`,
);
const FEW = t(
  `Con meno di ${SMALL.things} annunci il valore è poco affidabile e non è mostrato.`,
  `With fewer than ${SMALL.things} listings the value is unreliable and not shown.`,
);
const SUMMED = t(
  'Annunci per area statistica, sommati ai livelli più ampi.',
  'Listings by statistical area, summed to wider levels.',
);
const DIVIDED = t(
  'Si sommano prima le aree contenute e poi si divide: mai una media di rapporti.',
  'The areas contained are summed first and divided afterwards: never an average of rates.',
);
/** Households of the year before stand nearest to a scrape of March. */
const LAG = 1;

const common = {
  theme: 'housing',
  pon: 'housing',
  ramp: 'ochre',
  notApplicable: [],
  seriesBreaks: [],
  direction: 'neither',
} as const;
const rate = {
  ...common,
  method: DIVIDED,
  measure: 'rate',
  unit: 'per1000',
  denominator: t('famiglie residenti', 'resident households'),
  decimals: 1,
  datasets: ['airbnb', 'households'],
} as const;
const share = {
  ...common,
  method: DIVIDED,
  measure: 'share',
  unit: 'percent',
  denominator: t('annunci', 'listings'),
  decimals: 0,
  datasets: ['airbnb'],
} as const;

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'housing.airbnb_listings',
    order: 1,
    title: t('Annunci Airbnb', 'Airbnb listings'),
    question: t('Quanti annunci Airbnb ci sono?', 'How many Airbnb listings are there?'),
    sentence: t('il numero di annunci Airbnb è {n}', 'the number of Airbnb listings is {n}'),
    definition: t(
      'Annunci di case, camere e camere d’albergo pubblicati su Airbnb.',
      'Listings of homes, rooms and hotel rooms published on Airbnb.',
    ),
    method: SUMMED,
    notes: [SNAPSHOT, BLURRED],
    measure: 'count',
    unit: 'number',
    denominator: null,
    decimals: 0,
    datasets: ['airbnb'],
    compute: (edition, geography) => countCells(listings(edition, geography)),
  },
  {
    ...rate,
    id: 'housing.airbnb_per1000',
    order: 2,
    title: t('Annunci Airbnb ogni 1.000 famiglie', 'Airbnb listings per 1,000 households'),
    question: t(
      'Quanto pesano gli affitti brevi in rapporto a chi abita qui?',
      'How large do short lets loom beside those who live here?',
    ),
    sentence: t(
      'ci sono {n} annunci Airbnb ogni 1.000 famiglie residenti',
      'there are {n} Airbnb listings per 1,000 resident households',
    ),
    definition: t(
      'Annunci Airbnb di ogni tipo ogni 1.000 famiglie residenti.',
      'Airbnb listings of any kind per 1,000 resident households.',
    ),
    notes: [SNAPSHOT, BLURRED, HOUSEHOLDS],
    compute: (edition, geography) =>
      rates(listings(edition, geography), householdBase(edition, geography), LAG, SMALL_BASE.households),
  },
  {
    ...rate,
    id: 'housing.airbnb_entire_per1000',
    order: 3,
    title: t('Case intere su Airbnb ogni 1.000 famiglie', 'Entire homes on Airbnb per 1,000 households'),
    question: t(
      'Quante case intere sono offerte a chi passa, in rapporto a chi abita qui?',
      'How many entire homes are offered to visitors, beside those who live here?',
    ),
    sentence: t(
      'ci sono {n} case intere su Airbnb ogni 1.000 famiglie residenti',
      'there are {n} entire homes on Airbnb per 1,000 resident households',
    ),
    definition: t(
      'Annunci di case o appartamenti interi ogni 1.000 famiglie residenti.',
      'Listings of entire homes or flats per 1,000 resident households.',
    ),
    notes: [SNAPSHOT, BLURRED, HOUSEHOLDS],
    compute: (edition, geography) =>
      rates(
        listings(edition, geography, 'entire'),
        householdBase(edition, geography),
        LAG,
        SMALL_BASE.households,
      ),
  },
  {
    ...share,
    id: 'housing.airbnb_entire_share',
    order: 4,
    title: t('Annunci di case intere', 'Listings of entire homes'),
    question: t(
      'Su Airbnb si affitta una camera o tutta la casa?',
      'On Airbnb, is it a room that is let or the whole home?',
    ),
    sentence: t(
      '{n} annunci Airbnb ogni 100 offrono la casa intera',
      '{n} of every 100 Airbnb listings offer the entire home',
    ),
    definition: t(
      'Annunci di case o appartamenti interi ogni 100 annunci.',
      'Listings of entire homes or flats per 100 listings.',
    ),
    notes: [SNAPSHOT, FEW],
    compute: (edition, geography) => shares(entireAndRest(edition, geography), SMALL.things),
  },
  {
    ...share,
    id: 'housing.airbnb_recent_share',
    order: 5,
    title: t('Annunci recensiti nell’ultimo anno', 'Listings reviewed in the past year'),
    question: t('Quanti annunci hanno avuto ospiti di recente?', 'How many listings had guests recently?'),
    sentence: t(
      '{n} annunci Airbnb ogni 100 hanno recensioni nell’ultimo anno',
      '{n} of every 100 Airbnb listings have reviews from the past year',
    ),
    definition: t(
      'Annunci con almeno una recensione nei 12 mesi precedenti la rilevazione, ogni 100 annunci.',
      'Listings with at least one review in the 12 months before the collection, per 100 listings.',
    ),
    notes: [
      SNAPSHOT,
      t(
        'Non tutti gli ospiti lasciano una recensione: chi non ne ha può comunque essere attivo.',
        'Not all guests leave a review: a listing without any may still be active.',
      ),
      FEW,
    ],
    compute: (edition, geography) => shares(marked(edition, geography, 'recent'), SMALL.things),
  },
  {
    ...share,
    id: 'housing.airbnb_code_share',
    order: 6,
    title: t('Annunci che riportano un codice', 'Listings that show a registration code'),
    question: t(
      'Quanti annunci riportano un codice identificativo o una licenza?',
      'How many listings show a registration code or licence?',
    ),
    sentence: t(
      '{n} annunci Airbnb ogni 100 riportano un codice o una licenza',
      '{n} of every 100 Airbnb listings show a code or licence',
    ),
    definition: t(
      'Annunci il cui campo «licenza» non è vuoto, ogni 100 annunci.',
      'Listings whose “licence” field is not empty, per 100 listings.',
    ),
    notes: [
      SNAPSHOT,
      t(
        'Dice che cosa mostra l’annuncio, non se l’attività è in regola: un codice può mancare nel campo e stare altrove, e nessuno ne ha verificato la validità.',
        'It tells what the listing shows, not whether the business is in order: a code may be missing from the field and stand elsewhere, and nobody checked its validity.',
      ),
      FEW,
    ],
    compute: (edition, geography) => shares(marked(edition, geography, 'code'), SMALL.things),
  },
  {
    ...common,
    id: 'housing.airbnb_median_price',
    order: 7,
    title: t('Prezzo mediano di una casa su Airbnb', 'Median price of a home on Airbnb'),
    question: t('Quanto si chiede per una notte?', 'How much is asked for a night?'),
    sentence: t(
      'per una casa intera su Airbnb si chiedono {n} € a notte',
      'an entire home on Airbnb is offered at €{n} a night',
    ),
    definition: t(
      'Prezzo richiesto per notte che divide a metà gli annunci di case intere.',
      'Price asked per night that splits the listings of entire homes in half.',
    ),
    method: t(
      'Mediana di tutti gli annunci con un prezzo, ricalcolata a ogni livello. I prezzi sono a passi di 5 €: la mediana è esatta entro 2,50 €.',
      'Median of all listings with a price, computed anew at each level. Prices come in steps of €5: the median is exact to within €2.50.',
    ),
    notes: [
      SNAPSHOT,
      t(
        'È il prezzo chiesto in un giorno di marzo, spese escluse, non quello pagato; pochi annunci non ne hanno uno.',
        'It is the price asked on a day in March, without fees, not the one paid; a few listings have none.',
      ),
      t(
        `Con meno di ${SMALL.things} prezzi la mediana non è mostrata.`,
        `With fewer than ${SMALL.things} prices the median is not shown.`,
      ),
    ],
    measure: 'median',
    unit: 'euro',
    denominator: t('annunci di case intere con un prezzo', 'listings of entire homes with a price'),
    decimals: 0,
    datasets: ['airbnb'],
    compute: (edition, geography) => medianPrices(edition, geography),
  },
];
