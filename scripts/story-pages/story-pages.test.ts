import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { testStories, testStory } from '../../src/views/story/testing';
import { indexPage, sitemap, storyPage, type Site } from './pages';
import { freshData, overlayOf } from './preview';
import { CARD, cardPng, ringsOf } from './raster';

const site = (base: string | null): Site => ({
  base,
  edition: '2026-11-23',
  themes: [{ id: 'population', title: { it: 'Popolazione', en: 'People' } }],
});
const story = testStory({ title: { it: 'Prima & dopo', en: 'Before & after' } });
const pictures = (lang: 'it' | 'en') => ({
  uno: {
    kind: 'map' as const,
    svg: '<svg><path/></svg>',
    legend: `<svg id="${lang}"></svg>`,
    head: { it: 'Residenti, 2021', en: 'Residents, 2021' }[lang],
    source: { it: 'Fonte', en: 'Source' }[lang],
  },
});
const next = testStories().stories[1]!;
const make = (lang: 'it' | 'en', base: string | null = null) =>
  storyPage(story, pictures(lang), next, lang, site(base));

describe('a story as a plain page', () => {
  it('says all without a script, in its language', () => {
    const html = make('en');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
    expect(html).not.toMatch(/ on\w+=|<style/);
    for (const text of [
      'Before &amp; after',
      'Step uno',
      'One.',
      'Residents, 2021',
      '2 minute read',
      'Other story',
    ])
      expect(html).toContain(text);
    expect(html).toContain('aria-label="Map of uno"');
    expect(html).toContain('<svg id="en">');
    expect(html).not.toContain('<svg id="it">');
  });

  it('shows both halves of a comparison under their dates, with one legend where it serves both', () => {
    const { uno } = pictures('it');
    const half = (legend: string) =>
      storyPage(
        story,
        { uno: { ...uno, other: { svg: '<svg id="b"/>', legend, head: 'Residenti, 1986' } } },
        next,
        'it',
        site(null),
      );
    for (const text of [
      '<p class="half">Residenti, 2021</p>',
      '<p class="half">Residenti, 1986</p>',
      'id="b"',
    ])
      expect(half('')).toContain(text);
    expect(half('')).toContain('</div></div><svg id="it">');
    expect(half('<svg id="c"/>')).toContain('<svg id="it"></svg></div><div><p class="half">Residenti, 1986');
  });

  it('leads to the interactive story, to each map and to its other language, from where it stands', () => {
    const html = make('en');
    for (const href of [
      '../../?page=story&amp;story=prova&amp;lang=en',
      '../../?l=zona&amp;p=2021&amp;lang=en',
      '../../storie/prova.html',
      '../../story.css',
      'altra.html',
    ])
      expect(html).toContain(`href="${href}"`);
    expect(make('it')).toContain('<a href="../?l=zona&amp;p=2010">altro</a>');
  });

  it('tells search engines and networks what it is: canonical, languages, picture, article', () => {
    const html = make('it', 'https://atlante.example/');
    expect(html).toContain('<link rel="canonical" href="https://atlante.example/storie/prova.html" />');
    expect(html).toContain('hreflang="en" href="https://atlante.example/en/stories/prova.html"');
    expect(html).toContain('<meta property="og:image" content="https://atlante.example/storie/prova.png" />');
    const data = JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as Record<string, unknown>;
    expect(data).toMatchObject({
      '@type': 'Article',
      headline: 'Prima & dopo',
      inLanguage: 'it',
      datePublished: '2026-11-25',
    });
    expect(make('it')).toContain('<link rel="canonical" href="../storie/prova.html" />');
  });

  it('the contents page lists all, the map of the site every page in both languages', () => {
    const html = indexPage(testStories(), { prova: '<svg></svg>' }, 'it', site(null));
    expect(html.match(/<h2><a href="[a-z]+\.html">/g)).toHaveLength(2);
    const xml = sitemap(['prova'], site('https://atlante.example/'));
    expect(xml.match(/<loc>[^<]*<\/loc>/g)).toHaveLength(5);
    expect(xml).toContain(
      '<loc>https://atlante.example/storie/prova.html</loc><lastmod>2026-11-23</lastmod>',
    );
    expect(sitemap([], site(null))).toContain('set baseUrl');
  });
});

describe('the picture for networks', () => {
  const cover = {
    width: 100,
    height: 50,
    ramp: 'plum',
    breaks: [1],
    shapes: [
      { d: 'M0 0l50 0 0 50-50 0z', bin: 1 },
      { d: 'M50 0l50 0 0 50-50 0z', bin: null },
    ],
    circles: [] as [number, number, number][],
  };
  const pixel = (png: PNG, x: number, y: number) => [
    ...png.data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 3),
  ];

  it('has the size networks want, the class in its colour, bare ground beside it', () => {
    const png = PNG.sync.read(cardPng(cover));
    expect([png.width, png.height]).toEqual([CARD.width, CARD.height]);
    const [left, right] = [pixel(png, 350, 315), pixel(png, 850, 315)];
    expect(left[0]! + left[1]! + left[2]!).toBeLessThan(450);
    expect(right).toEqual([0xfa, 0xf7, 0xf2]);
    expect(pixel(png, 600, 626)).not.toEqual(pixel(png, 600, 10));
  });
  it('reads rings as the covers write them', () => {
    expect(ringsOf('M1 2l3-4 5 6zM0 0l1 1z')).toEqual([
      [
        [1, 2],
        [4, -2],
        [9, 4],
      ],
      [
        [0, 0],
        [1, 1],
      ],
    ]);
  });
});

it('the preview shows the first fault where it is, and all of them below', () => {
  const overlay = overlayOf(
    'data: stories have 2 faults\nstories/a.md:12: no such place\nstories/a.md:20: no such year\nThe last good output stays.',
  );
  expect(overlay.message).toBe('no such place');
  expect(overlay.loc).toMatchObject({ line: 12 });
  expect(overlay.stack.split('\n')).toHaveLength(2);
  expect(overlayOf('boom').message).toBe('the stories could not be built');
});

it('the preview serves data written after it began, and nothing beside them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'data-'));
  const ask = (url: string): string => {
    let answer = '';
    const response = { setHeader: () => undefined, end: (bytes: Buffer) => (answer = bytes.toString()) };
    freshData(folder)({ url } as never, response as never, () => (answer = 'next'));
    return answer;
  };
  expect(ask('/data/extra/new.json')).toBe('next');
  mkdirSync(join(folder, 'extra'));
  writeFileSync(join(folder, 'extra/new.json'), '{"a":1}');
  expect(ask('/data/extra/new.json?x')).toBe('{"a":1}');
  expect(ask('/data/../package.json')).toBe('next');
  expect(ask('/data/%2e%2e/%2e%2e/package.json')).toBe('next');
  expect(ask('/data/extra')).toBe('next');
});
