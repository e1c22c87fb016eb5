import type { Text } from '../../src/model/ids';
import { cityOnly } from '../bases/city-years';
import { t } from '../bases/tally';
import type { EditionReader, Indicator } from '../model';

/** Years with a value for every day: the means of the others are empty in years.csv, and their counts would be too low. */
const wholeYears = (edition: EditionReader) =>
  edition.table('temperature', 'years').filter((row) => row.mean !== '');

const MEASURED = t(
  'Valori giornalieri misurati da Arpae e pubblicati dal Comune, senza giorni mancanti. È la temperatura della città, non dei suoi quartieri: dice quando ha fatto caldo, non dove.',
  'Daily values measured by Arpae and published by the Municipality, no day missing. It is the temperature of the city, not of its neighbourhoods: it tells when it was hot, not where.',
);
const WHOLE = t(
  'Solo gli anni interi: il 2025 si ferma ai primi di giugno ed è lasciato fuori.',
  'Whole years only: 2025 stops in early June and is left out.',
);
const SHORT = t(
  'Ventiquattro anni sono meno del trentennio con cui si descrive un clima: un anno insolito pesa.',
  'Twenty-four years are fewer than the thirty that describe a climate: one unusual year weighs.',
);

const common = {
  theme: 'environment',
  pon: 'environment',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['temperature'],
} as const;

interface Words {
  title: Text;
  question: Text;
  sentence: Text;
  definition: Text;
}

const countOf = (
  id: string,
  order: number,
  column: 'tropical_nights' | 'days_30' | 'days_35' | 'frost_days',
  unit: 'nights' | 'days',
  words: Words,
): Indicator => ({
  ...common,
  ...words,
  id: `environment.${id}`,
  order,
  method: t(
    'Giorni dell’anno contati sui valori giornalieri di tutta la città.',
    'Days of the year counted on the daily values of the whole city.',
  ),
  notes: [MEASURED, WHOLE, SHORT],
  measure: 'count',
  unit,
  denominator: null,
  ramp: column === 'frost_days' ? 'blue' : 'teal-red',
  direction: column === 'frost_days' ? 'neither' : 'worse',
  decimals: 0,
  compute: (edition) =>
    cityOnly(wholeYears(edition).map((row) => [row.period!, Number(row[column])] as const)),
});

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'environment.temperature_mean',
    order: 30,
    title: t('Temperatura media', 'Mean temperature'),
    question: t('Bologna si sta scaldando?', 'Is Bologna getting warmer?'),
    sentence: t('la temperatura media dell’anno è di {n} °C', 'the mean temperature of the year is {n} °C'),
    definition: t(
      'Media delle temperature medie di tutti i giorni dell’anno, in °C.',
      'Mean of the mean temperatures of all days of the year, in °C.',
    ),
    method: t(
      'Somma delle medie giornaliere divisa per il numero dei giorni; solo anni senza giorni mancanti.',
      'Sum of the daily means divided by the number of days; only years without a missing day.',
    ),
    notes: [MEASURED, WHOLE, SHORT],
    measure: 'mean',
    unit: 'celsius',
    denominator: t('giorni dell’anno', 'days of the year'),
    ramp: 'teal-red',
    direction: 'neither',
    decimals: 1,
    compute: (edition) =>
      cityOnly(wholeYears(edition).map((row) => [row.period!, Number(row.mean)] as const)),
  },
  {
    ...common,
    id: 'environment.temperature_anomaly',
    order: 31,
    title: t('Scarto della temperatura dal 2001–2020', 'Temperature against 2001–2020'),
    question: t('Quali anni sono stati più caldi del solito?', 'Which years were warmer than usual?'),
    sentence: t(
      'lo scarto dalla temperatura media del 2001–2020 è di {n} °C',
      'the difference from the mean temperature of 2001–2020 is {n} °C',
    ),
    definition: t(
      'Temperatura media dell’anno meno la media di tutti i giorni dal 2001 al 2020, in °C.',
      'Mean temperature of the year less the mean of all days from 2001 to 2020, in °C.',
    ),
    method: t(
      'Lo zero è la media dei primi venti anni della serie; solo anni senza giorni mancanti.',
      'Zero is the mean of the first twenty years of the series; only years without a missing day.',
    ),
    notes: [
      t(
        'Il riferimento è il primo ventennio della serie pubblicata, non il trentennio climatologico, e comprende già anni caldi: rispetto al Novecento gli scarti sarebbero più grandi.',
        'The reference is the first twenty years of the published series, not a thirty-year climate normal, and holds warm years already: against the twentieth century the differences would be larger.',
      ),
      MEASURED,
      WHOLE,
    ],
    measure: 'mean',
    unit: 'celsius',
    denominator: t('giorni dell’anno', 'days of the year'),
    ramp: 'change',
    direction: 'neither',
    decimals: 1,
    compute: (edition) =>
      cityOnly(wholeYears(edition).map((row) => [row.period!, Number(row.anomaly)] as const)),
  },
  countOf('tropical_nights', 32, 'tropical_nights', 'nights', {
    title: t('Notti tropicali', 'Tropical nights'),
    question: t('Quante notti non scendono sotto i 20 gradi?', 'How many nights stay above 20 degrees?'),
    sentence: t('le notti tropicali sono {n}', 'the number of tropical nights is {n}'),
    definition: t(
      'Giorni dell’anno la cui temperatura minima è di almeno 20 °C.',
      'Days of the year whose lowest temperature is at least 20 °C.',
    ),
  }),
  countOf('days_over_30', 33, 'days_30', 'days', {
    title: t('Giorni con almeno 30 gradi', 'Days of 30 degrees or more'),
    question: t('Quanti giorni arrivano a 30 gradi?', 'How many days reach 30 degrees?'),
    sentence: t('i giorni con almeno 30 °C sono {n}', 'the number of days of 30 °C or more is {n}'),
    definition: t(
      'Giorni dell’anno la cui temperatura massima è di almeno 30 °C.',
      'Days of the year whose highest temperature is at least 30 °C.',
    ),
  }),
  countOf('days_over_35', 34, 'days_35', 'days', {
    title: t('Giorni con almeno 35 gradi', 'Days of 35 degrees or more'),
    question: t('Quanti giorni arrivano a 35 gradi?', 'How many days reach 35 degrees?'),
    sentence: t('i giorni con almeno 35 °C sono {n}', 'the number of days of 35 °C or more is {n}'),
    definition: t(
      'Giorni dell’anno la cui temperatura massima è di almeno 35 °C.',
      'Days of the year whose highest temperature is at least 35 °C.',
    ),
  }),
  countOf('frost_days', 35, 'frost_days', 'days', {
    title: t('Giorni di gelo', 'Frost days'),
    question: t('Quanti giorni scendono sotto zero?', 'How many days fall below zero?'),
    sentence: t('i giorni di gelo sono {n}', 'the number of frost days is {n}'),
    definition: t(
      'Giorni dell’anno la cui temperatura minima è sotto 0 °C.',
      'Days of the year whose lowest temperature is below 0 °C.',
    ),
  }),
];
