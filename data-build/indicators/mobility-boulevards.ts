import { changeSinceBase, monthChange, nightShare, peakHourShare, vehiclesPerDay } from '../bases/boulevards';
import { cityOnly } from '../bases/city-years';
import { t } from '../bases/tally';
import type { Indicator } from '../model';

const DAYS = t(
  'Undici spire sui viali di circonvallazione, contate soltanto di martedì e mercoledì: è il giorno feriale tipo, non il fine settimana. Le spire contano i passaggi: chi percorre tutto l’anello è contato più volte.',
  'Eleven loops on the ring boulevards, counted on Tuesdays and Wednesdays only: it is the typical working day, not the weekend. Loops count passages: who drives the whole ring is counted several times.',
);
const SAME = t(
  'Le spire si guastano e spariscono per mesi: si confrontano soltanto i mesi di una spira letti in ogni anno, con almeno tre giorni. Il 2025 si ferma a gennaio ed è lasciato fuori.',
  'Loops break down and vanish for months: only the months of a loop that were read in every year, on three days at least, are compared. 2025 stops in January and is left out.',
);
const BUMP = t(
  'Da giugno 2022 a marzo 2023 due spire verso ovest (viale Panzacchi e viale Pepoli) salgono più delle altre e poi tornano indietro: una deviazione o un difetto, la fonte non lo dice. Il 2022 e il 2023 ne risultano forse un po’ alti.',
  'From June 2022 to March 2023 two westbound loops (viale Panzacchi and viale Pepoli) rise more than the others and then fall back: a diversion or a fault, the source does not say. 2022 and 2023 may look a little high for it.',
);
const PROFILES = t(
  'Le spire con meno di 25 giorni interi in un anno sono escluse da tutti gli anni. Nel 2020 mancano marzo e aprile, dati solo a ore intere: i mesi del confinamento qui non pesano. Il coprifuoco, da novembre 2020 a giugno 2021, invece sì.',
  'Loops with fewer than 25 whole days in a year are left out of all years. March and April 2020, given by full hours only, are missing: the months of the first lockdown do not weigh here. The night curfew of November 2020 to June 2021 does.',
);

const common = {
  theme: 'mobility',
  pon: 'public-works',
  notApplicable: [],
  seriesBreaks: [],
  datasets: ['boulevard-counts'],
} as const;

export const indicators: Indicator[] = [
  {
    ...common,
    id: 'mobility.boulevard_vehicles',
    order: 45,
    title: t('Veicoli al giorno sui viali', 'Vehicles a day on the boulevards'),
    question: t('Quanto traffico passa sui viali?', 'How much traffic do the boulevards carry?'),
    sentence: t(
      'i veicoli che passano in un giorno feriale tipo, in media per punto di lettura dei viali, sono {n}',
      'the number of vehicles passing on a typical working day, mean of the reading points of the boulevards, is {n}',
    ),
    definition: t(
      'Veicoli che passano in un giorno feriale tipo sopra una spira dei viali, in media.',
      'Vehicles that pass over a loop of the boulevards on a typical working day, on average.',
    ),
    method: t(
      'Media dei valori di ogni spira e mese letti in tutti gli anni: le stesse spire negli stessi mesi.',
      'Mean of the values of each loop and month read in all years: the same loops in the same months.',
    ),
    notes: [DAYS, SAME, BUMP],
    measure: 'mean',
    unit: 'number',
    denominator: t('letture di una spira in un mese', 'readings of a loop in a month'),
    ramp: 'blue',
    direction: 'worse',
    decimals: 0,
    compute: (edition) => cityOnly(vehiclesPerDay(edition)),
  },
  {
    ...common,
    id: 'mobility.boulevard_change',
    order: 46,
    title: t('Traffico sui viali rispetto al 2019', 'Traffic on the boulevards against 2019'),
    question: t(
      'Il traffico sui viali è tornato quello di prima?',
      'Has traffic on the boulevards come back?',
    ),
    sentence: t(
      'il traffico sui viali è cambiato del {n} % rispetto al 2019',
      'traffic on the boulevards changed by {n} % against 2019',
    ),
    definition: t(
      'Variazione percentuale dei veicoli al giorno rispetto al 2019, sulle stesse spire negli stessi mesi.',
      'Percentage change of vehicles a day against 2019, on the same loops in the same months.',
    ),
    method: t(
      'Veicoli al giorno dell’anno divisi per quelli del 2019, meno uno.',
      'Vehicles a day of the year divided by those of 2019, less one.',
    ),
    notes: [DAYS, SAME, BUMP],
    measure: 'rate',
    unit: 'percent',
    denominator: t('veicoli al giorno del 2019', 'vehicles a day in 2019'),
    ramp: 'change',
    direction: 'worse',
    decimals: 1,
    compute: (edition) => cityOnly(changeSinceBase(edition)),
  },
  {
    ...common,
    id: 'mobility.boulevard_month_change',
    order: 47,
    title: t('Traffico sui viali, mese per mese', 'Traffic on the boulevards, month by month'),
    question: t(
      'Quando i viali si sono svuotati, e quando si sono riempiti di nuovo?',
      'When did the boulevards empty, and when did they fill again?',
    ),
    sentence: t(
      'il traffico sui viali è cambiato del {n} % rispetto allo stesso mese del 2019',
      'traffic on the boulevards changed by {n} % against the same month of 2019',
    ),
    definition: t(
      'Variazione percentuale dei veicoli al giorno rispetto allo stesso mese del 2019.',
      'Percentage change of vehicles a day against the same month of 2019.',
    ),
    method: t(
      'Somma delle spire lette in tutti e due i mesi, almeno cinque, ciascuna con almeno tre giorni.',
      'Sum of the loops read in both months, five at least, each on three days at least.',
    ),
    notes: [
      DAYS,
      t(
        'Da un mese all’altro le spire confrontate possono cambiare. Festività e maltempo spostano un mese: conta la tendenza.',
        'The loops compared may differ from month to month. Holidays and bad weather move a month: the course is what counts.',
      ),
      BUMP,
    ],
    measure: 'rate',
    unit: 'percent',
    denominator: t(
      'veicoli al giorno nello stesso mese del 2019',
      'vehicles a day in the same month of 2019',
    ),
    ramp: 'change',
    direction: 'worse',
    decimals: 1,
    compute: (edition) => cityOnly(monthChange(edition)),
  },
  {
    ...common,
    id: 'mobility.boulevard_peak_share',
    order: 48,
    title: t('Quota dell’ora di punta sui viali', 'Share of the peak hour on the boulevards'),
    question: t(
      'Quanto si concentra il traffico nell’ora di punta?',
      'How much does traffic crowd into one hour?',
    ),
    sentence: t(
      'la quota dei veicoli del giorno che passano nell’ora di punta è del {n} %',
      'the share of the day’s vehicles that pass in the peak hour is {n} %',
    ),
    definition: t(
      'Veicoli dell’ora più piena ogni 100 veicoli del giorno, sulle spire dei viali.',
      'Vehicles of the fullest hour per 100 vehicles of the day, over the loops of the boulevards.',
    ),
    method: t(
      'Si sommano i profili per mezz’ora delle spire presenti in ogni anno; l’ora di punta sono le due mezz’ore di fila con più veicoli.',
      'The half-hour profiles of the loops present in every year are summed; the peak hour is the two half hours in a row with most vehicles.',
    ),
    notes: [
      DAYS,
      PROFILES,
      t(
        'Un traffico spalmato su 24 ore avrebbe il 4,2 %. Una quota che scende può voler dire punte più basse o un giorno più pieno.',
        'Traffic spread over 24 hours would have 4.2 %. A falling share may mean lower peaks or a fuller day.',
      ),
    ],
    measure: 'share',
    unit: 'percent',
    denominator: t('veicoli del giorno', 'vehicles of the day'),
    ramp: 'blue',
    direction: 'neither',
    decimals: 1,
    compute: (edition) => cityOnly(peakHourShare(edition)),
  },
  {
    ...common,
    id: 'mobility.boulevard_night_share',
    order: 49,
    title: t('Quota del traffico di notte sui viali', 'Share of night traffic on the boulevards'),
    question: t('Quanto traffico passa di notte?', 'How much traffic passes at night?'),
    sentence: t(
      'la quota dei veicoli del giorno che passano dalle 22 alle 6 è del {n} %',
      'the share of the day’s vehicles that pass between 22 and 6 is {n} %',
    ),
    definition: t(
      'Veicoli contati dalle 22 alle 6 ogni 100 veicoli del giorno, sulle spire dei viali.',
      'Vehicles counted from 22 to 6 per 100 vehicles of the day, over the loops of the boulevards.',
    ),
    method: t(
      'Si sommano i profili per mezz’ora delle spire presenti in ogni anno. La notte è quella della legge sul rumore (d.lgs. 194/2005).',
      'The half-hour profiles of the loops present in every year are summed. Night is that of the law on noise (Directive 2002/49/EC).',
    ),
    notes: [DAYS, PROFILES],
    measure: 'share',
    unit: 'percent',
    denominator: t('veicoli del giorno', 'vehicles of the day'),
    ramp: 'blue',
    direction: 'worse',
    decimals: 1,
    compute: (edition) => cityOnly(nightShare(edition)),
  },
];
