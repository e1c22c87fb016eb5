import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune, comuneExport } from '../steps/edition-publishers';
import { parseGeoJson, textProperty, type RawFeature } from '../steps/parse-geojson';
import { checkCoverage, meet } from '../steps/validate';

const FILE = 'mobility/incidenti_new.geojson';
const ID = 'incidenti_new';

/** Whom the source counts apart, as the tidy columns name them; the rest of the hurt is in the totals alone. */
const MODES = [
  ['pedestrians', 'n_pedoni'],
  ['motorcyclists', 'n_motoc'],
  ['scooters', 'n_monop'],
  ['drivers', 'n_autist'],
  ['cyclists', 'n_cicl'],
] as const;
const COLUMNS = [
  'prossimita',
  'period',
  'accidents',
  'injured',
  'killed',
  ...MODES.flatMap(([mode]) => [`${mode}_injured`, `${mode}_killed`]),
];
/** The worst zone so far had 213 accidents and 248 injured in a year. */
const MAX = 1_000;
/** 2020, the year of lockdowns, fell by a third; twice as much would be a fault. */
const CITY_MOVE = 0.65;

function count(feature: RawFeature, name: string): number {
  const n = feature.properties[name];
  if (Number.isInteger(n) && Number(n) >= 0 && Number(n) <= MAX) return Number(n);
  throw new InputError(
    feature.at(name),
    `a whole number from 0 to ${MAX}`,
    JSON.stringify(n),
    'Ask the publisher.',
  );
}

/** Those hurt by mode are part of the total: the source counts others (passengers, say) in the total alone. */
function checkParts(feature: RawFeature, total: number, parts: readonly number[], name: string): void {
  const sum = parts.reduce((acc, n) => acc + n, 0);
  if (sum <= total) return;
  throw new InputError(
    feature.at(name),
    `at least ${sum}, the sum by mode`,
    String(total),
    'Columns are shifted or doubled: ask the publisher.',
  );
}

function readZone(feature: RawFeature, ctx: RefreshContext): string[] {
  const name = textProperty(feature, 'nomezona', /\S/);
  const code = ctx.prossimitaCode(name, feature.at('nomezona'));
  const period = textProperty(feature, 'anno', /^20\d\d$/);
  const injured = MODES.map(([, field]) => count(feature, `${field}_f`));
  const killed = MODES.map(([, field]) => count(feature, `${field}_m`));
  const totals = [count(feature, 'totale_fer'), count(feature, 'totale_mor')] as const;
  checkParts(feature, totals[0], injured, 'totale_fer');
  checkParts(feature, totals[1], killed, 'totale_mor');
  const numbers = [count(feature, 'n_incident'), ...totals, ...injured.flatMap((n, i) => [n, killed[i]!])];
  return [code, period, ...numbers.map(String)];
}

/** No zone twice in a year, and no year far from the one before. */
function checkYears(rows: readonly string[][]): string[] {
  const keys = new Set<string>();
  const sums = new Map<string, number>();
  for (const [code, period, accidents] of rows as [string, string, string][]) {
    if (keys.has(`${code} ${period}`))
      throw new InputError(
        { file: FILE, column: 'nomezona' },
        'each zone once a year',
        `zone ${code} twice in ${period}`,
        'Ask the publisher which one holds.',
      );
    keys.add(`${code} ${period}`);
    sums.set(period, (sums.get(period) ?? 0) + Number(accidents));
  }
  const years = [...sums.keys()].sort();
  years.slice(1).forEach((year, i) => {
    const [before, now] = [sums.get(years[i]!)!, sums.get(year)!];
    if (Number(year) === Number(years[i]) + 1 && Math.abs(now / before - 1) <= CITY_MOVE) return;
    throw new InputError(
      { file: FILE, column: 'n_incident' },
      `the year after ${years[i]} with about ${before} accidents`,
      `${now} in ${year}`,
      'Rows or a year are missing: download the export again.',
    );
  });
  return years;
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const rows = parseGeoJson(ctx.read(FILE), FILE, ['Polygon', 'MultiPolygon']).map((f) => readZone(f, ctx));
  const years = checkYears(rows);
  const met = new Map<string, Set<string>>();
  for (const [code, period] of rows) meet(met, period!, code!);
  checkCoverage(FILE, 'nomezona', met, [...new Set(ctx.prossimitaCodes())]);
  const sum = (column: string): number =>
    rows.reduce((acc, row) => acc + Number(row[COLUMNS.indexOf(column)]), 0);
  const unattributed = (what: string): number =>
    sum(what) - MODES.reduce((acc, [mode]) => acc + sum(`${mode}_${what}`), 0);
  return {
    tables: { data: { columns: COLUMNS, rows } },
    period: [years[0]!, years.at(-1)!],
    notes: [
      {
        it: `Non attribuiti ad alcun modo di spostarsi: ${unattributed('injured')} feriti su ${sum('injured')} e ${unattributed('killed')} morti su ${sum('killed')}. Restano nel totale.`,
        en: `Attributed to no mode of travel: ${unattributed('injured')} of ${sum('injured')} injured and ${unattributed('killed')} of ${sum('killed')} killed. They stay in the total.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'accidents',
    title: {
      it: 'Incidenti stradali con feriti, per zona di prossimità',
      en: 'Road accidents with casualties, by proximity zone',
    },
    notes: [
      {
        it: 'Incidenti rilevati nell’anno, contati dove sono avvenuti e non dove abitano le persone. La fonte non dà il punto dell’incidente.',
        en: 'Accidents recorded in the year, counted where they happened and not where people live. The source gives no point for an accident.',
      },
      {
        it: 'La fonte ripete il poligono della zona a ogni anno: qui resta la sola tabella. Il codice di zona vi è sempre vuoto; l’unione è per nome («S. Ruffillo» è San Ruffillo).',
        en: 'The source repeats the zone’s polygon every year: only the table is kept. Its zone code is always empty; the join is by name (“S. Ruffillo” is San Ruffillo).',
      },
      {
        it: 'I monopattini compaiono dal 2020: prima di allora lo zero può voler dire «non distinti».',
        en: 'Electric scooters appear from 2020: before that a zero may mean “not told apart”.',
      },
    ],
  },
  sources: [{ path: FILE, url: comuneExport(ID, 'geojson') }],
  refresh,
};
