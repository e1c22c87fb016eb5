/** How a series of maps runs as a film, and about how much it weighs. */

/** Seconds: a single map at most, the whole series about this long, the last map at least, the film at least. */
const LONGEST_STEP = 1;
const SERIES = 6;
const LAST = 1.5;
const SHORTEST_FILM = 4;
/** A map dissolves into the next over this share of its time, and no longer than these seconds. */
const FADE_SHARE = 0.4;
const LONGEST_FADE = 0.25;

export interface Pace {
  /** Seconds each map stands but the last. */
  step: number;
  /** Seconds the last one stands. */
  last: number;
  fade: number;
  total: number;
}

/** Four to seven and a half seconds for two to any number of maps; the last one can be read. */
export function paceOf(frames: number): Pace {
  const step = Math.min(LONGEST_STEP, SERIES / Math.max(1, frames));
  const before = step * Math.max(0, frames - 1);
  const last = Math.max(LAST + step, SHORTEST_FILM - before);
  return { step, last, fade: Math.min(LONGEST_FADE, step * FADE_SHARE), total: before + last };
}

/** What the film shows at a moment: the map `index`, and how far it has come in over the one before (0–1]. */
export function momentOf(seconds: number, frames: number, pace: Pace): { index: number; share: number } {
  const index = Math.min(frames - 1, Math.floor(seconds / pace.step + 1e-9));
  const into = seconds - index * pace.step;
  return { index, share: index === 0 || pace.fade === 0 ? 1 : Math.min(1, (into + 1e-9) / pace.fade) };
}

/**
 * Bytes by experience, so that a reader knows whether it fits into a mail; measured on maps of 90 areas by
 * tests/e2e/take.e2e.ts, which keeps them within a factor of two.
 */
export const BYTES_PER_PIXEL = { gifFirst: 0.065, gifNext: 0.007, video: 0.022 } as const;

export function gifBytes(width: number, height: number, frames: number): number {
  const { gifFirst, gifNext } = BYTES_PER_PIXEL;
  return width * height * (gifFirst + gifNext * (frames - 1));
}

/** A film's weight goes with the maps that change, not with its length. */
export const videoBytes = (width: number, height: number, frames: number): number =>
  width * height * BYTES_PER_PIXEL.video * (frames + 4);

/** "0,4 MB", "12 kB". */
export function formatBytes(bytes: number, lang: 'it' | 'en'): string {
  const [value, unit] =
    bytes < 95_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kB'] : [Math.round(bytes / 1e5) / 10, 'MB'];
  return `${new Intl.NumberFormat(lang === 'it' ? 'it-IT' : 'en-GB').format(value)}\u00a0${unit}`;
}
