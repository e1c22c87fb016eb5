import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEdition } from '../edition-reader';
import { openOutput, type Output } from '../steps/write';
import { columnWords } from './columns';
import { dataPackage, fieldType } from './package';
import { POLICIES, policyOf, WITHHELD } from './policy';
import { checkPeople, publishTidy, weigh, type Tidy } from './publish';

const edition = openEdition(resolve('data-build/edition'));

describe('policy', () => {
  it('weighs every dataset of the edition, and names none that is not there', () => {
    expect(edition.datasets.filter((id) => policyOf(id).why === 'unweighed')).toEqual(
      // Lines and polygons: they have no table.
      ['cycle-paths', 'streets', 'ztl'],
    );
    expect(Object.keys(POLICIES).filter((id) => !edition.datasets.includes(id))).toEqual([]);
  });

  it('gives nothing of a dataset nobody has weighed', () => {
    expect(policyOf('brand-new')).toEqual({ give: [], why: 'unweighed' });
  });

  it('gives no table with a column about people unless that column is watched', () => {
    const about = /resident|taxpayer|household|population|voters|electors|votes|injured|killed|jobs|people/;
    for (const id of edition.datasets)
      for (const name of policyOf(id).give)
        for (const column of Object.keys(edition.table(id, name)[0]!).filter((one) => about.test(one)))
          expect(
            policyOf(id).people?.some((one) => column.endsWith(one.replace('*', ''))),
            `${id} ${column}`,
          ).toBe(true);
  });
});

describe('checkPeople', () => {
  const rows = (value: string) => [
    { area: '1', people_n: '3' },
    { area: '2', people_n: value },
  ];
  it('refuses a one or a two where people are counted, and nothing else', () => {
    const policy = { give: ['data'], people: ['*_n'] };
    expect(() => checkPeople('x', rows('2'), policy)).toThrow(/counts people and holds 2/);
    expect(() => checkPeople('x', rows('1'), policy)).toThrow(/counts people and holds 1/);
    for (const fine of ['0', '3', '12', '']) expect(() => checkPeople('x', rows(fine), policy)).not.toThrow();
    expect(() => checkPeople('x', rows('2'), { give: ['data'] })).not.toThrow();
    expect(() => checkPeople('x', [{ arrivals_abroad: '1' }], { give: [], people: ['arrivals*'] })).toThrow();
  });
});

describe('what is given away', () => {
  let root: string;
  let output: Output;
  let tidy: Map<string, Tidy>;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'tidy-'));
    output = openOutput(join(root, 'data'));
    tidy = publishTidy(output, edition, new Map(edition.datasets.map((id) => [id, weigh(edition, id)])));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('is the edition’s own bytes, with a package that says so', () => {
    const path = tidy.get('income-cap')!.package!;
    const given = JSON.parse(readFileSync(join(output.dir, 'api/v1', path), 'utf8')) as ReturnType<
      typeof dataPackage
    >;
    expect(given.licenses[0]!.name).toBe('CC-BY-3.0-IT');
    const [resource] = given.resources;
    const bytes = readFileSync(join(output.dir, 'api/v1/datasets/income-cap', resource!.path));
    expect(bytes.equals(readFileSync(join(edition.dir, 'income-cap/data.csv')))).toBe(true);
    expect(resource!.schema.fields.map(({ name }) => name)).toEqual(
      bytes.toString().split('\n')[0]!.split(','),
    );
  });

  it('leaves tables about people where they are, and says why', () => {
    const own = tidy.get('population-area')!;
    expect(own).toEqual({
      tables: [{ file: 'data.csv', rows: 39_591, csv: null }],
      withheld: WITHHELD.persons,
      package: null,
    });
    expect(tidy.get('airbnb')!.tables.map(({ csv }) => csv !== null)).toEqual([true, true, false]);
  });

  it('has a home for every dataset that no indicator rests on', () => {
    for (const id of [
      'air-quality',
      'boulevard-counts',
      'income-cap',
      'population-metro-age',
      'students-unibo',
    ])
      expect(tidy.get(id)!.package, id).not.toBeNull();
    for (const id of ['temperature', 'vehicles', 'traffic-loops', 'red-light-cameras', 'catalogue'])
      expect(tidy.get(id)!.package, id).not.toBeNull();
  });
});

describe('dataPackage', () => {
  it('gives the narrowest type, and leaves codes as text', () => {
    const rows = [
      { comune: '037001', n: '1', x: '1.5', date: '2024-01-01', word: 'a', gap: '' },
      { comune: '037002', n: '', x: '-2', date: '2024-01-02', word: '3', gap: '' },
    ];
    expect(Object.keys(rows[0]!).map((column) => fieldType(column, rows))).toEqual([
      'string',
      'integer',
      'number',
      'date',
      'string',
      'string',
    ]);
  });

  it('refuses a column nobody has described', () => {
    const file = { path: 'data.csv', bytes: 1, sha256: '0'.repeat(64) };
    const tables = [{ name: 'data', rows: [{ mystery: '1' }], file }];
    expect(() => dataPackage('2026-01-01', edition.meta('vehicles'), tables)).toThrow(
      /"mystery" has no words/,
    );
    expect(columnWords('class_26-55k_n')!.it).toContain('26-55 mila €');
    expect(columnWords('class_120k+_n')!.en).toContain('120 thousand €+');
  });
});
