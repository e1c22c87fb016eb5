import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { summaryOf, tableOf, testGeography } from '../../domain/testing';
import { metresPerPixel, typicalSide } from '../../domain/follow';
import type { Level } from '../../model/ids';
import Follow from './Follow.svelte';
import { onStage, stagedAtlas } from './testing/stage';

const levels: Level[] = ['quartiere', 'zona', 'area'];
const rows = {
  quartiere: { '2021': [1, 2] },
  zona: { '2021': [1, 2, 3, 4] },
  area: { '2021': [1, 2, 3, 4, 5, 6, 7, 8] },
};
const staged = (query: string) =>
  stagedAtlas({ indicators: [[summaryOf({ levels, periods: ['2021'] }), tableOf(rows)]] }, query);
/** A camera over the small city at which a typical area of a level is `pixels` wide. */
const wide = (level: Level, pixels: number) => ({
  zoom: Math.log2((pixels * metresPerPixel({ zoom: 0, lat: 0.5 })) / typicalSide(testGeography, level)),
  lat: 0.5,
  lon: 1.5,
});
afterEach(() => document.body.replaceChildren());

it('follows the zoom once it may, says so, and writes no step into the history', async () => {
  const { atlas } = await staged('?l=zona&f=1');
  onStage(atlas, Follow);
  atlas.setCamera(wide('area', 300));
  await waitFor(() => expect(atlas.level).toBe('area'));
  await waitFor(() =>
    expect(document.querySelector('[aria-live]')?.textContent).toContain('aree statistiche'),
  );
});

it('locked, the level stays; the switch is a decision of the link', async () => {
  const { atlas, urls } = await staged('?l=zona');
  onStage(atlas, Follow);
  atlas.setCamera(wide('area', 300));
  await Promise.resolve();
  expect(atlas.level).toBe('zona');
  const lock = screen.getByRole<HTMLInputElement>('switch', { name: 'Il livello segue lo zoom' });
  expect(lock.checked).toBe(false);
  await userEvent.setup().click(lock);
  await waitFor(() => expect(atlas.level).toBe('area'));
  expect(urls.at(-1)).toContain('f=1');
});

it('a chosen place holds its level', async () => {
  const { atlas } = await staged('?l=zona&a=B&f=1');
  onStage(atlas, Follow);
  atlas.setCamera(wide('area', 300));
  await waitFor(() => expect(screen.getByText(/Finché un luogo è scelto/)).toBeTruthy());
  expect(atlas.level).toBe('zona');
  void atlas.decide({ area: null });
  await waitFor(() => expect(atlas.level).toBe('area'));
});

it('has no switch where there is one level only', async () => {
  const { atlas } = await stagedAtlas({
    indicators: [[summaryOf({ levels: ['zona'], periods: ['2021'] }), tableOf({ zona: rows.zona })]],
  });
  onStage(atlas, Follow);
  expect(screen.queryByRole('switch')).toBeNull();
});
