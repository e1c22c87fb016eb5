import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { palettePng } from '../visual/palette-png';
import { disconnectAfterAll, mapIs, visit } from './harness';

disconnectAfterAll();

/** A case is a folder: what is opened, which part is looked at, and how much may differ. */
const CaseSchema = v.object({
  /** What is seen, for whoever looks at a difference. */
  title: v.string(),
  link: v.pipe(v.string(), v.startsWith('?')),
  /** Width and height of the window, CSS pixels. */
  size: v.tuple([v.number(), v.number()]),
  theme: v.picklist(['light', 'dark']),
  /** Left, top, width and height of what is looked at. */
  clip: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  /** CSS selector of what must be there besides the map: a kind's legend, a chart. */
  wait: v.string(),
  tolerance: v.object({
    /** How far a pixel may be off, 0–1, as pixelmatch weighs it: as the eye does, brightness before hue. */
    colour: v.number(),
    /** Share of pixels that may be further off, 0–1. */
    share: v.number(),
    why: v.pipe(v.string(), v.minLength(20)),
  }),
});
type Case = v.InferOutput<typeof CaseSchema>;

const CASES = 'tests/visual';
const RESULTS = 'test-results/visual';
const renew = process.env.RENEW_PICTURES === '1';
const names = readdirSync(CASES, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []));

async function shot(page: Page, [x, y, width, height]: Case['clip']): Promise<PNG> {
  return PNG.sync.read(await page.screenshot({ clip: { x, y, width, height }, animations: 'disabled' }));
}
/** Until three pictures in a row are the same: labels fade in, small maps and legends come with files of their own. */
async function restingShot(page: Page, clip: Case['clip']): Promise<PNG> {
  let [before, same] = [await shot(page, clip), 0];
  for (let i = 0; i < 40 && same < 2; i++) {
    await page.waitForTimeout(400);
    const now = await shot(page, clip);
    same = now.data.equals(before.data) ? same + 1 : 0;
    before = now;
  }
  expect(same, 'the picture comes to rest').toBe(2);
  return before;
}

function compare(name: string, actual: PNG, { tolerance }: Case): void {
  const expected = PNG.sync.read(readFileSync(join(CASES, name, 'expected.png')));
  const { width, height } = expected;
  expect([actual.width, actual.height], 'size of the picture').toEqual([width, height]);
  const difference = new PNG({ width, height });
  const off = pixelmatch(expected.data, actual.data, difference.data, width, height, {
    threshold: tolerance.colour,
  });
  const share = off / (width * height);
  if (share > tolerance.share) {
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, `${name}-actual.png`), PNG.sync.write(actual));
    writeFileSync(join(RESULTS, `${name}-difference.png`), PNG.sync.write(difference));
  }
  expect(share, `share of pixels that differ; pictures in ${RESULTS}`).toBeLessThanOrEqual(tolerance.share);
}

test('cases are there, small, and complete', () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
  for (const name of renew ? [] : names) {
    const picture = join(CASES, name, 'expected.png');
    expect(existsSync(picture), `${picture}; npm run pictures makes it`).toBe(true);
    expect(readFileSync(picture).length, picture).toBeLessThan(60_000);
  }
});

for (const name of names) {
  const it = v.parse(CaseSchema, JSON.parse(readFileSync(join(CASES, name, 'case.json'), 'utf8')));
  const [width, height] = it.size;
  visit(
    `picture: ${name}`,
    { viewport: { width, height }, colorScheme: it.theme, reducedMotion: 'reduce', timeout: 240_000 },
    async ({ page, open }) => {
      page.setDefaultTimeout(90_000);
      await open(it.link);
      await page.locator(it.wait).first().waitFor();
      if (!/[?&]v=(?!map)/.test(it.link)) await mapIs(page, 'ready', 90_000);
      // Whatever lies under a resting pointer would be lit up.
      await page.mouse.move(2, 2);
      const actual = await restingShot(page, it.clip);
      if (renew) writeFileSync(join(CASES, name, 'expected.png'), palettePng(actual));
      compare(name, actual, it);
    },
  );
}
