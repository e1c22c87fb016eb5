import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** The map as drawn, without what floats over it. */
export async function mapPicture(page: Page): Promise<PNG> {
  // Until two pictures in a row agree: fading labels and the hand-over from the first picture take a moment.
  let before = await shot(page);
  for (let i = 0; i < 20; i++) {
    await page.waitForTimeout(250);
    const now = await shot(page);
    if (difference(before, now) === 0) return now;
    before = now;
  }
  return before;
}

async function shot(page: Page): Promise<PNG> {
  const size = page.viewportSize() ?? { width: 1024, height: 640 };
  // The middle of the right half: map on every wide layout, clear of column, buttons and notices.
  const clip = {
    x: size.width * 0.5,
    y: size.height * 0.25,
    width: size.width * 0.35,
    height: size.height * 0.4,
  };
  return PNG.sync.read(await page.screenshot({ clip }));
}

/** Share of pixels, 0–1, that differ visibly. */
export function difference(a: PNG, b: PNG): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.15 }) / (a.width * a.height);
}

/** Share of pixels, 0–1, with a colour of their own: paper, ink and greys are not. */
export function coloured({ data, width, height }: PNG): number {
  let count = 0;
  for (let i = 0; i < data.length; i += 4) {
    const [r = 0, g = 0, b = 0] = data.subarray(i, i + 3);
    if (Math.max(r, g, b) - Math.min(r, g, b) > 24) count++;
  }
  return count / (width * height);
}
