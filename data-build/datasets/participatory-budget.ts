import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { normaliseName } from '../steps/parse-names';
import { oneOf } from '../steps/validate';

const FILE = 'participation/bilancio-partecipativo.csv';
const ID = 'bilancio-partecipativo';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [
    'Geo Point',
    'Geo Shape',
    'Edizione bilancio partecipativo',
    'Progetto',
    'Quartiere',
    'Luogo',
    'Attuazione',
    'Stato',
    'Descrizione',
    'Beneficiario',
    'Importo',
    'Link',
    'area statistica',
    'zona di prossimità',
  ],
};

const STATUS = new Map([
  ['candidato al voto', 'proposed'],
  ['vincitore', 'won'],
  ['in corso di realizzazione', 'under-way'],
  ['realizzato', 'done'],
]);
/** Largest sum so far: 136,000 € for each quartiere. */
const MAX_EURO = 1_000_000;
const DEGREES = /^(4[34]\.\d+), (1[01]\.\d+)$/;

interface Project {
  period: string;
  quartiere: string;
  name: string;
  status: string;
  amount: string;
  row: Row;
  rows: number;
  places: Set<string>;
}

/** «2019/20» began in 2019. */
function readPeriod(row: Row): string {
  const column = 'Edizione bilancio partecipativo';
  const year = /^(20\d\d)(\/\d\d)?$/.exec(row.get(column))?.[1];
  return year ?? row.fail(column, 'a year, or two like 2019/20', 'The row is shifted.');
}

function readAmount(row: Row): string {
  const text = row.get('Importo');
  if (text === '') return '';
  if (!/^\d+(\.0)?$/.test(text) || Number(text) > MAX_EURO)
    row.fail('Importo', `whole euros up to ${MAX_EURO}, or nothing`, 'The row is shifted.');
  return String(Number(text));
}

/** `lon,lat,area`: five decimals, about a metre. */
function readPlace(row: Row, ctx: RefreshContext): string {
  const point = DEGREES.exec(row.get('Geo Point'));
  if (!point) return row.fail('Geo Point', '"lat, lon" in Bologna', 'The row is shifted.');
  const area = ctx.areaCode(row.get('area statistica'), row.at('area statistica'));
  return [Number(point[2]).toFixed(5), Number(point[1]).toFixed(5), area].join();
}

/** «Porto Saragozza» and «Porto - Saragozza» are one. */
function readQuartiere(row: Row, names: ReadonlyMap<string, string>): string {
  const name = names.get(normaliseName(row.get('Quartiere')));
  return name ?? row.fail('Quartiere', `one of ${[...names.values()].join(', ')}`, 'The row is shifted.');
}

function readProject(row: Row, ctx: RefreshContext, quartieri: ReadonlyMap<string, string>): Project {
  const name = row.get('Progetto').trim();
  if (name === '') row.fail('Progetto', 'the name of a project', 'The row is shifted.');
  return {
    period: readPeriod(row),
    quartiere: readQuartiere(row, quartieri),
    name,
    status: oneOf(row, 'Attuazione', STATUS),
    amount: readAmount(row),
    row,
    rows: 1,
    places: new Set([readPlace(row, ctx)]),
  };
}

/** The rows of a project are its places: they must agree on everything else. */
function join(projects: Map<string, Project>, next: Project): void {
  const key = [next.period, next.quartiere, next.name].join('|');
  const known = projects.get(key);
  if (!known) {
    projects.set(key, next);
    return;
  }
  for (const [column, a, b] of [
    ['Attuazione', known.status, next.status],
    ['Importo', known.amount, next.amount],
  ] as const)
    if (a !== b)
      throw new InputError(
        next.row.at(column),
        `${a || 'nothing'}, as on line ${known.row.line} for the same project`,
        b || 'nothing',
        'Ask the publisher which one holds.',
      );
  known.rows++;
  for (const place of next.places) known.places.add(place);
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const names = ctx.areaCodes().map((code) => ctx.quartiereOf(code)!);
  const quartieri = new Map(names.map((name) => [normaliseName(name), name]));
  const projects = new Map<string, Project>();
  const rows = parseCsv(ctx.read(FILE), FILE, FORMAT);
  for (const row of rows) join(projects, readProject(row, ctx, quartieri));
  const sorted = [...projects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, project]) => project);
  const elsewhere = sorted.flatMap(({ quartiere, places }) =>
    [...places].filter((place) => ctx.quartiereOf(place.split(',')[2]!) !== quartiere),
  ).length;
  const most = Math.max(...sorted.map(({ rows }) => rows));
  const periods = sorted.map(({ period }) => period);
  return {
    tables: {
      data: {
        columns: ['id', 'period', 'quartiere', 'name', 'status', 'amount'],
        rows: sorted.map((p, i) => [String(i + 1), p.period, p.quartiere, p.name, p.status, p.amount]),
      },
      places: {
        columns: ['id', 'lon', 'lat', 'area'],
        rows: sorted.flatMap((p, i) => [...p.places].map((place) => [String(i + 1), ...place.split(',')])),
      },
    },
    period: [periods[0] ?? '', periods.at(-1) ?? ''],
    notes: [
      {
        it: `Le ${rows.length} righe della fonte sono luoghi: i progetti sono ${sorted.length}. Quello con più righe ne ha ${most}, ognuna con l’intero importo: qui l’importo è detto una volta sola. I luoghi fuori dal quartiere del progetto sono ${elsewhere}.`,
        en: `The ${rows.length} rows of the source are places: the projects are ${sorted.length}. The one with most rows has ${most}, each with the whole amount: here the amount is said once. Places outside their project’s district: ${elsewhere}.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'participatory-budget',
    title: {
      it: 'Bilancio partecipativo: progetti e luoghi',
      en: 'Participatory budget: projects and places',
    },
    notes: [
      {
        it: 'Edizioni 2017, 2018, 2019/20 (qui 2019) e 2023. Stato: candidato al voto, vincitore, in corso, realizzato, come lo dice la fonte; la colonna «Stato», testo libero, e le descrizioni non sono riportate. L’importo manca per tutta l’edizione 2023.',
        en: 'Editions 2017, 2018, 2019/20 (here 2019) and 2023. Status: put to the vote, won, under way, done, as the source says; the free text of “Stato” and the descriptions are not carried. Amounts are missing for the whole edition of 2023.',
      },
      {
        it: '«Porto Saragozza» e «Porto - Saragozza» sono lo stesso quartiere. Di ogni riga si tiene il punto centrale, a cinque decimali; punti identici dello stesso progetto contano una volta.',
        en: '“Porto Saragozza” and “Porto - Saragozza” are one district. Each row keeps its central point, to five decimals; identical points of one project count once.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
