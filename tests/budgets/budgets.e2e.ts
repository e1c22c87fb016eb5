import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../scripts/browser';
import { serve, type Served } from '../../scripts/serve';
import { DIST } from '../e2e/dist';
import { mapIs } from '../e2e/harness';
import {
  beforeFirstPaint,
  isEngine,
  isScript,
  isStyle,
  record,
  sum,
  withWorkers,
  type Loaded,
} from './measure';

/** Bytes; `aims` are the atlas's promises, `recorded` what was last measured and accepted: both with 2 % of grace. */
interface Limits {
  grace: number;
  aims: Record<'firstPicture' | 'scriptBeforeEngine' | 'codeToInteractiveMap', number>;
  recorded: Record<'everythingToInteractiveMap', number>;
}

let limits: Limits;
let site: Served;
let browser: Browser;
let page: Page;
let loaded: Loaded[];

beforeAll(async () => {
  limits = JSON.parse(await readFile(new URL('limits.json', import.meta.url), 'utf8')) as Limits;
  // Most static hosts offer gzip and no more; the aims are in gzip.
  site = await serve({ root: DIST, encodings: ['gzip'] });
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const byPage = await record(page);
  await page.goto(site.url);
  await mapIs(page, 'ready');
  loaded = await withWorkers(page, byPage);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function within(what: string, bytes: number, limit: number, files: readonly string[]): void {
  const names = files.map((f) => f.replace(site.url, '')).join(', ');
  console.log(`${what}: ${kB(bytes)}, limit ${kB(limit)} and ${limits.grace * 100} % (${names})`);
  expect(bytes, what).toBeGreaterThan(0);
  expect(bytes, `${what}: ${kB(bytes)} of ${kB(limit)}`).toBeLessThanOrEqual(limit * (1 + limits.grace));
}

describe('bytes on the wire, first visit, gzip', () => {
  test('up to the first coloured picture', async () => {
    const { bytes, files } = await beforeFirstPaint(page);
    within('First coloured picture', bytes, limits.aims.firstPicture, files);
  });

  test('the first picture needs no script and is coloured', async () => {
    const bare = await browser.newPage({ javaScriptEnabled: false });
    await bare.goto(site.url);
    const fills = await bare
      .locator('svg path')
      .evaluateAll((paths) => paths.map((p) => getComputedStyle(p).fill));
    await bare.close();
    expect(new Set(fills).size).toBeGreaterThanOrEqual(4);
  });

  test('script before the map engine', () => {
    const engine = loaded.findIndex(isEngine);
    expect(engine, 'the map engine is a chunk of its own').toBeGreaterThan(0);
    const before = loaded.filter((f, i) => isScript(f) && i < engine);
    within(
      'Script before the map engine',
      sum(before),
      limits.aims.scriptBeforeEngine,
      before.map((f) => f.url),
    );
  });

  test('code up to the interactive map, worker and styles included', () => {
    const code = loaded.filter((f) => f.type === 'Document' || isScript(f) || isStyle(f));
    expect(
      code.some((f) => /worker/.test(f.url)),
      'the worker is among them',
    ).toBe(true);
    within(
      'Code up to the interactive map',
      sum(code),
      limits.aims.codeToInteractiveMap,
      code.map((f) => f.url),
    );
  });

  test('everything up to the interactive map: code, fonts, data and tiles', () => {
    const other = loaded
      .filter((f) => f.type !== 'Document' && !isScript(f) && !isStyle(f))
      .map((f) => f.url);
    const limit = limits.recorded.everythingToInteractiveMap;
    within('Everything up to the interactive map', sum(loaded), limit, [...new Set(other)]);
  });
});
