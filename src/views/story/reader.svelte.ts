import type { Story, StoryStep } from '../../model/story';
import type { AtlasState } from '../../state/atlas.svelte';
import { parseCamera, parseView } from '../../state/url';
import { StepPlayer } from './player.svelte';

/** Size in CSS pixels of the map authors frame their steps on: what Explore leaves to the map on a laptop. */
const FRAMED = { width: 800, height: 620 };

/** Whether the reader asked for less motion. */
export const lessMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * One reading of a story: where it stands, and the stage that shows the view of that place. The state moves at once; scrolling,
 * flights and plays follow it and are never waited for.
 */
export class Reader {
  /** Index of the step; -1 = the opening, which shows the view of the first. */
  at: number = $state(-1);
  readonly story: Story;
  readonly stage: AtlasState;
  readonly player: StepPlayer;
  #atlas: AtlasState;
  #size = FRAMED;

  constructor(atlas: AtlasState, story: Story, stage: AtlasState, at = -1) {
    this.#atlas = atlas;
    this.story = story;
    this.stage = stage;
    this.player = new StepPlayer(stage);
    this.at = at;
    this.#enter(this.step, this.at < 0);
  }

  /** A reading at the step the link names, its stage ready. Rejects as the data floor does. */
  static async open(atlas: AtlasState, story: Story): Promise<Reader> {
    const at = story.steps.findIndex(({ id }) => id === atlas.view.step);
    const step = story.steps[Math.max(0, at)]!;
    const stage = await atlas.fork(stageQuery(atlas, step), step.hash);
    if (stage.error) throw stage.error;
    return new Reader(atlas, story, stage, at);
  }

  step: StoryStep = $derived.by(() => this.story.steps[Math.max(0, this.at)]!);
  last: boolean = $derived.by(() => this.at === this.story.steps.length - 1);

  /** Arrives at a step. The address follows without a new entry in the history. */
  go(at: number, { silent = false } = {}): void {
    const to = Math.min(this.story.steps.length - 1, Math.max(-1, at));
    if (to === this.at) return;
    const before = this.step;
    this.at = to;
    if (!silent) void this.#atlas.decide({ step: to < 0 ? null : this.step.id }, true);
    // From the opening to the first step nothing but time moves.
    if (before !== this.step || this.step.play) {
      if (before !== this.step) {
        void this.stage.follow(stageQuery(this.#atlas, this.step), this.step.hash);
        this.#frame();
      }
      this.#enter(this.step, to < 0);
    }
  }

  /** The stage has this many pixels for its map: a camera shows the same ground on a phone as on a wall, from farther away. */
  fit(width: number, height: number): void {
    if (width < 1 || height < 1) return;
    this.#size = { width, height };
    this.#frame();
  }

  #frame(): void {
    const camera = parseCamera(this.step.hash);
    if (camera.kind !== 'valid') return;
    const { width, height } = this.#size;
    const closer = Math.log2(Math.min(width / FRAMED.width, height / FRAMED.height));
    this.stage.camera = { ...camera.value, zoom: camera.value.zoom + closer };
  }

  /** The stage speaks the language and wears the theme of the page around it. */
  dress(): void {
    const { lang, theme, mode } = this.#atlas.view;
    const { view } = this.stage;
    this.stage.systemDark = this.#atlas.systemDark;
    if (view.lang !== lang || view.theme !== theme) this.stage.view = { ...view, lang, theme, mode };
  }

  /** The very view on the stage, as the reader sees it now, opened in Explore: from here on the link is that of the place. */
  explore(): Promise<void> {
    return openView(this.#atlas, this.stage.query, '', this.stage.camera);
  }
  /** The same as a link, for a new tab. */
  get exploreHref(): string {
    const q = new URLSearchParams(this.stage.query);
    return `./${q.size ? `?${q}` : ''}${this.step.hash}`;
  }

  leave(): void {
    this.player.stop();
  }

  #enter(step: StoryStep, waiting: boolean): void {
    // The opening shows where a play begins, and does not play.
    this.player.enter(step.play, waiting ? false : lessMotion());
    if (waiting) this.player.stop();
    const next = this.story.steps[this.at + 1];
    if (next && this.#atlas.manifest)
      this.stage.prefetch(parseView(next.view, this.#atlas.manifest).view.indicator);
  }
}

/** A step's view with the reader's own language, theme and mode. */
export function stageQuery(atlas: AtlasState, step: StoryStep): string {
  const { lang, theme, mode } = atlas.view;
  const q = new URLSearchParams(step.view);
  for (const [key, value] of Object.entries({ lang, theme, mode })) q.set(key, value);
  return `?${q}`;
}

/** Leaves a story for a view of the atlas, language and theme kept. */
export function openView(
  atlas: AtlasState,
  query: string,
  hash: string,
  camera = ((parsed) => (parsed.kind === 'valid' ? parsed.value : null))(parseCamera(hash)),
): Promise<void> {
  if (!atlas.manifest) return Promise.resolve();
  const { lang, theme, mode } = atlas.view;
  const { view } = parseView(query, atlas.manifest);
  atlas.camera = camera;
  return atlas.decide({
    ...view,
    lang,
    theme,
    mode,
    page: 'explore',
    story: null,
    step: null,
    form: 'read',
    easy: false,
  });
}
