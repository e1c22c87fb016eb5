import { mkdir } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Address of the site, ending in a slash. */
  site: string;
  /** Console errors and uncaught exceptions so far; what is left at the end fails the test. */
  errors: string[];
  /** Every address asked for, in order. */
  requests: string[];
  /** Opens a path of the site, e.g. `?lang=en`, and waits for the document. */
  open(path?: string): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** Another host than the well-behaved one, known once the file's set-up has run. */
  site?: () => string;
  /** Console errors that are the point of the test. */
  allow?: RegExp;
  timeout?: number;
}

export const DESKTOP = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions;
export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
} satisfies BrowserContextOptions;

let browser: Promise<Browser> | undefined;
const connected = (): Promise<Browser> => (browser ??= chromium.connect(inject('browser')));

async function begin(options: VisitOptions): Promise<Visit & { foreign: string[]; end(): Promise<void> }> {
  const { site: other, allow: _allow, timeout: _timeout, ...rest } = options;
  const site = other?.() ?? inject('site');
  const context = await (
    await connected()
  ).newContext({ ...DESKTOP, locale: 'it-IT', timezoneId: 'Europe/Rome', ...rest });
  const page = await context.newPage();
  const [errors, requests, foreign]: [string[], string[], string[]] = [[], [], []];
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`.trim()),
  );
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  context.on('request', (request) => {
    requests.push(request.url());
    if (/^https?:|^wss?:/.test(request.url()) && new URL(request.url()).host !== new URL(site).host)
      foreign.push(request.url());
  });
  const open = async (path = ''): Promise<void> =>
    void (await page.goto(site + path, { waitUntil: 'domcontentloaded' }));
  return { page, context, site, errors, requests, foreign, open, end: () => context.close() };
}

/** One case in a fresh profile. Fails on any console error, exception or request to another host; leaves a picture when it fails. */
export function visit(name: string, options: VisitOptions, run: (v: Visit) => Promise<void>): void {
  test(name, { timeout: options.timeout ?? 90_000 }, async () => {
    const v = await begin(options);
    try {
      await run(v);
      expect(
        v.errors.filter((e) => !options.allow?.test(e)),
        'console errors',
      ).toEqual([]);
      expect(v.foreign, 'requests to other hosts').toEqual([]);
    } catch (e) {
      await mkdir('test-results', { recursive: true });
      const path = `test-results/${name.replace(/[^\w-]+/g, '-').slice(0, 80)}.png`;
      await v.page.screenshot({ path }).catch(() => undefined);
      throw e;
    } finally {
      await v.end();
    }
  });
}

/** Closes this file's connection; call once at the top of each file. */
export const disconnectAfterAll = (): void => afterAll(async () => (await browser)?.close());

/** Waits until the map says of itself that it is `ready` or in `trouble`. */
export const mapIs = async (page: Page, state: 'ready' | 'trouble', timeout = 45_000): Promise<void> =>
  void (await page.waitForFunction((s) => document.documentElement.dataset['map'] === s, state, {
    timeout,
    polling: 100,
  }));

/** Serious and critical findings of axe, one line each; [] is what one wants. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
}

/** The page's own heading, the question a view answers. */
export const heading = (page: Page): Promise<string> => page.locator('#app h1').innerText();
