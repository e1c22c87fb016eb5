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
  labels: { year: 'Anno', play: 'Avvia', pause: 'Ferma', previous: 'Prima', next: 'Dopo', speed: 'Velocità' },
  speed: '1×',
  valueText: '1988',
  onscrub: vi.fn(),
  oncommit: vi.fn(),
  onplay: vi.fn(),
  onstep: vi.fn(),
  onspeed: vi.fn(),
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

it('draws the series above the axis with a gap where there is no value, and the play head on it', () => {
  const spark = [
    { period: '1987', value: 1 },
    { period: '1988', value: 3 },
    { period: '1989', value: null },
  ];
  const { container } = render(TimeBar, make({ spark }));
  const d = container.querySelector('.spark path')!.getAttribute('d')!;
  expect(d.match(/[ML]/g)).toEqual(['M', 'L']);
  const head = container.querySelector<HTMLElement>('.spark i')!;
  expect(head.style.left).toMatch(/^66\.6/);
  expect(head.style.top).toBe('10%');
});

it('has no series to draw from fewer than two values', () => {
  const { container } = render(TimeBar, make({ spark: [{ period: '1988', value: 3 }] }));
  expect(container.querySelector('.spark')).toBeNull();
});

it('names its speed and asks for the next one', async () => {
  const props = make({ speed: '0,5×' });
  render(TimeBar, props);
  await userEvent.click(screen.getByRole('button', { name: 'Velocità: 0,5×' }));
  expect(props.onspeed).toHaveBeenCalledOnce();
});
