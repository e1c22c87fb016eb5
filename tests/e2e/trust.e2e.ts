import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { axeFindings, DESKTOP, disconnectAfterAll, mapIs, PHONE, visit } from './harness';

disconnectAfterAll();

const query = (page: Page): string => new URL(page.url()).search;
const shown = (page: Page, id: string): Promise<boolean> =>
  page.locator(`#dataset-${id}`).evaluate((row) => {
    const { top } = row.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  });

/** A second edition over the one that was built: one dataset revised, one definition changed, two areas in another class. */
async function withSecondEdition(page: Page): Promise<void> {
  await page.route('**/api/v1/changes.json', async (route) => {
    const answer = await route.fetch();
    const changes = (await answer.json()) as { edition: string; editions: { id: string }[] };
    const none = { added: 0, changed: 0, removed: 0 };
    const second = {
      id: '2027-02-01',
      previous: changes.edition,
      totals: {
        datasets: { ...none, changed: 1 },
        rows: { added: 92, changed: 3, removed: 0 },
        methods: 1,
        areas: 2,
      },
      datasets: [
        {
          id: 'income-mean',
          title: { it: 'Contribuenti e reddito imponibile', en: 'Taxpayers and taxable income' },
          change: 'changed',
          rows: { added: 92, changed: 3, removed: 0 },
          periods: ['2022', '2022'],
          described: ['notes'],
          json: 'changes/income-mean.json',
        },
      ],
      methods: [{ indicator: 'income.median', change: 'changed' }],
      classes: [{ indicator: 'income.mean', level: 'area', period: '2021', breaks: true, areas: 2 }],
    };
    await route.fulfill({
      json: { ...changes, edition: second.id, editions: [second, ...changes.editions] },
    });
  });
  await page.route('**/api/v1/changes/areas.json', (route) => {
    const change = { edition: '2027-02-01', indicator: 'income.mean', period: '2021', breaks: true };
    return route.fulfill({
      json: {
        levels: { area: { 25: [{ ...change, from: 1, to: 2 }], 1: [{ ...change, from: 0, to: 's' }] } },
      },
    });
  });
}

describe('from a number to its source, in two clicks', () => {
  visit('from the method note to the entry of a dataset, and back', DESKTOP, async ({ page, open }) => {
    await open('?i=population.foreign_share&l=area');
    await mapIs(page, 'ready');
    await page.getByText('Metodo e fonte').click();
    await page.getByRole('link', { name: /^Popolazione residente per area statistica/ }).click();

    await expect
      .poll(() => query(page))
      .toMatch(/^\?page=sources&d=population-area&i=population.foreign_share/);
    const entry = page.locator('#dataset-population-area');
    await entry.getByRole('heading', { name: 'Dal file grezzo all’edizione' }).waitFor();
    expect(await entry.getByRole('button', { expanded: true }).count()).toBe(1);
    await expect.poll(() => shown(page, 'population-area')).toBe(true);
    const raw = entry.getByRole('link', { name: 'pop_area_statistica_eta_sesso_cittadinanza_2010_2021.csv' });
    expect(await raw.getAttribute('href')).toMatch(/^https:\/\/opendata\.comune\.bologna\.it\//);
    expect(await page.title()).toMatch(/^Da dove vengono i numeri/);
    expect(await axeFindings(page)).toEqual([]);

    await page.goBack();
    await expect.poll(() => query(page)).toMatch(/^\?i=population.foreign_share/);
  });

  visit('from the value of an area to the raw file behind it', DESKTOP, async ({ page, open }) => {
    await open('?i=income.mean&l=area&a=25&lang=en');
    await mapIs(page, 'ready');
    const value = await page.locator('article .value').first().innerText();
    await page.locator('article').getByRole('link', { name: 'Where this number comes from' }).click();

    const trace = page.locator('#trace');
    await trace.getByText('Tiro a Segno').waitFor();
    expect(await trace.locator('.value').innerText()).toBe(value);
    await trace.getByRole('link', { name: 'redditi-per-area-statistica.csv' }).waitFor();
    expect(await trace.innerText()).toContain('data-build/indicators/income.ts');
    await trace.getByRole('link', { name: 'Back to the map' }).click();
    await expect.poll(() => query(page)).toBe('?i=income.mean&a=25&lang=en');
  });
});

describe('sources', () => {
  visit('filters datasets and the catalogue by keyboard, page by page', DESKTOP, async ({ page, open }) => {
    await open('?page=sources');
    const datasets = page.locator('#datasets');
    await datasets.getByLabel('Cerca tra i dataset').focus();
    await page.keyboard.type('irpef');
    await expect.poll(() => datasets.getByRole('status').innerText()).toMatch(/^3 dataset su \d+$/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page)).toMatch(/^\?page=sources&d=income-/);

    const inventory = page.locator('#inventory');
    await inventory.getByText('1–40 di 702').waitFor();
    await inventory.getByRole('button', { name: 'Seguenti' }).focus();
    await page.keyboard.press('Enter');
    await inventory.getByText('41–80 di 702').waitFor();
    await inventory.getByLabel('Cerca nel catalogo').focus();
    await page.keyboard.type('farmacie');
    await expect.poll(() => inventory.getByRole('status').innerText()).toMatch(/^1 di 702/);
    expect(await inventory.locator('li').innerText()).toMatch(/utilizzabile\s+Luoghi con coordinate/);
    await inventory.getByLabel('Cerca nel catalogo').fill('zzzz');
    await inventory.getByText('Nessun dataset contiene «zzzz».').waitFor();
    await inventory.getByRole('button', { name: 'Togli i filtri' }).click();
    await inventory.getByLabel('Motivo').selectOption('licence');
    await expect.poll(() => inventory.getByRole('status').innerText()).toMatch(/vieta usi commerciali/);
  });

  visit('opens a link to an entry on a phone, in English', PHONE, async ({ page, open, requests }) => {
    await open('?page=sources&d=vehicles&lang=en');
    const entry = page.locator('#dataset-vehicles');
    const csv = entry.getByRole('link', { name: /^data\.csv, 2,564 rows$/ });
    await csv.waitFor();
    await expect.poll(() => shown(page, 'vehicles')).toBe(true);
    const table = await page.request.get(new URL((await csv.getAttribute('href'))!, page.url()).href);
    expect((await table.text()).split('\n')[0]).toBe('cap,period,attribute,class,vehicles');
    expect(await axeFindings(page)).toEqual([]);
    const wide = await page.evaluate(() => document.querySelector('main')!.scrollWidth - innerWidth);
    expect(wide, 'nothing wider than the screen').toBeLessThanOrEqual(0);
    expect(
      requests.filter((url) => /maplibre|deck/.test(url)),
      'no map engine for a page of text',
    ).toEqual([]);
  });

  visit('shows a table that has no map, narrowed and sorted', PHONE, async ({ page, open }) => {
    await open('?page=sources&d=vehicles');
    const entry = page.locator('#dataset-vehicles');
    await entry.getByText(/^data\.csv: 2\.564 righe, /).click();
    const table = entry.getByRole('table');
    await table.waitFor();
    const rows = entry.getByRole('status');
    await expect.poll(() => rows.innerText()).toBe('2.564 righe');
    await entry.getByRole('combobox', { name: 'Codice di avviamento postale' }).selectOption('40121');
    await entry.getByRole('combobox', { name: 'Attributo', exact: true }).selectOption('fuel');
    await expect.poll(() => rows.innerText()).toMatch(/^\d\d righe su 2\.564$/);
    await table.getByRole('button', { name: 'Ordina per: Veicoli' }).click();
    const numbers = async () =>
      (await table.locator('tbody tr td:last-child').allInnerTexts()).map((n) =>
        Number(n.replaceAll('.', '')),
      );
    await expect.poll(async () => (await numbers())[0]).toBeGreaterThan(1000);
    const found = await numbers();
    expect(found).toEqual([...found].sort((a, b) => b - a));
    expect(await axeFindings(page)).toEqual([]);
    const wide = await page.evaluate(() => document.querySelector('main')!.scrollWidth - innerWidth);
    expect(wide, 'a wide table scrolls in its own box').toBeLessThanOrEqual(0);
  });

  visit(
    'says what is missing and asks again',
    { ...DESKTOP, allow: /datasets\.json/ },
    async ({ page, open }) => {
      let down = true;
      await page.route('**/api/v1/datasets.json', (route) =>
        down ? route.fulfill({ status: 404, body: 'gone' }) : route.continue(),
      );
      await open('?page=sources');
      const datasets = page.locator('#datasets');
      await datasets.getByRole('alert').waitFor();
      down = false;
      await datasets.getByRole('button', { name: 'Riprova' }).click();
      await datasets.getByText(/^\d+ dataset$/).waitFor();
    },
  );
});

describe('news', () => {
  visit('explains a first edition, and filters it by keyboard', DESKTOP, async ({ page, open, site }) => {
    await open('?page=news');
    const edition = page.getByRole('article');
    await edition.getByText('Prima edizione').waitFor();
    expect(await edition.getByRole('link').count()).toBeGreaterThan(30);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByLabel('Dataset').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => query(page)).toMatch(/^\?page=news&d=./);
    await page.getByLabel('Dataset').selectOption('income-median');
    await expect.poll(() => query(page)).toBe('?page=news&d=income-median');
    await edition.getByRole('link', { name: 'Reddito mediano per area statistica' }).waitFor();
    await edition.getByText('data.csv').waitFor();
    await page.getByLabel('Luogo').selectOption({ label: 'Navile' });
    await edition.getByText(/^Navile: con una sola edizione/).waitFor();
    await page.getByRole('button', { name: 'Togli i filtri' }).click();
    await expect.poll(() => query(page)).not.toContain('d=');

    const feed = await page.getByRole('link', { name: 'Feed Atom' }).getAttribute('href');
    const answer = await page.request.get(new URL(feed!, site).href);
    expect(await answer.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
  });

  visit(
    'tells a second edition: rows, definitions, areas that change class',
    PHONE,
    async ({ page, open }) => {
      await withSecondEdition(page);
      await open('?page=news&lang=en');
      const [newest, first] = [page.getByRole('article').first(), page.getByRole('article').nth(1)];
      await newest.getByText('after that of 23 November 2026').waitFor();
      expect(await newest.innerText()).toMatch(/rows added\s+92/);
      expect(await newest.innerText()).toContain('notes on method revised');
      await newest.getByText('the limits of the classes moved too').click();
      await newest.getByText('from class\u00a02 to class\u00a03').waitFor();
      expect(await first.getByText('First edition').count()).toBe(1);
      expect(await axeFindings(page)).toEqual([]);

      await page.getByLabel('Place').selectOption('area 1');
      await newest.getByText('from class\u00a01 to withheld').waitFor();
      await page.getByLabel('Place').selectOption('area 2');
      await newest.getByText(/: no move to another class in this edition\.$/).waitFor();
    },
  );
});
