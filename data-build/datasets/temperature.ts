import { mean } from '../bases/mean';
import type { DatasetModule, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { dayAfter, readDay } from '../steps/parse-days';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { decimal, oneOf, UniqueKeys } from '../steps/validate';

const FILE = 'environment/temperature_bologna_2001_2025.csv';
const ID = 'temperature_bologna';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\n',
  boms: 0,
  header: ['Data', 'Temperatura media', 'Temperatura massima', 'Temperatura minima', 'Stagione'],
};
const SEASON = new Map(['Inverno', 'Primavera', 'Estate', 'Autunno'].map((word) => [word, word]));
/** Bologna in 25 years stayed within −11.1 and 40.1 °C. */
const [COLDEST, HOTTEST] = [-30, 50];
/** Years whose mean is the zero of the anomalies: all those complete in the first twenty. */
const REFERENCE = ['2001', '2020'] as const;

interface Day {
  date: string;
  mean: number;
  max: number;
  min: number;
  row: Row;
}

function readRow(row: Row): Day {
  const date = readDay(row, 'Data');
  oneOf(row, 'Stagione', SEASON);
  const [mean, max, min] = ['media', 'massima', 'minima'].map((word) =>
    decimal(row, `Temperatura ${word}`, COLDEST, HOTTEST),
  ) as [number, number, number];
  if (!(min <= mean && mean <= max))
    row.fail('Temperatura media', `between ${min} and ${max}, the day’s extremes`, 'Columns are swapped.');
  return { date, mean, max, min, row };
}

const count = (days: readonly Day[], holds: (day: Day) => boolean): string =>
  String(days.filter(holds).length);
const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** One row a year; means of years that are not whole stay empty, since a half year is no colder for being January to June. */
function byYear(days: readonly Day[]): string[][] {
  const years = new Map<string, Day[]>();
  for (const day of days) {
    const year = day.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), day]);
  }
  const whole = ([year, list]: readonly [string, Day[]]): boolean =>
    list.length === (isLeap(Number(year)) ? 366 : 365);
  const reference = [...years].filter(
    (entry) => whole(entry) && entry[0] >= REFERENCE[0] && entry[0] <= REFERENCE[1],
  );
  const zero = mean(reference.flatMap(([, list]) => list.map((day) => day.mean)));
  return [...years].map((entry) => {
    const [year, list] = entry;
    const average = mean(list.map((day) => day.mean));
    return [
      year,
      String(list.length),
      whole(entry) ? average.toFixed(2) : '',
      whole(entry) ? (average - zero).toFixed(2) : '',
      count(list, ({ min }) => min >= 20),
      count(list, ({ max }) => max >= 30),
      count(list, ({ max }) => max >= 35),
      count(list, ({ min }) => min < 0),
    ];
  });
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const days = parseCsv(ctx.read(FILE), FILE, FORMAT)
    .map(readRow)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  days.forEach(({ date, row }, i) => {
    unique.add(row, 'Data', date);
    const before = days[i - 1]?.date;
    if (before !== undefined && date !== before && date !== dayAfter(before))
      row.fail(
        'Data',
        `${dayAfter(before)}, the day after ${before}`,
        'Days are missing: download it again.',
      );
  });
  const text = (n: number): string => n.toFixed(1);
  const rows = days.map(({ date, mean: avg, max, min }) => [date, text(avg), text(max), text(min)]);
  const columns = [
    'period',
    'days',
    'mean',
    'anomaly',
    'tropical_nights',
    'days_30',
    'days_35',
    'frost_days',
  ];
  return {
    tables: {
      data: { columns: ['date', 'mean', 'max', 'min'], rows },
      years: { columns, rows: byYear(days) },
    },
    period: [days[0]!.date, days.at(-1)!.date],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'temperature',
    title: { it: 'Temperature giornaliere a Bologna', en: 'Daily temperatures in Bologna' },
    notes: [
      {
        it: 'Media, massima e minima del giorno in °C, misurate da Arpae e pubblicate dal Comune. Serie senza giorni mancanti; alla fonte i giorni non sono in ordine. L’ultimo anno non è intero.',
        en: 'Mean, highest and lowest of the day in °C, measured by Arpae and published by the Municipality. No day is missing; at the source days are not in order. The last year is not whole.',
      },
      {
        it: 'years.csv: notti tropicali (minima ≥ 20 °C), giorni con massima ≥ 30 e ≥ 35 °C, giorni di gelo (minima < 0 °C), media e scarto dalla media 2001–2020. Media e scarto solo per gli anni interi. Il riferimento è il primo ventennio della serie, non il trentennio climatologico.',
        en: 'years.csv: tropical nights (lowest ≥ 20 °C), days with a highest ≥ 30 and ≥ 35 °C, frost days (lowest < 0 °C), mean and difference from the mean of 2001–2020. Mean and difference for whole years only. The reference is the first twenty years of the series, not a thirty-year climate normal.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
