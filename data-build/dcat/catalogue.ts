import type { Datasets } from '../../src/model/trust';
import type { DatasetMeta } from '../edition-reader';
import type { Tidy } from '../tidy/publish';
import { formatOf } from '../trust/open';
import type { Fact, Node, Value } from './graph';
import {
  agentCode,
  ENGLISH,
  fileType,
  frequency,
  ITALIAN,
  licenceType,
  theme,
  THEME_TAXONOMY,
} from './vocabularies';

type Line = Datasets['datasets'][number];

export interface DcatInput {
  datasets: Datasets;
  meta(id: string): DatasetMeta;
  tidy: ReadonlyMap<string, Tidy>;
  indicators: readonly { id: string; title: { it: string; en: string }; datasets: readonly string[] }[];
  /** Where `data/` stands on the web, or null: then all addresses are relative to the catalogue's own. */
  baseUrl: string | null;
}

const CATALOGUE = 'catalogue#catalogue';
const PUBLISHER = 'catalogue#atlas';
const HOME = '../../../';

const iri = (address: string): Value => ({ iri: address });
const both = (property: Fact[0], { it, en }: { it: string; en: string }): Fact[] => [
  [property, { text: it, lang: 'it' }],
  [property, { text: en, lang: 'en' }],
];
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * The edition in DCAT-AP_IT (the Italian profile of DCAT-AP; mandatory properties as in AgID's guide): the catalogue, a dataset for each
 * of the edition, its files here and its original, the publishers and the licences.
 */
export function dcatNodes(input: DcatInput): Node[] {
  const { datasets, meta, baseUrl } = input;
  const at = (path: string): string => (baseUrl ? new URL(`api/v1/${path}`, baseUrl).href : path);
  const agents = new Map<string, Node>();
  const licences = new Map<string, Node>();
  const parts = datasets.datasets.flatMap((line) => {
    const own = meta(line.id);
    const holder = agent(at(`catalogue#${slug(own.publisher)}`), own.publisher, own.landingPage);
    agents.set(holder.iri, holder);
    licences.set(own.licence.url, licence(own.licence));
    const files = distributions(line, own, input, at);
    return [dataset(line, own, holder.iri, files, at), ...files];
  });
  return [
    catalogue(datasets, at),
    {
      iri: at(PUBLISHER),
      types: ['dcatapit:Agent', 'foaf:Agent'],
      facts: [
        ['dct:identifier', { text: 'atlante-urbano-bologna' }],
        ['foaf:name', { text: 'Atlante urbano di Bologna' }],
      ],
    },
    ...[...agents.values()].sort(byIri),
    ...[...licences.values()].sort(byIri),
    ...parts,
  ];
}

const byIri = (a: Node, b: Node): number => (a.iri < b.iri ? -1 : 1);

function catalogue({ edition, datasets }: Datasets, at: (path: string) => string): Node {
  return {
    iri: at(CATALOGUE),
    types: ['dcatapit:Catalog', 'dcat:Catalog'],
    facts: [
      ...both('dct:title', { it: 'Atlante urbano di Bologna: dati', en: 'Urban atlas of Bologna: data' }),
      ...both('dct:description', {
        it: `I dati aperti su cui si basa l’atlante, edizione ${edition}: tabelle riordinate, indicatori e originali di chi li pubblica.`,
        en: `The open data the atlas rests on, edition ${edition}: tidy tables, indicators, and the originals with their publishers.`,
      }),
      ['dct:publisher', iri(at(PUBLISHER))],
      ['dct:modified', { date: edition }],
      ['dct:language', iri(ITALIAN)],
      ['dct:language', iri(ENGLISH)],
      ['foaf:homepage', iri(at(HOME))],
      ['dcat:themeTaxonomy', iri(THEME_TAXONOMY)],
      ...datasets.map(({ id }): Fact => ['dcat:dataset', iri(at(datasetIri(id)))]),
    ],
  };
}

const datasetIri = (id: string): string => `datasets/${id}.json#dataset`;

function dataset(
  line: Line,
  meta: DatasetMeta,
  holder: string,
  files: readonly Node[],
  at: (path: string) => string,
): Node {
  const { frequency: code, modified } = line.freshness;
  const said = (lang: 'it' | 'en'): string =>
    [`${meta.title[lang]}, ${meta.period.join('–')}.`, ...meta.notes.map((note) => note[lang])].join(' ');
  return {
    iri: at(datasetIri(line.id)),
    types: ['dcatapit:Dataset', 'dcat:Dataset'],
    facts: [
      ['dct:identifier', { text: `${agentCode(meta.publisher, meta.landingPage)}:${line.id}` }],
      ...both('dct:title', meta.title),
      ...both('dct:description', { it: said('it'), en: said('en') }),
      // Where the publisher's own day of change is not recorded, that of the reading is.
      ['dct:modified', { date: modified ?? meta.accessed }],
      ['dcat:theme', iri(theme(line.theme))],
      ['dct:rightsHolder', iri(holder)],
      ['dct:publisher', iri(at(PUBLISHER))],
      ['dct:accrualPeriodicity', iri(frequency(code))],
      ['dct:language', iri(ITALIAN)],
      ['dcat:landingPage', iri(meta.landingPage)],
      ...files.map(({ iri: file }): Fact => ['dcat:distribution', iri(file)]),
    ],
  };
}

/** Tidy tables given away, tables of the indicators that rest on the dataset first of all, and the original with its publisher. */
function distributions(
  { id }: Line,
  meta: DatasetMeta,
  { tidy, indicators }: DcatInput,
  at: (path: string) => string,
): Node[] {
  const file = (
    name: string,
    title: { it: string; en: string },
    access: Fact[],
    ending: string | null,
  ): Node => ({
    iri: at(`datasets/${id}.json#${name}`),
    types: ['dcatapit:Distribution', 'dcat:Distribution'],
    facts: [
      ...both('dct:title', title),
      ...access,
      ['dct:format', iri(fileType(ending))],
      ['dct:license', iri(meta.licence.url)],
    ],
  });
  const here = (path: string): Fact[] => [
    ['dcat:accessURL', iri(at(path))],
    ['dcat:downloadURL', iri(at(path))],
  ];
  const tables = (tidy.get(id)?.tables ?? []).flatMap(({ file: name, csv }) =>
    csv === null
      ? []
      : [file(`table-${name}`, { it: `Tabella ${name}`, en: `Table ${name}` }, here(csv), 'csv')],
  );
  const results = indicators
    .filter(({ datasets }) => datasets[0] === id)
    .map((one) => file(`indicator-${one.id}`, one.title, here(`indicators/${one.id}.csv`), 'csv'));
  const originals = meta.sources.map((source, i) =>
    file(
      `original-${i + 1}`,
      { it: `Originale presso ${meta.publisher}`, en: `Original with ${meta.publisher}` },
      [['dcat:accessURL', iri(meta.landingPage)], ...download(source.url)],
      formatOf(source),
    ),
  );
  return [...tables, ...results, ...originals];
}

const download = (url: string): Fact[] => (/^https?:/.test(url) ? [['dcat:downloadURL', iri(url)]] : []);

function agent(address: string, name: string, page: string): Node {
  return {
    iri: address,
    types: ['dcatapit:Agent', 'foaf:Agent'],
    facts: [
      ['dct:identifier', { text: agentCode(name, page) }],
      ['foaf:name', { text: name }],
    ],
  };
}

function licence({ id, title, url }: DatasetMeta['licence']): Node {
  return {
    iri: url,
    types: ['dcatapit:LicenseDocument', 'dct:LicenseDocument'],
    facts: [
      ['dct:type', iri(licenceType(id))],
      ['foaf:name', { text: title }],
    ],
  };
}
