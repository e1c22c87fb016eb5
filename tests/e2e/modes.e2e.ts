import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeFindings, DESKTOP, disconnectAfterAll, heading, mapIs, visit } from './harness';

disconnectAfterAll();

/**
 * Lets the clock run until the atlas asks whether someone is still there. In steps: on a busy machine the pointer's last move may
 * reach the page after the clock has begun to run. How long exactly is a matter of the unit tests.
 */
async function untilAsked(page: Page): Promise<void> {
  const question = page.getByText('Are you still there?');
  for (let seconds = 0; seconds < 300 && !(await question.isVisible()); seconds += 15)
    await page.clock.runFor(15_000);
  expect(await question.isVisible()).toBe(true);
}

describe('modes', () => {
  visit(
    'embed: title, legend, source and the way to the atlas; no storage; nothing overflows',
    { viewport: { width: 600, height: 420 } },
    async ({ page, open, context }) => {
      await open('?mode=embed&i=income.mean&l=quartiere&lang=en');
      await mapIs(page, 'ready');
      expect(await heading(page)).toMatch(/Mean|income/i);
      expect(await page.getByText(/Source: Comune di Bologna/).count()).toBe(1);
      const way = page.getByRole('link', { name: /Open in the atlas/ });
      expect(new URL((await way.getAttribute('href'))!, page.url()).search).toBe(
        '?i=income.mean&l=quartiere&lang=en',
      );
      expect(await page.getByRole('button', { name: 'Change topic' }).count()).toBe(0);
      expect(
        await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]),
      ).toEqual([0, 0, '']);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  visit('embed works inside a sandboxed frame of another page', DESKTOP, async ({ page, site }) => {
    await page.goto(site);
    await page.setContent(
      `<h1>Giornale</h1><iframe sandbox="allow-scripts" src="${site}?mode=embed" title="Mappa" style="width:600px;height:420px;border:0"></iframe>`,
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('h1.title').last().waitFor();
    await expect
      .poll(() => frame.locator('html').getAttribute('data-map'), { timeout: 45_000 })
      .toBe('ready');
  });

  visit(
    'kiosk: no way out, large targets, idle countdown that can be extended, then a clean start',
    { viewport: { width: 1920, height: 1080 } },
    async ({ page, open }) => {
      await page.clock.install();
      await open('?mode=kiosk');
      await page.clock.runFor(3000);
      await mapIs(page, 'ready');
      expect(await page.locator('#app a[href^="http"], #app a[target]').count()).toBe(0);
      const target = await page.getByRole('button', { name: 'Ingrandisci' }).boundingBox();
      expect(Math.min(target!.width, target!.height)).toBeGreaterThanOrEqual(60);
      const prevented = await page.evaluate(
        () =>
          !document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
      );
      expect(prevented).toBe(true);

      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('radio', { name: 'Table' }).check({ force: true });
      await untilAsked(page);
      await page.getByRole('button', { name: 'I’m here' }).click();
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      // Left open by whoever walked away: a panel with something typed into it.
      await page.getByRole('button', { name: /Change topic/ }).click();
      await page.getByRole('searchbox').first().fill('income');
      await untilAsked(page);
      await page.clock.runFor(31_000);
      await expect.poll(() => page.getAttribute('html', 'lang')).toBe('it');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      expect(await page.getByRole('table').count()).toBe(0);
    },
  );
});
