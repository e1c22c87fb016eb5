import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeFindings, DESKTOP, disconnectAfterAll, mapIs, PHONE, visit } from './harness';

disconnectAfterAll();

const key = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const bothReady = async (page: Page): Promise<void> => {
  await page.locator('#map-other canvas.maplibregl-canvas').waitFor();
  await mapIs(page, 'ready');
};
/** Share of points of a coarse grid over the room whose colour differs between two pictures. */
async function differs(page: Page, act: () => Promise<void>): Promise<boolean> {
  const room = page.locator('.room').first();
  const before = await room.screenshot();
  await act();
  return !before.equals(await room.screenshot());
}

describe('two maps', () => {
  visit('a divider between two dates, by mouse and by keyboard', DESKTOP, async ({ page, open }) => {
    await open('?i=population.foreign_share&l=zona');
    await mapIs(page, 'ready');
    await page.locator('summary', { hasText: 'Confronta' }).click();
    await page.getByRole('radio', { name: 'Tendina' }).check();
    await bothReady(page);
    expect([key(page, 'c'), key(page, 'q')]).toEqual(['swipe', '1986']);
    await page.locator('.captions').getByText('1986').waitFor();

    const divider = page.getByRole('slider', { name: 'Tendina tra le due mappe' });
    const moved = await differs(page, async () => {
      await divider.focus();
      await page.keyboard.press('PageUp');
    });
    expect(moved).toBe(true);
    expect(await divider.getAttribute('aria-valuenow')).toBe('60');
    expect(await divider.getAttribute('aria-valuetext')).toBe('60 % 1986, il resto 2023');

    // Each side has a date of its own.
    await page.getByRole('combobox', { name: 'Anno' }).selectOption('2001');
    await page.locator('.captions').getByText('2001').waitFor();
    expect(key(page, 'q')).toBe('2001');

    // What is chosen on the second map is chosen on both.
    const box = (await page.locator('#map-other').boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.3, box.y + box.height * 0.42);
    await page.locator('.captions strong').first().waitFor();
    expect(key(page, 'a')).not.toBeNull();
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('radio', { name: 'Una mappa sola' }).check();
    await page.locator('#map-other').waitFor({ state: 'detached' });
    await mapIs(page, 'ready');
  });

  visit(
    'side by side, another topic with its own classes; cameras together',
    DESKTOP,
    async ({ page, open }) => {
      await open('?lang=en&c=side&j=income.mean');
      await bothReady(page);
      await page.locator('.captions').getByText('Mean income per taxpayer').waitFor();
      expect(await page.locator('.classes').count()).toBe(2);
      // Zooming the first moves the second: both pictures change.
      const second = page.locator('#map-other');
      const before = await second.screenshot();
      await page.locator('#map').focus();
      await page.keyboard.press('+');
      await page.waitForTimeout(600);
      await mapIs(page, 'ready');
      expect(before.equals(await second.screenshot())).toBe(false);
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  visit('one above the other on a phone', PHONE, async ({ page, open }) => {
    await open('?i=population.foreign_share&l=zona&q=1996&c=side');
    await bothReady(page);
    const [one, two] = await Promise.all(['#map-other', '#map'].map((id) => page.locator(id).boundingBox()));
    expect(one!.height).toBeGreaterThan(180);
    expect(Math.abs(one!.height - two!.height)).toBeLessThan(2);
    expect(two!.y).toBeGreaterThanOrEqual(one!.y + one!.height - 2);
    expect(await axeFindings(page)).toEqual([]);
  });

  visit('a topic that lacks the level says so instead of a blank half', DESKTOP, async ({ page, open }) => {
    await open('?c=side&j=population.mean_age');
    await mapIs(page, 'ready');
    await page.getByText('non è pubblicato al livello sullo schermo').first().waitFor();
  });
});
