import { expect, it } from 'vitest';
import { isValue, type Cell } from '../../model/cell';
import { testGeography as geography } from '../../domain/testing';
import { shownLine, shownRows } from './shown';

const areas = geography.levels.zona!;
const print = (cell: Cell) => (isValue(cell) ? `${cell.value}!` : 'nothing');
const shown = {
  value: { head: 'Change', cells: new Map<string, Cell>([['A', { value: 3 }]]), print },
  beside: {
    head: '2021',
    cells: new Map<string, Cell>([
      ['A', { value: 24 }],
      ['B', { missing: 'suppressed' }],
    ]),
    print,
  },
  colours: new Map([['A', '#123456']]),
};

it('says and lists the same two numbers', () => {
  expect(shownLine(shown, areas[0]!, 'zona', 'it')).toBe('Barca, zona: 3!. 2021: 24!');
  expect(shownRows(areas, geography, shown).slice(0, 2)).toMatchObject([
    { code: 'A', within: 'Navile', value: 3, valueText: '3!', difference: 24, colour: '#123456' },
    {
      code: 'B',
      value: null,
      valueText: 'nothing',
      difference: null,
      differenceText: 'nothing',
      colour: null,
    },
  ]);
});
