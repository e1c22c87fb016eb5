import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings, disconnectAfterAll, mapIs, PHONE, visit } from './harness';
import { coloured, difference, mapPicture } from './picture';

disconnectAfterAll();

/** Pictures of a map drawn without a graphics card take their time on a busy machine. */
const SLOW = { timeout: 240_000 };

const settled = async (page: Page): Promise<void> => {
  page.setDefaultTimeout(90_000);
  await mapIs(page, 'ready', 60_000);
  await page.waitForFunction(() => document.querySelector('main')?.getAttribute('aria-busy') !== 'true');
};

visit('dots stand on the map, their legend lights one class, a year changes them', SLOW, async (v) => {
  await v.open('?i=population.over65_share&k=dots');
  await settled(v.page);
  const classes = v.page.getByRole('list', { name: 'Classi' }).getByRole('button');
  await classes.first().waitFor();
  expect(await classes.count()).toBe(4);
  const all = await mapPicture(v.page);
  // Bare ground has no colour of its own: what is coloured are dots.
  expect(coloured(all)).toBeGreaterThan(0.02);
  await classes.first().focus();
  const lit = await mapPicture(v.page);
  expect(coloured(lit)).toBeLessThan(coloured(all) / 2);
  expect(await classes.first().getAttribute('aria-pressed')).toBe('true');
  await classes.first().blur();
  await v.page.locator('.time input[type=range]').press('Home');
  await v.page.getByText('Residenti per età (1 punto = 20), 2010', { exact: false }).first().waitFor();
  expect(difference(all, await mapPicture(v.page))).toBeGreaterThan(0.005);
  expect(await axeFindings(v.page)).toEqual([]);
  // The engine draws them by itself.
  expect(v.requests.filter((url) => /deck/i.test(url))).toEqual([]);
});

visit('dots on a phone, in English', { ...PHONE, ...SLOW }, async (v) => {
  await v.open('?i=households.single_share&k=dots&lang=en');
  await settled(v.page);
  await v.page.getByText('1 dot = 10 households').waitFor();
  expect(await v.page.getByRole('button', { name: /^One person: [\d,]+ dots/ }).count()).toBe(1);
  expect(await axeFindings(v.page)).toEqual([]);
});

visit(
  'relief leans, is laid flat by button and key, and is gone with its kind',
  { reducedMotion: 'reduce', ...SLOW },
  async (v) => {
    await v.open('?i=population.density&k=extrusion&lang=en');
    await settled(v.page);
    const button = v.page.getByRole('button', { name: 'See from above' });
    await button.waitFor();
    await v.page.getByText('The grey column on the map').waitFor();
    const leaning = await mapPicture(v.page);
    await button.click();
    const flat = await mapPicture(v.page);
    expect(difference(leaning, flat)).toBeGreaterThan(0.2);
    await v.page.locator('#map').focus();
    await v.page.keyboard.press('v');
    await v.page.getByRole('button', { name: 'See from above' }).waitFor();
    expect(difference(leaning, await mapPicture(v.page))).toBeLessThan(0.02);
    await v.page.keyboard.press('>');
    expect(difference(leaning, await mapPicture(v.page))).toBeGreaterThan(0.1);
    expect(await axeFindings(v.page)).toEqual([]);
    await v.open('?i=population.density&lang=en');
    await settled(v.page);
    expect(await v.page.getByRole('button', { name: 'See from above' }).count()).toBe(0);
  },
);
