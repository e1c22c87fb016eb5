/**
 * The map under the hand, beside plain MapLibre with the same things in the same place: 90 shaded areas, 20 000 points that gather,
 * 100 000 dots; another topic or category, a run along the time slider, a drag. `tsx bench/map.ts [rounds]`; dist is built when it
 * is not there. Writes bench/map.results.json and bench/map.results.md. Nothing here is a test and no time is a limit.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { browserVersion, findBrowser, launch } from '../scripts/browser';
import { build } from '../scripts/build';
import { ROOT } from '../scripts/run';
import { freshPage } from './app-boot';
import { mapReady, plainUrl, roomOfMap } from './app-open';
import { frameName, preparePages, type Pages, type Topic } from './app-pages';
import { pointAtTopic } from './app-repaint';
import { median, random, shuffled, summarise, type Summary } from './app-stats';
import { ACTS, drag, observe, scrub, SCRUB_STEPS, type Act, type Seen } from './map-acts';
import { markdown } from './map-report';
import { growThings } from './map-things';

const SEED = 20_261_126;
export const SCENES = ['areas', 'points', 'dots'] as const;
export type Scene = (typeof SCENES)[number];
export const WHO = ['atlas', 'plain'] as const;
export type Who = (typeof WHO)[number];

/** Two topics with years enough for a run: the default view's, and the next. */
function topicsOf({ topics }: Pages): [Topic, Topic] {
  const [one, other] = topics.filter(({ periods }) => periods.length > SCRUB_STEPS);
  if (!one || !other) throw new Error('two topics with several years are needed');
  return [one, other];
}
const linkOf = (scene: Scene, pages: Pages): string =>
  ({
    areas: `?i=${topicsOf(pages)[0].id}&p=${topicsOf(pages)[0].periods.at(-1)}`,
    points: '?i=education.nursery_count&k=points',
    dots: '?i=population.over65_share&k=dots',
  })[scene];
/** Points have one date: nothing to run along. */
export const actsOf = (scene: Scene): readonly Act[] =>
  scene === 'points' ? ACTS.filter((act) => act !== 'scrub') : ACTS;

/** Without a graphics card a drag over so many dots takes a minute: fewer turns tell as much as anyone will wait for. */
const roundsOf = (scene: Scene, rounds: number): number =>
  scene === 'dots' ? Math.ceil(rounds / 3) : rounds;

export interface Line {
  scene: Scene;
  act: Act;
  who: Who;
  first: Summary;
  settled: Summary;
  /** Different pictures a second, over the time to rest. */
  rate: Summary;
  longest: Summary;
  /** Median over the rounds of the atlas's time divided by this page's; for the rate, its rate divided by this page's. */
  atlasAgainst: { first: number; settled: number; rate: number };
  unseen: number;
}
export interface Results {
  date: string;
  seed: number;
  rounds: number;
  browser: string;
  cores: number;
  loadPerCore: [number, number];
  lines: Line[];
}

const load = (): number => (loadavg()[0] ?? 0) / cpus().length;
const rateOf = ({ frames, settled }: Seen): number => (frames / Math.max(settled, 1)) * 1000;

interface Room {
  box: number[];
  padding: number[];
}

async function open(browser: Browser, pages: Pages, scene: Scene, who: Who, room: Room): Promise<Page> {
  const { page } = await freshPage(browser, pages);
  page.setDefaultTimeout(120_000);
  const plain = plainUrl(pages.plain, { style: 'atlas', by: 'state' }, room, pages.bounds);
  const things = scene === 'areas' ? '' : `&things=${scene}`;
  await page.goto(who === 'atlas' ? pages.atlas + linkOf(scene, pages) : plain + things);
  await mapReady(page);
  if (who === 'plain' && scene === 'areas') await page.evaluate('loadFrames()');
  if (who === 'atlas' && scene === 'points') await page.getByRole('checkbox').first().waitFor();
  if (who === 'atlas' && scene === 'dots') await page.locator('.dots .classes button').first().waitFor();
  // Tables fetched ahead and late fonts come to rest.
  await page.waitForTimeout(3000);
  return page;
}

/** One act on one page; `turn` counts the rounds, so that what one does the next undoes. */
function perform(
  page: Page,
  pages: Pages,
  scene: Scene,
  act: Act,
  who: Who,
  room: Room,
  turn: number,
): Promise<Seen | null> {
  const even = turn % 2 === 0;
  if (act === 'pan') return observe(page, 'drag', () => drag(page, room.box, even ? 1 : -1));
  if (act === 'scrub') return runAlong(page, pages, scene, who, even);
  if (scene === 'areas') return anotherTopic(page, pages, who, even);
  if (who === 'plain') return observe(page, 'click', () => page.click('button'));
  const target =
    scene === 'points' ? page.getByRole('checkbox').first() : page.locator('.dots .classes button').first();
  if (scene === 'points') return observe(page, 'click', () => target.click());
  // A class lights up under the hand: the key takes the focus to it and away again.
  return observe(page, 'keydown', () => page.keyboard.press(even ? 'Tab' : 'Shift+Tab'));
}

async function anotherTopic(page: Page, pages: Pages, who: Who, even: boolean): Promise<Seen | null> {
  const topic = topicsOf(pages)[even ? 1 : 0];
  if (who === 'plain') {
    await page.evaluate(`window.next = ${JSON.stringify(frameName(topic.id, topic.periods.at(-1)!))}`);
    return observe(page, 'click', () => page.click('button'));
  }
  const { x, y } = await pointAtTopic(page, topic);
  return observe(page, 'click', () => page.mouse.click(x, y));
}

async function runAlong(
  page: Page,
  pages: Pages,
  scene: Scene,
  who: Who,
  even: boolean,
): Promise<Seen | null> {
  const [{ id, periods }] = topicsOf(pages);
  const last = periods.slice(-SCRUB_STEPS - 1);
  const years = even ? last.slice(0, -1).reverse() : last.slice(1);
  await page.focus(who === 'atlas' ? '.bar input[type=range]' : 'input');
  const next = scene === 'areas' && who === 'plain' ? years.map((year) => frameName(id, year)) : undefined;
  return observe(page, 'keydown', () => scrub(page, even ? 'ArrowLeft' : 'ArrowRight', next));
}

/** What stands before the first round: the focus on what comes before the first class, so that one key lights it. */
async function makeReady(page: Page, scene: Scene, act: Act): Promise<void> {
  if (scene !== 'dots' || act !== 'switch') return;
  await page
    .locator('.dots .classes button')
    .first()
    .evaluate((button) => {
      const all = [...document.querySelectorAll<HTMLElement>('button, a, input, summary')];
      all[all.indexOf(button as HTMLElement) - 1]?.focus();
    });
}

export async function benchMap(rounds: number): Promise<Results> {
  const say = (text: string): void => void process.stderr.write(`   ${text}\n`);
  if (!existsSync(join(ROOT, 'dist', 'index.html'))) await build(say);
  const before = load();
  const pages = await preparePages((site, plain) => {
    for (const [name, things] of Object.entries(growThings(site, SEED)))
      writeFileSync(join(plain, `${name}.json`), JSON.stringify(things));
  });
  const browser = await launch();
  const next = random(SEED);
  const lines: Line[] = [];
  try {
    for (const scene of SCENES)
      for (const act of actsOf(scene)) {
        const seen = await rounded(browser, pages, scene, act, roundsOf(scene, rounds), next);
        lines.push(...linesOf(scene, act, seen));
        say(`${scene}, ${act}: done`);
      }
  } finally {
    await browser.close();
    await pages.close();
  }
  return {
    date: new Date().toISOString().slice(0, 10),
    seed: SEED,
    rounds,
    browser: browserVersion(findBrowser().path),
    cores: cpus().length,
    loadPerCore: [before, load()],
    lines,
  };
}

type Rounds = Record<Who, (Seen | null)[]>;

/** Both pages take turns in each round, in a drawn order; two rounds warm up and are not counted. */
async function rounded(
  browser: Browser,
  pages: Pages,
  scene: Scene,
  act: Act,
  rounds: number,
  next: () => number,
): Promise<Rounds> {
  const atlas = await open(browser, pages, scene, 'atlas', { box: [], padding: [] });
  const room = await roomOfMap(atlas);
  const opened = { atlas, plain: await open(browser, pages, scene, 'plain', room) };
  await makeReady(atlas, scene, act);
  const seen: Rounds = { atlas: [], plain: [] };
  const warmUp = 2;
  for (let turn = 0; turn < rounds + warmUp; turn++)
    for (const who of shuffled(WHO, next)) {
      await opened[who].bringToFront();
      const what = await perform(opened[who], pages, scene, act, who, room, turn);
      if (turn >= warmUp) seen[who].push(what);
    }
  for (const page of Object.values(opened)) await page.context().close();
  return seen;
}

function linesOf(scene: Scene, act: Act, seen: Rounds): Line[] {
  return WHO.map((who) => {
    const some = seen[who].filter((s) => s !== null);
    const against = (of: (s: Seen) => number): number =>
      median(seen[who].flatMap((s, i) => (s && seen.atlas[i] ? [of(seen.atlas[i]) / of(s)] : [])));
    return {
      scene,
      act,
      who,
      first: summarise(some.map(({ first }) => first)),
      settled: summarise(some.map(({ settled }) => settled)),
      rate: summarise(some.map(rateOf)),
      longest: summarise(some.map(({ longest }) => longest)),
      atlasAgainst: {
        first: against((s) => s.first),
        settled: against((s) => s.settled),
        rate: against(rateOf),
      },
      unseen: seen[who].length - some.length,
    };
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const results = await benchMap(Number(process.argv[2] ?? 9));
  writeFileSync(join(ROOT, 'bench/map.results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(ROOT, 'bench/map.results.md'), markdown(results, SCRUB_STEPS));
}
