import { mkdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/model/manifest';
import type { Stories, Story } from '../../src/model/story';
import { DIST } from './dist';
import { axeFindings, DESKTOP, disconnectAfterAll, mapIs, PHONE, visit } from './harness';

disconnectAfterAll();

const data = <T>(path: string): T => JSON.parse(readFileSync(join(DIST, 'data', path), 'utf8')) as T;
const { files } = data<Manifest>('manifest.json');
const fileNamed = <T>(name: string): T => data<T>(files[name]!.path);
const slugs = files['stories'] ? fileNamed<Stories>('stories').stories.map(({ slug }) => slug) : [];
const storyOf = (slug: string): Story => fileNamed<Story>(`stories.${slug}`);
const first = slugs[0] ?? '';
const PICTURES = 'test-results/stories';

/** Nothing flies and nothing plays: a step is there at once. */
const STILL = { reducedMotion: 'reduce' } as const;
const at = (page: Page): Promise<string | null> =>
  page.getAttribute('nav li button[aria-current="step"]', 'aria-label', { timeout: 5000 });

/** Waits until the stage shows a step and what it shows has come to rest. */
async function stageShows(page: Page, id: string): Promise<void> {
  await page.waitForSelector(`.stage[data-step="${id}"]`, { timeout: 20_000 });
  if (await page.locator('.stage .sheet:not(.hidden)').count()) await mapIs(page, 'ready', 20_000);
  else await page.waitForFunction(() => !document.querySelector('.stage [role="status"]'));
}
/** The map says "ready" again once it has drawn what comes next. */
const forgetMap = (page: Page) => page.evaluate(() => delete document.documentElement.dataset['map']);

/** The map of step `i` is the very one that stands already: it has nothing to draw. */
const sameMap = ({ steps }: Story, i: number): boolean => {
  const [step, before] = [steps[i]!, steps[Math.max(0, i - 1)]!];
  const look = (s: typeof step) => JSON.stringify([s.view, s.hash, s.highlight, s.play]);
  return i === 0 ? step.play === null : look(step) === look(before);
};

/** Presses the keys that turn a story's steps, there and back again, faster than the maps are drawn. */
async function leaf(page: Page, steps: number): Promise<void> {
  for (const key of ['ArrowRight', 'ArrowLeft'])
    for (let i = 1; i < steps; i++) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60 + 35 * (i % 3));
    }
}

test('there are stories to read', () => expect(slugs.length).toBeGreaterThan(0));

for (const slug of slugs) {
  const story = storyOf(slug);
  describe(`story ${slug}`, () => {
    // Layers that went and came back between worker and screen once stopped the engine for good.
    visit(
      `leafed through in haste, it still stands at the step it says (${slug})`,
      { ...DESKTOP, ...STILL },
      async ({ page, open }) => {
        await open(`?page=story&story=${slug}`);
        await mapIs(page, 'ready');
        await leaf(page, story.steps.length);
        await page.keyboard.press('ArrowRight');
        const [, now] = /Passo (\d+)/.exec((await at(page)) ?? '') ?? [];
        await stageShows(page, story.steps[Number(now) - 1]!.id);
      },
    );

    for (const [screen, size] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const)
      visit(
        `every step opens, in both languages (${slug}, ${screen})`,
        { ...size, ...STILL, timeout: 90_000 + 20_000 * story.steps.length },
        async ({ page, open }) => {
          await mkdir(PICTURES, { recursive: true });
          await open(`?page=story&story=${slug}`);
          await mapIs(page, 'ready');
          expect(await page.title()).toContain(story.title.it);
          for (const [i, step] of story.steps.entries()) {
            if (!sameMap(story, i)) await forgetMap(page);
            await page.keyboard.press('ArrowRight');
            await stageShows(page, step.id);
            const heading = page.locator(`#step-${step.id}`);
            expect(await heading.innerText()).toBe(step.title.it);
            expect(await heading.evaluate(inSight), `${step.id} is in sight`).toBe(true);
            expect(await page.locator('.stage .trouble :not(:empty)').count(), step.id).toBe(0);
            await page.screenshot({ path: `${PICTURES}/${slug}-${screen}-${i + 1}-${step.id}.png` });
            for (const code of screen === 'desktop' ? step.highlight : [])
              expect(await page.locator('#stage-map').count(), code.name).toBe(1);
          }
          await page.getByRole('button', { name: 'English' }).click();
          const last = story.steps.at(-1)!;
          await page.waitForFunction(
            ([id, title]) => document.getElementById(`step-${id}`)?.textContent === title,
            [last.id, last.title.en] as const,
          );
          for (const step of [...story.steps].reverse().slice(1)) {
            await page.keyboard.press('ArrowLeft');
            await page.waitForSelector(`.stage[data-step="${step.id}"]`);
            expect(await page.locator(`#step-${step.id}`).innerText()).toBe(step.title.en);
          }
          expect(await page.locator('article').first().innerText()).not.toMatch(/\{\{|\}\}|undefined|NaN/);
        },
      );

    visit(`has nothing serious for axe (${slug})`, { ...DESKTOP, ...STILL }, async ({ page, open }) => {
      await open(`?page=story&story=${slug}&step=${story.steps[0]!.id}&lang=en`);
      await stageShows(page, story.steps[0]!.id);
      expect(await axeFindings(page)).toEqual([]);
    });
  });
}

/** The middle of an element lies in the window. */
function inSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const middle = (top + bottom) / 2;
  return middle > 0 && middle < innerHeight;
}

describe.runIf(first)('stories', () => {
  const story = first ? storyOf(first) : null!;
  const [one, two, three] = first ? story.steps.map(({ id }) => id) : [];

  visit('Explore loads nothing of a story', DESKTOP, async ({ page, open, requests }) => {
    await open();
    await mapIs(page, 'ready');
    await page.waitForTimeout(500);
    expect(requests.filter((url) => /stor(y|ies)/i.test(url))).toEqual([]);
  });

  visit('the contents page lists them and opens one; Back comes back', DESKTOP, async ({ page, open }) => {
    await open('?page=stories');
    const links = page.locator('main h2 a');
    await links.first().waitFor();
    expect(await links.count()).toBe(slugs.length);
    expect(await axeFindings(page)).toEqual([]);
    await links.first().click();
    await page.locator('.stage[data-step]').waitFor();
    for (const id of [one!, two!]) {
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector(`.stage[data-step="${id}"]`);
    }
    expect(page.url()).toContain(`step=${two}`);
    await page.goBack();
    await links.first().waitFor();
    expect(page.url()).not.toContain('step=');
  });

  visit(
    'scrolling reads: the stage follows the text, the address the step',
    { ...DESKTOP, ...STILL },
    async ({ page, open }) => {
      await open(`?page=story&story=${first}`);
      await mapIs(page, 'ready');
      await page.locator(`#step-${three}`).evaluate((e) => e.scrollIntoView({ block: 'center' }));
      await stageShows(page, three!);
      expect(await at(page)).toContain(`Passo 3 di ${story.steps.length}`);
      expect(page.url()).toContain(`step=${three}`);
      const length = await page.evaluate(() => history.length);
      await page.locator(`#step-${one}`).evaluate((e) => e.scrollIntoView({ block: 'center' }));
      await stageShows(page, one!);
      expect(await page.evaluate(() => history.length)).toBe(length);
    },
  );

  visit(
    'by keyboard alone: begin, read on, hand the very map over to Explore',
    DESKTOP,
    async ({ page, open }) => {
      await open(`?page=story&story=${first}`);
      await mapIs(page, 'ready');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      const begin = page.getByRole('button', { name: /Comincia/ });
      await begin.focus();
      expect(await begin.evaluate((e) => getComputedStyle(e).outlineStyle)).not.toBe('none');
      await page.keyboard.press('Enter');
      await page.waitForSelector(`.stage[data-step="${one}"]`);
      await page.keyboard.press('PageDown');
      await page.waitForSelector(`.stage[data-step="${two}"]`);
      expect(
        await page.locator('[aria-live="polite"]', { hasText: `Passo 2 di ${story.steps.length}` }).count(),
      ).toBe(1);
      const explore = page.getByRole('link', { name: 'Esplora questa mappa' });
      await explore.focus();
      await page.keyboard.press('Enter');
      await page.locator('#choose').waitFor();
      await mapIs(page, 'ready');
      const shown = new URL(page.url()).searchParams;
      const wanted = new URLSearchParams(story.steps[1]!.view);
      for (const key of ['i', 'l', 'k']) expect(shown.get(key), key).toBe(wanted.get(key));
      for (const key of ['page', 'story', 'step']) expect(shown.has(key), key).toBe(false);
    },
  );

  visit(
    'a deep link on a phone, at night, in easy Italian',
    { ...PHONE, ...STILL, colorScheme: 'dark' },
    async ({ page, open }) => {
      await open(`?page=story&story=${first}&step=${two}&easy=1`);
      await stageShows(page, two!);
      const easy = story.steps[1]!.html.easy;
      expect(easy).toBeTruthy();
      const text = await page.locator(`section:has(#step-${two}) .prose`).innerText();
      expect(text.replace(/\s+/g, ' ').trim().slice(0, 40)).toBe(
        easy!
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim()
          .slice(0, 40),
      );
      expect(await page.locator(`#step-${two}`).evaluate(inSight)).toBe(true);
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  visit('the presenter’s desk leads a second window', { ...DESKTOP, ...STILL }, async ({ page, open }) => {
    await open(`?page=story&story=${first}&as=present`);
    await mapIs(page, 'ready');
    const [audience] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Apri lo schermo per il pubblico' }).click(),
    ]);
    await audience.getByRole('heading', { level: 1, name: story.title.it }).waitFor();
    await page.keyboard.press('ArrowRight');
    await audience.getByRole('heading', { level: 1, name: story.steps[0]!.title.it }).waitFor();
    await page.getByText('Lo schermo per il pubblico segue questa finestra.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await axeFindings(audience)).toEqual([]);
  });

  visit('an unattended screen stops at a touch', { ...DESKTOP, ...STILL }, async ({ page, open }) => {
    await open(`?page=story&story=${first}&as=auto`);
    await mapIs(page, 'ready');
    await page.locator('.words').click();
    await page.getByRole('button', { name: 'Riprendi' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  visit(
    'on paper: two columns, a picture to each step, several pages',
    { ...DESKTOP, colorScheme: 'dark' },
    async ({ page, open }) => {
      await open(`?page=story&story=${first}&as=handout`);
      await page.locator('figure svg').first().waitFor();
      expect(await page.locator('figure').count()).toBe(story.steps.length);
      expect(await axeFindings(page)).toEqual([]);
      await mkdir(PICTURES, { recursive: true });
      const pdf = await page.pdf({ path: `${PICTURES}/${first}-handout.pdf`, preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThanOrEqual(3);
      expect(pages).toBeLessThanOrEqual(story.steps.length);
    },
  );
});
