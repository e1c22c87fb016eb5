import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { comune } from '../steps/edition-publishers';
import { decodeUtf8 } from '../steps/read';

/** The catalogue as a third party keeps it, a flat list in a wrapper with the day it was made. */
const FILE = 'catalogue/catalog_full.json';
/** As the portal exports it: a bare list, with what is said of a dataset below `metas`. */
const LIVE = 'catalogue/catalog_export.json';
const EXPORT = 'https://opendata.comune.bologna.it/api/explore/v2.1/catalog/exports/json';
const ID = 'dataset-pubblicati';
const AGAIN = 'Compare the export with the dataset file: a field was renamed or lost.';

/** Licence as the portal writes it → short name. */
const LICENCE = new Map([
  ['CC BY 4.0', 'CC-BY-4.0'],
  ['CC BY 3.0 IT', 'CC-BY-3.0-IT'],
  ['CC BY 1.0', 'CC-BY-1.0'],
  ['CC BY-NC 3.0 IT', 'CC-BY-NC-3.0-IT'],
  ['Open Database License', 'ODbL-1.0'],
  ['CC0 1.0 Universal (CC0 1.0)', 'CC0-1.0'],
]);
/** Last part of the address of an EU frequency; some addresses are misspelt before it. */
const FREQUENCY = /\/([A-Z]+)$/;
const THEMES = new Map([
  ['Regioni e città', 'regions'],
  ['Governo e settore pubblico', 'government'],
  ['Trasporti', 'transport'],
  ['Popolazione e società', 'society'],
  ['Istruzione, cultura e sport', 'education'],
  ['Economia e finanze', 'economy'],
  ['Ambiente', 'environment'],
  ['Scienza e tecnologia', 'science'],
  ['Salute', 'health'],
]);

type Json = Record<string, unknown>;
type At = { file: string; line?: number; column?: string };

function fail(at: At, expected: string, found: unknown): never {
  throw new InputError(at, expected, JSON.stringify(found) ?? 'nothing', AGAIN);
}

function readJson(ctx: RefreshContext, file: string): unknown {
  try {
    return JSON.parse(decodeUtf8(ctx.read(file), file, 0));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      { file },
      'JSON',
      (error as Error).message,
      'The file is cut short: download it again.',
    );
  }
}

interface Snapshot {
  file: string;
  datasets: Json[];
  day: string;
}

function kept(ctx: RefreshContext): Snapshot {
  const { datasets, total_count: total, generated_at: made } = readJson(ctx, FILE) as Json;
  if (!Array.isArray(datasets)) return fail({ file: FILE, column: 'datasets' }, 'a list', datasets);
  if (datasets.length !== total)
    fail({ file: FILE, column: 'total_count' }, `${datasets.length}, as many as datasets`, total);
  const day = /^\d{4}-\d\d-\d\d/.exec(String(made))?.[0];
  if (day === undefined) return fail({ file: FILE, column: 'generated_at' }, 'a date', made);
  return { file: FILE, datasets: datasets as Json[], day };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The export names no day of its own: that of the last change in it stands for it. */
function live(ctx: RefreshContext): Snapshot {
  const list = readJson(ctx, LIVE);
  if (!Array.isArray(list) || list.length === 0) return fail({ file: LIVE }, 'a list of datasets', list);
  const datasets = list.map((entry: unknown, i): Json => {
    const metas = isObject(entry) ? entry['metas'] : undefined;
    const said = isObject(metas) ? metas['default'] : undefined;
    if (!isObject(entry) || !isObject(metas) || !isObject(said))
      return fail({ file: LIVE, column: `datasets[${i}].metas.default` }, 'what is said of a dataset', said);
    const dcat = isObject(metas['dcat']) ? metas['dcat'] : {};
    return {
      ...said,
      id: entry['dataset_id'],
      features: entry['features'],
      accrualperiodicity: dcat['accrualperiodicity'] ?? null,
    };
  });
  const days = datasets.map(({ modified }) => String(modified).slice(0, 10));
  return { file: LIVE, datasets, day: days.sort().at(-1)! };
}

/** One entry of the catalogue: facts alone. The column of an error is the entry and its field. */
function readEntry(file: string, entry: Json, i: number): string[] {
  const at = (field: string): At => ({ file, column: `datasets[${i}].${field}` });
  const text = (field: string, shape: RegExp): string => {
    const value = entry[field];
    return typeof value === 'string' && shape.test(value)
      ? value
      : fail(at(field), `text like ${shape}`, value);
  };
  const records = entry['records_count'];
  if (!Number.isInteger(records) || Number(records) < 0) fail(at('records_count'), 'a count', records);
  const licence = LICENCE.get(String(entry['license']));
  const themes = entry['theme'];
  if (!Array.isArray(themes) || themes.length === 0) return fail(at('theme'), 'a list of themes', themes);
  const known = themes.map((theme) => THEMES.get(String(theme)) ?? fail(at('theme'), 'a known theme', theme));
  const often = entry['accrualperiodicity'];
  const features = entry['features'];
  if (!Array.isArray(features)) return fail(at('features'), 'a list', features);
  return [
    text('id', /^[a-z0-9_-]+$/),
    text('title', /\S/).replace(/\s+/g, ' ').trim(),
    known.sort().join(' '),
    licence ?? fail(at('license'), [...LICENCE.keys()].join(', '), entry['license']),
    typeof entry['publisher'] === 'string' ? entry['publisher'].trim() : '',
    String(records),
    text('modified', /^\d{4}-\d\d-\d\dT/).slice(0, 10),
    often === null
      ? ''
      : (FREQUENCY.exec(String(often))?.[1] ?? fail(at('accrualperiodicity'), 'an EU frequency', often)),
    features.includes('geo') ? '1' : '0',
    features.includes('timeserie') ? '1' : '0',
  ];
}

function refresh(ctx: RefreshContext): ReturnType<DatasetModule['refresh']> {
  const { file, datasets, day } = ctx.has(LIVE) ? live(ctx) : kept(ctx);
  const rows = datasets.map((entry, i) => readEntry(file, entry, i));
  const first = new Map<string, number>();
  rows.forEach(([id], i) => {
    if (first.has(id!))
      fail({ file, column: `datasets[${i}].id` }, `an id not met at datasets[${first.get(id!)}]`, id);
    first.set(id!, i);
  });
  const silent = rows.filter((row) => row[4] === '').length;
  return {
    tables: {
      data: {
        columns: [
          ...['id', 'title', 'themes', 'licence', 'publisher', 'records', 'modified', 'frequency'],
          ...['geo', 'timeseries'],
        ],
        rows,
      },
    },
    period: [day, day],
    notes: [
      {
        it: `${rows.length} dataset al ${day}; senza ente indicato: ${silent}.`,
        en: `${rows.length} datasets on ${day}; without a named publisher: ${silent}.`,
      },
    ],
  };
}

export const dataset: DatasetModule = {
  meta: {
    ...comune(ID),
    id: 'catalogue',
    title: { it: 'Catalogo dei dati aperti del Comune', en: 'Catalogue of the municipality’s open data' },
    notes: [
      {
        it: 'Di ogni dataset i soli fatti: identificativo, titolo, temi, licenza, ente, numero di record, ultima modifica, frequenza promessa. Le descrizioni, le parole chiave e i recapiti non sono ripresi.',
        en: 'Of each dataset the facts alone: identifier, title, themes, licence, publisher, number of records, last change, promised frequency. Descriptions, keywords and contacts are not carried.',
      },
      {
        it: 'La frequenza è l’ultima parte dell’indirizzo europeo, che in un caso la fonte scrive male («rosurce», «frequencY»). «Ultima modifica» è quella dichiarata e non sempre credibile: la più antica precede il portale.',
        en: 'The frequency is the last part of the EU address, which the source misspells once (“rosurce”, “frequencY”). “Last change” is as declared and not always credible: the oldest comes before the portal.',
      },
    ],
  },
  sources: [{ path: FILE, url: EXPORT }],
  live: [{ path: LIVE, url: EXPORT }],
  refresh,
};
