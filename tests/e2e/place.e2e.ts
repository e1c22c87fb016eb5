import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { axeFindings, DESKTOP, disconnectAfterAll, PHONE, visit } from './harness';

disconnectAfterAll();

const field = (page: Page) => page.getByRole('combobox');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
/** All parts are there when the code at the end is. */
const whole = (page: Page) => page.locator('section[aria-labelledby=take] svg[role=img]').waitFor();
const options = (page: Page) => page.getByRole('option');

describe('my neighbourhood', () => {
  visit('from an address to its page, by keyboard alone', DESKTOP, async ({ page, open, requests }) => {
    await open('?page=place');
    await field(page).waitFor();
    // The field has the focus: one types at once.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    await page.keyboard.type('via zamboni 33', { delay: 10 });
    await options(page).first().getByText('Via Luigi Zamboni 33').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await whole(page);
    expect(await heading(page).innerText()).toBe('Irnerio-2');
    expect(page.url()).toMatch(/\?page=place&a=61$/);
    // What was typed stays here: neither the link nor any request carries it.
    expect(requests.filter((url) => /zamboni/i.test(url))).toEqual([]);
    expect(await heading(page).evaluate((e) => e === document.activeElement)).toBe(true);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Via Luigi Zamboni 33');
    expect(text).toMatch(/Rispetto a tutta Bologna, l’area statistica Irnerio-2 ha .*\(.*contro.*\)/);
    // Walking distances start at the door.
    expect(await page.locator('section[aria-labelledby=walk]').innerText()).toMatch(
      /Da Via Luigi Zamboni 33/,
    );
    expect(await page.locator('section[aria-labelledby^=chapter-] li').count()).toBeGreaterThan(35);

    // Up to the zone with the keyboard, the address kept; back with the browser's own way.
    const up = page
      .getByRole('navigation', { name: 'Fa parte di' })
      .getByRole('link', { name: /^Irnerio zona$/ });
    await up.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/l=zona&a=H/);
    expect(await heading(page).innerText()).toBe('Irnerio');
    expect(await page.locator('section[aria-labelledby=walk]').innerText()).toMatch(
      /Da Via Luigi Zamboni 33/,
    );
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Irnerio-2' }).waitFor();

    // "How does mine compare?" The row answers in words, and its name leads to the map of the same place.
    const row = page
      .locator('li', { has: page.getByRole('link', { name: 'Residenti di 65 anni e oltre' }) })
      .first();
    expect(await row.innerText()).toMatch(
      /\d+,\d%[\s\S]*In città 24,5%[\s\S]*(sopra|sotto|in linea)[\s\S]*2021/,
    );
    await row.getByRole('link').click();
    await page.waitForURL((url) => !url.searchParams.has('page') && url.searchParams.get('a') === '61');
  });

  visit('from a touch on the map, on a phone, and across to a neighbour', PHONE, async ({ page, open }) => {
    await open('?page=place');
    const bolognina = page.getByRole('link', { name: 'Bolognina', exact: true }).last();
    await bolognina.scrollIntoViewIfNeeded();
    await bolognina.tap();
    await whole(page);
    expect(await heading(page).innerText()).toBe('Bolognina');
    expect(await axeFindings(page)).toEqual([]);
    const [wide, inner] = await page.locator('main').evaluate((main) => [main.scrollWidth, main.clientWidth]);
    expect(wide, 'nothing sticks out sideways').toBe(inner);
    await page
      .getByRole('navigation', { name: 'Confina con' })
      .getByRole('link', { name: 'Corticella' })
      .tap();
    await page.getByRole('heading', { level: 1, name: 'Corticella' }).waitFor();
  });

  visit(
    'takes no for an answer when it asks for the position, and asks only on a tap',
    { ...DESKTOP, permissions: [] },
    async ({ page, open }) => {
      await open('?page=place');
      await page.getByRole('button', { name: 'Usa la mia posizione' }).click();
      await page.getByText(/niente posizione/).waitFor();
      expect(await field(page).isVisible()).toBe(true);
    },
  );

  for (const [name, geolocation, what] of [
    ['finds the area the device stands in', { latitude: 44.4963, longitude: 11.3519 }, 'Irnerio-2'],
    ['has words for a device outside the city', { latitude: 41.9, longitude: 12.5 }, null],
  ] as const)
    visit(name, { ...PHONE, geolocation, permissions: ['geolocation'] }, async ({ page, open }) => {
      await open('?page=place');
      await page.getByRole('button', { name: 'Usa la mia posizione' }).tap();
      if (what) await page.getByRole('heading', { level: 1, name: what }).waitFor();
      else await page.getByText(/fuori dal comune di Bologna/).waitFor();
      expect(page.url()).not.toMatch(/44\.|12\.5/);
    });

  visit(
    'several places as one: touched, drawn, taken out again, and reloaded',
    DESKTOP,
    async ({ page, open }) => {
      await open('?page=place&l=zona&a=B');
      await page.getByRole('button', { name: 'Unisci luoghi vicini' }).click();
      await page.getByRole('checkbox', { name: 'Lame' }).click();
      await page.getByRole('heading', { level: 1, name: '2 luoghi insieme' }).waitFor();
      expect(page.url()).toContain('u=B.I');
      await whole(page);
      const people = page
        .locator('li', { has: page.getByRole('link', { name: 'Residenti', exact: true }) })
        .first();
      const number = async () => Number((await people.locator('strong').innerText()).replace(/\D/g, ''));
      const two = await number();
      expect(two).toBeGreaterThan(40_000);
      // Medians and the like say why they are not there.
      expect(await page.locator('main').innerText()).toMatch(/non applicabile/);
      await page.getByRole('button', { name: 'Togli Lame' }).click();
      await page.getByText('Scegline almeno due').waitFor();
      expect(await axeFindings(page)).toEqual([]);

      // By keyboard: one stop, arrows to a neighbour, Space to take it along.
      await page.getByRole('checkbox', { name: 'Bolognina' }).focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Space');
      await page.getByRole('heading', { level: 1, name: '2 luoghi insieme' }).waitFor();

      // A loop around the whole map takes all 18 zones.
      await page.getByRole('radio', { name: 'Disegna' }).check();
      const box = (await page.locator('.choose .map').boundingBox())!;
      const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
      await page.mouse.move(...at(0.01, 0.01));
      await page.mouse.down();
      for (const [x, y] of [
        [0.99, 0.01],
        [0.99, 0.99],
        [0.01, 0.99],
        [0.01, 0.02],
      ] as const)
        await page.mouse.move(...at(x, y), { steps: 4 });
      await page.mouse.up();
      await page.getByRole('heading', { level: 1, name: '18 luoghi insieme' }).waitFor();
      expect(await number()).toBeGreaterThan(380_000);
      await page.reload();
      await page.getByRole('heading', { level: 1, name: '18 luoghi insieme' }).waitFor();
      await whole(page);
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  visit('says how much of a whole is covered where a part is hidden', DESKTOP, async ({ page, open }) => {
    // In Bargellino (3) too few people live: most of its shares are hidden.
    await open('?page=place&u=1.2.3');
    await whole(page);
    expect(await page.locator('main').innerText()).toMatch(
      /calcolato su 2 di 3, mancano \d+(,\d)?% dei residenti/,
    );
  });

  visit(
    'prints two sheets with a code, in either theme',
    { ...DESKTOP, colorScheme: 'dark' },
    async ({ page, open }) => {
      await open('?page=place&l=zona&a=B');
      await whole(page);
      const sheets = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length;
      expect(sheets(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
      await page.emulateMedia({ media: 'print' });
      expect(
        await page.locator('main').evaluate((e) => getComputedStyle(e).getPropertyValue('--paper').trim()),
      ).toBe('#fff');
      expect(await page.getByRole('banner').isVisible()).toBe(false);
      expect(await page.locator('svg[role=img]').last().isVisible()).toBe(true);
    },
  );

  visit(
    'speaks English, and has nothing serious for axe by night',
    { ...DESKTOP, colorScheme: 'dark' },
    async ({ page, open }) => {
      await open('?page=place&lang=en');
      await page.getByRole('heading', { level: 1, name: 'Where do you live?' }).waitFor();
      await page.getByRole('group', { name: /Map of Bologna/ }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await field(page).fill('barca');
      await options(page).first().click();
      await whole(page);
      expect(await page.title()).toMatch(/^Barca, zone · Urban atlas of Bologna$/);
      expect(await axeFindings(page)).toEqual([]);
      const text = await page.locator('main').innerText();
      expect(text).toMatch(/Compared with the whole of Bologna, the Barca zone has/);
      expect(text).not.toMatch(/In città|Nel tempo|sopra|sotto/);
    },
  );

  visit('is one tap away from the card of an area on the map', DESKTOP, async ({ page, open }) => {
    await open('?a=61');
    await page.getByRole('link', { name: 'Il mio quartiere: tutta la scheda' }).click();
    await page.getByRole('heading', { level: 1, name: 'Irnerio-2' }).waitFor();
  });
});
