import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../edition-reader';
import { buildCatalogue } from './catalogue';

const edition = openEdition(join(import.meta.dirname, '../edition'));
const metas = edition.datasets.map((id) => edition.meta(id));
const catalogue = buildCatalogue(edition.only(['catalogue']), metas);

describe('public catalogue', () => {
  it('lists the 702 datasets once each, with the licences the portal gives', () => {
    expect(new Set(catalogue.datasets.map(({ id }) => id)).size).toBe(702);
    const licences = new Map<string, number>();
    for (const { licence } of catalogue.datasets) licences.set(licence, (licences.get(licence) ?? 0) + 1);
    expect(Object.fromEntries(licences)).toEqual({
      'CC-BY-4.0': 692,
      'CC-BY-3.0-IT': 4,
      'CC-BY-1.0': 2,
      'ODbL-1.0': 2,
      'CC-BY-NC-3.0-IT': 1,
      'CC0-1.0': 1,
    });
  });

  it('says what the atlas makes of a dataset', () => {
    const of = (id: string) => catalogue.datasets.find((d) => d.id === id)!.usedAs;
    expect(of('incidenti_new')).toEqual(['accidents']);
    expect(of('dataset-pubblicati')).toEqual(['catalogue']);
    expect(of('patti-di-collaborazione')).toEqual([]);
  });

  it('finds a source also by the address of an export', () => {
    const of = (id: string) => catalogue.datasets.find((d) => d.id === id)!.usedAs;
    expect(of('zone_urbanistiche')).toEqual(['geography']);
    expect(of('zona-t-centro-storico')).toEqual(['ztl']);
  });

  it('gives every dataset a verdict, uses every reason, and says so of all that the edition holds', () => {
    const reasons = new Set(catalogue.datasets.map(({ reason }) => reason));
    expect([...reasons].sort()).toEqual(Object.keys(catalogue.reasons).sort());
    for (const { id, usedAs, reason } of catalogue.datasets)
      if (usedAs.length > 0) expect(reason, id).toBe('source');
    const municipal = metas.filter(({ publisher }) => publisher === catalogue.publisher);
    const found = new Set(catalogue.datasets.flatMap(({ usedAs }) => usedAs));
    expect(municipal.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
    const others = new Set(catalogue.others.flatMap(({ usedAs }) => usedAs));
    expect(metas.map(({ id }) => id).filter((id) => !found.has(id) && !others.has(id))).toEqual([]);
  });

  it('names what is left out with its reason', () => {
    const out = catalogue.others.filter(({ use }) => use === 'unusable');
    for (const [title, why] of [
      ['Segnalazioni dei cittadini, 2017', /Licenza non verificata.*testo/],
      ['Conteggi orari del traffico attorno a Bologna, 2024', /licenza/],
      ['Qualità dell’aria oraria, 2024', /licenza/],
      ['IRPEF 2021 per comune, rielaborata', /Licenza ignota/],
      ['Rete stradale, uso del suolo e vie da OpenStreetMap', /condividere allo stesso modo/],
    ] as const)
      expect(out.find((one) => one.title.it === title)?.why.it, title).toMatch(why);
  });

  it('holds facts alone: no description, no contact, no address of a person', () => {
    expect(Object.keys(catalogue.datasets[0]!).sort()).toEqual([
      ...['frequency', 'geo', 'id', 'licence', 'modified', 'page', 'publisher', 'reason', 'records'],
      ...['themes', 'timeseries', 'title', 'usedAs'],
    ]);
    expect(JSON.stringify(catalogue)).not.toMatch(/@|<p>/);
  });

  it('gives only frequencies the EU list has', () => {
    const known = /\/(NEVER|ANNUAL|MONTHLY|IRREG|DAILY|QUARTERLY|WEEKLY|OTHER)$/;
    expect(
      catalogue.datasets.filter(({ frequency }) => frequency !== null && !known.test(frequency)),
    ).toEqual([]);
  });

  it('needs the catalogue in the edition', () => {
    expect(() => buildCatalogue(edition, [])).toThrow('the edition has no catalogue');
  });
});
