import { type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseCsv, type CsvFormat, type Row } from '../steps/parse-csv';
import { integer, meet, PeriodTotals } from '../steps/validate';

const FILE = 'timeseries/occupati_statistica.csv';
const ID = 'occupati_statistica';
const [SECTION, YEAR, AREA] = ['Sezione censimento (2011)', 'Anno di riferimento', 'Nome area'];
const UNITS = 'Numero unità locali';
const JOBS = 'Numero addetti (dipendenti e indipendenti)';
const PUBLIC = 'Numero addetti istituzioni pubbliche';
const STUDENTS = 'Numero studenti';

const FORMAT: CsvFormat = {
  delimiter: ';',
  newline: '\r\n',
  boms: 1,
  header: [SECTION, YEAR, 'Nome quartiere', 'Nome zona', AREA, UNITS, JOBS, PUBLIC, STUDENTS],
};
/** Not placed by the publisher: part of the city, of no area. */
const UNPLACED = { section: 'Non disponibile', area: 'Non Georeferenziato *', code: 'ng' };
/** Largest yearly move so far: 0.6 % (2019). Repeated sections counted as often as they come would make it 8.6 %. */
const CITY_MOVE = 0.03;

interface Section {
  row: Row;
  area: string;
  period: string;
  units: number;
  jobs: number;
  public: number | null;
  students: number | null;
}

const optional = (row: Row, column: string): number | null =>
  row.get(column) === '' ? null : integer(row, column, 0, 50_000);
const add = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

function readSection(row: Row, ctx: RefreshContext): Section {
  const section = row.get(SECTION);
  const name = row.get(AREA);
  if ((section === UNPLACED.section) !== (name === UNPLACED.area))
    row.fail(
      AREA,
      `${UNPLACED.area} exactly where the section is ${UNPLACED.section}`,
      'The row is shifted.',
    );
  if (section !== UNPLACED.section) integer(row, SECTION, 1, 9_999);
  return {
    row,
    area: name === UNPLACED.area ? UNPLACED.code : ctx.areaCode(name, row.at(AREA)),
    period: String(integer(row, YEAR, 2000, 2100)),
    units: integer(row, UNITS, 0, 50_000),
    jobs: integer(row, JOBS, 0, 100_000),
    public: optional(row, PUBLIC),
    students: optional(row, STUDENTS),
  };
}

/**
 * One entry a section and year. In 2019 a section with several schools comes once for each of them, its units and jobs repeated:
 * those count once, students add up. Anything else that repeats is a fault.
 */
function mergeSections(rows: readonly Section[]): { sections: Section[]; repeated: number } {
  const byKey = new Map<string, Section>();
  let repeated = 0;
  for (const next of rows) {
    const key = `${next.row.get(SECTION)} · ${next.period}`;
    const first = byKey.get(key);
    if (!first) {
      byKey.set(key, { ...next });
      continue;
    }
    const same = first.area === next.area && first.units === next.units && first.jobs === next.jobs;
    if (!same)
      next.row.fail(
        JOBS,
        `${first.jobs}, as on line ${first.row.line}`,
        `Section ${key} comes twice and differs.`,
      );
    repeated++;
    first.students = add(first.students, next.students);
    first.public = add(first.public, next.public);
  }
  return { sections: [...byKey.values()], repeated };
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const { sections, repeated } = mergeSections(
    parseCsv(ctx.read(FILE), FILE, FORMAT).map((r) => readSection(r, ctx)),
  );
  const totals = new PeriodTotals(FILE, JOBS);
  const unplaced = new PeriodTotals(FILE, JOBS);
  const met = new Map<string, Set<string>>();
  const cells = new Map<string, Section>();
  for (const section of sections) {
    totals.add(section.period, section.jobs, section.row.line);
    if (section.area === UNPLACED.code) unplaced.add(section.period, section.jobs, section.row.line);
    meet(met, section.period, section.area);
    const key = `${section.area}|${section.period}`;
    const old = cells.get(key);
    cells.set(key, {
      ...section,
      units: section.units + (old?.units ?? 0),
      jobs: section.jobs + (old?.jobs ?? 0),
      public: add(old?.public ?? null, section.public),
      students: add(old?.students ?? null, section.students),
    });
  }
  totals.checkSteady(CITY_MOVE);
  const rows = [...cells.values()].map(({ area, period, units, jobs, public: state, students }) =>
    [area, period, units, jobs, state ?? '', students ?? ''].map(String),
  );
  const absent = [...met].map(
    ([period, codes]) => [period, ctx.areaCodes().filter((c) => !codes.has(c))] as const,
  );
  const shares = totals
    .periods()
    .map((period) => `${unplaced.sum(period)} / ${totals.sum(period)} (${period})`)
    .join(', ');
  const list = absent.map(([period, codes]) => `${codes.join(' ') || '–'} (${period})`).join(', ');
  return {
    tables: { data: { columns: ['area', 'period', 'units', 'jobs', 'public_jobs', 'students'], rows } },
    period: totals.span(),
    notes: [
      {
        it: `Addetti senza posizione alla fonte (codice ng) sul totale: ${shares}. Aree senza righe: ${list}. Righe ripetute per più scuole nella stessa sezione: ${repeated}.`,
        en: `Jobs without a place at the source (code ng) out of all: ${shares}. Areas without rows: ${list}. Rows repeated for several schools in one section: ${repeated}.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'jobs',
    title: {
      it: 'Unità locali, addetti e studenti per area statistica',
      en: 'Local units, jobs and students by statistical area',
    },
    notes: [
      {
        it: 'La fonte dà sezioni di censimento 2011; qui le somme per area statistica. Addetti: dipendenti e indipendenti delle unità locali delle imprese. Gli addetti delle istituzioni pubbliche sono un conto a parte (solo 2017), gli studenti un altro (solo 2019): vuoto dove la fonte tace.',
        en: 'The source gives 2011 census sections; here sums by statistical area. Jobs: employees and self-employed of the local units of businesses. Jobs of public institutions are a separate count (2017 only), students another (2019 only): empty where the source is silent.',
      },
      {
        it: 'Nel 2019 una sezione con più scuole compare una volta per scuola, con unità locali e addetti ripetuti: si contano una volta sola; a sommare tutte le righe gli addetti sarebbero di più.',
        en: 'In 2019 a section with several schools comes once for each school, with local units and jobs repeated: they count once; summing every row would inflate the jobs.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'csv') }],
  refresh,
};
