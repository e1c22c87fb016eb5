import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axeFindings, DESKTOP, disconnectAfterAll, mapIs, PHONE, visit, type VisitOptions } from './harness';
import { coloured, difference, mapPicture } from './picture';

disconnectAfterAll();

/** Pictures of a map drawn without a graphics card take their time on a busy machine. */
const SLOW = { timeout: 240_000, reducedMotion: 'reduce' } satisfies VisitOptions;
const SCREENS = { desktop: { ...DESKTOP, ...SLOW }, phone: { ...PHONE, ...SLOW } };
type Screen = keyof typeof SCREENS;

const key = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

const settled = async (page: Page): Promise<void> => {
  page.setDefaultTimeout(90_000);
  await mapIs(page, 'ready', 60_000);
  await page.waitForFunction(() => document.querySelector('main')?.getAttribute('aria-busy') !== 'true');
};

/** The time bar grows by a note once a topic's years are known, and the map makes room when it has stood still. */
const timeBarRests = async (page: Page): Promise<void> =>
  page.evaluate(
    (rest) =>
      new Promise((done) => {
        let [seen, since] = ['', performance.now()];
        const look = (now: number) => {
          const bar = `${location.search} ${document.querySelector<HTMLElement>('.time')?.offsetHeight}`;
          if (bar !== seen) [seen, since] = [bar, now];
          if (now - since > rest) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    1000,
  );

/** A legend that is cut by the edge of a sheet or of the column cannot be read. */
async function wholeOnScreen(page: Page, legend: Locator): Promise<void> {
  await legend.waitFor();
  const { height } = page.viewportSize()!;
  // The sheet rises and the map's hints come a little after the legend.
  const bottom = async () => {
    const box = await legend.boundingBox();
    return box ? Math.round(box.y + box.height) : Infinity;
  };
  await expect.poll(bottom, { timeout: 5000 }).toBeLessThanOrEqual(height);
}

/** A place inside the city's southern hills, at every level one large area, clear of things, names and sheet. */
const HILLS: Record<Screen, { x: number; y: number }> = {
  desktop: { x: 860, y: 640 },
  phone: { x: 180, y: 395 },
};
async function pickArea(page: Page, screen: Screen): Promise<void> {
  const { x, y } = HILLS[screen];
  await (screen === 'phone' ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
  await expect.poll(() => key(page, 'a')).not.toBeNull();
  const card = page.getByRole('article');
  await card.getByRole('heading', { level: 2 }).waitFor();
  expect(await card.innerText()).toMatch(/\d/);
}

interface Case {
  kind: string;
  link: string;
  /** What the legend must hold, by language. */
  legend: (page: Page, it: boolean) => Locator;
  /** How many buttons or switches it has. */
  entries: (page: Page) => Locator;
  least: number;
}
const classes = (page: Page) => page.locator('.legend .classes button');
const CASES: Case[] = [
  { kind: 'choropleth', link: '?l=zona', legend: (p) => p.locator('.classes'), entries: classes, least: 3 },
  {
    kind: 'symbols',
    link: '?i=population.residents&l=zona',
    legend: (p, it) => p.getByText(it ? '40.000' : '40,000', { exact: true }),
    entries: (p) => p.getByText(/^[24]0?[.,]000$/),
    least: 2,
  },
  {
    kind: 'change',
    link: '?i=population.foreign_share&l=zona&k=change',
    legend: (p) => p.locator('.classes'),
    entries: classes,
    least: 2,
  },
  {
    kind: 'bivariate',
    link: '?i=population.foreign_share&l=zona&k=bivariate&j=income.mean',
    legend: (p, it) => p.getByRole('group', { name: it ? /^Chiave dei due temi/ : /^Key to the two topics/ }),
    entries: (p) => p.locator('[data-cell]'),
    least: 9,
  },
  {
    kind: 'points',
    link: '?i=education.nursery_count&l=zona&k=points',
    legend: (p, it) => p.getByRole('group', { name: it ? 'Che cosa mostrare' : 'What to show' }),
    entries: (p) => p.getByRole('checkbox'),
    least: 5,
  },
  {
    kind: 'hexes',
    link: '?i=housing.airbnb_listings&k=hexes',
    legend: (p) => p.locator('.classes'),
    entries: classes,
    least: 5,
  },
  {
    kind: 'dots',
    link: '?i=population.over65_share&k=dots',
    legend: (p, it) => p.getByRole('list', { name: it ? 'Classi' : 'Classes' }),
    entries: (p) => p.locator('.dots .classes button'),
    least: 4,
  },
  {
    kind: 'extrusion',
    link: '?i=population.density&k=extrusion',
    legend: (p) => p.locator('.classes'),
    entries: classes,
    least: 5,
  },
];

describe('every kind of map opens by its link, is read and answers a hand', () => {
  for (const [i, { kind, link, legend, entries, least }] of CASES.entries())
    for (const screen of ['desktop', 'phone'] as const) {
      const lang = (i + (screen === 'phone' ? 1 : 0)) % 2 === 0 ? 'it' : 'en';
      visit(`${kind}, ${screen}, ${lang}`, SCREENS[screen], async ({ page, open }) => {
        await open(lang === 'it' ? link : `${link}&lang=en`);
        await settled(page);
        await wholeOnScreen(page, legend(page, lang === 'it').first());
        expect(await entries(page).count()).toBeGreaterThanOrEqual(least);
        // A map whose layers never came is bare ground: without colour, and without a word in the console.
        expect(coloured(await mapPicture(page))).toBeGreaterThan(0.001);
        expect(key(page, 'k') ?? kind).toBe(kind);
        await pickArea(page, screen);
        await settled(page);
        expect(await axeFindings(page)).toEqual([]);
      });
    }

  visit('multiples, desktop, it: a small map opens itself large', SCREENS.desktop, async ({ page, open }) => {
    await open('?i=population.foreign_share&l=zona&k=multiples&a=B');
    const room = page.locator('#room');
    await room.getByText('I numeri sono quelli di Bolognina.').waitFor();
    expect(await room.getByRole('button').count()).toBeGreaterThanOrEqual(6);
    await wholeOnScreen(page, page.locator('.classes'));
    expect(await axeFindings(page)).toEqual([]);
    await room.getByRole('button', { name: /^1986/ }).click();
    await expect.poll(() => [key(page, 'k'), key(page, 'p')]).toEqual([null, '1986']);
    await room.waitFor({ state: 'detached' });
    await mapIs(page, 'ready');
  });

  visit('multiples, phone, en: every map can be scrolled to', SCREENS.phone, async ({ page, open }) => {
    await open('?i=population.foreign_share&l=zona&k=multiples&lang=en');
    const last = page.locator('#room').getByRole('button').last();
    await last.waitFor();
    await wholeOnScreen(page, page.locator('.classes'));
    await last.scrollIntoViewIfNeeded();
    await page.locator('#room').evaluate((room) => room.scrollTo(0, room.scrollHeight));
    const box = (await last.boundingBox())!;
    const sheet = (await page.locator('.sheet').boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(sheet.y);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the chooser', () => {
  for (const [indicator, kinds] of [
    ['population.density', ['change', 'bivariate', 'dots', 'extrusion', 'multiples']],
    ['housing.airbnb_listings', ['hexes', 'extrusion']],
    ['education.nursery_count', ['points', 'extrusion']],
  ] as const)
    visit(`by keyboard: ${kinds.join(', ')}`, SCREENS.desktop, async ({ page, open }) => {
      await open(`?i=${indicator}&lang=en`);
      await settled(page);
      await page.locator('#tool-kind summary').focus();
      await page.keyboard.press('Enter');
      const radios = page.locator('#tool-kind input[type=radio]');
      await radios.first().waitFor();
      await page.keyboard.press('Tab');
      for (const kind of kinds) {
        await page.keyboard.press('ArrowDown');
        await expect.poll(() => key(page, 'k')).toBe(kind);
        // The hand stays where it is, so that the next arrow goes on from here.
        expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(kind);
        expect(await page.locator('#tool-kind input:checked').getAttribute('value')).toBe(kind);
      }
      await settled(page);
      for (const _ of kinds) await page.keyboard.press('ArrowUp');
      await expect.poll(() => key(page, 'k')).toBeNull();
      await settled(page);
      expect(await axeFindings(page)).toEqual([]);
    });
});

describe('what a kind alone can do', () => {
  visit('the corners of the bivariate key light up their areas', SCREENS.desktop, async ({ page, open }) => {
    await open('?i=population.foreign_share&l=zona&k=bivariate&j=income.mean');
    await settled(page);
    const cell = (at: number) => page.locator(`[data-cell="${at}"]`);
    await cell(8).waitFor();
    await page.mouse.move(5, 5);
    const all = await mapPicture(page);
    const lit = [];
    // Both low, many of one, many of the other, both high.
    for (const at of [0, 2, 6, 8]) {
      await cell(at).click();
      expect(await cell(at).getAttribute('aria-pressed')).toBe('true');
      const picture = await mapPicture(page);
      expect(difference(all, picture)).toBeGreaterThan(0.02);
      lit.push(picture);
      // Beside the square stands what the button's name says.
      const count = /: (\d+ \D+)$/.exec((await cell(at).getAttribute('aria-label'))!)![1]!;
      expect(await page.locator('.told').innerText()).toContain(count);
    }
    // The ends of the two diagonals are not lit by the same areas.
    expect(difference(lit[1]!, lit[2]!)).toBeGreaterThan(0.01);
    await cell(8).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await cell(7).getAttribute('aria-pressed')).toBe('true');
    await cell(7).blur();
    await page.mouse.move(5, 5);
    expect(difference(all, await mapPicture(page))).toBeLessThan(0.005);
  });

  visit('a crowd of points opens, a switch takes a kind away', SCREENS.desktop, async ({ page, open }) => {
    await open('?i=education.nursery_count&k=points#map=12.2/44.4949/11.3426');
    await settled(page);
    // Disc over the western district at this camera; its words are the tooltip's.
    const canvas = (await page.locator('canvas.maplibregl-canvas').boundingBox())!;
    const tip = page.locator('.tip.thing');
    let found: { x: number; y: number } | null = null;
    for (let y = 0.3; y < 0.7 && !found; y += 0.02)
      for (let x = 0.3; x < 0.7 && !found; x += 0.02) {
        const at = { x: canvas.x + canvas.width * x, y: canvas.y + canvas.height * y };
        await page.mouse.move(at.x, at.y);
        if ((await tip.count()) && (await tip.innerText()).includes('luoghi vicini')) found = at;
      }
    expect(found).not.toBeNull();
    expect(await tip.innerText()).toContain('tocca per avvicinarti');
    await page.mouse.click(found!.x, found!.y);
    await expect
      .poll(() => Number(new URL(page.url()).hash.split('=')[1]?.split('/')[0]))
      .toBeGreaterThan(13.5);
    // Coming closer is for the crowd alone: the area beneath stays unchosen.
    expect(key(page, 'a')).toBeNull();
    await settled(page);
    const before = await mapPicture(page);
    await page.getByRole('checkbox', { name: /^Nidi/ }).uncheck();
    expect(difference(before, await mapPicture(page))).toBeGreaterThan(0.0005);
  });

  // Layers that went and came back between worker and screen once stopped the engine for good.
  visit('changed in haste, the last one asked for is drawn', SCREENS.desktop, async ({ page, open }) => {
    const links = [...CASES.map(({ link }) => link), '?l=area', '?l=quartiere', '?l=comune'];
    const last = CASES[0]!.link;
    const go = (to: string) =>
      page.evaluate((link) => {
        history.pushState(null, '', link);
        dispatchEvent(new PopStateEvent('popstate'));
      }, to);
    await open(last);
    await settled(page);
    // Each in peace first: the map makes room for the fullest time bar it has seen, and keeps it.
    for (const link of [...links, last]) {
      await go(link);
      await settled(page);
      await timeBarRests(page);
    }
    const calm = await mapPicture(page);
    for (let i = 1; i <= 4 * links.length; i++) {
      // Steps of three through eleven: each link in turn, never beside its neighbour.
      await go(links[(3 * i) % links.length]!);
      await page.waitForTimeout(i % 4 === 0 ? 400 : 70);
    }
    expect(page.url()).toContain(last);
    await settled(page);
    await expect
      .poll(async () => difference(calm, await mapPicture(page)), { timeout: 30_000 })
      .toBeLessThan(0.005);
  });
});
