import type { Text } from '../../src/model/ids';
import { highestStation, yearsWithOzoneDays } from '../bases/air';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

const STATIONS = t(
  'Tre centraline: Porta San Felice a bordo strada, Giardini Margherita e via Chiarini lontane dal traffico. Fra le centraline di una città la legge guarda la peggiore, e così si fa qui; non è l’aria di ogni via.',
  'Three stations: Porta San Felice at the roadside, Giardini Margherita and via Chiarini away from traffic. Among the stations of a city the law looks at the worst, and so does this figure; it is not the air of every street.',
);
const TWO_YEARS = t(
  'Sono pubblicati due anni soltanto: due anni non fanno una tendenza, e il tempo che ha fatto conta più di ogni altra cosa.',
  'Only two years are published: two years make no trend, and the weather counts for more than anything else.',
);
const GAPS = t(
  'Conta una centralina che abbia misurato almeno l’85% dei giorni dell’anno: la direttiva 2008/50/CE chiede il 90% al netto di tarature e manutenzioni, circa il 5%. Un giorno di NO2 o di ozono vale con almeno 18 ore misurate; i giorni mancanti non sono stimati. La valutazione di legge spetta ad Arpae.',
  'A station counts if it measured at least 85% of the days of the year: Directive 2008/50/EC asks for 90% not counting calibration and maintenance, about 5%. A day of NO2 or ozone counts with at least 18 hours measured; missing days are not estimated. The legal assessment is Arpae’s.',
);

const common = {
  theme: 'environment',
  pon: 'environment',
  ramp: 'teal-red',
  direction: 'worse',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['air-quality'],
} as const;

interface Words {
  title: Text;
  question: Text;
  sentence: Text;
  definition: Text;
  /** Limit of the law and value advised by the WHO (2021). */
  limit: Text;
}

const meanOf = (
  id: string,
  order: number,
  column: 'pm10' | 'pm25' | 'no2',
  { limit, ...words }: Words,
): Indicator => ({
  ...common,
  ...words,
  id: `environment.${id}`,
  order,
  method: t(
    'Media dei valori giornalieri dell’anno, centralina per centralina; vale la più alta.',
    'Mean of the daily values of the year, station by station; the highest holds.',
  ),
  notes: [limit, STATIONS, TWO_YEARS, GAPS],
  measure: 'mean',
  unit: 'ugm3',
  denominator: t('giorni misurati', 'days measured'),
  decimals: 1,
  compute: (edition) =>
    highestStation(edition.table('air-quality', 'years'), `${column}_mean`, `${column}_days`),
});

const daysOver = (
  id: string,
  order: number,
  [value, days]: readonly [string, string],
  { limit, ...words }: Words,
): Indicator => ({
  ...common,
  ...words,
  id: `environment.${id}`,
  order,
  method: t(
    'Giorni misurati sopra la soglia, centralina per centralina; vale la centralina che ne ha di più.',
    'Measured days above the threshold, station by station; the station with most of them holds.',
  ),
  notes: [
    limit,
    STATIONS,
    TWO_YEARS,
    GAPS,
    t('Con giorni mancanti il conto è un minimo.', 'With days missing the count is a minimum.'),
  ],
  measure: 'count',
  unit: 'days',
  denominator: null,
  decimals: 0,
  compute: (edition) => highestStation(yearsWithOzoneDays(edition), value, days),
});

export const indicators: Indicator[] = [
  daysOver('pm10_days_over_50', 40, ['pm10_days_over_50', 'pm10_days'], {
    title: t('Giorni con PM10 sopra 50 µg/m³', 'Days with PM10 above 50 µg/m³'),
    question: t(
      'Quanti giorni l’aria supera il limite per le polveri?',
      'How many days does dust exceed the limit?',
    ),
    sentence: t(
      'i giorni con il PM10 sopra 50 µg/m³ sono {n}',
      'the number of days with PM10 above 50 µg/m³ is {n}',
    ),
    definition: t(
      'Giorni dell’anno con più di 50 µg/m³ di polveri PM10 nella centralina che ne conta di più.',
      'Days of the year with more than 50 µg/m³ of PM10 dust at the station that counts most of them.',
    ),
    limit: t(
      'La legge ammette 35 giorni l’anno sopra 50 µg/m³ (d.lgs. 155/2010); l’Organizzazione mondiale della sanità consiglia di non superare 45 µg/m³ più di tre o quattro giorni.',
      'The law allows 35 days a year above 50 µg/m³ (Directive 2008/50/EC); the World Health Organization advises not to exceed 45 µg/m³ on more than three or four days.',
    ),
  }),
  meanOf('pm10_mean', 41, 'pm10', {
    title: t('PM10, media dell’anno', 'PM10, mean of the year'),
    question: t('Quanta polvere respira la città?', 'How much dust does the city breathe?'),
    sentence: t('la media annua del PM10 è di {n} µg/m³', 'the yearly mean of PM10 is {n} µg/m³'),
    definition: t(
      'Media annua delle polveri PM10 nella centralina in cui è più alta, in µg/m³.',
      'Yearly mean of PM10 dust at the station where it is highest, in µg/m³.',
    ),
    limit: t(
      'Il limite di legge è 40 µg/m³; l’Organizzazione mondiale della sanità consiglia 15.',
      'The legal limit is 40 µg/m³; the World Health Organization advises 15.',
    ),
  }),
  meanOf('pm25_mean', 42, 'pm25', {
    title: t('PM2,5, media dell’anno', 'PM2.5, mean of the year'),
    question: t('Quanta polvere fine respira la città?', 'How much fine dust does the city breathe?'),
    sentence: t('la media annua del PM2,5 è di {n} µg/m³', 'the yearly mean of PM2.5 is {n} µg/m³'),
    definition: t(
      'Media annua delle polveri fini PM2,5 nella centralina in cui è più alta, in µg/m³.',
      'Yearly mean of fine PM2.5 dust at the station where it is highest, in µg/m³.',
    ),
    limit: t(
      'Il limite di legge è 25 µg/m³; l’Organizzazione mondiale della sanità consiglia 5. Via Chiarini non misura il PM2,5.',
      'The legal limit is 25 µg/m³; the World Health Organization advises 5. Via Chiarini does not measure PM2.5.',
    ),
  }),
  meanOf('no2_mean', 43, 'no2', {
    title: t('Biossido di azoto, media dell’anno', 'Nitrogen dioxide, mean of the year'),
    question: t('Quanto pesa il traffico sull’aria?', 'How heavily does traffic weigh on the air?'),
    sentence: t(
      'la media annua del biossido di azoto è di {n} µg/m³',
      'the yearly mean of nitrogen dioxide is {n} µg/m³',
    ),
    definition: t(
      'Media annua del biossido di azoto (NO₂) nella centralina in cui è più alta, in µg/m³.',
      'Yearly mean of nitrogen dioxide (NO₂) at the station where it is highest, in µg/m³.',
    ),
    limit: t(
      'Il limite di legge è 40 µg/m³; l’Organizzazione mondiale della sanità consiglia 10.',
      'The legal limit is 40 µg/m³; the World Health Organization advises 10.',
    ),
  }),
  daysOver('o3_days_over_180', 44, ['o3_days_over_180', 'o3_days'], {
    title: t('Giorni con ozono sopra 180 µg/m³', 'Days with ozone above 180 µg/m³'),
    question: t(
      'Quanti giorni l’ozono supera la soglia d’informazione?',
      'How many days does ozone exceed the information threshold?',
    ),
    sentence: t(
      'i giorni con l’ozono sopra 180 µg/m³ sono {n}',
      'the number of days with ozone above 180 µg/m³ is {n}',
    ),
    definition: t(
      'Giorni dell’anno con almeno un’ora sopra 180 µg/m³ di ozono nella centralina che ne conta di più.',
      'Days of the year with at least one hour above 180 µg/m³ of ozone at the station that counts most of them.',
    ),
    limit: t(
      'Sopra 180 µg/m³ in un’ora la legge chiede di informare la popolazione. Porta San Felice non misura l’ozono.',
      'Above 180 µg/m³ in an hour the law asks to inform the public. Porta San Felice does not measure ozone.',
    ),
  }),
];
