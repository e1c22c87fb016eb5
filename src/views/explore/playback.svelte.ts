import type { AtlasState } from '../../state/atlas.svelte';

/** The whole series takes about this long, however many periods it has (Scrollama and Gapminder practice; CONVENTIONS: time). */
const TOTAL_MS = 4000;
const SLOWEST_MS = 700;
const FASTEST_MS = 110;
/** What a reader may choose; 1 is the pace above. */
export const SPEEDS = [1, 0.5, 2] as const;

/** Plays the periods of the level on screen once and stops at the end; a touch stops it where it is. */
export class Playback {
  playing: boolean = $state(false);
  speed: (typeof SPEEDS)[number] = $state(1);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #atlas: AtlasState;

  constructor(atlas: AtlasState) {
    this.#atlas = atlas;
  }

  get periods(): readonly string[] {
    return this.#atlas.levelTable?.periods ?? [];
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.#start();
  }

  /** The next of the speeds, round and round; a running play goes on with it. */
  changeSpeed(): void {
    this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length]!;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.playing = false;
  }

  /** One period on or back; stops a running play. */
  step(by: 1 | -1): void {
    this.stop();
    const next = this.periods[this.periods.indexOf(this.#atlas.period) + by];
    if (next) void this.#atlas.decide({ period: next });
  }

  #start(): void {
    if (this.periods.length < 2) return;
    this.playing = true;
    const atEnd = this.#atlas.period === this.periods.at(-1);
    if (atEnd) void this.#atlas.decide({ period: this.periods[0] ?? '' });
    this.#next(atEnd);
  }

  /** The first move is a decision, the rest only carry it on: Back returns to the period the play started from. */
  #next(decided: boolean): void {
    const pause = Math.min(SLOWEST_MS, Math.max(FASTEST_MS, TOTAL_MS / this.periods.length)) / this.speed;
    this.#timer = setTimeout(() => {
      const next = this.periods[this.periods.indexOf(this.#atlas.period) + 1];
      if (!next) return this.stop();
      void this.#atlas.decide({ period: next }, decided);
      if (next === this.periods.at(-1)) this.stop();
      else this.#next(true);
    }, pause);
  }
}
