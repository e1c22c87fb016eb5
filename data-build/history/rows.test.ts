import { describe, expect, it } from 'vitest';
import { diffLayer } from './layers';
import { diffTable, EXAMPLES } from './rows';

const csv = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');
const BEFORE = csv('area,period,sex,residents', '1,2020,f,10', '1,2020,m,11', '1,2021,f,12', '2,2020,f,7');

describe('diffTable', () => {
  it('finds the key by itself and counts rows added, changed and removed by it', () => {
    const after = csv('area,period,sex,residents', '1,2020,f,10', '1,2020,m,99', '1,2021,f,12', '1,2022,f,1');
    expect(diffTable('data.csv', BEFORE, after)).toEqual({
      file: 'data.csv',
      key: ['area', 'period', 'sex'],
      added: 1,
      changed: 1,
      removed: 1,
      periods: ['2020', '2022'],
      examples: { added: ['1|2022|f'], changed: ['1|2020|m'], removed: ['2|2020|f'] },
    });
  });

  it('names no figure, and a stated number of keys at most', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},2020,f,${1000 + i}`);
    const change = diffTable(
      'data.csv',
      csv('area,period,sex,residents'),
      csv('area,period,sex,residents', ...rows),
    );
    expect(change.added).toBe(40);
    expect(change.examples.added).toHaveLength(EXAMPLES);
    expect(JSON.stringify(change.examples)).not.toMatch(/10\d\d/);
  });

  it('counts every row as new when the layout changed, and says which columns', () => {
    const change = diffTable('data.csv', csv('area,n', '1,5', '2,6'), csv('area,n,sex', '1,5,f', '2,6,m'));
    expect(change).toMatchObject({
      added: 2,
      changed: 0,
      removed: 2,
      columns: { added: ['sex'], removed: [] },
    });
    const moved = diffTable('data.csv', csv('area,n', '1,5'), csv('n,area', '1,5'));
    expect(moved).toMatchObject({ added: 1, removed: 1, columns: { added: [], removed: [] } });
  });

  it('compares repeated rows by how often they stand there', () => {
    const change = diffTable(
      'data.csv',
      csv('name,n', 'a,1', 'a,1', 'a,1', 'b,1'),
      csv('name,n', 'a,1', 'b,1', 'b,1'),
    );
    expect(change).toMatchObject({ key: [], added: 1, changed: 0, removed: 2 });
  });

  it('takes quoted commas for part of a cell, and a missing table for an empty one', () => {
    const change = diffTable('data.csv', undefined, csv('id,name', '1,"Rossi, via"', '2,b'));
    expect(change).toMatchObject({ key: ['id'], added: 2, removed: 0 });
    expect(diffTable('data.csv', BEFORE, undefined)).toMatchObject({ added: 0, removed: 4 });
  });
});

describe('diffLayer', () => {
  const layer = (...points: [string, number, number][]): string =>
    JSON.stringify({
      type: 'Topology',
      arcs: [],
      objects: {
        things: {
          type: 'GeometryCollection',
          geometries: points.map(([code, ...coordinates]) => ({
            type: 'Point',
            coordinates,
            properties: { code },
          })),
        },
      },
    });
  it('counts features by code; a moved one is a changed one', () => {
    const change = diffLayer(
      'x.topojson',
      layer(['a', 1, 1], ['b', 2, 2], ['c', 3, 3]),
      layer(['a', 1, 1], ['b', 2, 9], ['d', 4, 4]),
    );
    expect(change).toMatchObject({
      added: 1,
      changed: 1,
      removed: 1,
      examples: { added: ['things|d'], changed: ['things|b'], removed: ['things|c'] },
    });
  });
});
