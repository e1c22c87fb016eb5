import { expect, it } from 'vitest';
import type { IndicatorSummary, Manifest } from '../model/manifest';
import { PLAIN_VIEW, type ViewState } from '../model/view';
import { firstOther, otherSide } from './other-side';

const ref = { path: 'x', bytes: 1, sha256: '0'.repeat(64) };
const text = { it: 'x', en: 'x' };
const summary = (id: string, theme: string, levels: IndicatorSummary['levels'], periods: string[]) =>
  ({
    id,
    theme,
    title: text,
    question: text,
    measure: 'share',
    unit: 'percent',
    ramp: 'plum',
    levels,
    periods,
    table: ref,
  }) as const satisfies IndicatorSummary;
const manifest: Manifest = {
  schemaVersion: 1,
  edition: '2026-01-01',
  themes: [],
  indicators: [
    summary('a.one', 'a', ['zona', 'area'], ['1986', '2010', '2021']),
    summary('b.far', 'b', ['area'], ['2016']),
    summary('a.two', 'a', ['area'], ['2016', '2019']),
    summary('a.zones', 'a', ['zona'], ['2016']),
  ],
  geography: ref,
  tiles: { areas: ref, base: ref },
  files: {},
  layers: [],
  defaultView: { indicator: 'a.one', level: 'area', period: '2021' },
};
const view = (over: Partial<ViewState>): ViewState => ({
  ...PLAIN_VIEW,
  indicator: 'a.one',
  level: 'area',
  period: '2021',
  ...over,
});

it('is nothing without a comparison', () => {
  expect(otherSide(view({ from: '2010' }), manifest)).toBeNull();
});

it('takes the other date, the other indicator, or both, and keeps level, area and language', () => {
  const base = { compare: 'swipe', area: '25', lang: 'en' } as const;
  expect(otherSide(view({ ...base, from: '2010' }), manifest)).toMatchObject({
    indicator: 'a.one',
    period: '2010',
    level: 'area',
    area: '25',
    lang: 'en',
    compare: 'none',
  });
  expect(otherSide(view({ ...base, second: 'a.two' }), manifest)).toMatchObject({
    indicator: 'a.two',
    period: '2019',
  });
  expect(otherSide(view({ ...base, second: 'a.two', from: '2016' }), manifest)?.period).toBe('2016');
});

it('is nothing where the second indicator has no such level', () => {
  expect(otherSide(view({ compare: 'side', second: 'a.zones' }), manifest)).toBeNull();
});

it('starts with the earliest date, else with a sister of the theme', () => {
  expect(firstOther(view({}), manifest, ['2010', '2021'])).toEqual({ from: '2010', second: null });
  expect(firstOther(view({ period: '2010' }), manifest, ['2010', '2021'])).toEqual({
    from: '2021',
    second: null,
  });
  expect(firstOther(view({}), manifest, ['2021'])).toEqual({ second: 'a.two', from: null });
});
