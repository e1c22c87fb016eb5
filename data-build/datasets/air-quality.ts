import { mean } from '../bases/mean';
import type { Text } from '../../src/model/ids';
import type { DatasetModule, EditionFiles, RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat } from '../steps/parse-csv';
import { readDay, weekday } from '../steps/parse-days';
import { readReadings, type Reading } from '../steps/parse-readings';
import { decimal, oneOf, UniqueKeys } from '../steps/validate';

const ID = 'dati-centraline-bologna-storico';
const FOLDER = 'environment/air_2024_2025';
/** Particulates of a day; what it says of the gases is counted again from their hours. */
const DAILY = `${FOLDER}/air_daily_2024_2025.converted.csv`;
const HOURLY = ['NO2_GM', 'NO2_SF', 'NO2_VC', 'O3_GM', 'O3_VC'].map((name) => `${FOLDER}/df_${name}.parquet`);
/** The portal's own file has both, for all years. */
const LIVE = `environment/${ID}.parquet`;

const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\n',
  boms: 0,
  header: ['stazione', 'giorno', 'indicatore', 'valore'],
};

const STATION = new Map([
  ['GIARDINI MARGHERITA', 'giardini-margherita'],
  ['PORTA SAN FELICE', 'porta-san-felice'],
  ['VIA CHIARINI', 'via-chiarini'],
]);

/** Particulates by their name in the daily file; null for what is read and left. */
const PARTICULATE = new Map<string, 'pm10' | 'pm25' | null>([
  ['PM10', 'pm10'],
  ['PM2.5', 'pm25'],
  ...['NO2', 'O3', 'CO', 'NO', 'NOX', 'C6H6'].flatMap((gas) =>
    ['media', 'mediana', 'massimo'].map((word) => [`${word}_${gas}`, null] as const),
  ),
]);
const COLUMNS = ['pm10', 'pm25', 'no2_mean', 'no2_max', 'o3_max', 'no2_hours', 'o3_hours'] as const;
type Column = (typeof COLUMNS)[number];
type Day = Partial<Record<Column, number>>;
/** Station → date → what was measured. */
type Days = Map<string, Map<string, Day>>;
/** Highest value so far: 541 µg/m³ (NOx). */
const MAX = 1_500;
/** Three quarters of a day, which Directive 2008/50/EC, annex XI, asks of a value made of hours. */
const ENOUGH_HOURS = 18;

/**
 * What the law counts. Directive 2008/50/EC, annex XI: 50 µg/m³ of PM10 as daily mean, not on more than 35 days; 200 µg/m³ of NO2
 * as hourly mean. Annex XII: 180 µg/m³ of O3 as hourly mean, the information threshold.
 */
const LIMITS: readonly (readonly [Column, number, string])[] = [
  ['pm10', 50, 'pm10_days_over_50'],
  ['no2_max', 200, 'no2_days_over_200'],
  ['o3_max', 180, 'o3_days_over_180'],
];
const MEANS: readonly Column[] = ['pm10', 'pm25', 'no2_mean'];

const pad = (n: number): string => String(Number(n.toFixed(2)));

function put(days: Days, station: string, date: string, values: Day): void {
  const own = days.get(station) ?? new Map<string, Day>();
  days.set(station, own.set(date, { ...own.get(date), ...values }));
}

function readParticulates(ctx: RefreshContext, days: Days): void {
  const unique = new UniqueKeys();
  for (const row of parseCsv(ctx.read(DAILY), DAILY, FORMAT)) {
    const station = oneOf(row, 'stazione', STATION);
    const date = readDay(row, 'giorno');
    const column = oneOf(row, 'indicatore', PARTICULATE);
    unique.add(row, 'indicatore', station, date, row.get('indicatore'));
    const value = decimal(row, 'valore', 0, MAX);
    if (column !== null) put(days, station, date, { [column]: value });
  }
}

/** Mean of each hour of the day, working days and weekends apart: what is left of 80,000 hours. Rows as columns of PROFILE. */
const PROFILE = ['station', 'agent', 'period', 'day_kind', 'hour', 'hour_mean', 'hours'] as const;
function profilesOf(readings: readonly Reading[]): string[][] {
  const sums = new Map<string, number[]>();
  for (const { station, agent, date, hour, value } of readings) {
    const days = weekday(date) < 5 ? 'working' : 'weekend';
    const key = [station, agent, date.slice(0, 4), days, hour].join('|');
    sums.set(key, [...(sums.get(key) ?? []), value]);
  }
  return [...sums].map(([key, values]) => [...key.split('|'), pad(mean(values)), String(values.length)]);
}

/** One value for each hour: some are given twice, with another number, and then their mean holds. */
function hoursOf(readings: readonly Reading[]): {
  values: Map<string, Map<string, number[]>>;
  twice: number;
} {
  const slots = new Map<string, number[]>();
  for (const { station, agent, date, start, value } of readings) {
    const key = `${station}|${agent}|${date}|${start}`;
    slots.set(key, [...(slots.get(key) ?? []), value]);
  }
  const values = new Map<string, Map<string, number[]>>();
  for (const [key, given] of slots) {
    const [station, agent, date] = key.split('|') as [string, string, string];
    const name = `${station}|${agent}`;
    const byDate = values.get(name) ?? new Map<string, number[]>();
    values.set(name, byDate.set(date, [...(byDate.get(date) ?? []), mean(given)]));
  }
  return { values, twice: [...slots.values()].filter(({ length }) => length > 1).length };
}

/** Gases by day: mean and highest hour where enough hours were measured, and how many were. Returns what its notes count. */
function countHours(readings: readonly Reading[], days: Days): { twice: number; thin: number } {
  const { values, twice } = hoursOf(readings);
  let thin = 0;
  for (const [name, byDate] of values) {
    const [station, agent] = name.split('|') as [string, 'no2' | 'o3'];
    for (const [date, hours] of byDate) {
      const enough = hours.length >= ENOUGH_HOURS;
      if (!enough) thin++;
      put(days, station, date, {
        [`${agent}_hours`]: hours.length,
        ...(enough && { [`${agent}_max`]: Math.max(...hours) }),
        ...(enough && agent === 'no2' && { no2_mean: mean(hours) }),
      });
    }
  }
  return { twice, thin };
}

/** Per station and year: days measured, mean of the days and days over each limit; empty where nothing was measured. */
function byYear(station: string, days: ReadonlyMap<string, Day>): string[][] {
  const years = [...new Set([...days.keys()].map((date) => date.slice(0, 4)))].sort();
  return years.map((year) => {
    const list = [...days].filter(([date]) => date.startsWith(year)).map(([, day]) => day);
    const values = (column: Column): number[] =>
      list.flatMap((day) => (day[column] === undefined ? [] : [day[column]]));
    const means = MEANS.flatMap((column) => {
      const all = values(column);
      return [String(all.length), all.length ? pad(mean(all)) : ''];
    });
    const over = LIMITS.map(([column, limit]) => {
      const all = values(column);
      return all.length ? String(all.filter((x) => x > limit).length) : '';
    });
    return [station, year, ...means, ...over];
  });
}

/** How many days of the period each station lacks altogether. */
function missing(stations: ReadonlyMap<string, Map<string, Day>>, first: string, last: string): Text {
  const all = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
  const lacks = [...stations].map(([station, days]) => `${station} ${all - days.size}`).sort();
  return {
    it: `Giorni senza alcun valore sui ${all} del periodo: ${lacks.join(', ')}.`,
    en: `Days without any value out of the ${all} of the period: ${lacks.join(', ')}.`,
  };
}

async function refresh(ctx: RefreshContext): Promise<EditionFiles> {
  const stations: Days = new Map();
  const isLive = ctx.has(LIVE);
  if (!isLive) readParticulates(ctx, stations);
  const readings = await Promise.all(
    (isLive ? [LIVE] : HOURLY).map((file) => readReadings(ctx.read(file), file, STATION, MAX)),
  );
  const byAgent = (agents: readonly string[]): Reading[] =>
    readings.flat().filter(({ agent }) => agents.includes(agent));
  for (const { station, agent, date, value } of byAgent(['pm10', 'pm25']))
    put(stations, station, date, { [agent]: value });
  const { twice, thin } = countHours(byAgent(['no2', 'o3']), stations);
  const rows = [...stations].flatMap(([station, days]) =>
    [...days].map(([date, day]) => [
      station,
      date,
      ...COLUMNS.map((column) => (day[column] === undefined ? '' : pad(day[column]))),
    ]),
  );
  const dates = rows.map(([, date]) => date!).sort();
  const years = [...stations].flatMap(([station, days]) => byYear(station, days));
  const yearColumns = [
    ...['station', 'period'],
    ...MEANS.flatMap((column) => [`${column}_days`, `${column}_mean`]),
    ...LIMITS.map(([, , name]) => name),
  ].map((name) => name.replace('mean_mean', 'mean').replace('mean_days', 'days'));
  return {
    tables: {
      data: { columns: ['station', 'date', ...COLUMNS], rows },
      years: { columns: yearColumns, rows: years },
      profiles: { columns: PROFILE, rows: profilesOf(byAgent(['no2', 'o3'])) },
    },
    period: [dates[0] ?? '', dates.at(-1) ?? ''],
    notes: [
      missing(stations, dates[0] ?? '', dates.at(-1) ?? ''),
      {
        it: `Giorni di NO2 o O3 con meno di ${ENOUGH_HOURS} ore misurate, senza media né massimo: ${thin}. Ore riportate due volte con valori diversi, di cui vale la media: ${twice}.`,
        en: `Days of NO2 or O3 with fewer than ${ENOUGH_HOURS} hours measured, left without mean and highest: ${thin}. Hours given twice with different values, whose mean holds: ${twice}.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'air-quality',
    title: { it: 'Qualità dell’aria, valori giornalieri', en: 'Air quality, daily values' },
    notes: [
      {
        it: 'Tre centraline in città, µg/m³: PM10 e PM2,5 come misure giornaliere; NO2 media e massimo del giorno, O3 massimo del giorno, contati da noi sui valori orari, se ve ne sono almeno 18 (tre quarti del giorno, come chiede la direttiva 2008/50/CE). Giorni e valori assenti alla fonte restano assenti: mai un valore stimato.',
        en: 'Three stations in the city, µg/m³: PM10 and PM2.5 as daily samples; NO2 mean and highest of the day, O3 highest of the day, counted by us from hourly values where there are at least 18 (three quarters of a day, as Directive 2008/50/EC asks). Days and values absent at the source stay absent: never an estimate.',
      },
      {
        it: 'In years.csv ogni media dice su quanti giorni è calcolata; quella del NO2 è la media delle medie giornaliere.',
        en: 'In years.csv every mean says how many days it rests on; that of NO2 is the mean of daily means.',
      },
      {
        it: 'profiles.csv: media di ogni ora del giorno per anno, giorni feriali (da lunedì a venerdì) e fine settimana, di NO2 e O3.',
        en: 'profiles.csv: mean of each hour of the day by year, working days (Monday to Friday) and weekends, of NO2 and O3.',
      },
      {
        it: 'I giorni oltre il limite sono quelli misurati: con giorni mancanti il conto è un minimo. L’elaborazione di legge spetta ad Arpae.',
        en: 'Days over the limit are those measured: with days missing the count is a minimum. The legal assessment is Arpae’s.',
      },
      {
        it: 'Le ore sono quelle solari tutto l’anno: i giorni del cambio d’ora hanno 24 valori, ma alla fonte due cadono nella stessa ora in marzo e uno ne copre due in ottobre.',
        en: 'Hours are those of solar time all year: the days on which clocks change have 24 values, but at the source two fall into the same hour in March and one spans two in October.',
      },
      {
        it: 'In qualche giorno il PM2,5 supera il PM10, di cui è parte, e due valori sono zero: sono letture di due strumenti con la loro incertezza, lasciate come sono.',
        en: 'On some days PM2.5 exceeds PM10, which it is part of, and two values are zero: readings of two instruments with their uncertainty, left as they are.',
      },
      {
        it: 'Due altre centraline (De Amicis e San Lazzaro) esistono solo in file orari Arpae del 2024 con licenza non verificata: non sono riportate.',
        en: 'Two more stations (De Amicis and San Lazzaro) exist only in hourly Arpae files of 2024 whose licence is unverified: they are not carried.',
      },
    ],
  },
  sources: [DAILY, ...HOURLY].map((path) => ({ path, url: comuneExport(ID, 'parquet') })),
  live: [{ path: LIVE, url: comuneExport(ID, 'parquet') }],
  refresh,
};
