import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect } from 'vitest';
import { pngFacts } from '../../src/domain/png-text';
import { gifBytes, videoBytes } from '../../src/domain/time-lapse';
import { parseXml } from '../support/xml';
import { axeFindings, DESKTOP, disconnectAfterAll, mapIs, PHONE, visit } from './harness';

disconnectAfterAll();

interface Taken {
  name: string;
  bytes: Buffer;
}
/** The browser runs elsewhere: a download is read as a stream, not as a file. */
async function take(page: Page, button: Locator, timeout = 30_000): Promise<Taken> {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout }), button.click()]);
  return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
}
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const openTool = async (page: Page, name: string): Promise<void> => {
  await page.locator('#tool-take > summary', { hasText: name }).click();
  await page.locator('.take .preview svg').waitFor();
};

/** Frames of a GIF89a, counted block by block; throws where the file is cut short. */
function gifFrames(bytes: Buffer): number {
  expect(bytes.toString('latin1', 0, 6)).toBe('GIF89a');
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const past = (at: number): number => {
    while (bytes.readUInt8(at) !== 0) at += bytes.readUInt8(at) + 1;
    return at + 1;
  };
  let [at, frames] = [13 + table(bytes.readUInt8(10)), 0];
  for (;;) {
    const block = bytes.readUInt8(at);
    if (block === 0x3b) return frames;
    if (block === 0x21) at = past(at + 2);
    else {
      frames += 1;
      at = past(at + 11 + table(bytes.readUInt8(at + 9)));
    }
  }
}
/** Different colours among one pixel in fifty; a blank picture has one. */
const coloursIn = (png: PNG): number => {
  const seen = new Set<number>();
  for (let i = 0; i < png.data.length; i += 200) seen.add(png.data.readUInt32BE(i));
  return seen.size;
};
const withinFactor2 = (bytes: number, estimate: number) => {
  expect(bytes).toBeGreaterThan(estimate / 2);
  expect(bytes).toBeLessThan(estimate * 2);
};

describe('what is taken away', () => {
  visit(
    'picture, geometry and link say the same view, each with title, source, licence and date',
    DESKTOP,
    async ({ page, open }) => {
      await open('?i=income.mean&a=4');
      await mapIs(page, 'ready');
      await openTool(page, 'Porta via');
      const pictures = section(page, 'Immagine');

      const png = await take(page, pictures.getByRole('button', { name: /^PNG/ }));
      expect(png.name).toMatch(
        /^atlante-bologna_reddito-medio[a-z0-9-]*_area_2021_16-9_\d{4}-\d\d-\d\d\.png$/,
      );
      const { width, height, notes } = pngFacts(png.bytes);
      expect([width, height]).toEqual([1920, 1080]);
      expect(notes['Title']).toContain('Reddito medio per contribuente nell’area statistica Aeroporto');
      expect(notes['Copyright']).toMatch(/Comune di Bologna.*Creative Commons.*edizione/);
      expect(coloursIn(PNG.sync.read(png.bytes, { checkCRC: true }))).toBeGreaterThan(20);

      await pictures.getByRole('radio', { name: '4:5' }).check();
      const svg = await take(page, pictures.getByRole('button', { name: /^SVG/ }));
      const doc = parseXml(svg.bytes.toString());
      const words = [...doc.querySelectorAll('text:not([aria-hidden])')].map((t) => t.textContent).join(' ');
      for (const said of ['Aeroporto', 'Euro, per area statistica', 'Fonte: Comune di Bologna', 'edizione'])
        expect(words).toContain(said);
      expect(doc.documentElement.getAttribute('viewBox')).toBe('0 0 540 675');
      expect(doc.querySelector('style')?.textContent).toContain('data:font/woff2');

      const geojson = await take(page, page.getByRole('button', { name: 'GeoJSON' }));
      const areas = JSON.parse(geojson.bytes.toString()) as {
        type: string;
        title: string;
        source: string;
        features: { geometry: { type: string }; properties: Record<string, unknown> }[];
      };
      expect(areas.type).toBe('FeatureCollection');
      expect(areas.features).toHaveLength(90);
      expect(areas.source).toMatch(/Comune di Bologna.*Creative Commons/);
      for (const { geometry, properties } of areas.features) {
        expect(geometry.type).toMatch(/Polygon$/);
        expect(properties['status'] === 'value').toBe(typeof properties['value'] === 'number');
        expect(properties['status'] === 'value').toBe(typeof properties['fill'] === 'string');
      }
      expect(areas.features.some((f) => f.properties['status'] === 'unreliable')).toBe(true);

      const link = await page.getByRole('textbox', { name: 'Link a questa vista' }).inputValue();
      expect(new URL(link).search).toBe('?i=income.mean&a=4');
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  visit(
    'a picture looks as the screen does: two numbers, people as dots, small maps; what moves is refused with a way on',
    DESKTOP,
    async ({ page, open }) => {
      const drawn = async (query: string) => {
        await open(query);
        await openTool(page, 'Porta via');
        const svg = await take(page, section(page, 'Immagine').getByRole('button', { name: /^SVG/ }));
        const doc = parseXml(svg.bytes.toString());
        const words = [...doc.querySelectorAll('text:not([aria-hidden])')].map((t) => t.textContent);
        expect(words.join(' ')).toMatch(/Fonte: .*Licenza: /);
        return { doc, words };
      };
      const two = await drawn(
        '?i=households.single_share&l=area&p=2021&j=population.over65_share&k=bivariate',
      );
      expect(two.words).toContain('↑ Residenti di 65 anni e oltre');
      expect(two.words).toContain('→ Famiglie di una sola persona');
      const dots = await drawn('?i=population.over65_share&l=area&k=dots');
      expect(dots.words).toContain('1 punto = 20 residenti');
      expect(dots.doc.querySelectorAll('circle').length).toBeGreaterThan(15_000);
      const years = await drawn('?i=population.over65_share&l=zona&k=multiples');
      expect(years.words.filter((text) => /^20\d\d$/.test(text))).toHaveLength(12);

      await open('?i=mobility.boulevard_vehicles&v=map&k=motion');
      await page.locator('#tool-take > summary', { hasText: 'Porta via' }).click();
      const pictures = section(page, 'Immagine');
      await pictures.getByText('Un’immagine ferma non mostra').waitFor();
      expect(await pictures.locator('svg').count()).toBe(0);
      await pictures.getByRole('button', { name: 'Apri i grafici' }).click();
      await page.locator('#map').waitFor({ state: 'hidden' });
      expect(new URL(page.url()).searchParams.get('v')).not.toBe('map');
    },
  );

  visit(
    'a chart and both sides of a comparison leave as pictures whose words are text',
    DESKTOP,
    async ({ page, open }) => {
      const pictures = section(page, 'Immagine');
      const saved = async (query: string, ratio: string) => {
        await open(query);
        await openTool(page, 'Porta via');
        await pictures.getByRole('radio', { name: ratio, exact: true }).check();
        const { name, bytes } = await take(page, pictures.getByRole('button', { name: /^SVG/ }));
        const doc = parseXml(bytes.toString());
        const words = [...doc.querySelectorAll('text:not([aria-hidden])')].map((t) => t.textContent ?? '');
        expect(words.join(' ')).toMatch(/Fonte: .*Comune di Bologna.*Licenza: .*edizione/);
        expect(doc.querySelector('style')?.textContent).toContain('data:font/woff2');
        return { name, doc, words };
      };

      const chart = await saved('?i=population.over65_share&l=zona&a=F&v=charts&g=series', '16:9');
      expect(chart.name).toMatch(/anno-per-anno_zona_\d{4}_grafico-16-9_/);
      expect(chart.words.join(' ')).toContain('Residenti di 65 anni e oltre, anno per anno');
      // A tick of each axis, the chosen zona at the end of its line.
      for (const said of ['2014', '26', 'Costa Saragozza']) expect(chart.words).toContain(said);
      expect(chart.doc.documentElement.outerHTML).not.toMatch(/var\(|data-code/);
      const png = await take(page, pictures.getByRole('button', { name: /^PNG/ }));
      expect(pngFacts(png.bytes)).toMatchObject({ width: 1920, height: 1080 });
      expect(pngFacts(png.bytes).notes['Title']).toContain('anno per anno');
      expect(coloursIn(PNG.sync.read(png.bytes, { checkCRC: true }))).toBeGreaterThan(20);

      const dates = await saved('?i=population.over65_share&l=zona&c=side&q=2010&p=2021', '16:9');
      expect(dates.name).toContain('_confronto-16-9_');
      expect(dates.words.join(' ')).toContain('Residenti di 65 anni e oltre, 2010 e 2021');
      expect(dates.words.filter((text) => /^20(10|21)$/.test(text))).toEqual(['2010', '2021']);
      // One legend serves both.
      expect(dates.words.filter((text) => text === 'Valori in %, per zona')).toHaveLength(1);
      expect(dates.doc.querySelectorAll('[data-code="F"]')).toHaveLength(2);

      const topics = await saved('?i=income.mean&l=zona&c=swipe&j=population.over65_share', '4:5');
      for (const said of ['Valori in %, per zona', 'Euro, per zona']) expect(topics.words).toContain(said);
      expect(topics.doc.querySelector('title')?.textContent).toContain('Reddito medio per contribuente');
    },
  );

  visit(
    'the series becomes a GIF, a film and a sheet; a film that is cancelled is gone',
    { ...DESKTOP, timeout: 240_000 },
    async ({ page, open }) => {
      await open('?i=income.mean&l=zona');
      await mapIs(page, 'ready');
      await openTool(page, 'Porta via');
      const series = section(page, 'La serie nel tempo');
      const periods = await page.evaluate(async () => {
        const manifest = (await (await fetch('data/manifest.json')).json()) as {
          indicators: { id: string; periods: string[] }[];
        };
        return manifest.indicators.find((i) => i.id === 'income.mean')!.periods.length;
      });

      const gif = await take(page, series.getByRole('button', { name: /^GIF/ }), 90_000);
      expect(gif.name).toMatch(/_quadrato_.*\.gif$/);
      expect(gifFrames(gif.bytes)).toBe(periods);
      withinFactor2(gif.bytes.length, gifBytes(1080, 1080, periods));

      const film = series.getByRole('button', { name: /^Video/ });
      await film.click();
      await series.getByRole('button', { name: 'Annulla' }).click();
      await series.getByText('Annullato.').waitFor();
      const video = await take(page, film, 150_000);
      if (video.name.endsWith('.mp4')) expect(video.bytes.toString('latin1', 4, 8)).toBe('ftyp');
      else expect(video.bytes.readUInt32BE(0)).toBe(0x1a45dfa3);
      withinFactor2(video.bytes.length, videoBytes(1080, 1080, periods));

      const sheet = await take(page, series.getByRole('button', { name: 'SVG' }));
      const doc = parseXml(sheet.bytes.toString());
      const words = [...doc.querySelectorAll('text')].map((t) => t.textContent);
      expect(words.filter((w) => /^\d{4}$/.test(w ?? ''))).toHaveLength(Math.min(12, periods));
      expect(words.join(' ')).toContain('2009–2021');
    },
  );

  visit(
    'Ctrl+P prints the view on paper: map, values of all areas, method, QR code',
    DESKTOP,
    async ({ page, open }) => {
      await open('?theme=dark');
      await mapIs(page, 'ready');
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', '');
      });
      await page.keyboard.press('Control+p');
      await page.waitForSelector('html[data-printed]', { state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      const sheet = page.locator('.print-sheet');
      expect(await sheet.locator('tbody tr').count()).toBe(90);
      expect(await sheet.locator('.figure [data-code]').count()).toBe(90);
      expect(await sheet.getByRole('img', { name: /Codice QR/ }).isVisible()).toBe(true);
      expect(await page.locator('#app').isVisible()).toBe(false);
      expect(
        await page.evaluate(() => getComputedStyle(document.querySelector('.print-sheet h1')!).color),
      ).toBe('rgb(31, 27, 22)');
      // Every pattern the sheet uses is one of its own: those of the hidden screen paint nothing on paper.
      const borrowed = await sheet.evaluate((node) =>
        [...node.innerHTML.matchAll(/url\(["']?#([^)"']+)/g)].filter(
          ([, id]) => !node.querySelector(`[id="${id!}"]`),
        ),
      );
      expect(borrowed).toEqual([]);
      await page.emulateMedia({ media: null });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    },
  );

  visit('Ctrl+P on a chart prints the chart, once, with its own words', DESKTOP, async ({ page, open }) => {
    await open('?l=zona&v=charts&g=series');
    await page.locator('.plot svg').first().waitFor();
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.keyboard.press('Control+p');
    await page.waitForSelector('html[data-printed]', { state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.print-sheet');
    const title = await sheet.locator('h1').innerText();
    const words = await sheet.locator('.figure text').allTextContents();
    expect(title).toContain('anno per anno');
    expect(await sheet.locator('.figure [data-code]').count()).toBe(0);
    for (const year of ['2012', '2020']) expect(words).toContain(year);
    // Title and source stand beside it.
    expect(words.join(' ')).not.toContain(title.slice(0, 20));
    expect(words.join(' ')).not.toContain('Comune di Bologna');
    expect(await sheet.locator('footer').innerText()).toContain('Comune di Bologna');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });

  visit('on a phone, in English, with a map of change', PHONE, async ({ page, open }) => {
    await open('?lang=en&k=change&l=zona');
    await mapIs(page, 'ready');
    await page.locator('.sheet [role=slider], .sheet .handle').first().focus();
    await page.keyboard.press('Enter');
    const summary = page.locator('#tool-take > summary');
    await summary.scrollIntoViewIfNeeded();
    // By keyboard: the tool opens, and the next stop is its first choice.
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.locator('.take .preview svg').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('wide');
    await page.keyboard.press('ArrowRight');
    const picture = page.locator('.take .preview svg');
    await expect.poll(() => picture.getAttribute('viewBox')).toBe('0 0 540 540');
    const words = await picture.locator('text').allTextContents();
    expect(words.join(' ')).toMatch(/change from 2010 to 2021/);
    expect(words.join(' ')).toContain('Change 2010–2021');
    const png = await take(page, section(page, 'Picture').getByRole('button', { name: /^PNG/ }));
    expect(pngFacts(png.bytes)).toMatchObject({ width: 1080, height: 1080 });
    expect(await page.evaluate(() => document.querySelector('.take')!.scrollWidth > innerWidth)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
  });
});
