import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { summaryOf, tableOf } from '../../../../domain/testing';
import { onStage, stagedAtlas } from '../../testing/stage';
import KindTool from '../../tools/kind.svelte';
import './index';

// A whole part of the screen is mounted: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 });

const title = (text: string) => ({ it: text, en: text });
const of = (
  id: string,
  name: string,
  theme: string,
  values: number[],
  measure: 'share' | 'count' = 'share',
) =>
  [
    summaryOf({ id, theme, title: title(name), measure, levels: ['area'], periods: ['2021'] }),
    tableOf({ area: { '2021': values } }),
  ] as const;
const data = {
  indicators: [
    of('a.one', 'Primo', 'a', [1, 2, 3, 4, 5, 6, 7, 8]),
    of('a.two', 'Secondo', 'a', [8, 7, 6, 5, 4, 3, 2, 1]),
    of('b.three', 'Terzo', 'b', [1, 2, 3, 4, 5, 6, 7, 8]),
    of('b.count', 'Conteggio', 'b', [1, 2, 3, 4, 5, 6, 7, 8], 'count'),
  ],
};

it('begins with a topic of another theme; the search finds another one and the link says it', async () => {
  const { atlas, urls } = await stagedAtlas(data, '?k=bivariate');
  onStage(atlas, KindTool);
  const user = userEvent.setup();
  await waitFor(() => expect(atlas.sentences?.title).toBe('Primo e Terzo, 2021'));
  await user.click(screen.getByText('Terzo', { selector: 'strong' }));
  const list = screen.getByRole('group', { name: 'Secondo tema' });
  expect(
    within(list)
      .getAllByRole('button')
      .map((b) => b.textContent),
  ).toEqual(['Secondo', 'Terzo']);
  await user.type(screen.getByRole('searchbox', { name: 'Cerca un tema' }), 'secon{Enter}');
  expect(urls.at(-1)).toContain('j=a.two');
  await waitFor(() => expect(atlas.sentences?.title).toBe('Primo e Secondo, 2021'));
  await user.click(screen.getByRole('button', { name: 'Scambia i due temi' }));
  await waitFor(() => expect(atlas.sentences?.title).toBe('Secondo e Primo, 2021'));
});

it('the key holds every area once and lights up those of a cell', async () => {
  const { atlas } = await stagedAtlas(data, '?k=bivariate&j=a.two');
  onStage(atlas, KindTool);
  const key = await screen.findByRole('group', { name: /^Chiave dei due temi/ });
  const cells = within(key).getAllByRole('button');
  const counted = cells.map((cell) => Number(/: (\d+) are/.exec(cell.getAttribute('aria-label') ?? '')?.[1]));
  expect(counted.reduce((a, b) => a + b, 0)).toBe(8);
  // The two run against each other: everything lies on the falling diagonal.
  expect(counted.map((n) => n > 0)).toEqual([true, false, false, false, true, false, false, false, true]);
  await userEvent.setup().click(cells[0]!);
  expect(atlas.highlightedBin).toBe(6);
  expect(atlas.shown?.beside.head).toBe('Secondo');
  expect(atlas.sentences?.finding).toContain('Con solo 8 luoghi');
});
