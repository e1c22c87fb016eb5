import type { Page } from 'playwright-core';
import type { Probe } from './plain/probe';

export const ACTS = ['switch', 'scrub', 'pan'] as const;
export type Act = (typeof ACTS)[number];

export interface Seen {
  /** Milliseconds from the input to the end of the first frame that shows another map; of a pan from its beginning. */
  first: number;
  /** The same to the first frame after which nothing changes any more. */
  settled: number;
  /** Different pictures in that time. */
  frames: number;
  /** Longest wait for the next picture between the first and the last, ms; 0 when there was one only. */
  longest: number;
}

const QUIET_MS = 700;
const LONGEST_MS = 60_000;

/** Arms the probe, acts, waits until the map has come to rest, and reads what was seen; null when no pixel looked at differed. */
export async function observe(
  page: Page,
  event: 'click' | 'keydown' | 'drag',
  act: () => Promise<void>,
): Promise<Seen | null> {
  // The probe knows what stands there only once a frame was drawn since it began to read.
  const before = await page.evaluate<number | null>('frameProbe.last');
  await page.evaluate(`frameProbe.arm('${event === 'drag' ? 'click' : event}')`);
  const began = await page.evaluate<number>('performance.now()');
  await act();
  await page.waitForFunction(
    `performance.now() - Math.max(frameProbe.frames.at(-1)?.at ?? 0, frameProbe.input ?? 0, ${began}) > ${QUIET_MS}`,
    undefined,
    { timeout: LONGEST_MS, polling: 50 },
  );
  await page.evaluate('frameProbe.disarm()');
  const { frames, input } = await page.evaluate<Probe>('frameProbe');
  const since = event === 'drag' ? began : (input ?? began);
  let last = before;
  const other = frames.filter(({ at, hash }) => {
    const changed = at >= since && hash !== last;
    last = hash;
    return changed;
  });
  const [first, end] = [other[0], other.at(-1)];
  if (!first || !end) return null;
  const gaps = other.slice(1).map(({ at }, i) => at - other[i]!.at);
  return {
    first: first.at - since,
    settled: end.at - since,
    frames: other.length,
    longest: Math.max(0, ...gaps),
  };
}

/** A hand that holds the map and moves it 240 px and back to where it was, in as many moves on every page. */
export async function drag(page: Page, box: readonly number[], to: 1 | -1): Promise<void> {
  const [left = 0, top = 0, width = 0, height = 0] = box;
  const y = top + height * 0.35;
  const from = left + width / 2 - 120 * to;
  await page.mouse.move(from, y);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) {
    await page.mouse.move(from + 20 * i * to, y);
    await page.waitForTimeout(40);
  }
  // At rest before it lets go: no page may sail on.
  await page.waitForTimeout(250);
  await page.mouse.up();
  await page.mouse.move(2, 2);
}

/** Arrow keys as they come from one held down. */
export async function scrub(
  page: Page,
  key: 'ArrowLeft' | 'ArrowRight',
  next?: readonly string[],
): Promise<void> {
  for (let i = 0; i < SCRUB_STEPS; i++) {
    if (next) await page.evaluate(`window.next = ${JSON.stringify(next[i])}`);
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
}
export const SCRUB_STEPS = 6;
