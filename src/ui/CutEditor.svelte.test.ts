import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import CutEditor from './CutEditor.svelte';

const make = () => ({
  bars: [{ from: 0, to: 50, count: 3, colour: '#111111' }],
  cuts: [20, 60],
  extent: [0, 100] as const,
  step: 5,
  label: (i: number) => `Soglia ${i}`,
  format: (v: number) => `${v} %`,
  onmove: vi.fn(),
});

it('offers each limit as a slider that says its value', () => {
  render(CutEditor, make());
  const sliders = screen.getAllByRole('slider');
  expect(sliders.map((s) => s.getAttribute('aria-valuetext'))).toEqual(['20 %', '60 %']);
});

it.each([
  ['ArrowRight', 25],
  ['ArrowLeft', 15],
  ['PageUp', 70],
  ['Home', 0],
  ['End', 100],
])('moves with %s to %i', async (key, to) => {
  const props = make();
  render(CutEditor, props);
  await fireEvent.keyDown(screen.getByRole('slider', { name: 'Soglia 1' }), { key });
  expect(props.onmove).toHaveBeenCalledWith(0, to, true);
});

it('leaves other keys to the page', async () => {
  const props = make();
  render(CutEditor, props);
  await fireEvent.keyDown(screen.getByRole('slider', { name: 'Soglia 1' }), { key: 'Tab' });
  expect(props.onmove).not.toHaveBeenCalled();
});
