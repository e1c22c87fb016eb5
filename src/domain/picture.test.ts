// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS } from '../model/ids';
import type { Shapes } from '../model/shapes';
import { binOf } from './classify';
import { classColours } from './colour';
import { legendOf } from './legend';
import { drawPicture, drawPlainMap, FORMATS, type Format } from './picture';
import { captionOf, paintingOf, pictureOfView } from './picture-view';
import { sourceLine } from './picture-words';
import { sentencesOf } from './sentence';
import { overlapping, strayTexts } from './picture/testing';
import { summaryOf, tableOf, testGeography as geography } from './testing';

/** The invented city as outlines: squares on a grid. */
const squares = (level: Shapes['level'], columns: number, rows: number): Shapes => ({
  schemaVersion: 1,
  level,
  width: 1800,
  height: 1800,
  bounds: [10.995, 43.995, 11.035, 44.024],
  paths: (geography.levels[level] ?? []).map(({ code }, i) => ({
    code,
    d: `M${(i % columns) * (1800 / columns)} ${Math.floor(i / columns) * (1800 / rows)}l${1800 / columns} 0 0 ${1800 / rows} ${-1800 / columns} 0z`,
  })),
});
const shapes = {
  area: squares('area', 4, 2),
  zona: squares('zona', 2, 2),
  quartiere: squares('quartiere', 2, 1),
  citta: squares('citta', 1, 1),
};
const summary = summaryOf({ levels: ['area'] });
const table = tableOf({
  area: {
    '2021': [
      10,
      20,
      30,
      40,
      { missing: 'suppressed' },
      { missing: 'not-available' },
      { missing: 'unreliable' },
      50,
    ],
  },
});
table.levels.area!.breaks = [15, 25, 45];

const input = (format: Format, more: Partial<Parameters<typeof pictureOfView>[0]> = {}) => {
  const { lang = 'it', area = null } = more;
  return pictureOfView({
    lang,
    theme: 'light',
    ...FORMATS[format],
    summary,
    table,
    geography,
    shapes,
    level: 'area',
    period: '2021',
    area,
    sentences: sentencesOf({ lang, summary, table, geography, level: 'area', period: '2021', area }),
    kicker: 'Popolazione',
    edition: '2026-11-23',
    url: 'https://atlante.example.org/?i=population.over65_share&l=area',
    ...more,
  });
};
const parse = (svg: string) => {
  const doc = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(doc.querySelector('parsererror')?.textContent ?? '').toBe('');
  return doc;
};
const textOf = (doc: Document) =>
  [...doc.querySelectorAll('text:not([aria-hidden])')].map((t) => t.textContent).join(' ');

const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

describe('a picture', () => {
  test.each(FORMAT_NAMES)(
    '%s: says title, finding, legend, source, licence, date and address as text',
    (format) => {
      const given = input(format);
      const doc = parse(drawPicture(given));
      const text = textOf(doc).replaceAll('\u00a0', ' ');
      expect(text).toContain('Popolazione Residenti di 65 anni e oltre, 2021');
      expect(text).toContain('Valori in %, per area statistica');
      expect(text).toContain('Fonte: Comune di Bologna. Licenza: CC BY 4.0.');
      expect(text).toContain('23 novembre 2026');
      expect(text.replaceAll(' ', '')).toContain('atlante.example.org/?i=population.over65_share&l=area');
      expect(text).toContain('Atlante urbano di Bologna');
      expect(text).toContain('riservato (1 area statistica)');
      expect(doc.querySelector('title')?.textContent).toBe(given.words.title);
      expect(doc.querySelector('desc')?.textContent).toBe(given.words.alt);
      const { width, height } = FORMATS[format];
      expect(doc.documentElement.getAttribute('viewBox')).toBe(`0 0 ${width} ${height}`);
    },
  );

  test('every area has the colour of its class, or the pattern of its reason', () => {
    const doc = parse(drawPicture(input('wide')));
    const fillOf = (code: string) => doc.querySelector(`[data-code="${code}"]`)?.getAttribute('fill');
    const colours = classColours('plum', [15, 25, 45], 'light');
    for (const [code, value] of [
      ['1', 10],
      ['2', 20],
      ['3', 30],
      ['8', 50],
    ] as const)
      expect(fillOf(code)).toBe(colours[binOf(value, [15, 25, 45])]);
    for (const [code, why] of [
      ['5', 'suppressed'],
      ['6', 'not-available'],
      ['7', 'unreliable'],
    ] as const) {
      const id = /url\(#(.+)\)/.exec(fillOf(code) ?? '')?.[1] ?? '';
      expect(id).toContain(why);
      expect(doc.getElementById(id)?.tagName).toBe('pattern');
    }
  });

  test.each(LANGS)('%s: the classes of the legend are those of the legend on screen', (lang) => {
    const { legend } = input('wide', { lang });
    const { extent, breaks } = table.levels.area!;
    const painting = paintingOf({ summary, table, geography, level: 'area', period: '2021', theme: 'light' });
    const { colours } = painting;
    const shown = legendOf({
      values: [],
      breaks,
      extent,
      colours,
      unit: 'percent',
      decimals: 1,
      lang,
      missing: new Map(),
    });
    if (legend?.kind !== 'classes') throw new Error('expected classes');
    expect(legend.classes).toEqual(shown.classes.map(({ colour, label }) => ({ colour, label })));
    const text = textOf(parse(drawPicture(input('wide', { lang }))));
    for (const { label } of shown.classes) expect(text).toContain(label);
  });

  test('counts are circles in proportion, with a legend of circles', () => {
    const counts = tableOf({ area: { '2021': [100, 400, 0, 25, 100, 100, 100, 100] } });
    const people = summaryOf({ measure: 'count', unit: 'people', levels: ['area'] });
    const doc = parse(drawPicture(input('wide', { summary: people, table: counts })));
    const radii = [...doc.querySelectorAll('g circle')].map((c) => Number(c.getAttribute('r')));
    // Largest first; nothing for zero; areas of circles go like the numbers.
    expect(radii).toHaveLength(7);
    expect(radii[0]! / radii[1]!).toBeCloseTo(2, 1);
    expect(new Set([...doc.querySelectorAll('[data-code]')].map((p) => p.getAttribute('fill'))).size).toBe(1);
    expect(textOf(doc)).toContain('Persone, per area statistica');
  });

  test('the chosen area is outlined and named', () => {
    const doc = parse(drawPicture(input('square', { area: '4', picked: ['1', '4'] })));
    expect(textOf(doc)).toContain('Via 4');
    expect(textOf(doc)).toContain('Via 1');
    expect(doc.querySelectorAll('path[stroke="#a8351b"]').length).toBe(1);
  });

  test('what is dangerous in XML is escaped', () => {
    const given = input('wide');
    const words = { ...given.words, title: 'A <b>&"\u0007 1 < 2', finding: '</text><script>x</script>' };
    const doc = parse(drawPicture({ ...given, words, css: '@font-face{src:url("x?a&b")}' }));
    expect(doc.querySelector('script')).toBeNull();
    expect(doc.querySelector('title')?.textContent).toBe('A <b>&" 1 < 2');
    expect(doc.querySelector('style')?.textContent).toContain('a&b');
  });

  test('no text leaves the picture or lies on another, whatever the words', { timeout: 60_000 }, () => {
    const word = fc.stringMatching(/^[A-Za-zàèìòù0-9]{1,14}$/);
    const phrase = (most: number) =>
      fc.array(word, { minLength: 1, maxLength: most }).map((w) => w.join(' '));
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMAT_NAMES),
        phrase(18),
        phrase(90),
        phrase(40),
        fc.webUrl({ withQueryParameters: true }).map((u) => u.slice(0, 200)),
        (format, title, finding, source, url) => {
          const given = input(format, { area: '4' });
          const svg = drawPicture({ ...given, words: { ...given.words, title, finding, source, url } });
          expect(strayTexts(svg, FORMATS[format])).toEqual([]);
          expect(overlapping(svg)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the checks of this file find what they look for', () => {
    const svg = '<svg><text x="10" y="20" font-family="Lora" font-size="20">Lungo</text>';
    expect(strayTexts(svg, { width: 40, height: 40 })).toHaveLength(1);
    expect(overlapping(svg + svg)).toHaveLength(1);
  });

  test('two pictures in one page keep their patterns apart when asked to', () => {
    const svg = drawPicture({ ...input('wide'), ids: 'sheet-' });
    const doc = parse(svg);
    const made = [...doc.querySelectorAll('pattern, clipPath')].map((e) => e.id);
    const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map((m) => m[1]!);
    expect(made.length).toBeGreaterThan(5);
    expect(made.every((id) => id.startsWith('sheet-'))).toBe(true);
    expect(used.filter((id) => !made.includes(id))).toEqual([]);
  });

  test('the same input gives the same bytes', () => {
    expect(drawPicture(input('tall'))).toBe(drawPicture(input('tall')));
  });

  test('without the outlines of a level it says so', () => {
    expect(() => input('wide', { shapes: {} })).toThrow(/no outlines of level area/);
  });
});

describe('the plain map', () => {
  test('paints the same areas on a clear ground, without words', () => {
    const svg = drawPlainMap({ ...input('square'), width: 160, height: 150 });
    const doc = parse(svg);
    expect(doc.querySelectorAll('[data-code]')).toHaveLength(8);
    expect(doc.querySelector('rect:not(pattern rect, clipPath rect)')).toBeNull();
    expect(textOf(doc)).not.toContain('Fonte');
  });
});

test('captions and source lines', () => {
  expect(captionOf({ unit: 'per-km2' }, 'zona', 'it')).toBe('Abitanti per km², per zona');
  expect(captionOf({ unit: 'euro' }, 'citta', 'en')).toBe('Euros');
  expect(sourceLine(table, '2026-11-23', 'en').replaceAll('\u00a0', ' ')).toBe(
    'Source: Comune di Bologna. Licence: CC BY 4.0. Data of the edition of 23 November 2026.',
  );
});
