import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Legend from './Legend.svelte';

const props = {
  classes: [
    { from: 0, to: 10, label: 'fino a 10%', colour: '#eeeeee', count: 3 },
    { from: 10, to: 20, label: '10% e oltre', colour: '#333333', count: 2 },
  ],
  breaks: [10],
  extent: [0, 20] as [number, number],
  values: [1, 2, 3, 15, 20],
  ticks: ['0', '10', '20'],
  missing: [
    {
      key: 'suppressed',
      label: 'dato riservato',
      count: '2 aree',
      ground: '#fff',
      ink: '#000',
      pattern: 'diagonal' as const,
    },
  ],
  active: null,
  classLabel: (row: { label: string; count: number }) => `${row.label}: ${row.count}`,
  onclass: vi.fn(),
};

describe('Legend', () => {
  it('names every class with its count and every reason for a missing value', () => {
    render(Legend, props);
    expect(screen.getByRole('button', { name: 'fino a 10%: 3' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '10% e oltre: 2' })).toBeTruthy();
    expect(screen.getByText(/dato riservato/)).toBeTruthy();
  });

  it('tells which class is under the hand or the focus, and when none is', async () => {
    const onclass = vi.fn();
    const user = userEvent.setup();
    render(Legend, { ...props, onclass });
    await user.tab();
    expect(onclass).toHaveBeenLastCalledWith(0);
    await user.tab();
    expect(onclass).toHaveBeenLastCalledWith(1);
    await user.hover(screen.getByRole('button', { name: 'fino a 10%: 3' }));
    expect(onclass).toHaveBeenLastCalledWith(0);
    await user.unhover(screen.getByRole('button', { name: 'fino a 10%: 3' }));
    expect(onclass).toHaveBeenLastCalledWith(null);
  });

  it('puts the marker where the value stands and keeps the ghost of the chosen area', () => {
    const { container } = render(Legend, { ...props, marker: 5, ghost: 20 });
    const at = [...container.querySelectorAll<HTMLElement>('.marker')].map((m) =>
      m.style.getPropertyValue('--at'),
    );
    expect(at).toEqual(['100%', '25%']);
  });

  it('dims the classes that are not lit', () => {
    const { container } = render(Legend, { ...props, active: 1 });
    expect(
      [...container.querySelectorAll('.classes button')].map((b) => b.classList.contains('dim')),
    ).toEqual([true, false]);
  });
});
