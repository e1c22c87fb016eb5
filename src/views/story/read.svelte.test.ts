import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { summaryOf, tableOf } from '../../domain/testing';
import { onStage, stagedAtlas } from '../explore/testing/stage';
import StoryPage from '../pages/story.svelte';
// Compiled ahead, so that no case waits for it.
import './Read.svelte';
import { testStories, testStory } from './testing';

// The engine needs a graphics card; the browser tests have one.
vi.mock('../../map/MapCanvas.svelte', () => import('../../ui/Mark.svelte'));

let still = false;
const scrolled = vi.fn();
beforeEach(() => {
  // jsdom lays nothing out.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  still = false;
  scrolled.mockClear();
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('reduced-motion') && still,
    addEventListener() {},
    removeEventListener() {},
  }));
  Element.prototype.scrollIntoView = scrolled;
});

const share = summaryOf({ levels: ['citta', 'zona'], periods: ['2010', '2015', '2021'] });
const income = summaryOf({
  id: 'income.mean',
  theme: 'income',
  unit: 'euro',
  levels: ['zona'],
  periods: ['2021'],
});
const zona = { '2010': [10, 20, 30, 40], '2015': [11, 20, 30, 44], '2021': [14, 20, 28, 49] };

async function open(query: string, story = testStory()) {
  const staged = await stagedAtlas(
    {
      indicators: [
        [share, tableOf({ citta: { '2010': [20], '2015': [22], '2021': [24] }, zona })],
        [income, tableOf({ zona: { '2021': [1, 2, 3, 4] } }, { indicator: 'income.mean' })],
      ],
      files: { 'stories.prova': story, stories: testStories() },
    },
    query,
  );
  onStage(staged.atlas, StoryPage as never);
  await screen.findByRole('heading', { level: 1 });
  return staged;
}
const READ = '?page=story&story=prova';
const current = () => screen.queryByRole('button', { current: 'step' })?.getAttribute('aria-label') ?? null;
const stage = () => screen.getByRole('region', { name: 'La mappa del passo' });
const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more });

describe('reading a story', () => {
  it('opens with its title page: what it is, by whom, how long', async () => {
    await open(READ);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Prova di storia');
    expect(screen.getByText('3 minuti di lettura')).toBeTruthy();
    expect(current()).toBeNull();
    expect(document.title).toBe('Prova di storia · Atlante urbano Bologna');
  });

  it('moves by arrows, space, page keys, Home and End; the link names the step', async () => {
    const { urls } = await open(READ);
    for (const [key, at] of [
      ['ArrowDown', 'Passo 1 di 3: Passo uno'],
      [' ', 'Passo 2 di 3: Passo due'],
      ['PageDown', 'Passo 3 di 3: Passo tre'],
      ['ArrowLeft', 'Passo 2 di 3: Passo due'],
      ['PageUp', 'Passo 1 di 3: Passo uno'],
      ['End', 'Passo 3 di 3: Passo tre'],
    ] as const) {
      await press(key);
      expect(current(), key).toBe(at);
    }
    expect(urls.at(-1)).toContain('step=tre');
    expect(scrolled).toHaveBeenLastCalledWith({ behavior: 'smooth', block: 'start' });
    await press('Home');
    expect(current()).toBeNull();
    expect(urls.at(-1)).not.toContain('step=');
    await press('ArrowRight', { ctrlKey: true });
    expect(current()).toBeNull();
  });

  it('leaves keys to what has the focus: a slider its arrows, a button its space bar', async () => {
    await open(`${READ}&step=due`);
    const slider = await screen.findByRole('slider', { name: 'Anno' });
    await fireEvent.keyDown(slider, { key: 'ArrowRight' });
    expect(current()).toContain('Passo due');
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Passo successivo' }), { key: ' ' });
    expect(current()).toContain('Passo due');
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Passo successivo' }), { key: 'ArrowDown' });
    expect(current()).toContain('Passo tre');
  });

  it('moves by buttons and ticks, and says where it came to', async () => {
    await open(READ);
    const user = userEvent.setup();
    const [back, on] = ['Passo precedente', 'Passo successivo'].map((name) =>
      screen.getByRole<HTMLButtonElement>('button', { name }),
    );
    expect(back!.disabled).toBe(true);
    await user.click(on!);
    expect(current()).toContain('Passo uno');
    await user.click(screen.getByRole('button', { name: 'Passo 3 di 3: Passo tre' }));
    expect(on!.disabled).toBe(true);
    expect(
      screen.getAllByText('Passo 3 di 3: Passo tre').some((e) => e.closest('[aria-live="polite"]')),
    ).toBe(true);
    await user.click(back!);
    expect(current()).toContain('Passo due');
  });

  it('a finger goes sideways: left is on, right is back, along is scrolling', async () => {
    await open(`${READ}&step=uno`);
    const article = screen.getByRole('article');
    const swipe = async (dx: number, dy: number) => {
      await fireEvent.touchStart(article, { touches: [{ clientX: 200, clientY: 200 }] });
      await fireEvent.touchEnd(article, { changedTouches: [{ clientX: 200 + dx, clientY: 200 + dy }] });
    };
    await swipe(-90, 10);
    expect(current()).toContain('Passo due');
    await swipe(80, 0);
    expect(current()).toContain('Passo uno');
    await swipe(-60, -200);
    expect(current()).toContain('Passo uno');
  });

  it('a deep link arrives at its step without gliding there', async () => {
    await open(`${READ}&step=tre`);
    expect(current()).toContain('Passo tre');
    await waitFor(() => expect(stage().dataset['step']).toBe('tre'));
    expect(within(stage()).getByRole('img').getAttribute('aria-label')).toMatch(/2021$/);
  });

  it('the stage shows the view of the step, its camera included', async () => {
    const { atlas } = await open(READ);
    await press('End');
    await waitFor(() => expect(stage().dataset['step']).toBe('tre'));
    const user = userEvent.setup();
    await user.click(within(stage()).getByRole('link', { name: 'Esplora questa mappa' }));
    expect(atlas.view).toMatchObject({
      page: 'explore',
      indicator: 'income.mean',
      level: 'zona',
      story: null,
      step: null,
    });
    expect(atlas.camera?.zoom).toBeCloseTo(13, 0);
  });

  it('has words for every picture', async () => {
    await open(READ);
    for (const id of ['uno', 'due', 'tre']) expect(screen.getByText(`Figura: Mappa di ${id}`)).toBeTruthy();
  });

  it('a view named in the text opens in Explore; a highlighted name lights up on the map', async () => {
    const { atlas } = await open(`${READ}&step=uno`);
    const name = screen.getByText('Colli');
    expect(name.className).toBe('named');
    const user = userEvent.setup();
    await user.click(screen.getByRole('link', { name: 'altro' }));
    expect(atlas.view).toMatchObject({ page: 'explore', level: 'zona', period: '2010', story: null });
  });

  it('ends with its sources and the next story', async () => {
    const { atlas } = await open(READ, testStory({ next: 'altra' }));
    expect(screen.getByRole('link', { name: 'Residenti' }).getAttribute('href')).toBe(
      'https://example.org/data',
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole('link', { name: /Altra storia/ }));
    expect(atlas.view).toMatchObject({ page: 'story', story: 'altra', step: null });
  });

  it('says so when there is no such story, and leads to the others', async () => {
    const staged = await stagedAtlas(
      { indicators: [[share, tableOf({ zona })]] },
      '?page=story&story=nessuna',
    );
    onStage(staged.atlas, StoryPage as never);
    await screen.findByText('Questa storia non c’è');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Tutte le storie' }));
    expect(staged.atlas.view.page).toBe('stories');
  });
});

describe('registers', () => {
  it('standard, easy, English: text, stage and page change together', async () => {
    const { atlas } = await open(`${READ}&step=due`);
    const user = userEvent.setup();
    expect(screen.getByText('Testo di due.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Italiano facile' }));
    expect(screen.getByText('Facile due.')).toBeTruthy();
    expect(atlas.view.easy).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'English' }));
    expect(screen.getByText('Text of due.')).toBeTruthy();
    expect(atlas.view).toMatchObject({ lang: 'en', easy: false });
    expect(screen.getByRole('region', { name: 'The map of this step' })).toBeTruthy();
    expect(screen.getByText('Explore this map')).toBeTruthy();
  });

  it('easy Italian is offered only where the whole story has it', async () => {
    await open(READ, testStory({ easy: false }));
    expect(screen.queryByRole('radio', { name: 'Italiano facile' })).toBeNull();
  });
});

describe('time inside a step', () => {
  const shown = () =>
    screen.getByRole<HTMLInputElement>('slider', { name: 'Anno' }).getAttribute('aria-valuetext');

  it('plays from its first year to its last, and can be run again', async () => {
    await open(READ);
    vi.useFakeTimers();
    try {
      await press('ArrowDown');
      await press('ArrowDown');
      expect(shown()).toBe('2010');
      expect(screen.getByRole('button', { name: 'Ferma gli anni' })).toBeTruthy();
      await vi.advanceTimersByTimeAsync(1000);
      expect(shown()).toBe('2015');
      await vi.advanceTimersByTimeAsync(3000);
      expect(shown()).toBe('2021');
      await fireEvent.click(screen.getByRole('button', { name: 'Avvia gli anni' }));
      expect(shown()).toBe('2010');
    } finally {
      vi.useRealTimers();
    }
  });

  it('with less motion it stands at its last year at once, and nothing glides', async () => {
    still = true;
    await open(READ);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(shown()).toBe('2021');
    expect(screen.getByRole('button', { name: 'Avvia gli anni' })).toBeTruthy();
    expect(scrolled).toHaveBeenLastCalledWith({ behavior: 'instant', block: 'start' });
  });
});

describe('reading aloud', () => {
  it('is not there without a voice on this machine', async () => {
    await open(READ);
    expect(screen.queryByRole('button', { name: 'Ascolta' })).toBeNull();
  });

  it('reads a step in the language of the page with a local voice, and stops at the next', async () => {
    const [speak, cancel] = [vi.fn(), vi.fn()];
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => [
        { lang: 'it-IT', localService: false, name: 'cloud' },
        { lang: 'it_IT', localService: true, name: 'here' },
      ],
      speak,
      cancel,
    });
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        constructor(readonly text: string) {}
      },
    );
    await open(`${READ}&step=uno`);
    const user = userEvent.setup();
    await user.click(screen.getAllByRole('button', { name: 'Ascolta' })[0]!);
    expect(speak.mock.calls[0]![0]).toMatchObject({
      text: 'Passo uno. I Colli e altro.',
      voice: { name: 'here' },
    });
    expect(screen.getByRole('button', { name: 'Ferma la lettura' })).toBeTruthy();
    cancel.mockClear();
    await press('ArrowRight');
    expect(cancel).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Ferma la lettura' })).toBeNull();
  });
});
