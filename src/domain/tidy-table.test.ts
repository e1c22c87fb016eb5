import { describe, expect, it } from 'vitest';
import type { TidyField } from '../model/tidy';
import { arrangeTidy, columnHead, facetsOf, parseTidyTable, tidyCell } from './tidy-table';

const field = (name: string, type: TidyField['type'], description = `${name} · ${name}`): TidyField => ({
  name,
  type,
  description,
});
const fields = [
  field('cap', 'string', 'Codice postale; nd: non indicato · Postcode; nd: not stated'),
  field('period', 'string'),
  field('vehicles', 'integer'),
];
const table = parseTidyTable('cap,period,vehicles\n40121,2019,9\nnd,2019,\n40121,2020,10\n"4,0",2020,1200\n');

describe('a tidy table on the screen', () => {
  it('is read as it is written, and a row that lacks a cell is refused', () => {
    expect(table.rows[3]).toEqual(['4,0', '2020', '1200']);
    expect(() => parseTidyTable('a,b\n1,2\n3\n')).toThrow('row 3: not 2 cells');
    expect(() => parseTidyTable('')).toThrow(RangeError);
  });

  it('is narrowed by columns whose values come again, never by a measure', () => {
    expect(facetsOf(table, fields)).toEqual([
      { at: 0, values: ['4,0', '40121', 'nd'] },
      { at: 1, values: ['2019', '2020'] },
    ]);
    const many = parseTidyTable(`a,b\n${Array.from({ length: 61 }, (_, i) => `${i},x\n${i},y\n`).join('')}`);
    expect(facetsOf(many, []).map(({ at }) => at)).toEqual([1]);
  });

  it('sorts measures by size, names by the alphabet, empty cells last both ways', () => {
    const order = (at: number, down: boolean, chosen = new Map<number, string>()) =>
      arrangeTidy(table, fields, chosen, { at, down }).map((row) => row[at]);
    expect(order(2, false)).toEqual(['9', '10', '1200', '']);
    expect(order(2, true)).toEqual(['1200', '10', '9', '']);
    expect(order(0, false)).toEqual(['4,0', '40121', '40121', 'nd']);
    expect(order(2, false, new Map([[1, '2020']]))).toEqual(['10', '1200']);
    expect(arrangeTidy(table, fields, new Map(), null)).toEqual(table.rows);
  });

  it('prints measures in the language with their own decimals, codes as they are', () => {
    expect(tidyCell('12345', fields[2], 'it')).toBe('12.345');
    expect(tidyCell('12.50', field('x', 'number'), 'it')).toBe('12,50');
    expect(tidyCell('12.50', field('x', 'number'), 'en')).toBe('12.50');
    expect(tidyCell('40121', fields[0], 'it')).toBe('40121');
    expect(tidyCell('', fields[2], 'it')).toBe('');
  });

  it('heads a column by the first words of what it holds', () => {
    expect(columnHead(fields[0], 'cap', 'it')).toEqual({
      head: 'Codice postale',
      whole: 'Codice postale; nd: non indicato',
    });
    expect(columnHead(fields[0], 'cap', 'en').head).toBe('Postcode');
    expect(columnHead(field('period', 'string', 'Periodo: anno · Period: year'), 'period', 'en').head).toBe(
      'Period',
    );
    expect(columnHead(undefined, 'x', 'it')).toEqual({ head: 'x', whole: 'x' });
  });
});
