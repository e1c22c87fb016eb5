import type { Browser, Page } from 'playwright-core';
import { freshPage } from './app-boot';
import { mapReady, plainUrl } from './app-open';
import { frameName, type Pages, type Topic } from './app-pages';
import { median, random, shuffled, summarise, type Summary } from './app-stats';
import type { Probe } from './plain/probe';

export type Act = 'switch' | 'step';
/** A page that repaints: the atlas, or plain MapLibre by its layers and by how it is told. */
export const WAYS = ['atlas', 'areas-state', 'areas-paint', 'style-state', 'style-paint'] as const;
export type Way = (typeof WAYS)[number];

export interface Repaint {
  /** Milliseconds from the input event to the end of the first frame that shows another map. */
  first: number;
  /** The same to the first frame after which nothing changes any more. */
  settled: number;
}
export interface RepaintSummary {
  way: Way;
  act: Act;
  first: Summary;
  settled: Summary;
  /** Median over the rounds of the atlas's `first`, and `settled`, divided by this page's in the same round. */
  atlasAgainst: { first: number; settled: number };
  /** Inputs after which no pixel that is looked at differed. */
  unseen: number;
}

const QUIET_MS = 600;
const LONGEST_MS = 10_000;

/** Arms the probe, acts, waits until the map has come to rest, and reads what was seen. */
async function timed(
  page: Page,
  event: 'click' | 'keydown',
  act: () => Promise<void>,
): Promise<Repaint | null> {
  const before = await page.evaluate<number | null>('probe.last');
  await page.evaluate(`probe.arm('${event}')`);
  await act();
  await page.waitForFunction(
    `(() => {
      const since = probe.frames.at(-1)?.at ?? probe.input;
      return since !== null && performance.now() - Math.max(since, probe.input) > ${QUIET_MS};
    })()`,
    undefined,
    { timeout: LONGEST_MS, polling: 50 },
  );
  await page.evaluate('probe.disarm()');
  const { frames, input } = await page.evaluate<Probe>('probe');
  const after = frames.filter(({ at }) => at >= input!);
  const first = after.find(({ hash }) => hash !== before);
  const last = after.at(-1);
  if (!first || !last || input === null) return null;
  const lastOther = after.findLastIndex(({ hash }) => hash !== last.hash);
  const settled = lastOther < 0 ? first : after[lastOther + 1]!;
  return { first: first.at - input, settled: settled.at - input };
}

const sliderIs = (page: Page): Promise<{ value: number; max: number }> =>
  page.evaluate(
    `(() => { const s = document.querySelector('.bar input[type=range]'); return { value: +s.value, max: +s.max }; })()`,
  );

/** Opens the list of topics and points at one, so that its table is there before the click, as it is for a reader's hand. */
export async function pointAtTopic(page: Page, topic: Topic): Promise<{ x: number; y: number }> {
  await page.click('#choose');
  const exactly = new RegExp(`^\\s*${topic.title.replace(/[^\p{L}\d ]/gu, '\\$&')}\\s*$`);
  const button = page.locator('.panel li button').filter({ hasText: exactly });
  await button.evaluate((element) => {
    const theme = element.closest('details');
    if (theme) theme.open = true;
    element.scrollIntoView({ block: 'center' });
  });
  await button.hover();
  await page.waitForTimeout(250);
  const box = (await button.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function actInAtlas(page: Page, act: Act, topic: Topic, back: boolean): Promise<Repaint | null> {
  if (act === 'switch') {
    const { x, y } = await pointAtTopic(page, topic);
    return timed(page, 'click', () => page.mouse.click(x, y));
  }
  const { value, max } = await sliderIs(page);
  await page.focus('.bar input[type=range]');
  const key = value === max || (back && value > 0) ? 'ArrowLeft' : 'ArrowRight';
  return timed(page, 'keydown', () => page.keyboard.press(key));
}

async function actInPlain(page: Page, act: Act, frame: string, back: boolean): Promise<Repaint | null> {
  await page.evaluate(`window.next = ${JSON.stringify(frame)}`);
  if (act === 'switch') return timed(page, 'click', () => page.click('button'));
  await page.focus('input');
  return timed(page, 'keydown', () => page.keyboard.press(back ? 'ArrowLeft' : 'ArrowRight'));
}

async function openAll(browser: Browser, pages: Pages, room: { box: number[]; padding: number[] }) {
  const opened = {} as Record<Way, Page>;
  for (const way of WAYS) {
    const { page } = await freshPage(browser, pages);
    const [style, by] = way.split('-');
    const plain = {
      style: style === 'style' ? 'atlas' : 'areas',
      by: by === 'paint' ? 'paint' : 'state',
    } as const;
    await page.goto(way === 'atlas' ? pages.atlas : plainUrl(pages.plain, plain, room, pages.bounds));
    await mapReady(page);
    if (way !== 'atlas') await page.evaluate('loadFrames()');
    opened[way] = page;
  }
  return opened;
}

/** Every page takes its turn in each round; three rounds warm up and are not counted. */
export async function measureRepaint(
  browser: Browser,
  pages: Pages,
  room: { box: number[]; padding: number[] },
  rounds: number,
  seed: number,
): Promise<RepaintSummary[]> {
  const next = random(seed);
  const warmUp = 3;
  const opened = await openAll(browser, pages, room);
  const seen = new Map<string, (Repaint | null)[]>();
  let [shown, year] = [pages.first.indicator, pages.first.period];
  for (let round = 0; round < rounds + warmUp; round++) {
    const others = pages.topics.filter(({ id }) => id !== shown);
    const topic = others[Math.floor(next() * others.length)]!;
    const back = next() < 0.5;
    const frames: Record<Act, string> = { switch: '', step: '' };
    // The years the plain pages show: the one next to the year of the atlas, where the topic has it.
    const at = topic.periods.includes(year) ? topic.periods.indexOf(year) : topic.periods.length - 1;
    const by = at === topic.periods.length - 1 || (back && at > 0) ? -1 : 1;
    frames.switch = frameName(topic.id, topic.periods[at]!);
    frames.step = frameName(topic.id, topic.periods[at + by]!);
    for (const act of ['switch', 'step'] as const)
      for (const way of shuffled(WAYS, next)) {
        const page = opened[way];
        await page.bringToFront();
        const time =
          way === 'atlas'
            ? await actInAtlas(page, act, topic, back)
            : await actInPlain(page, act, frames[act], back);
        if (round < warmUp) continue;
        const key = `${way} ${act}`;
        seen.set(key, [...(seen.get(key) ?? []), time]);
      }
    [shown, year] = [topic.id, topic.periods[at + by]!];
  }
  for (const page of Object.values(opened)) await page.context().close();
  return summaries(seen);
}

function summaries(seen: Map<string, (Repaint | null)[]>): RepaintSummary[] {
  return (['switch', 'step'] as const).flatMap((act) =>
    WAYS.map((way) => {
      const all = seen.get(`${way} ${act}`) ?? [];
      const ours = seen.get(`atlas ${act}`) ?? [];
      const some = all.filter((time) => time !== null);
      const against = (key: keyof Repaint): number =>
        median(all.flatMap((time, i) => (time && ours[i] ? [ours[i][key] / time[key]] : [])));
      return {
        way,
        act,
        first: summarise(some.map((time) => time.first)),
        settled: summarise(some.map((time) => time.settled)),
        atlasAgainst: { first: against('first'), settled: against('settled') },
        unseen: all.length - some.length,
      };
    }),
  );
}
