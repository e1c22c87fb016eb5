import type { Cell } from '../../src/model/cell';
import {
  capacity,
  capacityCells,
  comuneCells,
  comuneResidents,
  flowsByKey,
  SMALL_BEDS,
} from '../bases/tourism';
import { t } from '../bases/tally';
import { COUNT, per1000, perKm2, share } from '../bases/kinds';
import type { Indicator } from '../model';

const REGISTERED = t(
  'Conta gli esercizi registrati, alberghi e altri: le case affittate senza registrazione non ci sono.',
  'It counts registered businesses, hotels and others: homes let without registration are not included.',
);
const MERGED = t(
  'Alto Reno Terme è nato nel 2016 da Granaglione e Porretta Terme: per il 2014 e il 2015 sono sommati.',
  'Alto Reno Terme was formed in 2016 from Granaglione and Porretta Terme: they are summed for 2014 and 2015.',
);
const AS_PUBLISHED = t('Come pubblicato da ISTAT per comune.', 'As published by ISTAT by municipality.');
const FEW = t(
  `Con meno di ${SMALL_BEDS} letti il valore è poco affidabile e non è mostrato.`,
  `With fewer than ${SMALL_BEDS} beds the value is unreliable and not shown.`,
);

const common = {
  theme: 'tourism',
  pon: 'culture',
  ramp: 'ochre',
  direction: 'neither',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['tourism-capacity'],
} as const;

const DAYS = 365;
const daysIn = (year: number): number => (year % 4 === 0 ? DAYS + 1 : DAYS);

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'tourism.beds',
    order: 20,
    title: t('Posti letto per turisti', 'Tourist beds'),
    question: t('Quanti turisti si possono ospitare?', 'How many tourists can be put up?'),
    sentence: t('i posti letto per turisti sono {n}', 'the number of tourist beds is {n}'),
    definition: t(
      'Posti letto di alberghi e altri esercizi ricettivi.',
      'Beds in hotels and other accommodation businesses.',
    ),
    method: AS_PUBLISHED,
    notes: [REGISTERED, MERGED],
    ...COUNT,
    compute: (edition, geography) => capacityCells(edition, geography, ({ beds }) => ({ value: beds })),
  },
  {
    ...common,
    id: 'tourism.establishments',
    order: 21,
    title: t('Esercizi ricettivi', 'Accommodation businesses'),
    question: t(
      'Quanti alberghi e altri esercizi ci sono?',
      'How many hotels and other businesses are there?',
    ),
    sentence: t('gli esercizi ricettivi sono {n}', 'the number of accommodation businesses is {n}'),
    definition: t(
      'Alberghi, agriturismi, bed & breakfast, alloggi in affitto, campeggi e altri esercizi ricettivi.',
      'Hotels, farm stays, bed & breakfasts, rented homes, campsites and other accommodation businesses.',
    ),
    method: AS_PUBLISHED,
    notes: [REGISTERED, MERGED],
    ...COUNT,
    compute: (edition, geography) =>
      capacityCells(edition, geography, ({ establishments }) => ({ value: establishments })),
  },
  {
    ...common,
    id: 'tourism.beds_density',
    order: 22,
    title: t('Posti letto per km²', 'Tourist beds per km²'),
    question: t('Dove l’ospitalità è più fitta?', 'Where is accommodation densest?'),
    sentence: t('ci sono {n} posti letto per km²', 'there are {n} beds per km²'),
    definition: t(
      'Posti letto per turisti per chilometro quadrato di superficie.',
      'Tourist beds per square kilometre of land.',
    ),
    method: t(
      'Letti divisi per la superficie del poligono del comune, misurata sull’ellissoide WGS84.',
      'Beds divided by the area of the municipality’s polygon, measured on the WGS84 ellipsoid.',
    ),
    notes: [REGISTERED, MERGED],
    ...perKm2(t('superficie', 'land'), 1),
    compute(edition, geography) {
      const km2 = new Map((geography.levels.comune ?? []).map((area) => [area.code, area.km2]));
      return capacityCells(edition, geography, ({ beds }, key) => ({
        value: beds / km2.get(key.split('|')[0]!)!,
      }));
    },
  },
  {
    ...common,
    id: 'tourism.beds_per1000',
    order: 23,
    title: t('Posti letto ogni 1.000 abitanti', 'Tourist beds per 1,000 residents'),
    question: t(
      'Quanti letti per turisti ci sono, in rapporto a chi ci vive?',
      'How many tourist beds are there beside those who live there?',
    ),
    sentence: t(
      'ci sono {n} posti letto per turisti ogni 1.000 residenti',
      'there are {n} tourist beds per 1,000 residents',
    ),
    definition: t('Posti letto per turisti ogni 1.000 residenti.', 'Tourist beds per 1,000 residents.'),
    method: t(
      'Letti divisi per i residenti al 1° gennaio dello stesso anno (2018–2021).',
      'Beds divided by residents on 1 January of the same year (2018–2021).',
    ),
    notes: [REGISTERED],
    ...per1000(t('residenti', 'residents')),
    datasets: ['tourism-capacity', 'population-comuni'],
    compute(edition, geography) {
      const residents = comuneResidents(edition);
      const cells = [...capacity(edition)].flatMap(([key, { beds }]): [string, Cell][] => {
        const people = residents.get(key);
        return people === undefined ? [] : [[key, { value: (beds / people) * 1000 }]];
      });
      return comuneCells(cells, geography);
    },
  },
  {
    ...common,
    id: 'tourism.hotel_beds_share',
    order: 24,
    title: t('Letti in albergo', 'Hotel beds'),
    question: t(
      'I letti per turisti sono negli alberghi o altrove?',
      'Are tourist beds in hotels or elsewhere?',
    ),
    sentence: t('{n} letti ogni 100 sono in albergo', '{n} of every 100 beds are in hotels'),
    definition: t(
      'Posti letto in alberghi e residenze turistico-alberghiere ogni 100 posti letto.',
      'Beds in hotels and hotel residences per 100 beds.',
    ),
    method: t('Letti in albergo divisi per tutti.', 'Hotel beds divided by all beds.'),
    notes: [MERGED, FEW],
    ...share(t('posti letto', 'beds'), 0),
    compute: (edition, geography) =>
      capacityCells(edition, geography, ({ beds, hotelBeds }) =>
        beds < SMALL_BEDS ? { missing: 'unreliable' } : { value: (hotelBeds / beds) * 100 },
      ),
  },
  {
    ...common,
    id: 'tourism.home_beds_share',
    order: 25,
    title: t('Letti in case affittate', 'Beds in rented homes'),
    question: t(
      'Quanti letti per turisti stanno in case e appartamenti affittati?',
      'How many tourist beds are in rented homes and flats?',
    ),
    sentence: t('{n} letti ogni 100 sono in alloggi affittati', '{n} of every 100 beds are in rented homes'),
    definition: t(
      'Posti letto in alloggi in affitto gestiti in forma imprenditoriale ogni 100 posti letto.',
      'Beds in homes let as a business per 100 beds.',
    ),
    method: t(
      'Letti negli alloggi in affitto divisi per tutti.',
      'Beds in rented homes divided by all beds.',
    ),
    notes: [REGISTERED, MERGED, FEW],
    ...share(t('posti letto', 'beds'), 0),
    compute: (edition, geography) =>
      capacityCells(edition, geography, ({ beds, homeBeds }) =>
        beds < SMALL_BEDS ? { missing: 'unreliable' } : { value: (homeBeds / beds) * 100 },
      ),
  },
  {
    ...common,
    id: 'tourism.beds_used',
    order: 26,
    title: t('Letti occupati in una notte media', 'Beds taken on an average night'),
    question: t('Quanto sono pieni alberghi e altri esercizi?', 'How full are hotels and other businesses?'),
    sentence: t(
      'in una notte media sono occupati {n} letti ogni 100',
      'on an average night {n} of every 100 beds are taken',
    ),
    definition: t(
      'Notti trascorse dai turisti ogni 100 notti-letto disponibili nell’anno.',
      'Nights spent by tourists per 100 bed-nights available in the year.',
    ),
    method: t(
      'Presenze dell’anno divise per i letti e per i giorni dell’anno.',
      'Nights of the year divided by beds and by days of the year.',
    ),
    notes: [
      t(
        'Tutti i letti sono contati per tutto l’anno: dove gli esercizi aprono solo per una stagione, o i letti sono cresciuti durante l’anno, l’occupazione vera è più alta.',
        'All beds are counted for the whole year: where businesses open for a season only, or beds grew during the year, true occupancy is higher.',
      ),
      t('Manca dove ISTAT non pubblica le notti.', 'Absent where ISTAT does not publish nights.'),
      FEW,
    ],
    ...share(t('notti-letto disponibili', 'available bed-nights'), 0),
    seriesBreaks: [
      {
        period: '2020',
        note: t(
          'Anno della pandemia: alberghi chiusi per mesi e viaggi vietati.',
          'Year of the pandemic: hotels closed for months and travel banned.',
        ),
      },
    ],
    datasets: ['tourism-flows', 'tourism-capacity'],
    compute(edition, geography) {
      const beds = capacity(edition);
      const cells = [...flowsByKey(edition)].flatMap(([key, row]): [string, Cell][] => {
        const n = beds.get(key)?.beds;
        if (n === undefined) return [];
        if (n < SMALL_BEDS) return [[key, { missing: 'unreliable' }]];
        return [[key, { value: (Number(row.nights) / n / daysIn(Number(row.period))) * 100 }]];
      });
      return comuneCells(cells, geography);
    },
  },
];
