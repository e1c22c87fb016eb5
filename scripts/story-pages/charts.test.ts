import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { summaryOf, tableOf, testGeography } from '../../src/domain/testing';
import type { Manifest, Table } from '../../src/model/manifest';
import { testStep } from '../../src/views/story/testing';
import { ChartDrawer, type ChartData } from './charts';

const years = Array.from({ length: 12 }, (_, i) => String(2012 + i));
const course = (from: number, by: number) => years.map((_, i) => from + i * by);
const share = summaryOf({
  id: 'a.share',
  title: { it: 'Quota & parte', en: 'Share & part' },
  unit: 'percent',
  measure: 'share',
  levels: ['citta', 'zona'],
  periods: years,
});
const count = summaryOf({
  id: 'a.count',
  title: { it: 'Arrivi', en: 'Arrivals' },
  unit: 'number',
  measure: 'count',
  levels: ['citta'],
  periods: years,
});
/** Rows of areas, as `tableOf` wants them: a row a year. */
const byYear = (...areas: number[][]) =>
  Object.fromEntries(years.map((year, i) => [year, areas.map((values) => values[i]!)]));
const tables: Record<string, Table> = {
  'a.share': tableOf({
    citta: byYear(course(20, 0.5)),
    // Barca ends alone, Lame and Saffi together.
    zona: byYear(course(10, 0), course(20, 1), course(43, -1), course(32.2, 0)),
  }),
  'a.count': tableOf({ citta: byYear(course(1_200_000, 20_000)) }, { decimals: 0 }),
};
const data: ChartData = {
  manifest: {
    indicators: [share, count],
    layers: [],
    files: {},
    defaultView: { indicator: 'a.share', level: 'zona', period: '2023' },
  } as unknown as Manifest,
  geography: testGeography,
  table: (id) => tables[id]!,
  file: () => {
    throw new Error('no file is asked for');
  },
};
const map = {
  map: '<svg></svg>',
  legend: { it: '<svg id="it"></svg>', en: '<svg id="en"></svg>' },
  title: { it: 'Mappa', en: 'Map' },
  source: { it: 'Fonte', en: 'Source' },
};
const draw = (view: string, lang: 'it' | 'en' = 'it') =>
  new ChartDrawer(data).picture(testStep('uno', { view }), map, lang);

describe('the chart of a step on a page without scripts', () => {
  it('is drawn where the step shows a chart, and only there', () => {
    expect(draw('?i=a.share&l=zona&p=2023&v=charts')).not.toBeNull();
    expect(draw('?i=a.share&l=zona&p=2023')).toBeNull();
    // Known of the city alone: it opens as a chart without being asked.
    expect(draw('?i=a.count&l=citta&p=2023')).not.toBeNull();
  });

  it('stands in, with words of its own, for a map that would be one colour', () => {
    const { head, alt } = draw('?i=a.count&l=citta&p=2023&v=map', 'en')!;
    expect(head).toBe('Arrivals, year by year');
    expect(alt).toMatch(/^Chart\. Arrivals, year by year/);
  });

  it('has its own sentence and the areas pointed at as text alternative, unless the author wrote one', () => {
    const view = '?i=a.share&l=zona&p=2023&v=charts&g=series';
    const step = testStep('uno', { view, highlight: [{ code: 'A', name: 'Borgo' }] });
    const drawer = new ChartDrawer(data);
    const { alt, head, sentence } = drawer.picture(step, map, 'it')!;
    expect(sentence).not.toBe('');
    expect(alt).toBe(`Grafico. ${head}. ${sentence} In evidenza: Borgo.`);
    expect(drawer.picture({ ...step, altWritten: true }, map, 'it')!.alt).toBeUndefined();
    // Not over another picture than the one they were written for.
    const city = testStep('due', { view: '?i=a.count&l=citta&p=2023&v=map', altWritten: true });
    expect(drawer.picture(city, map, 'it')!.alt).toMatch(/^Grafico\./);
  });

  it.each(['series', 'stripes', 'spread'])(
    'a %s stands by itself: no style, no property, no hook',
    (kind) => {
      const { svg } = draw(`?i=a.share&l=zona&p=2023&v=charts&g=${kind}`)!;
      expect(svg).not.toMatch(
        /var\(|color-mix|currentColor|NaN|<style| (style|class|data-[\w-]+|aria-label)=/,
      );
      expect(svg).toMatch(/^<svg [^>]*viewBox="0 -\d+ 420 \d+"/);
      expect(svg).not.toMatch(/\d\.\d{3,}/);
    },
  );

  it('holds its title, its axis and the value at the end as letters, in the language of the page', () => {
    const words = (lang: 'it' | 'en') =>
      [...draw('?i=a.share&l=zona&p=2023&v=charts&g=series', lang)!.svg.matchAll(/<text[^>]*>([^<]*)/g)].map(
        ([, text]) => text,
      );
    for (const text of ['Quota &amp; parte, anno per anno', '2015', 'Bologna', '25,5%'])
      expect(words('it')).toContain(text);
    for (const text of ['Share &amp; part, year by year', 'Bologna', '25.5%'])
      expect(words('en')).toContain(text);
  });

  it('names lines of the field where they end apart, and says what they are', () => {
    const { svg, legend, sentence } = draw('?i=a.share&l=zona&p=2023&v=charts&g=series')!;
    expect(svg).toContain('>Barca</text>');
    expect(svg).not.toMatch(/>(Lame|Saffi)</);
    expect(legend).toContain('>Zone</text>');
    expect(sentence).toContain('4 zone');
  });

  it('leaves room for long numbers on the axis and prints that of the year told about', () => {
    const { svg } = draw('?i=a.count&l=citta&p=2020&v=charts&g=series')!;
    const tick = /translate\(([\d.]+),[\d.]+\)"[^>]*>1\.000\.000</.exec(svg);
    // About half the type size a letter: the whole number lies inside the picture.
    expect(Number(tick![1])).toBeGreaterThan(9 * 6);
    expect(svg).toContain('>1.360.000');
  });

  it('draws the hours of a day from their own file, each line named in the picture', () => {
    const hours = (working: boolean) =>
      Array.from({ length: 24 }, (_, hour) => 20 + (working && (hour === 8 || hour === 19) ? 15 : 0));
    const place = { it: 'Porta San Felice', en: 'Porta San Felice' };
    const air = {
      schemaVersion: 1,
      years: ['2023'],
      stations: [{ id: 's', name: place }],
      measures: [
        {
          id: 'no2',
          title: { it: 'Biossido di azoto', en: 'Nitrogen dioxide' },
          unit: 'ugm3',
          decimals: 1,
          indicators: ['a.count'],
          profiles: [{ working: hours(true), weekend: hours(false) }],
        },
      ],
    };
    const layer = { id: 'h', kind: 'hours', title: place, file: 'series.hours', indicators: ['a.count'] };
    const drawer = new ChartDrawer({
      ...data,
      manifest: { ...data.manifest, layers: [layer] } as unknown as Manifest,
      file: (schema) => v.parse(schema, air),
    });
    const step = testStep('uno', { view: '?i=a.count&p=2023&v=charts&g=hours' });
    const { svg, legend, alt } = drawer.picture(step, map, 'it')!;
    for (const text of ['Giorni feriali', 'Fine settimana', '35,0', 'ora solare'])
      expect(svg).toContain(`>${text}</text>`);
    expect(svg).not.toMatch(/var\(|NaN/);
    expect(legend).toBe('');
    expect(alt).toMatch(/^Grafico\. Biossido di azoto, ora per ora: Porta San Felice, 2023\. Nei giorni/);
  });

  it('has the same bytes every time', () => {
    const view = '?i=a.share&l=zona&p=2023&v=charts&g=series';
    expect(draw(view)).toEqual(draw(view));
  });
});
