import { describe, expect, it } from 'vitest';
import { cellsAt } from './cells';
import { tableText } from './chart-table';
import { axisLabel, firstSecond, scatterTable, type Axis } from './scatter';
import { summaryOf, tableOf, testGeography } from './testing';

const table = tableOf({ zona: { '2021': [20, { missing: 'suppressed' }, 22, 28] } });
const axis = (title: string, period = '2021'): Axis => ({
  summary: summaryOf({ title: { it: title, en: title } }),
  table,
  period,
  cells: cellsAt(table, testGeography, 'zona', '2021'),
});
const one = (id: string, theme: string, more: { levels?: 'zona'[] | 'area'[]; periods?: string[] } = {}) =>
  summaryOf({ id, theme, levels: ['zona'], periods: ['2021'], ...more });

describe('the second topic before one is chosen', () => {
  const own = one('a.one', 'a');
  it('is of another theme, with the same year where there is one', () => {
    const options = [
      one('a.two', 'a'),
      one('b.old', 'b', { periods: ['2010'] }),
      one('b.far', 'b', { levels: ['area'] }),
      one('c.new', 'c'),
    ];
    expect(firstSecond(options, own, 'zona', '2021')?.id).toBe('c.new');
    expect(firstSecond(options, own, 'zona', '1999')?.id).toBe('b.old');
    expect(firstSecond(options, own, 'area', '2021')?.id).toBe('b.far');
  });
  it('is of its own theme when there is no other, and none at a level nobody publishes', () => {
    expect(firstSecond([one('a.two', 'a')], own, 'zona', '2021')?.id).toBe('a.two');
    expect(firstSecond([one('a.two', 'a')], own, 'quartiere', '2021')).toBeNull();
  });
});

describe('axes and table', () => {
  it('a year is said only where the two differ in it', () => {
    expect(axisLabel(axis('Primo'), axis('Secondo'), 'it')).toBe('Primo (%)');
    expect(axisLabel(axis('Primo', '2019'), axis('Secondo'), 'it')).toBe('Primo, 2019 (%)');
  });
  it('by name, with the reason where a number is withheld; a copy has one line a row and no narrow spaces', () => {
    const made = scatterTable(axis('Primo'), axis('Secondo'), {
      lang: 'it',
      level: 'zona',
      geography: testGeography,
    });
    expect(made.rows.map(({ key }) => key)).toEqual(['A', 'B', 'C', 'D']);
    expect(made.rows[1]!.cells[1]).not.toMatch(/\d/);
    const lines = tableText({ ...made, caption: 'Primo\te\nSecondo' }).split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe('Primo e Secondo');
    expect(lines[2]).toMatch(/^Barca\t20,0 ?%\t20,0 ?%$/);
  });
});
