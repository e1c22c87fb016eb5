import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { summaryOf, tableOf } from '../../domain/testing';
import { onStage, stagedAtlas } from '../explore/testing/stage';
import StoriesPage from '../pages/stories.svelte';
import StoryPage from '../pages/story.svelte';
import './Auto.svelte';
import { duration } from './duration';
import './Handout.svelte';
import { keyBelongsTo, storyMove, swipeMove } from './keys';
import { openingStay, stayOf } from './pace';
import './Present.svelte';
import { ScreenLink } from './screen-link';
import { testStep, testStories, testStory } from './testing';

vi.mock('../../map/MapCanvas.svelte', () => import('../../ui/Mark.svelte'));

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
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => vi.useRealTimers());

const share = summaryOf({ levels: ['citta', 'zona'], periods: ['2010', '2021'] });
const income = summaryOf({ id: 'income.mean', levels: ['zona'], periods: ['2021'] });
const pictures = {
  schemaVersion: 1,
  pictures: Object.fromEntries(
    ['uno', 'due', 'tre'].map((id) => [
      id,
      {
        map: '<svg></svg>',
        legend: { it: '<svg></svg>', en: '<svg></svg>' },
        title: { it: `Figura ${id}`, en: `Figure ${id}` },
        source: { it: 'Fonte', en: 'Source' },
      },
    ]),
  ),
};
async function open(query: string, story = testStory()) {
  const staged = await stagedAtlas(
    {
      indicators: [
        [
          share,
          tableOf({
            citta: { '2010': [20], '2021': [24] },
            zona: { '2010': [1, 2, 3, 4], '2021': [2, 3, 4, 5] },
          }),
        ],
        [income, tableOf({ zona: { '2021': [1, 2, 3, 4] } }, { indicator: 'income.mean' })],
      ],
      files: { 'stories.prova': story, 'stories.prova.pictures': pictures, stories: testStories() },
    },
    query,
  );
  onStage(staged.atlas, StoryPage as never);
  await screen.findByRole('heading', { level: 1 });
  return staged;
}
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('an unattended screen', () => {
  it('goes on by itself, as long as each text takes, and round again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const story = testStory();
    await open('?page=story&story=prova&as=auto', story);
    const stay = (ms: number) => vi.advanceTimersByTimeAsync(ms + 50);
    await stay(openingStay(story, 'it'));
    expect(heading()).toBe('Passo uno');
    for (const [i, next] of ['Passo due', 'Passo tre', 'Prova di storia'].entries()) {
      await stay(stayOf(story.steps[i]!, 'it', false));
      expect(heading()).toBe(next);
    }
  });

  it('a touch stops it at once; it goes on when asked', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await open('?page=story&story=prova&as=auto&step=uno');
    await fireEvent.pointerDown(window);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(heading()).toBe('Passo uno');
    await fireEvent.click(screen.getByRole('button', { name: 'Riprendi' }));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(heading()).not.toBe('Passo uno');
  });

  it('a longer text stays longer, a play adds its time, nothing flashes by', () => {
    const [short, long] = [
      testStep('a'),
      testStep('b', { html: { it: `<p>${'parola '.repeat(80)}</p>`, en: '' } }),
    ];
    expect(stayOf(short, 'it', false)).toBeGreaterThanOrEqual(9000);
    expect(stayOf(long, 'it', false)).toBeGreaterThan(stayOf(short, 'it', false) + 20_000);
    expect(stayOf({ ...long, play: ['2010', '2021'] }, 'it', false)).toBe(stayOf(long, 'it', false) + 5500);
  });
});

describe('presenting', () => {
  class Channel {
    static all: Channel[] = [];
    onmessage: ((e: { data: unknown }) => void) | null = null;
    sent: unknown[] = [];
    constructor() {
      Channel.all.push(this);
    }
    postMessage(data: unknown) {
      this.sent.push(data);
    }
    close() {}
  }
  beforeEach(() => {
    Channel.all = [];
    vi.stubGlobal('BroadcastChannel', Channel);
    window.name = '';
  });
  afterEach(() => {
    window.name = '';
  });

  it('shows notes, time and the next step; moving tells the audience’s window', async () => {
    await open('?page=story&story=prova&as=present');
    expect(screen.getByText('Nessuna nota per questo passo.')).toBeTruthy();
    await fireEvent.keyDown(document.body, { key: 'ArrowRight' });
    expect(heading()).toBe('Passo uno');
    expect(screen.getByText('Nota uno.')).toBeTruthy();
    expect(screen.getByText('Passo due', { selector: '.next' })).toBeTruthy();
    await waitFor(() =>
      expect(Channel.all[0]!.sent.at(-1)).toMatchObject({ kind: 'at', story: 'prova', at: 0, lang: 'it' }),
    );
  });

  it('one window is enough: the desk gives way to the audience’s screen and comes back', async () => {
    await open('?page=story&story=prova&as=present&step=uno');
    await fireEvent.keyDown(document.body, { key: 'n' });
    expect(screen.queryByText('Nota uno.')).toBeNull();
    expect(screen.getByText(/Colli/)).toBeTruthy();
    await fireEvent.keyDown(document.body, { key: 'n' });
    expect(screen.getByText('Nota uno.')).toBeTruthy();
  });

  it('the audience’s window says hello, shows no notes and follows', async () => {
    window.name = 'atlante-schermo';
    const { atlas } = await open('?page=story&story=prova&as=present');
    const channel = Channel.all[0]!;
    await waitFor(() => expect(channel.sent).toContainEqual({ kind: 'hello', story: 'prova' }));
    channel.onmessage!({
      data: { kind: 'at', story: 'prova', at: 1, lang: 'en', easy: false, theme: 'dark' },
    });
    await waitFor(() => expect(heading()).toBe('Step due'));
    expect(atlas.dark).toBe(true);
    channel.onmessage!({ data: { kind: 'at', story: 'prova', at: 'x' } });
    channel.onmessage!({
      data: { kind: 'at', story: 'other', at: 0, lang: 'it', easy: false, theme: 'auto' },
    });
    expect(heading()).toBe('Step due');
    expect(screen.queryByText('Note one.')).toBeNull();
  });

  it('without channels between windows it still works in one', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    delete (globalThis as Record<string, unknown>)['BroadcastChannel'];
    const link = new ScreenLink('prova', () => undefined);
    link.say({ kind: 'hello' });
    link.close();
  });
});

describe('on paper', () => {
  it('has every step with its still picture, its words and its source, and the address of the story', async () => {
    await open('?page=story&story=prova&as=handout');
    expect(await screen.findAllByRole('img')).toHaveLength(3);
    expect(screen.getByRole('img', { name: 'Mappa di due' })).toBeTruthy();
    expect(screen.getByText('Figura due.')).toBeTruthy();
    expect(screen.getByText(/page=story&story=prova$/)).toBeTruthy();
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await fireEvent.click(screen.getByRole('button', { name: 'Stampa o salva come PDF' }));
    expect(print).toHaveBeenCalled();
  });
});

describe('the contents page', () => {
  it('lists the stories, each with what it is about; one opens with a new entry in the history', async () => {
    const { atlas } = await stagedAtlas(
      {
        indicators: [[share, tableOf({ zona: { '2021': [1, 2, 3, 4] } })]],
        files: { stories: testStories() },
      },
      '?page=stories',
    );
    onStage(atlas, StoriesPage as never);
    const links = await screen.findAllByRole('link');
    expect(links.map((a) => a.textContent)).toEqual(['Prova di storia', 'Altra storia']);
    await fireEvent.click(links[1]!);
    expect(atlas.view).toMatchObject({ page: 'story', story: 'altra' });
  });

  it('says so when there is none', async () => {
    const { atlas } = await stagedAtlas(
      { indicators: [[share, tableOf({ zona: { '2021': [1, 2, 3, 4] } })]] },
      '?page=stories',
    );
    onStage(atlas, StoriesPage as never);
    expect(await screen.findByText('Non c’è ancora nessuna storia.')).toBeTruthy();
  });
});

describe('small parts', () => {
  it('reads keys, and leaves those with Ctrl, Alt or Meta', () => {
    const key = (k: string, more = {}) =>
      storyMove({ key: k, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });
    expect([key(' '), key(' ', { shiftKey: true }), key('x'), key('End', { metaKey: true })]).toEqual([
      'next',
      'previous',
      null,
      null,
    ]);
  });
  it('tells a sideways stroke from scrolling', () => {
    expect([swipeMove(-60, 5), swipeMove(60, 5), swipeMove(-30, 0), swipeMove(-60, 50)]).toEqual([
      'next',
      'previous',
      null,
      null,
    ]);
  });
  it('leaves keys to fields, sliders and dialogs', () => {
    document.body.innerHTML = '<input id="a"><button id="b"></button><p id="c"></p>';
    const at = (id: string) => document.getElementById(id);
    expect([
      keyBelongsTo(at('a'), 'x'),
      keyBelongsTo(at('b'), ' '),
      keyBelongsTo(at('b'), 'End'),
      keyBelongsTo(at('c'), ' '),
    ]).toEqual([true, true, false, false]);
  });
  it('prints time', () =>
    expect([duration(0), duration(67_000), duration(3_907_000)]).toEqual(['0:00', '1:07', '1:05:07']));
});
