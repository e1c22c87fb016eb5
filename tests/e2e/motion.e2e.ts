import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings, disconnectAfterAll, mapIs, PHONE, visit } from './harness';
import { difference, mapPicture } from './picture';

disconnectAfterAll();

/** Pictures of a map drawn without a graphics card take their time on a busy machine. */
const SLOW = { timeout: 240_000 };
const RING = '?i=mobility.boulevard_vehicles&v=map';

const clock = (page: Page) => page.getByRole('slider', { name: /^(Ora del giorno|Time of day)$/ });
const settled = async (page: Page): Promise<void> => {
  page.setDefaultTimeout(90_000);
  await mapIs(page, 'ready', 60_000);
  await clock(page).waitFor();
};

visit(
  'motion: the points of eight are gone at three; still where less motion is asked for',
  { reducedMotion: 'reduce', ...SLOW },
  async (v) => {
    await v.open(RING);
    await settled(v.page);
    await v.page.getByText('I punti stanno fermi', { exact: false }).waitFor();
    expect(await clock(v.page).getAttribute('aria-valuetext')).toMatch(/^8\.30–9\.00: [\d.]+ veicoli/);
    const morning = await mapPicture(v.page);
    expect(difference(morning, await mapPicture(v.page))).toBe(0);
    await clock(v.page).fill('6');
    await v.page.getByText('3.00–3.30').waitFor();
    expect(difference(morning, await mapPicture(v.page))).toBeGreaterThan(0.001);
    expect(await axeFindings(v.page)).toEqual([]);
    // deck.gl's logger would keep its settings in the session; it may try, it must leave nothing.
    expect(await v.page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
  },
);

visit('motion: points can be stopped, the day plays to midnight', SLOW, async (v) => {
  await v.open(`${RING}&lang=en`);
  await settled(v.page);
  const moving = v.page.getByRole('checkbox', { name: 'Moving points' });
  expect(await moving.isChecked()).toBe(true);
  await moving.uncheck();
  await clock(v.page).fill('44');
  await v.page.getByRole('button', { name: 'Play the day' }).click();
  await v.page.getByText('23:30–24:00').waitFor();
  await v.page.getByRole('button', { name: 'Play the day' }).waitFor();
});

visit(
  'motion: on a phone, in the dark',
  { ...PHONE, colorScheme: 'dark', reducedMotion: 'reduce', ...SLOW },
  async (v) => {
    await v.open(RING);
    await settled(v.page);
    expect(await axeFindings(v.page)).toEqual([]);
  },
);

visit(
  'follow: out to the comuni and back by the buttons, spoken; locked it stays',
  { reducedMotion: 'reduce', ...SLOW },
  async (v) => {
    const { page } = v;
    await v.open('?i=population.density&f=1');
    page.setDefaultTimeout(90_000);
    await mapIs(page, 'ready', 60_000);
    const lock = page.getByRole('switch', { name: 'Il livello segue lo zoom' });
    await lock.waitFor();
    const level = (text: string) => page.getByText(text, { exact: true }).waitFor({ state: 'attached' });
    await level('Ora per zone.');
    await page.getByRole('button', { name: 'Ingrandisci' }).click();
    await level('Ora per aree statistiche.');
    for (const _ of [1, 2, 3, 4]) {
      await page.getByRole('button', { name: 'Rimpicciolisci' }).click();
      await page.waitForTimeout(400);
    }
    await level('Ora per comuni: Densità abitativa nei comuni metropolitani.');
    expect(new URL(page.url()).searchParams.get('i')).toBe('population.metro_density');
    expect(await axeFindings(page)).toEqual([]);
    await lock.uncheck({ force: true });
    const locked = page.url().replace(/#.*/, '');
    for (const _ of [1, 2, 3, 4]) await page.getByRole('button', { name: 'Ingrandisci' }).click();
    await page.waitForTimeout(800);
    expect(page.url().replace(/#.*/, '')).toBe(locked);
  },
);
