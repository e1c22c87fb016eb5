import { describe, expect } from 'vitest';
import { axeFindings, DESKTOP, disconnectAfterAll, mapIs, PHONE, visit } from './harness';

disconnectAfterAll();

describe('the built site, below a path of its own', () => {
  for (const [screen, size] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    visit(`opens and draws its map (${screen})`, size, async ({ page, open }) => {
      await open();
      await mapIs(page, 'ready');
      expect(await page.title()).toMatch(/Bologna/);
      expect(await page.getAttribute('html', 'lang')).toBe('it');
      expect(await page.locator('canvas.maplibregl-canvas').count()).toBe(1);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      visit(
        `has nothing serious for axe (${screen}, ${colorScheme})`,
        { ...size, colorScheme },
        async ({ page, open }) => {
          await open('?lang=en');
          await mapIs(page, 'ready');
          expect(await axeFindings(page)).toEqual([]);
        },
      );
    }
  }

  visit(
    'shows title, finding and picture without any script',
    { javaScriptEnabled: false },
    async ({ page, open }) => {
      await open();
      expect(await page.locator('h1').first().innerText()).toMatch(/\S/);
      expect(await page.locator('svg path').count()).toBeGreaterThan(80);
    },
  );
});
