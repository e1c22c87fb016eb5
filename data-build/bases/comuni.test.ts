import { describe, expect, it } from 'vitest';
import type { Area, Geography } from '../../src/model/manifest';
import { comuneShare, comuniCells } from './comuni';
import { jobs } from './jobs';
import { classIn, tally } from './tally';

const area = (code: string, parents: Area['parents'] = {}): Area => ({
  code,
  name: code,
  parents,
  point: [11, 44],
  bbox: [11, 44, 12, 45],
  km2: 1,
  neighbours: [],
});
const geography: Geography = { schemaVersion: 1, levels: { comune: [area('037001'), area('037006')] } };

describe('comuni', () => {
  const row = (comune: string) => ({ comune, period: '2018', n: '5' });
  it('must all be there and known', () => {
    const cells = comuniCells([row('037001'), row('037006')], geography, ({ n }) => ({ value: Number(n) }));
    expect(cells.comune!.get('2018')!.get('037006')).toEqual({ value: 5 });
    expect(() => comuniCells([row('037001')], geography, () => ({ value: 1 }))).toThrow(
      '1 comuni in 2018, expected 2',
    );
    expect(() => comuniCells([row('036001')], geography, () => ({ value: 1 }))).toThrow(
      'unknown comune 036001',
    );
  });
  it('a withheld figure suppresses the share, wherever it stands', () => {
    expect(comuneShare({ a: '10', b: '' }, ['a'], ['a', 'b'])).toEqual({ missing: 'suppressed' });
    expect(comuneShare({ a: '', b: '90' }, ['a'], ['a', 'b'])).toEqual({ missing: 'suppressed' });
  });
  it('fewer than three people in the part or the rest suppress it too; three do not', () => {
    expect(comuneShare({ a: '2', b: '98' }, ['a'], ['a', 'b'])).toEqual({ missing: 'suppressed' });
    expect(comuneShare({ a: '98', b: '2' }, ['a'], ['a', 'b'])).toEqual({ missing: 'suppressed' });
    expect(comuneShare({ a: '3', b: '97' }, ['a'], ['a', 'b'])).toEqual({ value: 3 });
  });
});

describe('tally', () => {
  const rows = [
    { period: '2021', zona: 'A', kind: 'x', residents: '3' },
    { period: '2021', zona: 'A', kind: 'y', residents: '4' },
    { period: '2021', zona: 'A', kind: 'z', residents: '5' },
  ];
  it('adds rows to their class and leaves out what has none', () => {
    const base = tally(rows, { key: 'zona', size: 2 }, (row) => classIn([['x'], ['z']], row.kind));
    expect(base.get('2021')!.get('A')).toEqual([3, 5]);
  });
  it('refuses what is no count', () => {
    const bad = [{ period: '2021', zona: 'A', residents: '1.5' }];
    expect(() => tally(bad, { key: 'zona', size: 1 }, () => 0)).toThrow('"1.5" is not a count');
    expect(() => tally(rows, { key: 'zona', size: 1 }, () => 1)).toThrow('class 1 of 1');
  });
});

describe('jobs', () => {
  const city: Geography = {
    schemaVersion: 1,
    levels: {
      citta: [area('037006')],
      quartiere: [area('11', { citta: '037006' })],
      zona: [area('A', { citta: '037006', quartiere: '11' })],
      area: ['1', '2', '3'].map((code) => area(code, { citta: '037006', quartiere: '11', zona: 'A' })),
    },
  };
  const row = (code: string, units: string, n: string) => ({ area: code, period: '2019', units, jobs: n });
  const edition = {
    table: () => [row('1', '2', '50'), row('2', '20', '60'), row('3', '30', '90'), row('ng', '9', '40')],
    topology: () => {
      throw new Error('not needed');
    },
  };
  const at = (unplaced: boolean) =>
    jobs(edition, city, unplaced).grid.get('citta')!.get('2019')!.get('037006');
  it('count what has no place in the city’s total only', () => {
    expect([at(false), at(true)]).toEqual([
      [52, 200],
      [61, 240],
    ]);
  });
  it('hide an area of two businesses, however many work there, and one that protects it', () => {
    const hidden = jobs(edition, city, false).hidden.get('2019')!;
    expect([hidden.has('area|1'), hidden.size]).toEqual([true, 2]);
  });
});
