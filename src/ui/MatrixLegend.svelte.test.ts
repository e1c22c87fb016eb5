import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import MatrixLegend from './MatrixLegend.svelte';

const props = {
  cells: Array.from({ length: 9 }, (_, bin) => ({
    colour: `#00000${bin}`,
    across: `a${bin % 3}`,
    up: `b${Math.floor(bin / 3)}`,
    count: `${bin} zone`,
  })),
  side: 3,
  across: 'Reddito',
  up: 'Stranieri',
  label: 'Chiave',
  hint: 'Tocca una casella',
  active: null,
  missing: [],
  oncell: vi.fn(),
};
const nameOf = (bin: number) => `Reddito: a${bin % 3}; Stranieri: b${Math.floor(bin / 3)}: ${bin} zone`;

describe('MatrixLegend', () => {
  it('names each cell by both numbers and how many areas it holds, high above low', () => {
    render(MatrixLegend, props);
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual([6, 7, 8, 3, 4, 5, 0, 1, 2].map(nameOf));
    expect(screen.getByText('Tocca una casella')).toBeTruthy();
  });

  it('is one stop of the Tab key; arrows walk in the directions of the axes and stop at the edge', async () => {
    const oncell = vi.fn();
    const user = userEvent.setup();
    render(MatrixLegend, { ...props, oncell });
    await user.tab();
    expect(document.activeElement?.getAttribute('aria-label')).toBe(nameOf(8));
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(nameOf(4));
    expect(oncell).toHaveBeenLastCalledWith(4);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(nameOf(7));
    await user.tab();
    expect(document.activeElement).toBe(document.body);
    expect(oncell).toHaveBeenLastCalledWith(null);
  });

  it('lights a cell by pointing and by touch, and tells it', async () => {
    const oncell = vi.fn();
    const user = userEvent.setup();
    const { rerender } = render(MatrixLegend, { ...props, oncell });
    await user.hover(screen.getByRole('button', { name: nameOf(2) }));
    expect(oncell).toHaveBeenLastCalledWith(2);
    await rerender({ ...props, active: 2 });
    expect(screen.getByRole('button', { name: nameOf(2), pressed: true })).toBeTruthy();
    expect(screen.getByText('2 zone')).toBeTruthy();
    expect(screen.queryByText('Tocca una casella')).toBeNull();
  });
});
