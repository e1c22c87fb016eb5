import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeFindings, DESKTOP, disconnectAfterAll, PHONE, visit } from './harness';

disconnectAfterAll();

const key = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const SCREENS = { desktop: DESKTOP, phone: PHONE };

interface Case {
  chart: string;
  link: string;
  head: { it: string; en: string };
  /** Rows of the table behind the picture, at least. */
  rows: number;
}
const CASES: Case[] = [
  {
    chart: 'series',
    link: '?i=population.foreign_share&l=zona&a=B&v=charts&g=series',
    head: { it: 'anno per anno', en: 'year by year' },
    rows: 19,
  },
  {
    chart: 'spread',
    link: '?l=zona&v=charts&g=spread',
    head: { it: 'come si distribuiscono', en: 'how the zones spread' },
    rows: 18,
  },
  {
    chart: 'scatter',
    link: '?i=income.mean&l=zona&v=charts&g=scatter&j=population.over65_share',
    head: { it: '·', en: '·' },
    rows: 18,
  },
  {
    chart: 'pyramid',
    link: '?l=zona&a=B&v=charts&g=pyramid',
    head: { it: 'Le età', en: 'Ages' },
    rows: 19,
  },
  {
    chart: 'stripes',
    link: '?i=environment.temperature_mean&v=charts&g=stripes',
    head: { it: 'gli anni a colori', en: 'the years in colour' },
    rows: 20,
  },
  {
    chart: 'calendar',
    link: '?i=environment.pm10_mean&v=charts&g=calendar',
    head: { it: 'giorno per giorno', en: 'day by day' },
    rows: 12,
  },
  {
    chart: 'day',
    link: '?i=mobility.traffic_loops&v=charts&g=day',
    head: { it: 'il giorno feriale tipo', en: 'the typical working day' },
    rows: 24,
  },
  {
    chart: 'hours',
    link: '?i=environment.no2_mean&v=charts&g=hours',
    head: { it: 'ora per ora: Porta San Felice', en: 'hour by hour: Porta San Felice' },
    rows: 24,
  },
];

const chartOf = (page: Page) => page.locator('#room').getByRole('application').first();
/** What the chart's live region has just said. */
const spoken = (page: Page) => page.locator('#room .chart [aria-live]').first();

async function showNumbers(page: Page, lang: 'it' | 'en' = 'it'): Promise<void> {
  await page.getByRole('button', { name: lang === 'it' ? 'Mostra i numeri' : 'Show the numbers' }).click();
  await page.locator('#room table').waitFor();
}

describe('every chart opens by its link, in words, numbers and by keyboard', () => {
  for (const [i, { chart, link, head, rows }] of CASES.entries())
    for (const screen of ['desktop', 'phone'] as const) {
      const lang = (i + (screen === 'phone' ? 1 : 0)) % 2 === 0 ? 'it' : 'en';
      visit(`${chart}, ${screen}, ${lang}`, SCREENS[screen], async ({ page, open }) => {
        await open(lang === 'it' ? link : `${link}&lang=en`);
        const plot = chartOf(page);
        await plot.locator('svg').first().waitFor();
        expect(key(page, 'g') ?? chart).toBe(chart);
        expect(await page.locator('#room h2').innerText()).toContain(head[lang]);
        expect(await page.locator('#room .sentence').innerText()).toMatch(/\d/);
        expect(await plot.getAttribute('aria-label')).toContain(lang === 'it' ? 'Frecce' : 'Arrows');

        await plot.focus();
        await page.keyboard.press('Home');
        await expect.poll(() => spoken(page).innerText()).toMatch(/: .*\d|: (non misurato|not measured)/);
        const first = await spoken(page).innerText();
        await page.keyboard.press('ArrowRight');
        await expect.poll(() => spoken(page).innerText()).not.toBe(first);
        // What is told stands beside the point too, within the picture.
        const tip = (await page.locator('#room .tip').boundingBox())!;
        expect(tip.x).toBeGreaterThanOrEqual(0);
        expect(tip.x + tip.width).toBeLessThanOrEqual(page.viewportSize()!.width);
        await page.keyboard.press('Escape');

        await showNumbers(page, lang);
        expect(await page.locator('#room tbody tr').count()).toBeGreaterThanOrEqual(rows);
        expect((await page.locator('#room caption').innerText()).length).toBeGreaterThan(8);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(sideways).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
      });
    }
});

describe('chart, small map and table show the same area', () => {
  const lit = (page: Page) => ({
    map: page.locator('#room path.hovered'),
    row: page.locator('#room tbody tr.hovered'),
    mark: page.locator('#room .plot .hot'),
  });

  for (const { chart, link } of CASES.filter(({ chart }) => /series|spread|scatter/.test(chart)))
    visit(`${chart}: pointing at one lights the others`, DESKTOP, async ({ page, open }) => {
      await open(link.replace('&a=B', ''));
      await chartOf(page).locator('svg').first().waitFor();
      await page.locator('#room .locator svg').waitFor();
      await showNumbers(page);
      const { map, row, mark } = lit(page);

      // From the chart.
      await chartOf(page).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await map.waitFor();
      const name = (await spoken(page).innerText()).split(/[,:]/)[0]!;
      expect(await row.first().innerText()).toContain(name);
      await chartOf(page).blur();
      await map.waitFor({ state: 'detached' });

      // From the map: the middle of an area's box may lie outside it, so the event is sent to the area itself.
      const area = page.locator('#room path.area[data-code="B"]');
      await area.dispatchEvent('pointerenter');
      await row.first().waitFor();
      expect(await row.first().innerText()).toContain('Bolognina');
      expect(await mark.first().getAttribute('data-key')).toBe('B');
      expect(await page.locator('#room .tip').innerText()).toContain('Bolognina');
      await area.dispatchEvent('pointerleave');

      // From the table.
      await page.locator('#room tbody tr', { hasText: 'Corticella' }).first().hover();
      await expect.poll(() => page.locator('#room .tip').first().innerText()).toContain('Corticella');
      await map.waitFor();

      // Enter chooses: the map keeps the area in the accent, the link names it.
      await chartOf(page).focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await expect.poll(() => key(page, 'a')).not.toBeNull();
      await page.locator('#room path.selected').waitFor();
      await page.getByRole('button', { name: 'Togli la scelta' }).click();
      await expect.poll(() => key(page, 'a')).toBeNull();
    });

  visit(
    'scatter: a box gathers areas on map and table, and lets them go',
    DESKTOP,
    async ({ page, open }) => {
      await open('?i=income.mean&l=zona&v=charts&g=scatter&j=population.over65_share');
      const plot = chartOf(page);
      await plot.locator('svg').first().waitFor();
      await page.locator('#room .locator svg').waitFor();
      await showNumbers(page);
      const box = (await plot.boundingBox())!;
      await page.mouse.move(box.x + 60, box.y + 40);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.45, box.y + box.height * 0.9, { steps: 6 });
      await page.locator('#room .brush').waitFor();
      await page.mouse.up();
      await expect.poll(() => key(page, 'u')).not.toBeNull();
      const rows = page.locator('#room tbody tr.picked');
      const gathered = await rows.count();
      expect(gathered).toBeGreaterThan(1);
      expect(gathered).toBeLessThan(18);
      await page.getByText(`${gathered} aree raccolte`).waitFor();
      expect(await page.locator('#room path.area:not(.dim)').count()).toBe(gathered);
      expect(await page.locator('#room .plot circle[data-key]:not(.dim)').count()).toBe(gathered);

      // The same from the keyboard: space adds the point that is read.
      await page.getByRole('button', { name: 'Lasciale andare' }).click();
      await expect.poll(() => rows.count()).toBe(0);
      await plot.focus();
      await page.keyboard.press('Home');
      await page.keyboard.press(' ');
      await page.keyboard.press('End');
      await page.keyboard.press(' ');
      await expect.poll(() => rows.count()).toBe(2);
      const link = page.url();
      await page.reload();
      await page.getByText('2 aree raccolte').waitFor();
      expect(page.url()).toBe(link);
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  visit('a class of the legend lights its areas in the chart', DESKTOP, async ({ page, open }) => {
    await open('?l=zona&v=charts&g=spread');
    await chartOf(page).locator('svg').first().waitFor();
    const row = page.locator('.legend .classes button').last();
    const many = Number(/: (\d+)/.exec((await row.getAttribute('aria-label'))!)![1]);
    await row.focus();
    await expect.poll(() => page.locator('#room .plot circle[data-key]:not(.dim)').count()).toBe(many);
    expect(many).toBeLessThan(18);
  });
});

visit('the choice of charts offers what the data carry, by keyboard', DESKTOP, async ({ page, open }) => {
  await open('?v=charts');
  await chartOf(page).locator('svg').first().waitFor();
  const radios = page.locator('#room').getByRole('radio', { name: /Nel|Dist|Rel|Pir|Str|Cal|Giorno/ });
  const names = await page.locator('#room fieldset').first().innerText();
  expect(names).toContain('Piramide');
  expect(names).not.toContain('Calendario');
  await radios.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => key(page, 'g')).toBe('spread');
  await page.locator('#room h2', { hasText: 'come si distribuiscono' }).waitFor();
  await page.goBack();
  await expect.poll(() => key(page, 'g')).toBeNull();
});

visit('a chart that the topic does not carry gives way to one it does', DESKTOP, async ({ page, open }) => {
  await open('?v=charts&g=calendar&lang=en');
  await chartOf(page).locator('svg').first().waitFor();
  expect(await page.locator('#room h2').innerText()).toContain('year by year');
});
