import type { Page } from 'playwright-core';
import type { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS, misbehave, type Fault, type Misbehaving } from '../../scripts/misbehave';
import { DIST } from './dist';
import { disconnectAfterAll, mapIs, visit } from './harness';
import { coloured, difference, mapPicture } from './picture';

disconnectAfterAll();

let host: Misbehaving;
let good: PNG;
const options = {
  site: () => host.url,
  viewport: { width: 1024, height: 640 },
  reducedMotion: 'reduce',
  // The browser itself reports every bad answer; the atlas must not add errors of its own.
  allow: /Failed to load resource|net::ERR_/,
} as const;

beforeAll(async () => {
  host = await misbehave({ root: DIST });
});
afterAll(() => host.close());
afterEach(() => host.heal());

/** Whole, or not at all: the same picture as from a good host. */
async function isWhole(page: Page): Promise<void> {
  const now = await mapPicture(page);
  expect(coloured(now), 'coloured share').toBeGreaterThan(coloured(good) * 0.98);
  expect(difference(now, good), 'differs from the good picture').toBeLessThan(0.01);
}

/** A message a reader sees and a screen reader speaks. */
const saysSo = async (page: Page): Promise<void> => {
  const message = page.locator('[role=alert]:visible').first();
  await message.waitFor({ timeout: 30_000 });
  expect((await message.innerText()).trim().length).toBeGreaterThan(20);
};
const saysNothing = async (page: Page): Promise<void> =>
  void (await page.locator('[role=alert]:visible').first().waitFor({ state: 'detached' }));

const whole: Fault[] = ['range-ignored', 'range-ignored-no-length', 'status-416', 'compressed-range'];
const trouble: Fault[] = [
  'status-404',
  'status-500',
  'html-200',
  'cut-body',
  'short-body',
  'truncated-archive',
  'swapped-weak-etag',
  'swapped-no-etag',
  'dropped',
];

describe('the archives', () => {
  visit('on a good host', options, async (v) => {
    await v.open();
    await mapIs(v.page, 'ready');
    good = await mapPicture(v.page);
    expect(coloured(good)).toBeGreaterThan(0.3);
    expect(
      host
        .seen()
        .filter((line) => line.includes('.pmtiles'))
        .every((line) => line.includes('bytes=')),
    ).toBe(true);
  });

  for (const fault of whole) {
    visit(`${fault}: the whole file, proven`, options, async (v) => {
      host.fail('.pmtiles', fault);
      await v.open();
      await mapIs(v.page, 'ready');
      await isWhole(v.page);
      expect(await v.page.locator('[role=alert]:visible').count()).toBe(0);
    });
  }

  for (const fault of trouble) {
    visit(`${fault}: said, then healed without a reload`, options, async (v) => {
      host.fail('.pmtiles', fault);
      await v.open();
      await mapIs(v.page, 'trouble');
      await saysSo(v.page);
      await v.page.evaluate(() => Object.assign(window, { stayed: true }));
      host.heal();
      await mapIs(v.page, 'ready');
      await saysNothing(v.page);
      await isWhole(v.page);
      expect(await v.page.evaluate(() => 'stayed' in window), 'no reload').toBe(true);
    });
  }

  visit('only the streets’ archive fails: said, then healed', options, async (v) => {
    host.fail('base.', 'status-500');
    await v.open();
    await mapIs(v.page, 'trouble');
    await saysSo(v.page);
    host.heal();
    await mapIs(v.page, 'ready');
    await isWhole(v.page);
  });

  visit('the host breaks while the reader zooms, and comes back', options, async (v) => {
    await v.open();
    await mapIs(v.page, 'ready');
    host.fail('.pmtiles', 'dropped');
    await v.page.mouse.move(700, 320);
    for (let i = 0; i < 4; i++) await v.page.mouse.wheel(0, -400);
    await mapIs(v.page, 'trouble');
    await saysSo(v.page);
    host.heal();
    await mapIs(v.page, 'ready');
    await saysNothing(v.page);
    expect(coloured(await mapPicture(v.page))).toBeGreaterThan(0.3);
  });
});

describe('manifest, geography and tables', () => {
  // All three go through the same loader; its own tests try each fault on each file.
  const cases: [string, Fault][] = [
    ['manifest.json', 'status-500'],
    ['manifest.json', 'html-200'],
    ['manifest.json', 'dropped'],
    ['geography.', 'cut-body'],
    ['tables/', 'html-200'],
  ];
  for (const [file, fault] of cases) {
    visit(`${file} ${fault}: said, then healed without a reload`, options, async (v) => {
      host.fail(file, fault);
      await v.open();
      await saysSo(v.page);
      host.heal();
      await mapIs(v.page, 'ready');
      await saysNothing(v.page);
      await isWhole(v.page);
    });
  }
});

test('every fault is tried', () => {
  expect([...whole, ...trouble].sort()).toEqual([...FAULTS].sort());
});
