import { describe, expect, it } from 'vitest';
import type { Area, Geography } from '../../src/model/manifest';
import { cellName, hiddenCells, ratio, relationsOf, sumUp, toCells, type Counts } from './grid';
import { citizenship, residents } from './population';

const area = (code: string, parents: Area['parents']): Area => ({
  code,
  name: code,
  parents,
  point: [11, 44],
  bbox: [11, 44, 12, 45],
  km2: 1,
  neighbours: [],
});
const up = (zona: string, prossimita: string) => ({ citta: '037006', quartiere: '11', zona, prossimita });
/** Two zone of two areas each, crossed by two zone di prossimità, in one quartiere. */
const geography: Geography = {
  schemaVersion: 1,
  levels: {
    citta: [area('037006', {})],
    quartiere: [area('11', { citta: '037006' })],
    zona: ['A', 'B'].map((code) => area(code, { citta: '037006', quartiere: '11' })),
    prossimita: ['1', '2'].map((code) => area(code, { citta: '037006', quartiere: '11' })),
    area: [
      area('1', up('A', '1')),
      area('2', up('A', '1')),
      area('3', up('B', '2')),
      area('4', up('B', '2')),
    ],
  },
};
const base = (cells: Record<string, Counts>) => new Map([['2021', new Map(Object.entries(cells))]]);
const keep = (counts: Counts) => counts;

describe('sumUp', () => {
  it('sums into every level above; an area the source leaves out holds zeros', () => {
    const grid = sumUp(base({ 1: [5, 1], 2: [7, 0], 3: [1, 1] }), 'area', geography, 2);
    const at = (level: 'zona' | 'citta' | 'area', code: string) => grid.get(level)!.get('2021')!.get(code);
    expect([at('zona', 'A'), at('zona', 'B'), at('citta', '037006'), at('area', '4')]).toEqual([
      [12, 1],
      [1, 1],
      [13, 2],
      [0, 0],
    ]);
  });
  it('refuses an unknown code', () => {
    expect(() => sumUp(base({ 91: [1] }), 'area', geography, 1)).toThrow('unknown area 91 in 2021');
  });
});

describe('hiddenCells', () => {
  it('hides the small area and the one it could be subtracted from', () => {
    const grid = sumUp(base({ 1: [2], 2: [50], 3: [60], 4: [70] }), 'area', geography, 1);
    expect([...hiddenCells(grid, geography, keep).get('2021')!].sort()).toEqual(['area|1', 'area|2']);
  });
  it('knows that city less districts gives those without fixed abode', () => {
    const grid = sumUp(base({ 1: [40], 2: [50], 3: [60], 4: [70] }), 'area', geography, 1);
    const city = grid.get('citta')!.get('2021')!;
    city.set('037006', [222]);
    const hidden = hiddenCells(grid, geography, keep, new Map([['2021', [2]]])).get('2021')!;
    expect([...hidden].filter((cell) => cell !== 'citta|99').length).toBeGreaterThan(0);
    expect(hidden.has('citta|037006') || hidden.has('quartiere|11')).toBe(true);
  });
  it('takes every total into account', () => {
    const grid = sumUp(base({ 1: [4] }), 'area', geography, 1);
    const cells = new Map(
      [...grid].flatMap(([level, p]) =>
        [...p.get('2021')!.keys()].map((c) => [cellName(level, c), 0] as const),
      ),
    );
    expect(relationsOf(geography, cells).map(({ whole, parts }) => `${whole}=${parts.join('+')}`)).toEqual([
      'zona|A=area|1+area|2',
      'zona|B=area|3+area|4',
      'prossimita|1=area|1+area|2',
      'prossimita|2=area|3+area|4',
      'quartiere|11=zona|A+zona|B',
      'quartiere|11=prossimita|1+prossimita|2',
      'citta|037006=quartiere|11',
    ]);
  });
});

describe('cells', () => {
  it('suppressed wins over unreliable', () => {
    const grid = sumUp(base({ 1: [2], 2: [50], 3: [60], 4: [70] }), 'area', geography, 1);
    const cells = toCells(grid, [hiddenCells(grid, geography, keep)], () => ({ missing: 'unreliable' }));
    const of = (code: string) => cells.area!.get('2021')!.get(code);
    expect([of('1'), of('3')]).toEqual([{ missing: 'suppressed' }, { missing: 'unreliable' }]);
  });
  it('a ratio on a small base is unreliable, at the threshold it is not', () => {
    expect([ratio(10, 174, 175), ratio(35, 175, 175), ratio(9, 3, 175, 200)]).toEqual([
      { missing: 'unreliable' },
      { value: 20 },
      { value: 300 },
    ]);
  });
});

describe('population', () => {
  const row = (fields: Record<string, string>) => ({ period: '2021', citizenship: 'italian', ...fields });
  const edition = (zona: string) => ({
    table: (dataset: string) =>
      dataset === 'population-zona'
        ? [
            row({ zona: 'A', residents: zona }),
            row({ zona: 'B', residents: '130' }),
            row({ zona: '99', residents: '7' }),
          ]
        : ['40', '50', '60', '70'].map((residents, i) => row({ area: String(i + 1), residents })),
    topology: () => {
      throw new Error('not needed');
    },
  });
  it('the city counts people without fixed abode, no other level does', () => {
    const { grid } = residents(edition('90'), geography);
    expect(grid.get('citta')!.get('2021')!.get('037006')).toEqual([227]);
    expect(grid.get('quartiere')!.get('2021')!.get('11')).toEqual([220]);
    expect(citizenship(edition('90'), geography).grid.get('citta')!.get('2021')!.get('037006')).toEqual([
      0, 220,
    ]);
  });
  it('stops when the two population tables disagree', () => {
    expect(() => residents(edition('91'), geography)).toThrow(
      /zona A in 2021: population-area has 0,90, population-zona 0,91/,
    );
  });
});
