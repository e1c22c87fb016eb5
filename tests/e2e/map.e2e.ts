import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect } from 'vitest';
import { mercatorX, mercatorY } from '../../src/map/camera';
import { harnessSite, type HarnessSite } from '../map-harness/site';
import { disconnectAfterAll, mapIs, PHONE, visit, type Visit, type VisitOptions } from './harness';

disconnectAfterAll();

let site: HarnessSite;
beforeAll(async () => void (site = await harnessSite()));
afterAll(() => site.close());

/** A case on the map's own page: `visit` opens the built site, which is not needed here. */
const onMap = (
  name: string,
  query: string,
  run: (v: Visit) => Promise<void>,
  options: VisitOptions = {},
): void => {
  visit(`map: ${name}`, { ...options, site: () => site.url }, async (v) => {
    await v.open(`index.html?${query}`);
    await run(v);
  });
};

type Events = [string, unknown][];
const events = (page: Page): Promise<Events> => page.evaluate('harness.events');
const named = async (page: Page, name: string): Promise<unknown[]> =>
  (await events(page)).filter(([event]) => event === name).map(([, value]) => value);
const set = (page: Page, expression: string): Promise<void> => page.evaluate(`harness.set(${expression})`);

/** Colour of the map's own canvas at a point of the page, read in the very frame it was painted in. */
const READ = `(x, y) => {
  const from = document.querySelector('canvas.maplibregl-canvas');
  const to = document.createElement('canvas');
  [to.width, to.height] = [1, 1];
  const ratio = from.width / from.clientWidth;
  const context = to.getContext('2d');
  context.drawImage(from, x * ratio, y * ratio, 1, 1, 0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((v) => v.toString(16).padStart(2, '0')).join('');
}`;
/** Runs an expression, then reads the canvas at the end of each of the next frames, until a colour is there. */
const framesAfter = (
  page: Page,
  expression: string,
  frames: number,
  x: number,
  y: number,
  until = '',
): Promise<string[]> =>
  page.evaluate(`(async () => {
    const read = ${READ};
    const seen = [];
    ${expression};
    await Promise.resolve(); await Promise.resolve();
    for (let i = 0; i < ${frames} && (i === 0 || seen.at(-1) !== '${until}'); i++)
      await new Promise((done) => requestAnimationFrame(() => (seen.push(read(${x}, ${y})), done())));
    return seen;
  })()`);
const UNIFORM = (colour: string) => `{ spec: { ...start.spec, breaks: [], colours: ['${colour}'] } }`;

/** First and last column, and row, of each line of pixels that are near a colour. */
function silhouette(png: PNG, [r, g, b]: readonly [number, number, number]) {
  const near = (x: number, y: number): boolean => {
    const i = (y * png.width + x) * 4;
    return Math.hypot(png.data[i]! - r, png.data[i + 1]! - g, png.data[i + 2]! - b) < 90;
  };
  const span = (length: number, at: (i: number) => boolean): [number, number] | null => {
    const hits = Array.from({ length }, (_, i) => i).filter(at);
    return hits.length > 8 ? [hits[0]!, hits.at(-1)!] : null;
  };
  return {
    rows: Array.from({ length: png.height }, (_, y) => span(png.width, (x) => near(x, y))),
    columns: Array.from({ length: png.width }, (_, x) => span(png.height, (y) => near(x, y))),
  };
}
type Spans = ([number, number] | null)[];
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
/** Median move of both ends: their mean is a shift, half their difference a change of scale. */
function moved(before: Spans, after: Spans): { shift: number; growth: number } {
  const pairs = before.flatMap((a, i) => (a && after[i] ? [[a, after[i]] as const] : []));
  const start = median(pairs.map(([a, b]) => b[0] - a[0]));
  const end = median(pairs.map(([a, b]) => b[1] - a[1]));
  return { shift: (start + end) / 2, growth: (end - start) / 2 };
}

/** The city as the first picture draws it: a Mercator viewBox in the padded box. */
function firstPicture(padding: number[], bounds: number[], rings: number[][][]): string {
  const [x0, y0] = [mercatorX(bounds[0]!), mercatorY(bounds[3]!)];
  const [w, h] = [mercatorX(bounds[2]!) - x0, mercatorY(bounds[1]!) - y0];
  const k = 1e4 / w;
  const d = rings
    .map(
      (ring) =>
        'M' +
        ring.map(([lon, lat]) => `${(mercatorX(lon!) - x0) * k} ${(mercatorY(lat!) - y0) * k}`).join('L') +
        'Z',
    )
    .join('');
  const [top, right, bottom, left] = padding;
  return `<svg viewBox="0 0 ${w * k} ${h * k}" preserveAspectRatio="xMidYMid meet" style="position:fixed;top:${top}px;left:${left}px;width:calc(100% - ${left! + right!}px);height:calc(100% - ${top! + bottom!}px)"><path fill="#801040" d="${d}"/></svg>`;
}

for (const [screen, options, padding] of [
  ['desktop', {}, [24, 40, 120, 420]],
  ['phone', PHONE, [64, 12, 300, 12]],
] as const) {
  onMap(
    `takes the first picture’s place without a jump (${screen})`,
    `padding=${padding.join()}`,
    async ({ page }) => {
      await mapIs(page, 'ready');
      await set(page, UNIFORM('#801040'));
      await page.waitForTimeout(300);
      const after = silhouette(PNG.sync.read(await page.screenshot({ scale: 'css' })), [128, 16, 64]);
      const bounds = await page.evaluate<number[]>('start.bounds');
      const geometry = site.city.geometry as GeoJSON.MultiPolygon | GeoJSON.Polygon;
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      await page.setContent(firstPicture([...padding], bounds, polygons.flat()));
      const before = silhouette(PNG.sync.read(await page.screenshot({ scale: 'css' })), [128, 16, 64]);
      expect(before.rows.filter(Boolean).length).toBeGreaterThan(150);
      for (const { shift, growth } of [
        moved(before.rows, after.rows),
        moved(before.columns, after.columns),
      ]) {
        expect(Math.abs(shift)).toBeLessThanOrEqual(0.5);
        // The city's own outline covers up to a pixel of the colour on each side.
        expect(Math.abs(growth)).toBeLessThanOrEqual(1);
      }
    },
    options,
  );
}

onMap('repaints another indicator in the very next frame', '', async ({ page }) => {
  await mapIs(page, 'ready');
  await set(page, UNIFORM('#123456'));
  await page.waitForTimeout(300);
  const [first] = await framesAfter(page, `harness.set(${UNIFORM('#0a7b3c')})`, 1, 640, 700);
  expect(first).toBe('0a7b3c');
});

onMap('never shows bare ground between two levels', '', async ({ page }) => {
  await mapIs(page, 'ready');
  await set(page, UNIFORM('#123456'));
  await page.waitForTimeout(300);
  const zona = `harness.set({ spec: { ...start.spec, level: 'zona', breaks: [], colours: ['#0a7b3c'], cells: new Map([...'ABCDEFGHILMNOPQRST'].map((c) => [c, { value: 1 }])) } })`;
  const seen = await framesAfter(page, zona, 900, 640, 700, '0a7b3c');
  expect(seen.filter((colour) => colour !== '123456' && colour !== '0a7b3c')).toEqual([]);
  expect(seen.at(-1)).toBe('0a7b3c');
});

onMap('says where the pointer is and what was chosen, and forgets it outside', '', async ({ page }) => {
  await mapIs(page, 'ready');
  await page.mouse.move(640, 700);
  await page.mouse.move(642, 702);
  await page.mouse.click(642, 702);
  await page.mouse.move(60, 850);
  await page.mouse.click(60, 850);
  const hovers = await named(page, 'hover');
  const code = hovers.find((value) => value !== null);
  expect(code).toMatch(/^\d+$/);
  expect(hovers.at(-1)).toBeNull();
  expect(await named(page, 'select')).toEqual([code, null]);
});

onMap(
  'selects on a tap without leaving a hover behind',
  '',
  async ({ page }) => {
    await mapIs(page, 'ready');
    await page.touchscreen.tap(180, 510);
    await expect.poll(() => named(page, 'select')).toHaveLength(1);
    expect(await named(page, 'hover')).toEqual([]);
  },
  PHONE,
);

onMap('tells of moves by hand, and keeps its own to itself', 'still', async ({ page }) => {
  await mapIs(page, 'ready');
  await set(page, '{ padding: { top: 10, right: 500, bottom: 10, left: 10 } }');
  await set(page, '{ camera: { zoom: 13, lat: 44.49, lon: 11.34 } }');
  await page.waitForTimeout(200);
  expect(await named(page, 'camera')).toEqual([]);
  await page.evaluate(`harness.call('zoomIn')`);
  await expect.poll(() => named(page, 'camera')).toHaveLength(1);
  const [camera] = (await named(page, 'camera')) as { zoom: number; lat: number; lon: number }[];
  expect(camera!.zoom).toBeCloseTo(14, 3);
  await page.mouse.move(300, 400);
  await page.mouse.down();
  await page.mouse.move(400, 400, { steps: 4 });
  await page.waitForTimeout(400);
  await page.mouse.up();
  await expect.poll(async () => (await named(page, 'camera')).length).toBeGreaterThan(1);
});

onMap('heals after the graphics context was lost', '', async ({ page }) => {
  await mapIs(page, 'ready');
  await set(page, UNIFORM('#123456'));
  await page.evaluate(`(async () => {
    const lose = document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    lose.loseContext();
    await new Promise((done) => setTimeout(done, 200));
    harness.set(${UNIFORM('#0a7b3c')});
    lose.restoreContext();
  })()`);
  await expect
    .poll(
      async () =>
        (await framesAfter(page, `harness.set({ hovered: String(Math.random()) })`, 1, 640, 700))[0],
      { timeout: 15_000 },
    )
    .toBe('0a7b3c');
});

onMap(
  'says that the archive is in trouble, and draws by itself when it has healed',
  'plain',
  async ({ page, context }) => {
    await mapIs(page, 'ready');
    await context.route(/areas\.pmtiles/, (route) => route.fulfill({ status: 500, body: 'out of order' }));
    await page.reload();
    await mapIs(page, 'trouble');
    expect(await named(page, 'trouble')).toContain('trouble');
    expect(await named(page, 'ready')).toEqual([]);
    await context.unroute(/areas\.pmtiles/);
    await mapIs(page, 'ready');
    expect((await named(page, 'trouble')).at(-1)).toBeNull();
    expect(await framesAfter(page, `harness.set(${UNIFORM('#0a7b3c')})`, 1, 640, 700)).toEqual(['0a7b3c']);
  },
  { allow: /500/ },
);

onMap('is no stop for the keyboard and no noise for a screen reader', '', async ({ page }) => {
  await mapIs(page, 'ready');
  expect(await page.locator('#map [tabindex="0"], #map [role]').count()).toBe(0);
  expect(await page.getAttribute('canvas', 'aria-hidden')).toBe('true');
});
