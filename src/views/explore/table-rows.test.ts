import { expect, it } from 'vitest';
import type { Cell } from '../../model/cell';
import type { Area, Geography } from '../../model/manifest';
import { arrangeRows, tableRows } from './table-rows';

const area = (code: string, name: string, zona: string): Area => ({
  code,
  name,
  parents: { zona },
  point: [11, 44],
  bbox: [11, 44, 12, 45],
  km2: 1,
  neighbours: [],
});
const areas = [area('1', 'Via del Lavoro', 'S'), area('2', 'Àgucchi', 'B'), area('3', 'CNR', 'B')];
const geography: Geography = {
  schemaVersion: 1,
  levels: { area: areas, zona: [area('S', 'San Donato', ''), area('B', 'Bolognina', '')] },
};
const cells = new Map<string, Cell>([
  ['1', { value: 20 }],
  ['2', { value: 30 }],
  ['3', { missing: 'suppressed' }],
]);
const rows = tableRows({
  areas,
  cells,
  cityCell: { value: 25 },
  geography,
  breaks: [25],
  colours: ['#aaa', '#333'],
  unit: 'percent',
  decimals: 1,
  lang: 'it',
  compare: true,
});

it('gives every area a row, with its difference and its class colour', () => {
  expect(rows.map((r) => [r.code, r.within, r.value, r.difference, r.colour])).toEqual([
    ['1', 'San Donato', 20, -5, '#aaa'],
    ['2', 'Bolognina', 30, 5, '#333'],
    ['3', 'Bolognina', null, null, null],
  ]);
  expect(rows[2]?.valueText).not.toMatch(/\d/);
});

it('sorts by name as Italians do, by value with the missing last in both directions', () => {
  const order = (key: 'name' | 'value', down: boolean) =>
    arrangeRows(rows, '', { key, down }, 'it').map((r) => r.code);
  expect(order('name', false)).toEqual(['2', '3', '1']);
  expect(order('value', false)).toEqual(['1', '2', '3']);
  expect(order('value', true)).toEqual(['2', '1', '3']);
});

it('filters by name or by what contains it, accents aside', () => {
  const found = (q: string) => arrangeRows(rows, q, { key: 'name', down: false }, 'it').map((r) => r.code);
  expect(found('agucchi')).toEqual(['2']);
  expect(found('bolognina')).toEqual(['2', '3']);
  expect(found('zzz')).toEqual([]);
});

it('prints the difference of the two numbers that stand beside it', () => {
  const [row] = tableRows({
    areas: areas.slice(0, 1),
    cells: new Map([['1', { value: 24.651 }]]),
    cityCell: { value: 15.649 },
    geography,
    breaks: [],
    colours: [],
    unit: 'percent',
    decimals: 1,
    lang: 'it',
    compare: true,
  });
  expect([row?.valueText, row?.differenceText]).toEqual(['24,7%', '+9,1\u00a0punti']);
});
