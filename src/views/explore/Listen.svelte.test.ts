import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { summaryOf, tableOf } from '../../domain/testing';
import Listen from './Listen.svelte';
import { onStage, stagedAtlas } from './testing/stage';

const rows = { citta: { '2021': [20] }, zona: { '2021': [1, 2, 3, 4] } };
const staged = () =>
  stagedAtlas({
    indicators: [[summaryOf({ levels: ['citta', 'zona'], periods: ['2021'] }), tableOf(rows)]],
  });
const spoken: string[] = [];
const cancel = vi.fn();
const voices = (langs: string[]) =>
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => langs.map((lang) => ({ lang, localService: true })),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    speak: ({ text }: { text: string }) => spoken.push(text),
    cancel,
  });
beforeEach(() => {
  spoken.length = 0;
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      constructor(readonly text: string) {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

it('reads title and finding, and stops when pressed again', async () => {
  voices(['it-IT']);
  const { atlas } = await staged();
  onStage(atlas, Listen);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Ascolta' }));
  expect(spoken[0]).toContain(atlas.sentences!.finding);
  expect(spoken[0]).toContain(atlas.sentences!.title);
  cancel.mockClear();
  await user.click(screen.getByRole('button', { name: 'Ferma la lettura' }));
  expect(cancel).toHaveBeenCalled();
});

it('falls silent when the view changes', async () => {
  voices(['it-IT', 'en-GB']);
  const { atlas } = await staged();
  onStage(atlas, Listen);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Ascolta' }));
  await atlas.decide({ lang: 'en' });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Listen' })).toBeTruthy());
});

it('is not there where the machine has no voice for the language', async () => {
  voices(['de-DE']);
  const { atlas } = await staged();
  onStage(atlas, Listen);
  expect(screen.queryByRole('button')).toBeNull();
});
