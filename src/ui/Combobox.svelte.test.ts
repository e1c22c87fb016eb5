import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import Combobox from './Combobox.svelte';

const OPTIONS = [
  { id: 'zona-B', title: 'Bolognina', detail: 'zona', ranges: [[0, 4]] as [number, number][] },
  { id: 'quartiere-12', title: 'Navile', detail: 'quartiere' },
  { id: 'address-1', title: 'Via Bolognese', detail: 'Area 5' },
];
const make = (over = {}) => ({
  label: 'Indirizzo o luogo',
  value: '',
  options: OPTIONS,
  message: '3 risultati',
  onchoose: vi.fn(),
  ...over,
});
// jsdom has no layout.
Element.prototype.scrollIntoView = () => undefined;

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Indirizzo o luogo' });
const marked = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

it('is a combobox whose list opens as one types, and says how many there are', async () => {
  render(Combobox, make());
  expect(field().getAttribute('aria-expanded')).toBe('false');
  expect(field().getAttribute('aria-autocomplete')).toBe('list');
  await userEvent.type(field(), 'bolo');
  expect(field().getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('listbox').id).toBe(field().getAttribute('aria-controls'));
  expect(screen.getAllByRole('option')).toHaveLength(3);
  expect(screen.getByRole('status').textContent).toBe('3 risultati');
  expect(screen.getAllByRole('option')[0]!.querySelector('b')!.textContent).toBe('Bolo');
});

it('walks with the arrows through list and field, round and round, the focus staying in the field', async () => {
  render(Combobox, make());
  const user = userEvent.setup();
  await user.click(field());
  await user.keyboard('{ArrowDown}');
  expect(marked()).toContain('Bolognina');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(marked()).toContain('Via Bolognese');
  await user.keyboard('{ArrowDown}');
  expect(field().getAttribute('aria-activedescendant')).toBeNull();
  await user.keyboard('{ArrowUp}');
  expect(marked()).toContain('Via Bolognese');
  expect(screen.getAllByRole('option').map((o) => o.getAttribute('aria-selected'))).toEqual([
    'false',
    'false',
    'true',
  ]);
  expect(document.activeElement).toBe(field());
});

it('takes the marked one with Enter, else the first; a click takes the one clicked', async () => {
  const props = make();
  render(Combobox, props);
  const user = userEvent.setup();
  await user.type(field(), 'n{Enter}');
  expect(props.onchoose).toHaveBeenLastCalledWith('zona-B');
  expect(field().getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(props.onchoose).toHaveBeenLastCalledWith('quartiere-12');
  await user.keyboard('{ArrowDown}');
  await user.click(screen.getByRole('option', { name: /Via Bolognese/ }));
  expect(props.onchoose).toHaveBeenLastCalledWith('address-1');
});

it('closes with Esc, then empties; leaving the field closes too', async () => {
  render(Combobox, make());
  const user = userEvent.setup();
  await user.type(field(), 'bolo');
  await user.keyboard('{Escape}');
  expect(field().getAttribute('aria-expanded')).toBe('false');
  expect(field().value).toBe('bolo');
  await user.keyboard('{Escape}');
  expect(field().value).toBe('');
  await user.type(field(), 'x');
  await user.tab();
  expect(field().getAttribute('aria-expanded')).toBe('false');
});

it('chooses nothing from an empty list, and shows why it is empty', async () => {
  const props = make({ options: [], message: 'Nessun luogo per «zzz»' });
  render(Combobox, props);
  await userEvent.type(field(), 'zzz{Enter}');
  expect(props.onchoose).not.toHaveBeenCalled();
  expect(screen.getByRole('status').textContent).toContain('Nessun luogo');
  expect(screen.getByRole('status').classList.contains('visually-hidden')).toBe(false);
});
