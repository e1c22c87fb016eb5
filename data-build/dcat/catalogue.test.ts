import { resolve } from 'node:path';
import { DataFactory, Parser, Store, type Quad, type Term } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Datasets } from '../../src/model/trust';
import { openEdition } from '../edition-reader';
import { weigh } from '../tidy/publish';
import { dcatNodes, type DcatInput } from './catalogue';
import { jsonLd, PREFIXES, turtle, type Node } from './graph';

const BASE = 'https://atlas.test/data/api/v1/catalogue.ttl';
const edition = openEdition(resolve('data-build/edition'));
const full = (name: string): string => {
  const [prefix, local] = name.split(':') as [keyof typeof PREFIXES, string];
  return `${PREFIXES[prefix]}${local}`;
};
const named = (name: string) => DataFactory.namedNode(full(name));
const lineOf = ({ subject, predicate, object }: Quad): string =>
  [subject, predicate, object].map((term) => `${term.termType} ${term.value}`).join(' | ');
const TYPE = DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

const input = (baseUrl: string | null): DcatInput => ({
  datasets: {
    edition: edition.id,
    snapshot: null,
    datasets: edition.datasets.map((id) => ({
      ...edition.meta(id),
      theme: id === 'income-median' ? 'income' : null,
      freshness: id === 'income-median' ? { frequency: 'ANNUAL', modified: '2023-12-31' } : {},
    })),
  } as unknown as Datasets,
  meta: (id) => edition.meta(id),
  tidy: new Map(edition.datasets.map((id) => [id, weigh(edition, id).tidy])),
  indicators: [
    {
      id: 'income.median',
      title: { it: 'Reddito "mediano"\n\\', en: 'Median income' },
      datasets: ['income-median', 'geography'],
    },
  ],
  baseUrl,
});

const read = (text: string, baseIRI = BASE): Store =>
  new Store(new Parser({ baseIRI, format: 'Turtle' }).parse(text));
let nodes: Node[];
let graph: Store;
beforeAll(() => {
  nodes = dcatNodes(input(null));
  graph = read(turtle(nodes));
});

const all = (type: string) => graph.getSubjects(TYPE, named(type), null);
const values = (subject: Term, property: string) => graph.getObjects(subject, named(property), null);

/** DCAT-AP_IT, mandatory properties of each class, with how many values at most; AgID, guidelines for data catalogues. */
const MANDATORY: Record<string, Record<string, number>> = {
  'dcatapit:Catalog': {
    'dct:title': Infinity,
    'dct:description': Infinity,
    'dct:publisher': 1,
    'dct:modified': 1,
    'dcat:dataset': Infinity,
  },
  'dcatapit:Dataset': {
    'dct:identifier': 1,
    'dct:title': Infinity,
    'dct:description': Infinity,
    'dct:modified': 1,
    'dcat:theme': Infinity,
    'dct:rightsHolder': 1,
    'dct:accrualPeriodicity': 1,
    'dcat:distribution': Infinity,
  },
  'dcatapit:Distribution': { 'dct:format': 1, 'dcat:accessURL': Infinity, 'dct:license': 1 },
  'dcatapit:Agent': { 'dct:identifier': 1, 'foaf:name': Infinity },
  'dcatapit:LicenseDocument': { 'dct:type': 1, 'foaf:name': Infinity },
};

describe('catalogue.ttl', () => {
  it.each(Object.entries(MANDATORY))('%s has all that is mandatory', (type, properties) => {
    const things = all(type);
    expect(things.length).toBeGreaterThan(0);
    for (const thing of things)
      for (const [property, most] of Object.entries(properties)) {
        const found = values(thing, property);
        expect(found.length, `${thing.value} ${property}`).toBeGreaterThan(0);
        expect(found.length, `${thing.value} ${property}`).toBeLessThanOrEqual(most);
        for (const value of found) expect(value.value.trim(), `${thing.value} ${property}`).not.toBe('');
      }
  });

  it.each(['dcat:Catalog', 'dcat:Dataset', 'dcat:Distribution'])(
    'says %s to readers who know DCAT alone',
    (type) => {
      expect(all(type).map(({ value }) => value)).toEqual(
        all(type.replace('dcat:', 'dcatapit:')).map(({ value }) => value),
      );
    },
  );

  it('has every dataset of the edition, each in the catalogue, and no thing that is only named', () => {
    const [catalogue] = all('dcatapit:Catalog');
    expect(all('dcatapit:Dataset')).toHaveLength(edition.datasets.length);
    expect(values(catalogue!, 'dcat:dataset')).toHaveLength(edition.datasets.length);
    const known = new Set(graph.getSubjects(null, null, null).map(({ value }) => value));
    for (const property of [
      'dcat:dataset',
      'dcat:distribution',
      'dct:publisher',
      'dct:rightsHolder',
      'dct:license',
    ])
      for (const { value } of graph.getObjects(null, named(property), null))
        expect(known, property).toContain(value);
  });

  it('gives a distribution to one dataset only', () => {
    const given = graph
      .getQuads(null, named('dcat:distribution'), null, null)
      .map(({ object }) => object.value);
    expect(new Set(given).size).toBe(given.length);
    expect(given).toHaveLength(all('dcatapit:Distribution').length);
  });

  it('dates are dates, words are in Italian and English, codes are those of the EU lists', () => {
    for (const { object } of graph.getQuads(null, named('dct:modified'), null, null)) {
      expect(object.value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect((object as { datatype?: { value: string } }).datatype?.value).toBe(full('xsd:date'));
    }
    for (const thing of all('dcatapit:Dataset'))
      expect(values(thing, 'dct:title').map((title) => (title as { language?: string }).language)).toEqual([
        'it',
        'en',
      ]);
    const own = DataFactory.namedNode('https://atlas.test/data/api/v1/datasets/income-median.json#dataset');
    const authority = 'http://publications.europa.eu/resource/authority';
    expect(values(own, 'dct:accrualPeriodicity')[0]!.value).toBe(`${authority}/frequency/ANNUAL`);
    expect(values(own, 'dcat:theme')[0]!.value).toBe(`${authority}/data-theme/ECON`);
    expect(values(own, 'dct:modified')[0]!.value).toBe('2023-12-31');
    expect(values(own, 'dct:identifier')[0]!.value).toBe('c_a944:income-median');
  });

  it('carries quotes, line ends and backslashes through', () => {
    const titles = graph.getObjects(null, named('dct:title'), null).map(({ value }) => value);
    expect(titles).toContain('Reddito "mediano"\n\\');
  });

  it('is relative to itself, or absolute where the address of the data is known: the same graph', () => {
    const absolute = turtle(dcatNodes(input('https://atlas.test/data/')));
    const lines = (store: Store) => store.getQuads(null, null, null, null).map(lineOf).sort();
    expect(lines(read(absolute, 'https://elsewhere.test/'))).toEqual(lines(graph));
  });
});

describe('catalogue.jsonld', () => {
  type Said = Record<string, string>;
  const object = (value: Said) =>
    '@id' in value
      ? DataFactory.namedNode(new URL(value['@id']!, BASE).href)
      : '@type' in value
        ? DataFactory.literal(value['@value']!, named(value['@type']!))
        : DataFactory.literal(value['@value']!, value['@language']);

  it('says what the Turtle says', () => {
    const parsed = JSON.parse(jsonLd(nodes)) as { '@context': Said; '@graph': Record<string, unknown>[] };
    expect(parsed['@context']).toEqual(PREFIXES);
    const quads: Quad[] = parsed['@graph'].flatMap(({ '@id': id, '@type': types, ...facts }) => {
      const subject = DataFactory.namedNode(new URL(id as string, BASE).href);
      return [
        ...(types as string[]).map((type) => DataFactory.quad(subject, TYPE, named(type))),
        ...Object.entries(facts).flatMap(([name, all]) =>
          (all as Said[]).map((value) => DataFactory.quad(subject, named(name), object(value))),
        ),
      ];
    });
    const store = new Store(quads);
    expect(store.size).toBe(graph.size);
    for (const quad of graph.getQuads(null, null, null, null))
      expect(store.has(quad), lineOf(quad)).toBe(true);
  });
});
