import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { DESKTOP, disconnectAfterAll, mapIs, visit } from './harness';

disconnectAfterAll();

/** Presses Tab until what has the focus answers to `wanted`; a reader without a mouse has no other way. */
async function tabTo(page: Page, wanted: RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    const name = await page.evaluate(() => {
      const e = document.activeElement as HTMLElement | null;
      return e ? (e.getAttribute('aria-label') ?? e.textContent ?? '').trim() : '';
    });
    if (wanted.test(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${wanted}`);
}

describe('without a mouse', () => {
  visit('which area has most people over 65, and how does mine compare?', DESKTOP, async ({ page, open }) => {
    // No pointer is ever used: the first step is that of any page, the Tab key.
    await open();
    await mapIs(page, 'ready');
    await page.keyboard.press('Tab');

    // The table, sorted by its value.
    await page.keyboard.press('t');
    await page.locator('#room').waitFor();
    await tabTo(page, /^Valore/);
    await page.keyboard.press('Enter');
    const rows = page.locator('#room tbody tr');
    const most = await rows.first().innerText();
    const [second] = await Promise.all([rows.nth(1).innerText()]);
    const shareOf = (row: string) => Number(/(\d+,\d)\s*%/.exec(row)![1]!.replace(',', '.'));
    expect(shareOf(most)).toBeGreaterThanOrEqual(shareOf(second));
    expect(shareOf(most)).toBeGreaterThan(30);

    // Mine, by its address.
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
    await page.keyboard.type('via zamboni 33');
    const hits = page.locator('section[aria-label="Indirizzi"] button');
    await hits.first().waitFor();
    await tabTo(page, /Zamboni.*33/i);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('a')).toMatch(/^\d+$/);

    // Its card compares it with zona, quartiere and city, and says whether the difference is real.
    const card = page.getByRole('article');
    await card.waitFor();
    const text = await card.innerText();
    expect(text).toMatch(/quartiere/);
    expect(text).toMatch(/Bologna/);
    expect(text).toMatch(/sopra|sotto|in linea/);
  });
});
