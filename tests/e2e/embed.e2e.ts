import { describe, expect } from 'vitest';
import { axeFindings, disconnectAfterAll, visit } from './harness';

disconnectAfterAll();

/** A frame shows what the atlas shows at the same link, not a map in its stead. */
describe('embed', () => {
  for (const [what, query, selector] of [
    ['a chart', 'i=income.mean&v=charts&g=scatter', '.charts-room svg'],
    ['small maps', 'i=population.over65_share&k=multiples', '.multiples svg'],
    ['a table', 'i=income.mean&l=quartiere&v=table', '.table-room table'],
    ['two maps', 'i=population.over65_share&q=2010&c=side', '#map-other canvas'],
  ] as const)
    visit(
      `embed: ${what}, as in the atlas`,
      { viewport: { width: 390, height: 500 } },
      async ({ page, open }) => {
        await open(`?mode=embed&${query}`);
        const shown = page.locator(selector).first();
        await shown.waitFor();
        expect(await shown.isVisible()).toBe(true);
        expect(await page.locator('#app h1').innerText()).not.toBe('');
        expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
      },
    );
});
