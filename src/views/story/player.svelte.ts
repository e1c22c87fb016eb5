import type { AtlasState } from '../../state/atlas.svelte';

/** The whole span takes about this long, after a moment in which the map comes to rest. */
const TOTAL_MS = 4500;
const SLOWEST_MS = 700;
const FASTEST_MS = 90;
const LEAD_MS = 900;

/** Plays time inside a step, once, and stops at its end; the reader may stop, replay or move it. */
export class StepPlayer {
  playing: boolean = $state(false);
  span: readonly [string, string] | null = $state.raw(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stage: AtlasState;

  constructor(stage: AtlasState) {
    this.#stage = stage;
  }

  /** Periods of the span that the level on screen covers; [] while its table is on its way. */
  periods: readonly string[] = $derived.by(() => {
    const { span } = this;
    const { levelTable, pending } = this.#stage;
    if (!span || !levelTable || pending) return [];
    return levelTable.periods.filter((p) => p >= span[0] && p <= span[1]);
  });

  /** Begins a step: at the start of its span, or right at its end where nothing may move. */
  enter(span: readonly [string, string] | null, still: boolean): void {
    this.stop();
    this.span = span;
    if (!span) return;
    this.#show(still ? span[1] : span[0]);
    if (still) return;
    this.playing = true;
    this.#timer = setTimeout(() => this.#next(), LEAD_MS);
  }

  toggle(): void {
    if (this.playing) return this.stop();
    if (!this.span) return;
    if (this.#stage.period >= this.span[1]) this.#show(this.span[0]);
    this.playing = true;
    this.#timer = setTimeout(() => this.#next(), this.#pause);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.playing = false;
  }

  seek(period: string): void {
    this.stop();
    this.#show(period);
  }

  get #pause(): number {
    return Math.min(SLOWEST_MS, Math.max(FASTEST_MS, TOTAL_MS / Math.max(1, this.periods.length)));
  }

  #show(period: string): void {
    void this.#stage.decide({ period }, true);
  }

  #next(): void {
    const next = this.periods.find((p) => p > this.#stage.view.period);
    if (next) this.#show(next);
    // Without a table yet there is no next period: wait for it.
    if (next ? next < (this.span?.[1] ?? '') : this.periods.length === 0)
      this.#timer = setTimeout(() => this.#next(), this.#pause);
    else this.playing = false;
  }
}
