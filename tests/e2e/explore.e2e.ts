import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { axeFindings, DESKTOP, disconnectAfterAll, heading, mapIs, PHONE, visit } from './harness';

disconnectAfterAll();

const query = (page: Page): string => new URL(page.url()).search;
const finding = (page: Page): Promise<string> => page.locator('#app .finding').first().innerText();

async function chooseTopic(page: Page, search: string, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill(search);
  await page.getByRole('button', { name, exact: true }).click();
}

describe('explore on a desktop', () => {
  visit(
    'switches indicator, level, year and language; every one is in the link and Back undoes it',
    DESKTOP,
    async ({ page, open }) => {
      await open();
      await mapIs(page, 'ready');
      const first = await heading(page);

      await chooseTopic(page, 'reddito medio', 'Reddito medio per contribuente');
      await expect.poll(() => heading(page)).not.toBe(first);
      expect(query(page)).toBe('?i=income.mean');
      const atAreas = await finding(page);

      await page.getByRole('radio', { name: 'Zone' }).check({ force: true });
      await expect.poll(() => query(page)).toBe('?i=income.mean&l=zona');
      expect(await finding(page)).not.toBe(atAreas);

      const latest = await finding(page);
      await page.getByRole('slider', { name: 'Anno' }).focus();
      await page.keyboard.press('Home');
      await expect.poll(() => query(page)).toBe('?i=income.mean&l=zona&p=2009');
      expect(await finding(page)).not.toBe(latest);

      await page.getByRole('button', { name: 'English' }).click();
      await expect.poll(() => query(page)).toContain('lang=en');
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      expect(await page.getByRole('button', { name: 'Italiano' }).count()).toBe(1);

      for (const wanted of ['?i=income.mean&l=zona&p=2009', '?i=income.mean&l=zona', '?i=income.mean', '']) {
        await page.goBack();
        await expect.poll(() => query(page)).toBe(wanted);
      }
      await expect.poll(() => heading(page)).toBe(first);
    },
  );

  visit(
    'plays the years to the end and stops there; Back returns to where it began',
    DESKTOP,
    async ({ page, open }) => {
      await open('?p=2014');
      await mapIs(page, 'ready');
      await page.getByRole('button', { name: 'Avvia la sequenza degli anni' }).click();
      await page.getByRole('button', { name: 'Ferma la sequenza' }).waitFor();
      const years = new Set<string>();
      await expect
        .poll(
          async () => {
            years.add(await page.locator('output').innerText());
            return query(page);
          },
          { timeout: 20_000, interval: 50 },
        )
        .toBe('');
      await page.getByRole('button', { name: 'Avvia la sequenza degli anni' }).waitFor();
      expect(years.size).toBeGreaterThan(4);
      expect([...years].at(-1)).toBe('2021');
      await page.goBack();
      await expect.poll(() => query(page)).toBe('?p=2014');
    },
  );

  visit(
    'is walked by keyboard: neighbours, selection, help, and each move is spoken',
    DESKTOP,
    async ({ page, open }) => {
      await open('?l=zona');
      await mapIs(page, 'ready');
      await page.locator('#map').focus();
      // Charts and the following level speak from regions of their own, once they are there.
      const spoken = async () => (await page.locator('[aria-live="polite"]').allInnerTexts()).join(' ');
      await page.keyboard.press('ArrowRight');
      await expect.poll(spoken).toMatch(/zona: \d/);
      const before = await spoken();
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowRight'])
        await page.keyboard.press(key);
      await expect.poll(spoken).not.toBe(before);
      await page.keyboard.press('Enter');
      await expect.poll(() => query(page)).toMatch(/[?&]a=[A-T](&|$)/);
      const card = page.getByRole('article');
      const name = await card.getByRole('heading', { level: 2 }).innerText();
      await expect.poll(spoken).toContain(name);
      expect(await card.innerText()).toMatch(/Bologna/);
      await card.locator('svg[class*="plot"], figure svg, .chart svg').first().waitFor();

      await page.locator('#map').focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText('passa all’area vicina').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#map').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect.poll(() => query(page)).toBe('?l=zona');
    },
  );

  visit(
    'points at an area with the mouse: the legend says its number, a click opens its card',
    DESKTOP,
    async ({ page, open }) => {
      await open('?l=quartiere');
      await mapIs(page, 'ready');
      const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
      await page.mouse.move(box!.x + box!.width * 0.45, box!.y + box!.height * 0.4, { steps: 4 });
      await expect.poll(() => page.locator('.legend .sentence').innerText()).toMatch(/quartiere/);
      await page.locator('.tip').waitFor();
      await page.mouse.click(box!.x + box!.width * 0.45, box!.y + box!.height * 0.4);
      await expect.poll(() => query(page)).toMatch(/a=1[1-6]/);
    },
  );

  visit(
    'reads the same cells as a table, filters and sorts them, and comes back from the link',
    DESKTOP,
    async ({ page, open }) => {
      await open();
      await mapIs(page, 'ready');
      await page.getByRole('radio', { name: 'Tabella' }).check({ force: true });
      const rows = page.getByRole('rowheader');
      await expect.poll(() => rows.count()).toBe(90);
      await page.getByRole('button', { name: 'Valore' }).click();
      const values = await page.locator('tbody td.value').allInnerTexts();
      const numbers = values
        .filter((v) => /\d/.test(v))
        .map((v) => Number(v.replace('%', '').replace(',', '.')));
      expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      expect(values.slice(numbers.length).every((v) => !/\d/.test(v))).toBe(true);
      await page.getByLabel('Filtra per nome').fill('corticella');
      expect(await rows.count()).toBeGreaterThan(1);
      expect(await rows.count()).toBeLessThan(12);
      await rows.first().getByRole('button').click();
      const link = query(page);
      expect(link).toMatch(/a=\d+&v=table/);
      const name = await page.getByRole('article').getByRole('heading', { level: 2 }).innerText();
      await page.reload();
      await expect
        .poll(() => page.getByRole('article').getByRole('heading', { level: 2 }).innerText())
        .toBe(name);
      expect(query(page)).toBe(link);
    },
  );

  visit(
    'names method and sources, and leads from there to what can be taken away',
    DESKTOP,
    async ({ page, open }) => {
      await open('?i=income.mean');
      await mapIs(page, 'ready');
      await page.getByText('Metodo e fonte').click();
      expect(await page.getByRole('link', { name: /Creative Commons/ }).count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Scarica, cita, incorpora: Porta via' }).click();
      await page.getByRole('heading', { name: 'Dati', exact: true }).waitFor();
      const all = await page
        .getByRole('link', { name: 'Tutti gli anni e i livelli (CSV)' })
        .getAttribute('href');
      const answer = await page.request.get(new URL(all!, page.url()).href);
      expect((await answer.text()).split(/\r?\n/)[0]).toBe('level,area,period,value,status');
    },
  );

  visit(
    'replaces what a stale link asks for, says so, and keeps the rest',
    DESKTOP,
    async ({ page, open }) => {
      await open('?i=population.unicorns&lang=en&p=1850');
      await mapIs(page, 'ready');
      const notice = page.getByText('The link is not entirely valid');
      await notice.waitFor();
      expect(await page.getByText('population.unicorns').count()).toBe(1);
      await page.getByRole('button', { name: 'Got it' }).click();
      expect(await notice.count()).toBe(0);
      expect(await page.getAttribute('html', 'lang')).toBe('en');
    },
  );

  visit(
    'says of a kind of map that does not suit the topic what is shown in its stead',
    DESKTOP,
    async ({ page, open }) => {
      await open('?i=population.over65_share&k=extrusion');
      await mapIs(page, 'ready');
      await page
        .getByText('Il tipo di mappa «Rilievo» non si adatta a questo tema: mostro «Aree colorate».')
        .waitFor();
      expect(query(page)).not.toContain('k=');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'English' }).click();
      await page
        .getByText('The kind of map “Relief” does not suit this topic: showing “Shaded areas”.')
        .waitFor();
    },
  );

  visit('finds a place by name', DESKTOP, async ({ page, open }) => {
    await open();
    await mapIs(page, 'ready');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('bolognina');
    await page.getByRole('button', { name: /^Bolognina zona$/ }).click();
    await expect.poll(() => query(page)).toBe('?l=zona&a=B');
    expect(await page.getByRole('article').innerText()).toMatch(/Bolognina/);
  });
});

describe('address search', () => {
  visit('finds a house number offline and goes to its area', DESKTOP, async ({ page, open, requests }) => {
    await open('?i=tourism.nights');
    await mapIs(page, 'ready');
    expect(requests.some((url) => url.includes('/search/'))).toBe(false);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('via zamboni 33');
    await page.getByRole('button', { name: /^Via Luigi Zamboni 33 / }).click();
    await expect.poll(() => query(page)).toMatch(/l=area|a=\d+/);
    await expect.poll(() => page.getByRole('article').innerText()).toMatch(/Irnerio/);
    expect(new URL(page.url()).hash).toMatch(/^#map=14\.5\/44\.49/);
    expect(requests.filter((url) => url.includes('/search/')).length).toBeLessThan(5);
  });
});

describe('explore on a phone', () => {
  visit(
    'opens the sheet, changes the topic, chooses a place, reads its card',
    PHONE,
    async ({ page, open }) => {
      await open();
      await mapIs(page, 'ready');
      await page.getByRole('button', { name: /Cambia tema/ }).tap();
      await page.locator('summary', { hasText: 'Famiglie' }).tap();
      await page.getByRole('button', { name: 'Famiglie di una sola persona' }).tap();
      await expect.poll(() => query(page)).toBe('?i=households.single_share&p=2021');
      await page.getByRole('button', { name: /Cambia tema/ }).tap();
      await page.getByRole('searchbox').fill('murri');
      await page.getByRole('button', { name: /^Murri zona$/ }).tap();
      await expect.poll(() => page.getByRole('article').innerText()).toMatch(/Murri/);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways).toBe(0);
    },
  );

  visit('holds every target of the first screen at 24 px or more', PHONE, async ({ page, open }) => {
    await open();
    await mapIs(page, 'ready');
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#app button, #app a, #app summary')]
        .filter((e) => e.checkVisibility() && !e.closest('[inert]') && !e.classList.contains('skip'))
        .map((e) => ({
          name: e.innerText || e.getAttribute('aria-label'),
          box: e.getBoundingClientRect(),
          after: getComputedStyle(e, '::after').inset,
        }))
        .filter(({ box, after }) => (box.height < 24 || box.width < 24) && after === 'auto')
        .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
  });

  visit(
    'stays within the narrowest phones',
    { ...PHONE, viewport: { width: 320, height: 640 } },
    async ({ page, open }) => {
      for (const at of ['', '?page=place', '?page=stories', '?page=news', '?page=sources']) {
        await open(at);
        await page.locator('h1').first().waitFor();
        const menu = (await page.getByRole('button', { name: 'Menu' }).boundingBox())!;
        expect(menu.x + menu.width, at).toBeLessThanOrEqual(320);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(320);
      }
    },
  );
});

describe('axe', () => {
  for (const [screen, size] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    for (const [what, path] of [
      ['card', '?a=20'],
      ['table', '?v=table&theme=dark'],
      ['circles', '?i=population.residents&l=zona&lang=en'],
    ] as const) {
      visit(`${what}, ${screen}`, size, async ({ page, open }) => {
        await open(path);
        await mapIs(page, 'ready');
        await page.waitForTimeout(500);
        expect(await axeFindings(page)).toEqual([]);
      });
    }
  }

  visit('topic panel and key help', DESKTOP, async ({ page, open }) => {
    await open('?theme=dark');
    await mapIs(page, 'ready');
    await page.keyboard.press('/');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Tasti' }).click();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('reduced motion', () => {
  visit(
    'jumps instead of flying, and everything still works',
    { ...DESKTOP, reducedMotion: 'reduce' },
    async ({ page, open }) => {
      await open('?a=81');
      await mapIs(page, 'ready');
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      expect(await page.getByRole('article').innerText()).toMatch(/\d|affidabile/);
    },
  );
});
