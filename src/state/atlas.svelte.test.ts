import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Area, Geography, IndicatorSummary, Manifest, Table } from '../model/manifest';
import { AtlasState, type DataSource } from './atlas.svelte';
import { nearestPeriod } from '../domain/period';

const ref = (path: string) => ({ path, bytes: 1, sha256: '0'.repeat(64) });
const text = { it: 'x', en: 'x' };
const area = (code: string, parents: Area['parents'] = {}): Area => ({
  code,
  name: `n${code}`,
  parents,
  point: [11, 44],
  bbox: [11, 44, 12, 45],
  km2: 1,
  neighbours: [],
});
const geography: Geography = {
  schemaVersion: 1,
  levels: {
    citta: [area('037006')],
    zona: [area('B')],
    area: [area('1', { zona: 'B' }), area('2', { zona: 'B' })],
  },
};
const summary = (id: string, levels: IndicatorSummary['levels'], periods: string[]): IndicatorSummary => ({
  id,
  theme: 't',
  title: text,
  question: text,
  measure: 'share',
  unit: 'percent',
  ramp: 'plum',
  levels,
  periods,
  table: ref(id),
});
const manifest: Manifest = {
  schemaVersion: 1,
  edition: '2026-01-01',
  themes: [],
  geography: ref('g'),
  tiles: { areas: ref('a'), base: ref('b') },
  files: {},
  layers: [],
  indicators: [
    summary('a.one', ['citta', 'zona', 'area'], ['1986', '2010', '2021']),
    summary('b.two', ['area'], ['2016']),
    summary('c.city', ['citta'], ['2021']),
  ],
  defaultView: { indicator: 'a.one', level: 'area', period: '2021' },
};
const level = (
  periods: string[],
  cells: Table['levels']['area'] extends infer L ? (L extends { cells: infer C } ? C : never) : never,
) => ({ periods, breaks: [5], extent: [0, 10] as [number, number], cells });
const dataset = {
  id: 'd',
  title: text,
  publisher: 'P',
  sourceId: 's',
  landingPage: 'https://example.org/',
  licence: { id: 'l', title: 'L', url: 'https://example.org/l' },
  period: ['1986', '2021'] as [string, string],
  accessed: '2026-01-01',
  notes: [],
};
const base = {
  schemaVersion: 1 as const,
  pon: 'social' as const,
  direction: 'neither' as const,
  decimals: 1,
  definition: text,
  method: text,
  notes: [],
  seriesBreaks: [],
  datasets: [dataset],
  api: { csv: 'c', json: 'j' },
};
const tables: Record<string, Table> = {
  'a.one': {
    ...base,
    indicator: 'a.one',
    levels: {
      citta: level(['1986', '2010', '2021'], [1, 2, 3]),
      zona: level(['1986', '2010', '2021'], [1, 2, 3]),
      area: level(['2010', '2021'], [4, 's', 6, 8]),
    },
  },
  'c.city': { ...base, indicator: 'c.city', levels: { citta: level(['2021'], [4]) } },
  'b.two': { ...base, indicator: 'b.two', levels: { area: level(['2016'], [9, 'u']) } },
};

let bar: { how: string; url: string }[];
let source: DataSource & { fail?: Error };
let atlas: AtlasState;
beforeEach(async () => {
  bar = [];
  source = {
    loadManifest: async () => manifest,
    loadGeography: async () => geography,
    loadTable: async (r) => {
      if (source.fail) throw source.fail;
      return tables[r.path]!;
    },
    loadFile: () => Promise.reject(new RangeError('no file')),
  };
  atlas = new AtlasState(source, {
    push: (url) => bar.push({ how: 'push', url }),
    replace: (url) => bar.push({ how: 'replace', url }),
  });
  await atlas.start('', '');
});

describe('AtlasState', () => {
  it('opens on the default view and writes nothing to the address', () => {
    expect(atlas.view).toMatchObject({ indicator: 'a.one', level: 'area', period: '2021' });
    expect([...atlas.cells]).toEqual([
      ['1', { value: 6 }],
      ['2', { value: 8 }],
    ]);
    expect(bar).toEqual([]);
  });

  it('pushes a decision, replaces while a slider moves', async () => {
    await atlas.decide({ period: '2010' });
    await atlas.decide({ period: '2021' }, true);
    expect(bar).toEqual([
      { how: 'push', url: '?p=2010' },
      { how: 'replace', url: '' },
    ]);
  });

  it('keeps level and period where the next indicator has them, else takes its own', async () => {
    await atlas.decide({ level: 'zona' });
    await atlas.decide({ indicator: 'b.two' });
    expect(atlas.view).toMatchObject({ indicator: 'b.two', level: 'area', period: '2016' });
    expect(bar.at(-1)).toEqual({ how: 'push', url: '?i=b.two' });
  });

  it('opens in the charts what only the city has, and comes back to the map; a room asked for stays', async () => {
    await atlas.decide({ area: '2' });
    await atlas.decide({ indicator: 'c.city' });
    expect(atlas.view).toMatchObject({ display: 'charts', level: 'citta', area: null });
    expect(bar.at(-1)).toEqual({ how: 'push', url: '?i=c.city' });
    await atlas.decide({ indicator: 'b.two' });
    expect(atlas.view.display).toBe('map');
    await atlas.decide({ display: 'table' });
    await atlas.decide({ indicator: 'c.city' });
    expect(bar.at(-1)).toEqual({ how: 'push', url: '?i=c.city&v=table' });
  });

  it('takes the chosen area up to the area that contains it, and lets it go on the way down', async () => {
    await atlas.decide({ area: '2' });
    await atlas.decide({ level: 'zona' });
    expect(atlas.view.area).toBe('B');
    await atlas.decide({ level: 'area' });
    expect(atlas.view.area).toBeNull();
  });

  it('shows the nearest covered period of a level and corrects the address', async () => {
    await atlas.decide({ level: 'zona', period: '1986' });
    await atlas.decide({ level: 'area' });
    expect(atlas.period).toBe('2010');
    expect(atlas.view.period).toBe('2010');
    expect(bar.at(-1)).toEqual({ how: 'replace', url: '?p=2010' });
  });

  it('reports an area of the link that does not exist', async () => {
    await atlas.follow('?a=99', '');
    expect(atlas.problems).toEqual([{ key: 'a', raw: '99', used: '' }]);
    expect(atlas.view.area).toBeNull();
  });

  it('says that a link asks for a kind of map its topic does not carry, and corrects the address', async () => {
    // A share is no height: the relief is of counts and densities.
    await atlas.start('?k=extrusion', '');
    expect(atlas.problems).toEqual([{ key: 'k', raw: 'extrusion', used: 'choropleth', unfit: true }]);
    expect(atlas.view.kind).toBeNull();
    expect(bar).toEqual([{ how: 'replace', url: '' }]);
  });

  it('says nothing of a kind that fits, that is not drawn, or that the reader brings along', async () => {
    await atlas.start('?k=change', '');
    expect([atlas.mapKind, atlas.problems]).toEqual(['change', []]);
    // b.two has a single date: nothing changes.
    await atlas.decide({ indicator: 'b.two' });
    expect([atlas.view.kind, atlas.mapKind, atlas.problems]).toEqual(['change', 'choropleth', []]);
    for (const drawsNone of ['?k=extrusion&v=charts', '?k=extrusion&c=side', '?k=extrusion&page=news']) {
      await atlas.start(drawsNone, '');
      expect(atlas.problems).toEqual([]);
    }
  });

  it('keeps the last good table when the next one does not arrive, and recovers on retry', async () => {
    source.fail = new Error('down');
    await atlas.decide({ indicator: 'b.two' });
    expect(atlas.error).toBe(source.fail);
    expect(atlas.summary?.id).toBe('a.one');
    delete source.fail;
    await atlas.retry();
    flushSync();
    expect(atlas.error).toBeNull();
    expect(atlas.summary?.id).toBe('b.two');
  });

  it('lets the last of two quick choices win, whatever order the tables arrive in', async () => {
    const waiting: (() => void)[] = [];
    source.loadTable = (r) => new Promise((resolve) => waiting.push(() => resolve(tables[r.path]!)));
    const first = atlas.decide({ indicator: 'b.two' });
    const second = atlas.decide({ indicator: 'a.one' });
    waiting[1]?.();
    waiting[0]?.();
    await Promise.all([first, second]);
    expect(atlas.summary?.id).toBe('a.one');
  });

  it('leaves nothing behind on reset', async () => {
    await atlas.decide({ indicator: 'b.two', area: '1', lang: 'en', theme: 'dark', display: 'table' });
    atlas.setCamera({ zoom: 14, lat: 44, lon: 11 });
    atlas.hovered = '1';
    await atlas.reset();
    expect(atlas.view).toMatchObject({
      indicator: 'a.one',
      area: null,
      lang: 'it',
      theme: 'auto',
      display: 'map',
    });
    expect([atlas.camera, atlas.hovered, atlas.query]).toEqual([null, null, '']);
  });
});

it('nearestPeriod: itself, else the latest before, else the first', () => {
  expect(nearestPeriod(['2010', '2015'], '2015')).toBe('2015');
  expect(nearestPeriod(['2010', '2015'], '2014')).toBe('2010');
  expect(nearestPeriod(['2010', '2015'], '1990')).toBe('2010');
  expect(nearestPeriod([], '1990')).toBe('1990');
});
