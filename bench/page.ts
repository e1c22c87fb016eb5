/**
 * The page in Chromium: bytes of the first view, time to the first picture and to the interactive map, and what a change
 * costs beside plain MapLibre repainting the same layer. `tsx bench/page.ts [runs]`, after `npm run build`.
 * Writes bench/page.results.json and bench/page.results.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { browserVersion, findBrowser, launch } from '../scripts/browser';
import { ROOT } from '../scripts/run';
import { serve } from '../scripts/serve';
import {
  beforeFirstPaint,
  isEngine,
  isScript,
  isStyle,
  record,
  sum,
  withWorkers,
} from '../tests/budgets/measure';

const RUNS = Number(process.argv[2] ?? 7);
const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const say = (text: string): void => console.log(`  ${text}`);

interface FirstView {
  kB: Record<'firstPicture' | 'scriptBeforeEngine' | 'code' | 'everything', number>;
  ms: Record<'firstPicture' | 'interactiveMap', number>;
}

/** One visit with an empty cache, gzip as on most static hosts, from this machine: no network time in it. */
async function visit(browser: Browser, url: string): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // Noted in the page itself: asking from outside would add the way there and back.
  await page.addInitScript(() => {
    const root = document;
    new MutationObserver(() => {
      if (root.documentElement?.dataset['map'] === 'ready') performance.mark('map-ready');
    }).observe(root, { attributes: true, subtree: true, attributeFilter: ['data-map'] });
  });
  const byPage = await record(page);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('map-ready').length > 0, undefined, {
    timeout: 60_000,
  });
  const loaded = await withWorkers(page, byPage);
  const ms = await page.evaluate(() => ({
    firstPicture: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    interactiveMap: performance.getEntriesByName('map-ready')[0]?.startTime ?? NaN,
  }));
  const engine = loaded.findIndex(isEngine);
  const code = loaded.filter((f) => f.type === 'Document' || isScript(f) || isStyle(f));
  const bytes = {
    firstPicture: (await beforeFirstPaint(page)).bytes,
    scriptBeforeEngine: sum(loaded.filter((f, i) => isScript(f) && i < engine)),
    code: sum(code),
    everything: sum(loaded),
  };
  await context.close();
  return {
    ms,
    kB: Object.fromEntries(Object.entries(bytes).map(([k, v]) => [k, v / 1000])) as FirstView['kB'],
  };
}

async function firstViews(browser: Browser): Promise<FirstView> {
  const site = await serve({ root: join(ROOT, 'dist'), encodings: ['gzip'] });
  const views: FirstView[] = [];
  for (let i = 0; i < RUNS; i++) {
    views.push(await visit(browser, site.url));
    say(`visit ${i + 1}: ${JSON.stringify(views.at(-1)?.ms)}`);
  }
  await site.close();
  const ms = {
    firstPicture: median(views.map((v) => v.ms.firstPicture)),
    interactiveMap: median(views.map((v) => v.ms.interactiveMap)),
  };
  return { kB: views[0]?.kB ?? ({} as FirstView['kB']), ms };
}

type Times = { frame: number; settled: number };
type Changes = Record<'ours' | 'plain', Times>;

async function changes(browser: Browser): Promise<Record<'step' | 'switch', Changes>> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-page-'));
  await build({
    configFile: join(ROOT, 'bench/page-site/vite.config.ts'),
    build: { outDir },
    logLevel: 'error',
  });
  const site = await serve({ root: outDir });
  const page = await browser.newPage({ viewport: { width: 900, height: 1280 } });
  page.on('pageerror', (error) => console.error(error));
  await page.goto(site.url);
  await page.waitForFunction(() => document.documentElement.dataset['bench'] === 'ready', undefined, {
    timeout: 60_000,
  });
  const one = async (change: 'step' | 'switch'): Promise<Changes> => {
    const all = (await page.evaluate(`measure('${change}', ${RUNS})`)) as Record<'ours' | 'plain', Times[]>;
    const of = (times: Times[]): Times => ({
      frame: median(times.map((t) => t.frame)),
      settled: median(times.map((t) => t.settled)),
    });
    say(`${change}: ${JSON.stringify({ ours: of(all.ours), plain: of(all.plain) })}`);
    return { ours: of(all.ours), plain: of(all.plain) };
  };
  const results = { step: await one('step'), switch: await one('switch') };
  await site.close();
  rmSync(outDir, { recursive: true });
  return results;
}

const browser = await launch();
const view = await firstViews(browser);
const change = await changes(browser);
await browser.close();
const n = (value: number): string => value.toFixed(value < 100 ? 1 : 0);
const row = (name: string, { ours, plain }: Changes): string =>
  `| ${name} | ${n(ours.frame)} | ${n(plain.frame)} | ${n(ours.settled)} | ${n(plain.settled)} |`;
const text = `## The page in Chromium

| first visit, 1440 × 900, gzip | |
|---|--:|
| up to the first coloured picture | ${n(view.kB.firstPicture)} kB |
| script before the map engine | ${n(view.kB.scriptBeforeEngine)} kB |
| code up to the interactive map, worker and styles included | ${n(view.kB.code)} kB |
| everything up to the interactive map: code, fonts, data, tiles | ${n(view.kB.everything)} kB |
| navigation to first picture | ${n(view.ms.firstPicture)} ms |
| navigation to interactive map, everything in view drawn | ${n(view.ms.interactiveMap)} ms |

| a change on the map of areas, ms | ours, next frame | plain, next frame | ours, settled | plain, settled |
|---|--:|--:|--:|--:|
${row('one step of a time-lapse', change.step)}
${row('another indicator', change.switch)}

Plain is MapLibre with the same style, tiles and camera, repainting its fill with one \`match\` expression; tables are in
memory for both. Settled is MapLibre's \`idle\`. Median of ${RUNS} visits and ${RUNS * 2} changes, routes taking turns.
${browserVersion(findBrowser().path)}, headless, WebGL in software, served from the same machine.
`;
writeFileSync(join(ROOT, 'bench/page.results.md'), text);
writeFileSync(
  join(ROOT, 'bench/page.results.json'),
  `${JSON.stringify({ runs: RUNS, view, change }, null, 2)}\n`,
);
console.log(text);
