import { describe, expect, it } from 'vitest';
import type { Manifest } from '../model/manifest';
import { PLAIN_VIEW } from '../model/view';
import { parseCamera, parseShell, parseView, printCamera, printView } from './url';

const ref = { path: 'x', bytes: 1, sha256: '0'.repeat(64) };
const text = { it: 'x', en: 'x' };
const summary = (id: string, levels: ('citta' | 'zona' | 'area')[], periods: string[]) =>
  ({
    id,
    theme: 't',
    title: text,
    question: text,
    measure: 'share',
    unit: 'percent',
    ramp: 'plum',
    levels,
    periods,
    table: ref,
  }) as const;
const manifest: Manifest = {
  schemaVersion: 1,
  edition: '2026-01-01',
  themes: [],
  indicators: [
    summary('a.one', ['zona', 'area'], ['2010', '2021']),
    summary('b.two', ['area'], ['2016', '2019']),
    summary('c.city', ['citta'], ['2001', '2024']),
  ],
  geography: ref,
  tiles: { areas: ref, base: ref },
  files: {},
  layers: [],
  defaultView: { indicator: 'a.one', level: 'area', period: '2021' },
};
const view = (search: string) => parseView(search, manifest).view;

describe('parseView', () => {
  it('gives the default view for an empty link and prints it back as nothing', () => {
    expect(view('')).toEqual({
      ...PLAIN_VIEW,
      indicator: 'a.one',
      level: 'area',
      period: '2021',
      area: null,
      display: 'map',
      lang: 'it',
      theme: 'auto',
      mode: 'full',
    });
    expect(printView(view(''), manifest)).toBe('');
  });

  it('reads every key and prints only what differs, in a fixed order', () => {
    const search = '?theme=dark&a=B&l=zona&p=2010&lang=en&v=table&mode=embed';
    expect(printView(view(search), manifest)).toBe(
      '?l=zona&p=2010&a=B&v=table&lang=en&theme=dark&mode=embed',
    );
    expect(view(printView(view(search), manifest))).toEqual(view(search));
  });

  it.each([
    ['i', 'nope', 'a.one'],
    ['l', 'comune', 'area'],
    ['p', '1850', '2021'],
    ['v', 'globe', 'map'],
    ['lang', 'fr', 'it'],
    ['theme', 'pink', 'auto'],
    ['mode', 'wall', 'full'],
    ['a', '<script>', ''],
    ['d', 'Population/../area', ''],
  ])('replaces an invalid %s=%s by %s and says so', (key, raw, used) => {
    const { problems } = parseView(`?${key}=${encodeURIComponent(raw)}`, manifest);
    expect(problems).toEqual([{ key, raw, used }]);
  });

  it('keeps the dataset whose entry is open, whatever screen it is on', () => {
    const search = '?page=sources&d=population-area&p=2010';
    expect(view(search)).toMatchObject({ page: 'sources', dataset: 'population-area' });
    expect(printView(view(search), manifest)).toBe(search);
    expect(printView({ ...view(search), dataset: null }, manifest)).toBe('?page=sources&p=2010');
  });

  it('takes the latest period and a level that exists for another indicator', () => {
    expect(view('?i=b.two')).toMatchObject({ level: 'area', period: '2019' });
  });

  it('opens what only the city has in the charts, and says so in a link only for another room', () => {
    expect(view('?i=c.city')).toMatchObject({ display: 'charts', level: 'citta' });
    expect(printView(view('?i=c.city&v=charts'), manifest)).toBe('?i=c.city');
    expect(printView(view('?i=c.city&v=map'), manifest)).toBe('?i=c.city&v=map');
    expect(parseView('?i=c.city&v=globe', manifest).problems).toEqual([
      { key: 'v', raw: 'globe', used: 'charts' },
    ]);
  });

  it('keeps a long view under 150 characters', () => {
    const long = view('?i=b.two&p=2016&a=90&v=table&lang=en&theme=dark&mode=kiosk');
    expect(
      (printView(long, manifest) + printCamera({ zoom: 14.25, lat: 44.49491, lon: 11.34262 })).length,
    ).toBeLessThan(150);
  });

  it.each([
    '?k=bivariate&j=b.two',
    '?k=change&q=2010',
    '?j=b.two&q=2010&c=swipe',
    '?b=q6',
    '?b=m12_15.5_20&r=blue',
    '?f=1',
    '?v=charts&g=scatter&j=b.two',
    '?u=25.26.3',
    '?page=story&story=forty-years&step=start&as=present',
    '?page=place&a=25&easy=1',
  ])('carries %s there and back', (search) => {
    expect(parseView(search, manifest).problems).toEqual([]);
    expect(printView(view(search), manifest)).toBe(search);
  });

  it.each([
    ['b', 'q1'],
    ['b', 'm3_2'],
    ['u', 'a..b'],
    ['j', 'nope'],
    ['q', 'yesterday'],
    ['k', 'globe'],
    ['story', '../x'],
  ])('refuses %s=%s', (key, raw) => {
    expect(parseView(`?${key}=${encodeURIComponent(raw)}`, manifest).problems).toHaveLength(1);
  });

  it('prints one link for one choice of areas', () => {
    expect(view('?u=3.25.3').picked).toEqual(['25', '3']);
  });

  it('reads links as people write them by hand', () => {
    expect(view('?indicator=b.two&anno=2016')).toMatchObject({ indicator: 'b.two', period: '2016' });
  });
});

describe('parseShell', () => {
  it('needs no manifest and falls back on nonsense', () => {
    expect(parseShell('?lang=en&theme=dark&mode=kiosk&page=stories')).toEqual({
      page: 'stories',
      lang: 'en',
      theme: 'dark',
      mode: 'kiosk',
    });
    expect(parseShell('?lang=xx&theme=&mode=1')).toEqual({
      page: 'explore',
      lang: 'it',
      theme: 'auto',
      mode: 'full',
    });
  });
});

describe('camera', () => {
  it('round-trips through the hash', () => {
    const camera = { zoom: 12.4, lat: 44.4949, lon: 11.3426 };
    expect(printCamera(camera)).toBe('#map=12.4/44.4949/11.3426');
    expect(parseCamera(printCamera(camera))).toEqual({ kind: 'valid', value: camera });
  });
  it.each(['#map=12/44', '#map=99/44/11', '#map=12/91/11', '#map=a/b/c', '#map=12/44/11/3'])(
    'refuses %s',
    (hash) => {
      expect(parseCamera(hash).kind).toBe('invalid');
    },
  );
  it('says nothing of a hash without a camera', () => {
    expect(parseCamera('#altro')).toEqual({ kind: 'missing' });
  });
});
