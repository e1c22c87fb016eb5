import { describe, expect, it } from 'vitest';
import type { Area, Geography } from '../../src/model/manifest';
import { median } from './lodging';
import { countCells, densities, over, per1000, shares, SMALL, things, type Base } from './places';
import { sumUp, type Counts } from './grid';

const area = (code: string, parents: Area['parents'], km2 = 1): Area => ({
  code,
  name: code,
  parents,
  point: [11, 44],
  bbox: [11, 44, 12, 45],
  km2,
  neighbours: [],
});
const up = { citta: '037006', quartiere: '11' };
const geography: Geography = {
  schemaVersion: 1,
  levels: {
    citta: [area('037006', {}, 7)],
    quartiere: [area('11', { citta: '037006' }, 7)],
    area: [area('1', up, 4), area('2', up, 2), area('3', up, 1)],
  },
};
const row = (period: string, code: string, kind = 'a', n = '1') => ({ period, area: code, kind, n });

const baseOf = (cells: Record<string, Counts>, period = '2021', hidden: string[] = []): Base => ({
  grid: sumUp(new Map([[period, new Map(Object.entries(cells))]]), 'area', geography, 1),
  hidden: [new Map([[period, new Set(hidden)]])],
});
const ratesOf = (base: Base, lag: number, rows = [row('2024', '1'), row('2024', '1'), row('2024', '2')]) =>
  over(
    things(rows, geography, 1, () => 0),
    base,
    lag,
    ([n], below) => per1000(n!, below, 10),
  );

describe('things', () => {
  it('counts by class, with a zero for every area that has none', () => {
    const grid = things(
      [row('2024', '1'), row('2024', '1', 'b'), row('2024', '2')],
      geography,
      2,
      ({ kind }) => (kind === 'a' ? 0 : 1),
    );
    const at = (level: 'area' | 'citta', code: string) => grid.get(level)!.get('2024')!.get(code);
    expect([at('area', '1'), at('area', '2'), at('area', '3'), at('citta', '037006')]).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
      [2, 1],
    ]);
  });

  it('keeps a year in which nothing of the class is found', () => {
    const grid = things([row('2023', '1', 'b'), row('2024', '1')], geography, 1, ({ kind }) =>
      kind === 'a' ? 0 : -1,
    );
    expect(countCells(grid).area!.get('2023')!.get('1')).toEqual({ value: 0 });
  });

  it('sums a field where one is named', () => {
    const grid = things(
      [row('2024', '1', 'a', '30'), row('2024', '1', 'a', '12')],
      geography,
      1,
      () => 0,
      'n',
    );
    expect(grid.get('citta')!.get('2024')!.get('037006')).toEqual([42]);
  });
});

describe('over', () => {
  it('divides sums by sums, never averages rates', () => {
    const cells = ratesOf(baseOf({ 1: [100], 2: [1000], 3: [400] }), 3);
    expect(cells.area!.get('2024')!.get('1')).toEqual({ value: 20 });
    expect(cells.quartiere!.get('2024')!.get('11')).toEqual({ value: 2 });
  });

  it('takes the latest year of the base within the lag, and none before', () => {
    const base = baseOf({ 1: [100] });
    expect(ratesOf(base, 3).area!.has('2024')).toBe(true);
    expect(ratesOf(base, 2)).toEqual({});
    expect(ratesOf(baseOf({ 1: [100] }, '2025'), 9)).toEqual({});
  });

  it('hides what the base hides, and calls small bases unreliable', () => {
    const cells = ratesOf(baseOf({ 1: [100], 2: [9], 3: [50] }, '2021', ['area|1']), 3).area!.get('2024')!;
    expect([cells.get('1'), cells.get('2'), cells.get('3')]).toEqual([
      { missing: 'suppressed' },
      { missing: 'unreliable' },
      { value: 0 },
    ]);
  });
});

describe('shares and densities', () => {
  it('takes the first class over all', () => {
    const grid = things(
      [row('2024', '1', 'a', '15'), row('2024', '1', 'b', '5'), row('2024', '2', 'a', '3')],
      geography,
      2,
      ({ kind }) => (kind === 'a' ? 0 : 1),
      'n',
    );
    const cells = shares(grid, SMALL.things).area!.get('2024')!;
    expect([cells.get('1'), cells.get('2')]).toEqual([{ value: 75 }, { missing: 'unreliable' }]);
  });

  it('divides by the surface of the place itself', () => {
    const cells = densities(
      things([row('2024', '1'), row('2024', '2')], geography, 1, () => 0),
      geography,
    );
    expect(cells.area!.get('2024')!.get('1')).toEqual({ value: 0.25 });
    expect(cells.citta!.get('2024')!.get('037006')).toEqual({ value: 2 / 7 });
  });
});

describe('median of prices in steps', () => {
  const steps = [50, 100, 500];
  it('is the step of the middle listing, the lower one when two are in the middle', () => {
    expect(median([10, 10, 0], steps)).toEqual({ value: 50 });
    expect(median([10, 11, 0], steps)).toEqual({ value: 100 });
    expect(median([0, 1, 20], steps)).toEqual({ value: 500 });
  });
  it('is unreliable on few listings', () => {
    expect(median([19, 0, 0], steps)).toEqual({ missing: 'unreliable' });
  });
});
