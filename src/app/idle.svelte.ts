/** Signs of a person at the screen. Focus is none: the page moves it by itself. Playing media would count; there is none yet. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** A browser repeats `pointermove` when the page changes under a pointer at rest; only a new place on the screen is a hand. */
function movedBy(): (event: Event) => boolean {
  let last = '';
  return (event) => {
    if (event.type !== 'pointermove') return true;
    const { screenX = 0, screenY = 0 } = event as Partial<PointerEvent>;
    const place = `${screenX},${screenY}`;
    const moved = last !== '' && place !== last;
    last = place;
    return moved;
  };
}
export const COUNTDOWN_SECONDS = 30;

/**
 * After `idleSeconds` without a sign of a person, counts down; unless someone says "I'm here", calls `onreset`.
 * `remaining` is null while nobody needs to be asked.
 */
export class IdleReset {
  remaining: number | null = $state(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idleMs: number;
  #onreset: () => void;

  constructor(idleSeconds: number, onreset: () => void) {
    this.#idleMs = idleSeconds * 1000;
    this.#onreset = onreset;
  }

  /** Starts listening; returns the way out. */
  watch(target: EventTarget): () => void {
    const moved = movedBy();
    const sign = (event: Event) => {
      if (moved(event) && this.remaining === null) this.stay();
    };
    for (const name of SIGNS) target.addEventListener(name, sign, { passive: true });
    this.stay();
    return () => {
      clearTimeout(this.#timer);
      for (const name of SIGNS) target.removeEventListener(name, sign);
    };
  }

  stay(): void {
    this.remaining = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#count(COUNTDOWN_SECONDS), this.#idleMs);
  }

  now(): void {
    this.#onreset();
    this.stay();
  }

  #count(seconds: number): void {
    if (seconds <= 0) return this.now();
    this.remaining = seconds;
    this.#timer = setTimeout(() => this.#count(seconds - 1), 1000);
  }
}
