import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { ISTAT } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { comuneCode } from '../steps/parse-istat-tourism';
import { integer, PeriodTotals, UniqueKeys } from '../steps/validate';

const FILE = 'metro/istat_tourism_facilities_2014-2024_prov037.csv';

/** Raw type → tidy kind. Hotels also say rooms and bathrooms, which are not carried. */
const HOTELS = new Map([
  ['5 stelle', 'hotel-5'],
  ['4 stelle', 'hotel-4'],
  ['3 stelle', 'hotel-3'],
  ['2 stelle', 'hotel-2'],
  ['1 stelle', 'hotel-1'],
  ['residenze turistico alberghiere', 'hotel-residence'],
]);
const OTHERS = new Map([
  ['campeggi e villaggi turistici', 'campsite'],
  ['alloggi in affitto', 'rented-home'],
  ['agriturismi', 'farm'],
  ['ostelli per la gioventù', 'hostel'],
  ['case per ferie', 'holiday-house'],
  ['rifugi alpini', 'mountain-hut'],
  ['altri esercizi ricettivi', 'other'],
  ['bed & breakfast', 'bed-breakfast'],
]);
const ALL_HOTELS = 'totale alberghi';
const ALL_OTHERS = 'totale esercizi extra-alberghieri';
const ALL = 'totale esercizi ricettivi';

const pair = (type: string): string[] => [`${type} numero`, `${type} letti`];
const four = (type: string): string[] => [...pair(type), `${type} camere`, `${type} bagni`];

const FORMAT: CsvFormat = {
  delimiter: ',',
  newline: '\r\n',
  boms: 0,
  header: [
    'anno',
    'regioni',
    'cod. reg.',
    'province',
    'cod. prov.',
    'comuni',
    'codice comune',
    'cod istat',
    ...[...HOTELS.keys(), ALL_HOTELS].flatMap(four),
    ...[...OTHERS.keys(), ALL_OTHERS, ALL].flatMap(pair),
  ],
};
/** Granaglione and Porretta Terme became Alto Reno Terme on 1 January 2016: their figures are summed under the new code. */
const MERGED = new Map([
  ['037029', '037062'],
  ['037049', '037062'],
]);
/** Comuni since 2016, and in the two years before once the merged ones are one. */
const COMUNI = 55;
/** Largest yearly move of all beds so far: 10.6 % (2024). */
const MOVE = 0.25;
const MAX = 100_000;

/** Establishments and beds of one type. */
function count(row: Row, type: string): [number, number] {
  const [number = 0, beds = 0] = pair(type).map((column) => integer(row, column, 0, MAX));
  if (number > 0 !== beds > 0 || beds < number)
    row.fail(`${type} letti`, `at least a bed in each of ${number}`, 'The columns are shifted.');
  return [number, beds];
}

/** The published sums must be those of their parts. */
function checkSum(row: Row, total: string, parts: readonly [number, number][]): void {
  const found = count(row, total);
  [0, 1].forEach((at) => {
    const sum = parts.reduce((acc, part) => acc + part[at]!, 0);
    if (found[at] !== sum)
      row.fail(
        pair(total)[at]!,
        `${sum}, the sum of its types`,
        'The columns are shifted or a figure is wrong.',
      );
  });
}

function readRow(row: Row): [kind: string, number: number, beds: number][] {
  const read = (types: ReadonlyMap<string, string>): [string, number, number][] =>
    [...types].map(([type, kind]) => [kind, ...count(row, type)]);
  const [hotels, others] = [read(HOTELS), read(OTHERS)];
  const figures = (list: [string, number, number][]): [number, number][] =>
    list.map(([, n, beds]) => [n, beds]);
  checkSum(row, ALL_HOTELS, figures(hotels));
  checkSum(row, ALL_OTHERS, figures(others));
  checkSum(row, ALL, figures([...hotels, ...others]));
  return [...hotels, ...others].filter(([, n]) => n > 0);
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const unique = new UniqueKeys();
  const totals = new PeriodTotals(FILE, `${ALL} letti`);
  const sums = new Map<string, [number, number]>();
  const comuni = new Map<string, Set<string>>();
  for (const row of parseCsv(ctx.read(FILE), FILE, FORMAT)) {
    const period = String(integer(row, 'anno', 2000, 2100));
    const code = comuneCode(row, 'cod istat');
    unique.add(row, 'cod istat', code, period);
    const comune = MERGED.get(code) ?? code;
    comuni.set(period, (comuni.get(period) ?? new Set()).add(comune));
    const read = readRow(row);
    // A comune without any accommodation is a zero, not a gap.
    if (read.length === 0) sums.set(`${comune}|${period}|none`, [0, 0]);
    for (const [kind, number, beds] of read) {
      const key = `${comune}|${period}|${kind}`;
      const known = sums.get(key) ?? [0, 0];
      sums.set(key, [known[0] + number, known[1] + beds]);
    }
    totals.add(period, integer(row, `${ALL} letti`, 0, MAX), row.line);
  }
  for (const [period, codes] of comuni) {
    if (codes.size === COMUNI) continue;
    throw new InputError(
      { file: FILE, column: 'cod istat' },
      `${COMUNI} comuni in ${period}`,
      String(codes.size),
      'The file is cut short or a comune was joined to another: say so in the dataset file.',
    );
  }
  totals.checkSteady(MOVE);
  return {
    tables: {
      data: {
        columns: ['comune', 'period', 'kind', 'establishments', 'beds'],
        rows: [...sums].map(([key, [number, beds]]) => [...key.split('|'), String(number), String(beds)]),
      },
    },
    period: totals.span(),
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...ISTAT,
    sourceId: 'Capacità degli esercizi ricettivi, dati comunali',
    id: 'tourism-capacity',
    title: {
      it: 'Esercizi ricettivi e posti letto per comune',
      en: 'Accommodation businesses and beds by municipality',
    },
    notes: [
      {
        it: 'Esercizi e letti per tipo; restano fuori camere e bagni. Le somme pubblicate per alberghi, altri esercizi e totale tornano su ogni riga. Un comune senza esercizi ha una riga «none» con zero.',
        en: 'Businesses and beds by type; rooms and bathrooms are left out. The published sums for hotels, others and all add up on every row. A municipality without any has a row “none” with zero.',
      },
      {
        it: 'Granaglione (037029) e Porretta Terme (037049), fusi nel 2016 in Alto Reno Terme, sono sommati sotto il codice nuovo (037062) anche per gli anni precedenti.',
        en: 'Granaglione (037029) and Porretta Terme (037049), merged in 2016 into Alto Reno Terme, are summed under the new code (037062) for the earlier years too.',
      },
    ],
  },
  sources: [{ path: FILE, url: ISTAT.landingPage }],
  refresh,
};
