/**
 * The atlas in a real browser beside plain MapLibre: bytes of the first view, time to the first picture and to the
 * interactive map, a switch of indicator and a step in time. `tsx bench/app.ts [rounds]`; dist is built when it is not
 * there. Writes bench/app.results.json and bench/app.results.md. Nothing here is a test and no time is a limit.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browserVersion, findBrowser, launch } from '../scripts/browser';
import { build } from '../scripts/build';
import { ROOT } from '../scripts/run';
import { freshPage, measureBoot, measureBytes, type BootSummary, type Bytes, type Who } from './app-boot';
import { mapReady, plainUrl, roomOfMap } from './app-open';
import { preparePages } from './app-pages';
import { measureRepaint, type RepaintSummary } from './app-repaint';
import { markdown } from './app-report';

const SEED = 20_261_123;

export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  browser: string;
  graphics: string;
  /** Load of one minute before and after, per core: above 1 the machine had other work too. */
  loadPerCore: [number, number];
}
export interface Results {
  date: string;
  seed: number;
  machine: Machine;
  aims: { firstPicture: number; scriptBeforeEngine: number; codeToInteractiveMap: number };
  bytes: Record<Who, Bytes>;
  boot: { near: BootSummary[]; slow: BootSummary[] };
  /** Ids of the indicators switched between. */
  topics: string[];
  repaint: RepaintSummary[];
}

const say = (text: string): void => void process.stderr.write(`   ${text}\n`);
const load = (): number => (loadavg()[0] ?? 0) / cpus().length;

export async function benchApp(rounds: number): Promise<Results> {
  if (!existsSync(join(ROOT, 'dist', 'index.html'))) await build(say);
  const before = load();
  const pages = await preparePages();
  const browser = await launch();
  try {
    const { context, page } = await freshPage(browser, pages);
    await page.goto(pages.atlas);
    await mapReady(page);
    const room = await roomOfMap(page);
    const graphics = await page.evaluate<string>(`(() => {
      const gl = document.createElement('canvas').getContext('webgl2');
      const info = gl.getExtension('WEBGL_debug_renderer_info');
      return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
    })()`);
    await context.close();

    const urls = (atlas: string, plain: string): Record<Who, string> => ({
      atlas,
      areas: plainUrl(plain, { style: 'areas', by: 'state' }, room, pages.bounds),
      style: plainUrl(plain, { style: 'atlas', by: 'state' }, room, pages.bounds),
    });
    const near = urls(pages.atlas, pages.plain);
    const bytes = {} as Record<Who, Bytes>;
    for (const who of ['atlas', 'areas', 'style'] as const)
      bytes[who] = await measureBytes(browser, pages, near[who]);
    say('bytes counted');
    const bootNear = await measureBoot(browser, pages, near, rounds, SEED);
    say('first visits, host on this machine: done');
    const slow = urls(pages.slow.atlas, pages.slow.plain);
    const bootSlow = await measureBoot(browser, pages, slow, Math.ceil(rounds / 2), SEED);
    say('first visits over a slow line: done');
    const repaint = await measureRepaint(browser, pages, room, rounds * 2, SEED);
    say('switches and steps: done');

    const limits = JSON.parse(readFileSync(join(ROOT, 'tests/budgets/limits.json'), 'utf8')) as Results;
    return {
      date: new Date().toISOString().slice(0, 10),
      seed: SEED,
      machine: {
        cpu: cpus()[0]?.model.trim() ?? 'unknown processor',
        cores: cpus().length,
        memoryGiB: Math.round(totalmem() / 2 ** 30),
        system: `${type()} ${release().split('-')[0]}`,
        node: process.version,
        browser: browserVersion(findBrowser().path),
        graphics,
        loadPerCore: [before, load()],
      },
      aims: limits.aims,
      bytes,
      boot: { near: bootNear, slow: bootSlow },
      topics: pages.topics.map(({ id }) => id),
      repaint,
    };
  } finally {
    await browser.close();
    await pages.close();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const results = await benchApp(Number(process.argv[2] ?? 11));
  writeFileSync(join(ROOT, 'bench/app.results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(ROOT, 'bench/app.results.md'), markdown(results));
}
