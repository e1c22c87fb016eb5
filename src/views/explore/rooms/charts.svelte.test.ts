import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { summaryOf, tableOf, testGeography } from '../../../domain/testing';
import type { Shapes } from '../../../model/shapes';
import { onStage, stagedAtlas } from '../testing/stage';
import ChartsRoom from './charts.svelte';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => {
  // jsdom lays nothing out: a chart takes its width from here.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});

const shapes: Shapes = {
  schemaVersion: 1,
  level: 'zona',
  width: 100,
  height: 80,
  bounds: [11, 44, 11.1, 44.1],
  paths: testGeography.levels.zona!.map(({ code }) => ({ code, d: `M${code}z` })),
};
const years = ['2018', '2019', '2020', '2021'];
const one = (id: string, title: string, step: number, periods = years) =>
  [
    summaryOf({ id, theme: id[0]!, title: { it: title, en: title }, levels: ['citta', 'zona'], periods }),
    tableOf({
      citta: Object.fromEntries(periods.map((year) => [year, [20]])),
      zona: Object.fromEntries(periods.map((year, i) => [year, [10, 14, 18, 30].map((v) => v + i * step)])),
    }),
  ] as const;
const data = {
  indicators: [one('a.one', 'Primo', 1), one('b.two', 'Secondo', 2), one('c.short', 'Terzo', 1, ['2021'])],
  files: { 'shapes.zona': shapes },
};
const heading = () => screen.findByRole('heading', { level: 2 });
const chart = async () => screen.findByRole('application');

it('opens the most telling chart, offers only what the data carry, and puts the choice into the link', async () => {
  const { atlas, urls } = await stagedAtlas(data, '?v=charts');
  onStage(atlas, ChartsRoom);
  expect((await heading()).textContent).toBe('Primo, anno per anno');
  const choice = screen.getByRole('group', { name: 'Grafico' });
  expect(
    within(choice)
      .getAllByRole('radio')
      .map((r) => (r as HTMLInputElement).value),
  ).toEqual(['series', 'spread', 'scatter']);
  await userEvent.setup().click(within(choice).getByRole('radio', { name: 'Distribuzione' }));
  expect(urls.at(-1)).toContain('g=spread');
  await waitFor(async () => expect((await heading()).textContent).toContain('come si distribuiscono'));
});

it('a chart asked for in vain gives way; one year alone has no course', async () => {
  const { atlas } = await stagedAtlas(data, '?i=c.short&v=charts&g=series');
  onStage(atlas, ChartsRoom);
  expect((await heading()).textContent).toContain('come si distribuiscono');
  expect(screen.queryByRole('radio', { name: 'Nel tempo' })).toBeNull();
});

it('keys read the points aloud, light the map, and choose the area', async () => {
  const { atlas, urls } = await stagedAtlas(data, '?v=charts&g=spread');
  const { container } = onStage(atlas, ChartsRoom);
  const plot = await chart();
  await waitFor(() => expect(plot.querySelectorAll('circle[data-key]')).toHaveLength(4));
  await waitFor(() => expect(container.querySelectorAll('path.area')).toHaveLength(4));
  const user = userEvent.setup();
  plot.focus();
  await user.keyboard('{Home}{ArrowRight}');
  const said = container.querySelector('.chart [aria-live]');
  expect(said?.textContent?.replaceAll('\u00a0', ' ')).toBe('Colli: 17,0%');
  expect(container.querySelector('path.hovered')?.getAttribute('d')).toBe('MBz');
  expect(plot.querySelector('.hot')?.getAttribute('data-key')).toBe('B');
  await user.keyboard('{Enter}');
  expect(urls.at(-1)).toContain('a=B');
  await screen.findByRole('button', { name: 'Togli la scelta' });
  await user.keyboard('{Enter}');
  expect(urls.at(-1)).not.toContain('a=');
});

it('the numbers behind it come on demand, and the row under the hand lights the chart', async () => {
  const { atlas } = await stagedAtlas(data, '?v=charts&g=scatter');
  const { container } = onStage(atlas, ChartsRoom);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Mostra i numeri' }));
  const table = screen.getByRole('table', { name: 'Primo e Secondo' });
  const rows = within(table).getAllByRole('rowheader');
  expect(rows.map((row) => row.textContent)).toEqual(['Barca', 'Colli', 'Lame', 'Saffi']);
  await user.hover(rows[2]!);
  await waitFor(() => expect(container.querySelector('.plot .hot')?.getAttribute('data-key')).toBe('C'));
});

it('space gathers areas into the link, the others step back, and they can be let go', async () => {
  const { atlas, urls } = await stagedAtlas(data, '?v=charts&g=scatter');
  onStage(atlas, ChartsRoom);
  const plot = await chart();
  await waitFor(() => expect(plot.querySelectorAll('circle[data-key]')).toHaveLength(4));
  const user = userEvent.setup();
  plot.focus();
  await user.keyboard('{Home} {End} ');
  expect(urls.at(-1)).toMatch(/u=A[^&]*D/);
  await waitFor(() => expect(plot.querySelectorAll('circle[data-key]:not(.dim)')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Lasciale andare' }));
  expect(urls.at(-1)).not.toContain('u=');
  await waitFor(() => expect(plot.querySelectorAll('.dim')).toHaveLength(0));
});

it('over time, the line of the city is read but not chosen: it is none of the areas', async () => {
  const { atlas, urls } = await stagedAtlas(data, '?v=charts&g=series');
  const { container } = onStage(atlas, ChartsRoom);
  const plot = await chart();
  await waitFor(() => expect(plot.querySelectorAll('path[data-key]')).toHaveLength(4));
  const user = userEvent.setup();
  plot.focus();
  await user.keyboard('{End}');
  const said = container.querySelector('.chart [aria-live]');
  expect(said?.textContent?.replaceAll('\u00a0', ' ')).toBe('Bologna, 2021: 20,0%');
  expect(atlas.hovered).toBeNull();
  const before = urls.length;
  await user.keyboard('{Enter} ');
  expect(urls.slice(before)).toEqual([]);
  await user.keyboard('{Home}{Enter}');
  expect(urls.at(-1)).toContain('a=A');
});
