import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { summaryOf, tableOf } from '../../../domain/testing';
import { onStage, stagedAtlas } from '../testing/stage';
// Compiled ahead, so that no case waits for it.
import '../kinds/change';
import KindTool from './kind.svelte';

// A whole part of the screen is mounted: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 30_000 });

const zone = { '2010': [10, 20, 30, 40], '2021': [14, 20, 28, 49] };
const share = summaryOf({ levels: ['citta', 'zona'] });
const count = summaryOf({
  id: 'population.residents',
  measure: 'count',
  unit: 'people',
  levels: ['zona'],
  periods: ['2021'],
});

it('offers the kinds that fit, each with its question, the own one chosen', async () => {
  const { atlas } = await stagedAtlas({
    indicators: [[share, tableOf({ citta: { '2010': [20], '2021': [24] }, zona: zone })]],
  });
  onStage(atlas, KindTool);
  expect(screen.getByRole('group', { name: 'Come disegnare il dato' })).toBeTruthy();
  const names = screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'));
  expect(names.slice(0, 2)).toEqual(['choropleth', 'change']);
  expect(names).not.toContain('symbols');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Aree colorate.*in ogni luogo/ }).checked).toBe(
    true,
  );
});

it('choosing one is a decision of the link, with its own settings below and its own legend', async () => {
  const { atlas, urls } = await stagedAtlas(
    { indicators: [[share, tableOf({ citta: { '2010': [20], '2021': [24] }, zona: zone })]] },
    '?l=zona',
  );
  onStage(atlas, KindTool);
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: /Variazione/ }));
  expect(urls.at(-1)).toContain('k=change');
  const from = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Dal' });
  expect([from.value, screen.getByRole<HTMLSelectElement>('combobox', { name: 'al' }).value]).toEqual([
    '2010',
    '2021',
  ]);
  await waitFor(() => expect(atlas.sentences?.title).toContain('variazione dal 2010 al 2021'));
  expect(atlas.shown?.value.print({ value: 4 }).replaceAll('\u00a0', ' ')).toBe('+4,0 punti');
  expect(screen.getAllByRole('button').map((b) => b.getAttribute('aria-label'))).toContainEqual(
    expect.stringMatching(/e oltre: 1 zona$/),
  );
  await user.click(screen.getByRole('radio', { name: /Aree colorate/ }));
  expect(urls.at(-1)).not.toContain('k=');
  await waitFor(() => expect(atlas.shown).toBeNull());
});

it('offers no kind that the figures do not carry', async () => {
  const { atlas } = await stagedAtlas({ indicators: [[count, tableOf({ zona: { '2021': [1, 2, 3, 4] } })]] });
  onStage(atlas, KindTool);
  const names = screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'));
  expect(names[0]).toBe('symbols');
  for (const kind of ['choropleth', 'change', 'bivariate', 'points', 'multiples'])
    expect(names).not.toContain(kind);
});
