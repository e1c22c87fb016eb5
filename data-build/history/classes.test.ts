import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION, type Geography, type LevelTable } from '../../src/model/manifest';
import type { Indicator } from '../model';
import { diffClasses } from './classes';
import { definitionHash, diffMethods } from './methods';

const area = (code: string) => ({
  code,
  name: code,
  parents: {},
  point: [0, 0] as [number, number],
  bbox: [0, 0, 1, 1] as [number, number, number, number],
  km2: 1,
  neighbours: [],
});
const geography = (...codes: string[]): Geography => ({
  schemaVersion: SCHEMA_VERSION,
  levels: { area: codes.map(area) },
});
const table = (periods: string[], breaks: number[], cells: LevelTable['cells']) => ({
  area: { periods, breaks, cells, extent: [0, 9] as [number, number] },
});

describe('diffClasses', () => {
  it('names the areas whose class differs at the last period both tables hold, whatever their order', () => {
    const before = {
      geography: geography('1', '2', '3'),
      table: table(['2020', '2021'], [5], [1, 1, 1, 1, 6, 's']),
    };
    const after = {
      geography: geography('3', '2', '1'),
      table: table(['2020', '2021', '2022'], [5], [9, 9, 9, 2, 4, 1, 9, 9, 9]),
    };
    expect(diffClasses('x.y', before, after)).toEqual([
      { indicator: 'x.y', level: 'area', period: '2021', breaks: false, areas: { 2: [1, 0], 3: ['s', 0] } },
    ]);
  });

  it('says that the limits moved, and nothing when no class did', () => {
    const before = { geography: geography('1'), table: table(['2020'], [5], [4]) };
    expect(diffClasses('x.y', before, { ...before, table: table(['2020'], [3], [4]) })[0]).toMatchObject({
      breaks: true,
      areas: { 1: [0, 1] },
    });
    expect(diffClasses('x.y', before, { ...before, table: table(['2020'], [4.5], [4.2]) })).toEqual([]);
  });
});

describe('methods', () => {
  const indicator = { id: 'a.b', definition: { it: 'd', en: 'd' }, decimals: 1, title: { it: 't', en: 't' } };
  const hash = (over: object) => definitionHash({ ...indicator, ...over } as unknown as Indicator);
  it('change with what an indicator measures, not with its title', () => {
    expect(hash({ title: { it: 'u', en: 'u' } })).toBe(hash({}));
    expect(hash({ definition: { it: 'e', en: 'e' } })).not.toBe(hash({}));
    expect(diffMethods({ a: '1', b: '2', c: '3' }, { a: '1', b: '9', d: '4' })).toEqual([
      { indicator: 'b', change: 'changed' },
      { indicator: 'c', change: 'removed' },
      { indicator: 'd', change: 'added' },
    ]);
  });
});
