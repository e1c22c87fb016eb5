import { HALF_HOURS } from '../../../../model/series';

/** A day of half hours in twelve seconds: each can still be seen. */
const STEP_MS = 250;

/** Time of day on the map: a half hour chosen or played, and whether the points move. No part of a link. */
export class Clock {
  half: number = $state(0);
  playing: boolean = $state(false);
  moving: boolean = $state(true);
  /** The reader's device asks for less motion: points stand still, and nothing offers to move them. */
  readonly calm: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(half: number, calm: boolean) {
    this.half = half;
    this.calm = calm;
    this.moving = !calm;
  }

  set(half: number): void {
    this.stop();
    this.half = Math.min(HALF_HOURS - 1, Math.max(0, half));
  }

  /** Plays to midnight and stops; from midnight it begins again. */
  toggle(): void {
    if (this.playing) return this.stop();
    if (this.half === HALF_HOURS - 1) this.half = 0;
    this.playing = true;
    this.#timer = setInterval(() => {
      this.half += 1;
      if (this.half >= HALF_HOURS - 1) this.stop();
    }, STEP_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.playing = false;
  }
}
