import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import DataTable from './DataTable.svelte';

const row = (code: string, name: string, value: number | null) => ({
  code,
  name,
  within: 'Bolognina',
  value,
  valueText: value === null ? 'dato riservato' : `${value}%`,
  difference: null,
  differenceText: '',
  colour: null,
});
const make = (over = {}) => ({
  caption: 'Residenti, 2021',
  rows: [row('1', 'Arcoveggio', 20), row('2', 'CNR', null)],
  heads: { name: 'Nome', within: 'In', value: 'Valore', difference: 'Rispetto alla città' },
  sortable: ['name', 'value'] as ('name' | 'value')[],
  sort: { key: 'name' as const, down: false },
  onsort: vi.fn(),
  selected: '1',
  hovered: null,
  onhover: vi.fn(),
  onselect: vi.fn(),
  ...over,
});

it('is a table with a caption, scoped heads and the reason where a value is missing', () => {
  render(DataTable, make());
  const table = screen.getByRole('table', { name: 'Residenti, 2021' });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  expect(within(table).getByRole('rowheader', { name: 'CNR' })).toBeTruthy();
  expect(within(table).getByText('dato riservato')).toBeTruthy();
});

it('sorts by the heads that may be sorted, and says which one it is', async () => {
  const props = make();
  const user = userEvent.setup();
  render(DataTable, props);
  expect(screen.getByRole('columnheader', { name: /Nome/ }).getAttribute('aria-sort')).toBe('ascending');
  await user.click(screen.getByRole('button', { name: 'Valore' }));
  expect(props.onsort).toHaveBeenCalledWith('value');
  expect(screen.queryByRole('button', { name: 'In' })).toBeNull();
});

it('chooses a row like an area on the map', async () => {
  const props = make();
  const user = userEvent.setup();
  render(DataTable, props);
  expect(screen.getByRole('button', { name: 'Arcoveggio' }).getAttribute('aria-pressed')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'CNR' }));
  expect(props.onselect).toHaveBeenCalledWith('2');
});
