import { describe, expect, it } from 'vitest';
import { cellAt, cellsAt, seriesOf, valuesOf } from './cells';
import { tableOf, testGeography } from './testing';

const table = tableOf({
  zona: { '2010': [1, 2, { missing: 'suppressed' }, 4], '2011': [5, { missing: 'unreliable' }, 7, 8] },
});

describe('cellsAt', () => {
  it('reads period-major, in the order of the geography', () => {
    expect([...cellsAt(table, testGeography, 'zona', '2011')]).toEqual([
      ['A', { value: 5 }],
      ['B', { missing: 'unreliable' }],
      ['C', { value: 7 }],
      ['D', { value: 8 }],
    ]);
  });
  it('a level left out is not applicable, a period not covered not available', () => {
    expect([...cellsAt(table, testGeography, 'quartiere', '2010').values()]).toEqual([
      { missing: 'not-applicable' },
      { missing: 'not-applicable' },
    ]);
    expect(
      [...cellsAt(table, testGeography, 'zona', '1999').values()].every(
        (c) => 'missing' in c && c.missing === 'not-available',
      ),
    ).toBe(true);
    expect(cellsAt(table, testGeography, 'comune', '2010').size).toBe(0);
  });
  it('cells cut short are not available, never zero', () => {
    const short = { ...table, levels: { zona: { ...table.levels.zona!, cells: [1] } } };
    expect(cellAt(short, testGeography, 'zona', '2010', 'B')).toEqual({ missing: 'not-available' });
  });
});

describe('cellAt and seriesOf', () => {
  it('one code', () => {
    expect(cellAt(table, testGeography, 'zona', '2010', 'C')).toEqual({ missing: 'suppressed' });
    expect(cellAt(table, testGeography, 'zona', '2010', 'Z')).toEqual({ missing: 'not-available' });
    expect(seriesOf(table, testGeography, 'zona', 'C')).toEqual([
      { period: '2010', cell: { missing: 'suppressed' } },
      { period: '2011', cell: { value: 7 } },
    ]);
    expect(seriesOf(table, testGeography, 'zona', 'Z')).toEqual([]);
    expect(seriesOf(table, testGeography, 'citta', '037006')).toEqual([]);
  });
  it('values alone', () => {
    expect(valuesOf(cellsAt(table, testGeography, 'zona', '2010').values())).toEqual([1, 2, 4]);
  });
});
