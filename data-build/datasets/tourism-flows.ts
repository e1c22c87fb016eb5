import type { DatasetModule, RefreshContext } from '../model';
import { ISTAT } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { comuneCode } from '../steps/parse-istat-tourism';
import { integer, oneOf, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'metro/istat_tourism_arrivals_2014-2024_prov037.csv';

const MEASURES = ['arrivi', 'presenze'] as const;
const KINDS = ['totale esercizi', 'esercizi alberghieri', 'esercizi extra-alberghieri'] as const;
const GUESTS = ['residenti', 'non residenti', 'totale'] as const;

const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\r\n',
  boms: 0,
  header: [
    'anno',
    'cod. reg.',
    'regione',
    'cod. prov.',
    'provincia',
    'comune',
    'cod. istat',
    'flag',
    ...MEASURES.flatMap((measure) =>
      KINDS.flatMap((kind) => GUESTS.map((guest) => `${measure} ${kind} ${guest}`)),
    ),
  ],
};
/** Italians and foreigners by where they live, not by passport. The file does not explain its flags; they are carried. */
const FLAG = new Map([
  ['', ''],
  ['(a)', 'a'],
  ['(b)', 'b'],
]);
/** Bologna, the largest, had 1.86 million arrivals and 4.1 million nights in 2024. */
const MAX = 20_000_000;
/** Arrivals fell by 65 % in 2020 and rose by 61 % in 2022. */
const MOVE = 0.75;
/** Guests are people: a split that shows one or two of them is not carried. */
const FEW = 3;

type Split = [italy: number, abroad: number, total: number];

/** Residents of Italy, of other countries, and their sum; undefined where the source leaves the three cells empty. */
function readSplit(row: Row, measure: string, kind: string): Split | undefined {
  const columns = GUESTS.map((guest) => `${measure} ${kind} ${guest}`);
  const last = columns[2]!;
  // One row of extra-hotel figures has two of the three cells: what can be said is said by the total.
  if (row.get(last) === '') return undefined;
  if (columns.some((column) => row.get(column) === '')) return undefined;
  const [italy = 0, abroad = 0, total = 0] = columns.map((column) => integer(row, column, 0, MAX));
  if (italy + abroad !== total)
    row.fail(last, `${italy + abroad}, the sum of the two`, 'The columns are shifted.');
  return [italy, abroad, total];
}

/** Hotels and the rest must add up to all, where both are given. */
function checkParts(row: Row, measure: string, all: Split): [Split | undefined, Split | undefined] {
  const [, hotels, rest] = KINDS.map((kind) => readSplit(row, measure, kind));
  if (hotels && rest && hotels[2] + rest[2] !== all[2])
    row.fail(
      `${measure} totale esercizi totale`,
      `${hotels[2] + rest[2]}, hotels and others`,
      'A figure is wrong or shifted.',
    );
  return [hotels, rest];
}

function readRow(row: Row): { arrivals: Split; cells: string[]; hidden: boolean } {
  const arrivals = readSplit(row, 'arrivi', KINDS[0]);
  const nights = readSplit(row, 'presenze', KINDS[0]);
  if (!arrivals || !nights) row.fail('arrivi totale esercizi totale', 'figures', 'The row is incomplete.');
  const [a, n] = [arrivals!, nights!];
  if (n[2] < a[2])
    row.fail(
      'presenze totale esercizi totale',
      `at least ${a[2]}, a night for each arrival`,
      'The columns are swapped.',
    );
  const [hotelArrivals, otherArrivals] = checkParts(row, 'arrivi', a);
  const [hotelNights] = checkParts(row, 'presenze', n);
  const few = (split: Split | undefined): boolean => split !== undefined && split[2] > 0 && split[2] < FEW;
  const hidden = few(hotelArrivals) || few(otherArrivals);
  const hotel = (split: Split | undefined): string => (split && !hidden ? String(split[2]) : '');
  const abroad = a[0] < FEW || a[1] < FEW ? ['', ''] : [String(a[1]), String(n[1])];
  return {
    arrivals: a,
    hidden,
    cells: [String(a[2]), String(n[2]), ...abroad, hotel(hotelArrivals), hotel(hotelNights)],
  };
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, 'arrivi totale esercizi totale');
  let hidden = 0;
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT).map((row) => {
    const period = String(integer(row, 'anno', 2000, 2100));
    const comune = comuneCode(row, 'cod. istat');
    unique.add(row, 'cod. istat', comune, period);
    const flag = oneOf(row, 'flag', FLAG);
    const read = readRow(row);
    if (read.hidden) hidden++;
    totals.add(period, read.arrivals[2], row.line);
    return [comune, period, ...read.cells, flag];
  });
  totals.checkSteady(MOVE);
  return {
    tables: {
      data: {
        columns: [
          'comune',
          'period',
          'arrivals',
          'nights',
          'arrivals_abroad',
          'nights_abroad',
          'arrivals_hotel',
          'nights_hotel',
          'flag',
        ],
        rows,
      },
    },
    period: totals.span(),
    notes: [
      {
        it: `Righe in cui la divisione tra alberghi e altri esercizi mostrerebbe meno di ${FEW} ospiti, lasciata vuota: ${hidden}.`,
        en: `Rows where the split between hotels and others would show fewer than ${FEW} guests, left empty: ${hidden}.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...ISTAT,
    sourceId: 'Movimento dei clienti negli esercizi ricettivi, dati comunali',
    id: 'tourism-flows',
    title: {
      it: 'Arrivi e presenze turistiche per comune',
      en: 'Tourist arrivals and nights by municipality',
    },
    notes: [
      {
        it: 'Clienti degli esercizi ricettivi, alberghieri e non; «abroad» sono i residenti all’estero. ISTAT non pubblica i comuni con pochi esercizi: ogni anno ne mancano alcuni, e per altri manca la divisione tra alberghi e altri esercizi (celle vuote).',
        en: 'Guests of hotels and other accommodation; “abroad” are those living in another country. ISTAT does not publish municipalities with few businesses: some are missing each year, and for others the split between hotels and the rest is (empty cells).',
      },
      {
        it: 'Contrassegni (a) e (b) riportati come stanno: il file non li spiega. Gli alloggi affittati da privati tramite piattaforme vi entrano solo se registrati come esercizi.',
        en: 'Flags (a) and (b) are carried as they stand: the file does not explain them. Homes let by private owners through platforms count only if registered as businesses.',
      },
    ],
  },
  sources: [{ path: FILE, url: ISTAT.landingPage }],
  refresh,
};
