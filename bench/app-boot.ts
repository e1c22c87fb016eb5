import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  beforeFirstPaint,
  isEngine,
  isScript,
  isStyle,
  record,
  sum,
  withWorkers,
} from '../tests/budgets/measure';
import { mapReady } from './app-open';
import type { Pages } from './app-pages';
import { median, random, shuffled, summarise, type Summary } from './app-stats';
import type { Probe } from './plain/probe';

export type Who = 'atlas' | 'areas' | 'style';
export const WHO: readonly Who[] = ['atlas', 'areas', 'style'];

/** Bytes on the wire, gzip, first visit. */
export interface Bytes {
  firstPicture: number;
  scriptBeforeEngine: number;
  codeToInteractiveMap: number;
  everythingToInteractiveMap: number;
}

/** Milliseconds since the navigation began. */
export interface Boot {
  firstPicture: number;
  interactive: number;
  /** Whether the page's own picture stood there at the first contentful paint. */
  atOnce: boolean;
}
export interface BootSummary {
  who: Who;
  /** Visits whose first contentful paint was that of the picture. */
  atOnce: number;
  firstPicture: Summary;
  interactive: Summary;
  /** Median over the rounds of the atlas's time divided by this page's time in the same round. */
  atlasAgainst: { firstPicture: number; interactive: number };
}

/** A fresh profile: nothing cached. */
export async function freshPage(
  browser: Browser,
  pages: Pages,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    colorScheme: 'light',
  });
  await context.addInitScript(`window.probeColours = ${JSON.stringify(pages.colours)}`);
  await context.addInitScript({ path: pages.probe });
  return { context, page: await context.newPage() };
}

/** First visit of a page, every answer counted. */
export async function measureBytes(browser: Browser, pages: Pages, url: string): Promise<Bytes> {
  const { context, page } = await freshPage(browser, pages);
  const byPage = await record(page);
  await page.goto(url);
  await mapReady(page);
  const loaded = await withWorkers(page, byPage);
  const engine = loaded.findIndex(isEngine);
  const code = loaded.filter((f) => f.type === 'Document' || isScript(f) || isStyle(f));
  const { bytes: firstPicture } = await beforeFirstPaint(page);
  await context.close();
  return {
    firstPicture,
    scriptBeforeEngine: sum(loaded.filter((f, i) => isScript(f) && i < engine)),
    codeToInteractiveMap: sum(code),
    everythingToInteractiveMap: sum(loaded),
  };
}

async function boot(browser: Browser, pages: Pages, who: Who, url: string): Promise<Boot> {
  const { context, page } = await freshPage(browser, pages);
  await page.goto(url, { waitUntil: 'commit' });
  await mapReady(page);
  const probe = await page.evaluate<Probe>('probe');
  const painted = await page.evaluate<number>(
    `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN`,
  );
  await context.close();
  const { pictureFrame, afterPicture, mapColoured, ready } = probe;
  // The first contentful paint is that of the picture only if the picture stood in that frame already.
  const atOnce = pictureFrame !== null && pictureFrame <= painted;
  const ofPage = atOnce ? painted : afterPicture;
  const firstPicture = who === 'atlas' ? ofPage : mapColoured;
  if (firstPicture === null || Number.isNaN(firstPicture) || ready === null)
    throw new Error(`${who} at ${url}: nothing seen: ${JSON.stringify({ ...probe, painted })}`);
  return { firstPicture, interactive: ready, atOnce };
}

/** First visits in turns, each in a fresh profile; the first round warms the machine and is not counted. */
export async function measureBoot(
  browser: Browser,
  pages: Pages,
  urls: Record<Who, string>,
  rounds: number,
  seed: number,
): Promise<BootSummary[]> {
  const next = random(seed);
  const seen: Record<Who, Boot[]> = { atlas: [], areas: [], style: [] };
  for (let round = 0; round <= rounds; round++)
    for (const who of shuffled(WHO, next)) {
      const times = await boot(browser, pages, who, urls[who]);
      if (round > 0) seen[who].push(times);
    }
  const against = (who: Who, key: 'firstPicture' | 'interactive'): number =>
    median(seen.atlas.map((times, i) => times[key] / seen[who][i]![key]));
  return WHO.map((who) => ({
    who,
    atOnce: seen[who].filter(({ atOnce }) => atOnce).length,
    firstPicture: summarise(seen[who].map((times) => times.firstPicture)),
    interactive: summarise(seen[who].map((times) => times.interactive)),
    atlasAgainst: { firstPicture: against(who, 'firstPicture'), interactive: against(who, 'interactive') },
  }));
}
