import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import TimeBar from './TimeBar.svelte';

// jsdom lays nothing out and has no ResizeObserver; widths are looked at in the browser tests.
beforeEach(
  () =>
    void vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    ),
);

const make = (over = {}) => ({
  periods: ['1986', '1987', '1988', '1989'],
  covered: ['1987', '1988', '1989'],
  value: '1988',
  marks: [{ period: '1989', note: 'metodo nuovo' }],
  playing: false,
  labels: { year: 'Anno', play: 'Avvia', pause: 'Ferma', previous: 'Prima', next: 'Dopo' },
  valueText: '1988',
  onscrub: vi.fn(),
  oncommit: vi.fn(),
  onplay: vi.fn(),
  onstep: vi.fn(),
  ...over,
});

it('runs over the covered periods only, and says the year', async () => {
  const props = make();
  render(TimeBar, props);
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Anno' });
  expect([slider.min, slider.max, slider.value]).toEqual(['0', '2', '1']);
  expect(slider.getAttribute('aria-valuetext')).toBe('1988');
  await fireEvent.input(slider, { target: { value: '2' } });
  expect(props.onscrub).toHaveBeenCalledWith('1989');
  await fireEvent.change(slider, { target: { value: '0' } });
  expect(props.oncommit).toHaveBeenCalledWith('1987');
});

it('plays, steps, and stops stepping at the ends', async () => {
  const props = make({ value: '1989' });
  const user = userEvent.setup();
  render(TimeBar, props);
  await user.click(screen.getByRole('button', { name: 'Avvia' }));
  expect(props.onplay).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: 'Prima' }));
  expect(props.onstep).toHaveBeenCalledWith(-1);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Dopo' }).disabled).toBe(true);
});

it('marks a break in the series and the years without data', () => {
  const { container } = render(TimeBar, make());
  expect(container.querySelector<HTMLElement>('.mark')?.title).toBe('metodo nuovo');
  expect(container.querySelector<HTMLElement>('.have')?.style.left).toMatch(/^33\.33/);
});
