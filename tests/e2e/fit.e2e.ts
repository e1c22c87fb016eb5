import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect } from 'vitest';
import { axeFindings, DESKTOP, disconnectAfterAll, mapIs, PHONE, visit, type VisitOptions } from './harness';

disconnectAfterAll();

/** A topic with as many notes on its time bar as there are, whose south is dark blue. */
const NOTED = 'i=elections.turnout_senate';
const COMPARED = 'i=elections.turnout_municipal&j=elections.turnout_senate&p=2021';
const STILL = { reducedMotion: 'reduce' } satisfies VisitOptions;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const boxesOf = async (page: Page, selector: string): Promise<Box[]> => {
  const all = await Promise.all((await page.locator(selector).all()).map((one) => one.boundingBox()));
  return all.flatMap((box) => (box && box.height > 0 ? [box] : []));
};

/** Paper, land, streets, names and their shadows are nearly grey; the classes of the topic are blue. */
const blueAt = ({ data, width }: PNG, x: number, y: number): boolean => {
  const i = (y * width + x) * 4;
  return data[i + 2]! - data[i]! > 50;
};
/** Pixels of the city on the edge of a box, `off` px outside (or inside, below zero) of it and on the screen. */
function cityOnEdge(png: PNG, box: Box, off: number, scale: number): number {
  const [left, top] = [box.x - off, box.y - off].map((v) => Math.round(v * scale)) as [number, number];
  const right = Math.round((box.x + box.width + off) * scale);
  const bottom = Math.round((box.y + box.height + off) * scale);
  let n = 0;
  const look = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < png.width && y < png.height && blueAt(png, x, y)) n += 1;
  };
  for (let x = left; x <= right; x++) for (const y of [top, bottom]) look(x, y);
  for (let y = top; y <= bottom; y++) for (const x of [left, right]) look(x, y);
  return n;
}

/** The city is drawn, ends within its map, and what lies on the map does not touch it. */
async function cityInView(page: Page, maps: string, overlays: string): Promise<void> {
  // The first fit may be followed by one above what has been measured since.
  await page.waitForTimeout(700);
  await mapIs(page, 'ready');
  const png = PNG.sync.read(await page.screenshot());
  const scale = png.width / page.viewportSize()!.width;
  for (const box of await boxesOf(page, maps)) {
    let drawn = 0;
    for (let y = box.y; y < box.y + box.height; y += 8)
      for (let x = box.x; x < box.x + box.width; x += 8)
        if (blueAt(png, Math.floor(x * scale), Math.floor(y * scale))) drawn += 1;
    expect(drawn, 'points of the city').toBeGreaterThan(40);
    expect(cityOnEdge(png, box, -2, scale), 'city at the edge of its map').toBe(0);
  }
  const lying = await boxesOf(page, overlays);
  expect(lying.length, 'things on the map').toBeGreaterThan(0);
  // Corners are round and hairlines soft: 2 px off is the map itself.
  for (const box of lying)
    expect(cityOnEdge(png, box, 2, scale), `city at ${JSON.stringify(box)}`).toBeLessThanOrEqual(1);
}

describe('the whole city is in view', () => {
  visit('above a time bar with three notes, desktop', { ...DESKTOP, ...STILL }, async ({ page, open }) => {
    await open(`?${NOTED}`);
    await mapIs(page, 'ready');
    expect(await page.locator('.time .hint').count()).toBe(3);
    await cityInView(page, '#map', '.time');
  });

  visit('in the place it had, once a topic with fewer notes follows', { ...DESKTOP, ...STILL }, async (v) => {
    const { page, open } = v;
    await open('?i=population.over65_share');
    await mapIs(page, 'ready');
    const room = async () => {
      await page.waitForTimeout(700);
      return (await page.locator('.map-room .fit-box').first().boundingBox())!.height;
    };
    const turn = (to: string) =>
      page.evaluate((query) => {
        history.pushState(null, '', query);
        dispatchEvent(new PopStateEvent('popstate'));
      }, to);
    const few = await room();
    await turn(`?${NOTED}`);
    await expect.poll(() => page.locator('.time .hint').count()).toBe(3);
    const many = await room();
    expect(many).toBeLessThan(few);
    await turn('?i=population.over65_share');
    await expect.poll(() => page.locator('.time .hint').count()).toBe(0);
    expect(await room()).toBe(many);
  });

  visit('above the sheet, phone', { ...PHONE, ...STILL }, async ({ page, open }) => {
    await open(`?${NOTED}`);
    await mapIs(page, 'ready');
    await cityInView(page, '#map', '.sheet, .topbar');
  });

  for (const width of [320, 360, 375])
    visit(
      `clear of the buttons, phone of ${width} px`,
      { ...PHONE, viewport: { width, height: 640 }, ...STILL },
      async ({ page, open }) => {
        await open(`?${NOTED}`);
        await mapIs(page, 'ready');
        await cityInView(page, '#map', '.sheet, .buttons');
      },
    );

  visit(
    'on a wall',
    { viewport: { width: 3840, height: 2160 }, ...STILL, timeout: 180_000 },
    async ({ page, open }) => {
      page.setDefaultTimeout(90_000);
      await open(`?mode=kiosk&${NOTED}`);
      await mapIs(page, 'ready', 120_000);
      await cityInView(page, '.map-room', '.time');
    },
  );

  visit(
    'in a frame, alone and compared',
    { viewport: { width: 600, height: 420 }, ...STILL },
    async ({ page, open }) => {
      await open(`?mode=embed&${NOTED}`);
      await mapIs(page, 'ready');
      await cityInView(page, '#map', '.buttons');
      for (const compare of ['side', 'swipe']) {
        await open(`?mode=embed&c=${compare}&${COMPARED}`);
        await page.locator('#map-other canvas.maplibregl-canvas').waitFor();
        await mapIs(page, 'ready');
        await cityInView(page, '#map, #map-other', '.captions p, .key, .buttons:not([hidden])');
      }
    },
  );

  visit('beside the key of the other topic, phone', { ...PHONE, ...STILL }, async ({ page, open }) => {
    await open(`?c=side&${COMPARED}`);
    await page.locator('#map-other canvas.maplibregl-canvas').waitFor();
    await mapIs(page, 'ready');
    await page.locator('.key .ticks span').first().waitFor();
    await cityInView(page, '#map, #map-other', '.captions p, .key, .buttons:not([hidden])');
    expect(await axeFindings(page)).toEqual([]);
  });

  visit('between captions and key under a divider', { ...DESKTOP, ...STILL }, async ({ page, open }) => {
    await open(`?c=swipe&${COMPARED}`);
    await page.locator('#map-other canvas.maplibregl-canvas').waitFor();
    await mapIs(page, 'ready');
    await page.locator('.key').waitFor();
    await cityInView(page, '#map', '.captions p, .key, .time');
  });
});

describe('a lowered sheet', () => {
  for (const query of ['', '?k=bivariate', '?k=bivariate&lang=en', `?${NOTED}`])
    visit(`cuts no row in two: ${query || 'as it opens'}`, { ...PHONE, ...STILL }, async ({ page, open }) => {
      await open(query);
      await mapIs(page, 'ready');
      await page.waitForTimeout(500);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.sheet .head :is(h1, li, button, output, .year, .tick)')].flatMap(
          (one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return top < innerHeight && bottom > innerHeight + 1 ? [one.outerHTML.slice(0, 80)] : [];
          },
        ),
      );
      expect(cut).toEqual([]);
    });

  visit('stands still with its map while the years play', PHONE, async ({ page, open }) => {
    await open('?p=2010');
    await mapIs(page, 'ready');
    await page.waitForTimeout(800);
    await page.getByRole('button', { name: 'Avvia la sequenza degli anni' }).click();
    const seen = await page.evaluate(async () => {
      const heights = new Set<string>();
      const years = new Set<string>();
      while (document.querySelector('.sheet [aria-label="Ferma la sequenza"]') && years.size < 12) {
        const [map, sheet] = ['.fit-box', '.sheet'].map(
          (one) => document.querySelector('#app')!.querySelector(one)!.getBoundingClientRect().height,
        );
        heights.add(`${map} ${sheet}`);
        years.add(document.querySelector('.sheet .now')!.textContent);
        await new Promise((done) => requestAnimationFrame(done));
      }
      return { heights: [...heights], years: years.size };
    });
    expect(seen.years).toBeGreaterThan(5);
    expect(seen.heights).toHaveLength(1);
  });
});
