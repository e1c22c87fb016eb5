import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { summaryOf, tableOf, testGeography } from '../../../../domain/testing';
import type { Shapes } from '../../../../model/shapes';
import { onStage, stagedAtlas } from '../../testing/stage';
import KindTool from '../../tools/kind.svelte';
import './index';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});

const shapes = (level: 'zona' | 'citta'): Shapes => ({
  schemaVersion: 1,
  level,
  width: 100,
  height: 80,
  bounds: [11, 44, 11.1, 44.1],
  paths: (testGeography.levels[level] ?? []).map(({ code }) => ({ code, d: `M${code}z` })),
});
const years = ['2018', '2019', '2020', '2021'];
const rows = Object.fromEntries(years.map((year, i) => [year, [i, i + 1, i + 2, i + 3]]));
const one = (id: string, title: string) =>
  [
    summaryOf({ id, title: { it: title, en: title }, levels: ['zona'], periods: years }),
    tableOf({ zona: rows }, { seriesBreaks: [{ period: '2020', note: { it: 'Nota.', en: 'Note.' } }] }),
  ] as const;
const data = {
  indicators: [one('a.one', 'Primo'), one('a.two', 'Secondo'), one('a.three', 'Terzo')],
  files: { 'shapes.zona': shapes('zona'), 'shapes.citta': shapes('citta') },
};
const opened = () => screen.getAllByRole('button', { name: /apri in grande$/ });

it('one map per year, the chosen area and its value on each, the break of the series between', async () => {
  const { atlas, urls } = await stagedAtlas(data, '?k=multiples&a=B');
  onStage(atlas, KindTool);
  await waitFor(() => expect(opened()).toHaveLength(4));
  expect(opened().map((b) => b.getAttribute('aria-label')?.replaceAll('\u00a0', ' '))).toEqual(
    years.map((year, i) => `${year}, ${i + 1},0%, apri in grande`),
  );
  expect(opened().map((b) => b.closest('li')?.classList.contains('broken'))).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect(opened().every((b) => b.querySelector('path.selected')?.getAttribute('d') === 'MBz')).toBe(true);
  expect(screen.getByText(/Dal 2020 la serie cambia. Nota./)).toBeTruthy();
  await userEvent.setup().click(opened()[1]!);
  expect(urls.at(-1)).toContain('p=2019');
  expect(urls.at(-1)).not.toContain('k=');
});

it('sisters by the reader’s choice, said in the link; one key for all of them', async () => {
  const { atlas, urls } = await stagedAtlas(data, '?k=multiples');
  onStage(atlas, KindTool);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('radio', { name: 'Temi simili' }));
  expect(urls.at(-1)).toContain('j=a.two');
  await waitFor(() =>
    expect(opened().map((b) => b.getAttribute('aria-label'))).toEqual(
      ['Primo', 'Secondo', 'Terzo'].map((title) => `${title}, apri in grande`),
    ),
  );
  expect(opened()[0]!.getAttribute('aria-current')).toBe('true');
  await user.click(opened()[2]!);
  expect(urls.at(-1)).toContain('i=a.three');
  expect(urls.at(-1)).not.toContain('j=');
});
