import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { readDay, weekday } from '../steps/parse-days';
import { integer, oneOf, UniqueKeys } from '../steps/validate';

const FILE = 'mobility/traffico-viali.csv';
const ID = 'traffico-viali';

/** "0.00 - 0.30" … "23.30 - 24.00". */
const SLOTS = Array.from({ length: 48 }, (_, i) => {
  const clock = (n: number): string => `${Math.floor(n / 2)}.${n % 2 ? '30' : '00'}`;
  return `${clock(i)} - ${clock(i + 1)}`;
});

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    ...['data', 'giorno_settimana', 'tipo_giorno', 'VIA_SPIRA', 'TRA VIA', 'E VIA', 'DIREZIONE'],
    ...['selezionato', 'Micro', 'Codice'],
    ...SLOTS,
    'tot',
  ],
};

/** Letters an export lost to "?" on its way, in the two words that have one. */
const repaired = (text: string): string =>
  text.replace(/^(marted|mercoled)\?$/, '$1ì').replace('Giosu?', 'Giosuè');
/** The way traffic goes. */
const HEADING = new Map([
  ['Nord', 'N'],
  ['Nord Est', 'NE'],
  ['Est', 'E'],
  ['Sud Est', 'SE'],
  ['Sud', 'S'],
  ['Sud Ovest', 'SW'],
  ['Ovest', 'W'],
  ['Nord Ovest', 'NW'],
]);
const DAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];
/** Busiest half hour so far 1,569 or less; whole hours up to 2,218. */
const MAX = 5_000;

/** Resolution of a day: every half hour, every full hour (spring 2020), or with holes. */
type Grain = 'half-hours' | 'hours' | 'partial';
interface Day {
  sensor: string;
  date: string;
  grain: Grain;
  counts: number[];
  total: number;
}

function grainOf(filled: readonly boolean[]): Grain {
  if (filled.every(Boolean)) return 'half-hours';
  return filled.every((is, i) => is === (i % 2 === 0)) ? 'hours' : 'partial';
}

function readRow(row: Row, date: string): Day {
  const word = repaired(row.get('giorno_settimana'));
  if (word !== DAYS[weekday(date)])
    row.fail('giorno_settimana', `${DAYS[weekday(date)]}, the weekday of ${date}`, 'The row is shifted.');
  const sensor = row.get('Codice');
  if (!/^\d\.\d+ \d\.\d+ \d 1$/.test(sensor)) row.fail('Codice', 'a loop code', 'The row is shifted.');
  const grain = grainOf(SLOTS.map((slot) => row.get(slot) !== ''));
  const counts = SLOTS.map((slot) => (row.get(slot) === '' ? 0 : integer(row, slot, 0, MAX)));
  const total = counts.reduce((sum, n) => sum + n, 0);
  return { sensor, date, grain, counts, total };
}

const PLACE = ['VIA_SPIRA', 'TRA VIA', 'E VIA'] as const;

class Sensors {
  private readonly places = new Map<string, { text: string; cells: string[]; line: number }>();

  /** One code stands for one place: street, between which others, and direction. */
  add(row: Row): void {
    const cells = [
      ...PLACE.map((column) => repaired(row.get(column)).trim()),
      oneOf(row, 'DIREZIONE', HEADING),
    ];
    const code = row.get('Codice');
    const known = this.places.get(code);
    const text = cells.join(' · ');
    if (known && known.text !== text)
      row.fail('Codice', `${known.text} for ${code}, as on line ${known.line}`, 'A loop was moved.', text);
    if (!known) this.places.set(code, { text, cells, line: row.line });
  }

  rows(): string[][] {
    return [...this.places].map(([code, { cells }]) => [code, ...cells]);
  }
}

function groupBy(days: readonly Day[], key: (day: Day) => string): Map<string, Day[]> {
  const groups = new Map<string, Day[]>();
  for (const day of days) {
    const list = groups.get(key(day));
    if (list) list.push(day);
    else groups.set(key(day), [day]);
  }
  return groups;
}

const mean = (values: readonly number[]): string =>
  String(Math.round(values.reduce((sum, n) => sum + n, 0) / values.length));

function tables(days: readonly Day[], sensors: Sensors) {
  const whole = days.filter(({ grain }) => grain !== 'partial');
  const months = [...groupBy(whole, ({ sensor, date }) => `${sensor}|${date.slice(0, 7)}`)];
  const fine = whole.filter(({ grain }) => grain === 'half-hours');
  const years = [...groupBy(fine, ({ sensor, date }) => `${sensor}|${date.slice(0, 4)}`)];
  return {
    data: {
      columns: ['sensor', 'period', 'days', 'vehicles_per_day'],
      rows: months.map(([key, list]) => [
        ...key.split('|'),
        String(list.length),
        mean(list.map((d) => d.total)),
      ]),
    },
    profiles: {
      columns: ['sensor', 'period', 'half_hour', 'days', 'vehicles'],
      rows: years.flatMap(([key, list]) =>
        SLOTS.map((_, i) => [
          ...key.split('|'),
          String(i),
          String(list.length),
          mean(list.map((d) => d.counts[i]!)),
        ]),
      ),
    },
    sensors: { columns: ['sensor', 'street', 'from', 'to', 'heading'], rows: sensors.rows() },
  };
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const sensors = new Sensors();
  const days: Day[] = [];
  let [blank, odd] = [0, 0];
  for (const row of parseCsv(ctx.read(FILE), FILE, FORMAT)) {
    if (row.get('data') === '' && row.get('Codice') === '' && row.get('tot') === '0') {
      blank++;
      continue;
    }
    const date = readDay(row, 'data');
    const day = readRow(row, date);
    unique.add(row, 'data', day.sensor, date);
    sensors.add(row);
    if (integer(row, 'tot', 0, MAX * 48) !== day.total) odd++;
    days.push(day);
  }
  if (blank > 1 || odd > 10)
    throw new InputError(
      { file: FILE, column: 'tot' },
      'one blank row and up to ten totals that differ from their parts',
      `${blank} and ${odd}`,
      'The export changed: look at its totals.',
    );
  const count = (grain: Grain): number => days.filter((day) => day.grain === grain).length;
  const dates = days.map(({ date }) => date).sort();
  return {
    tables: tables(days, sensors),
    period: [dates[0]!.slice(0, 7), dates.at(-1)!.slice(0, 7)],
    notes: [
      {
        it: `${days.length} giorni-spira: ${count('partial')} con mezze ore mancanti, lasciati fuori; ${count('hours')} (marzo e aprile 2020) portano il totale dell’ora nella prima mezz’ora: contano nei giorni e non nei profili. ${odd} totali diversi dalla somma delle mezze ore: vale la somma.`,
        en: `${days.length} loop-days: ${count('partial')} with half hours missing, left out; ${count('hours')} (March and April 2020) carry the hour’s total in its first half: they count in the days and not in the profiles. ${odd} totals differ from the sum of half hours: the sum holds.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'boulevard-counts',
    title: { it: 'Traffico sui viali', en: 'Traffic on the ring boulevards' },
    notes: [
      {
        it: 'Undici spire, soltanto martedì e mercoledì: la fonte li chiama «giorno feriale tipo». Le medie non valgono per il fine settimana.',
        en: 'Eleven loops, Tuesdays and Wednesdays only: the source calls them a typical working day. The means do not hold for weekends.',
      },
      {
        it: 'data.csv: media dei veicoli al giorno per spira e mese; profiles.csv: media per mezz’ora (0 = 0.00–0.30) per spira e anno; sensors.csv: dove sta ogni spira. Lettere perse («marted?», «Giosu?») ripristinate; una riga vuota scartata.',
        en: 'data.csv: mean vehicles a day by loop and month; profiles.csv: mean by half hour (0 = 0.00–0.30) by loop and year; sensors.csv: where each loop is. Lost letters (“marted?”, “Giosu?”) restored; one empty row discarded.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
