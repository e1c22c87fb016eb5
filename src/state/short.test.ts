import { describe, expect, it } from 'vitest';
import { LANGS, LEVELS, type Level } from '../model/ids';
import { RAMPS, type Manifest } from '../model/manifest';
import { MAP_KINDS } from '../model/unit';
import { CHARTS, COMPARES, DISPLAYS, PLAIN_VIEW, type Classing, type ViewState } from '../model/view';
import { essential, shortQuery } from './short';
import { parseView } from './url';

const ref = { path: 'x', bytes: 1, sha256: '0'.repeat(64) };
const text = { it: 'x', en: 'x' };
/** Ids as long as the longest of the atlas: two of one theme and one election each, and one that has a series. */
const LONG = `elections.${'a'.repeat(33)}`;
const OTHER = `elections.${'b'.repeat(31)}`;
const SERIES = `mobility.${'c'.repeat(27)}`;
/** The longest that is published by comune. */
const METRO = `population.${'d'.repeat(18)}`;
const manifest: Manifest = {
  schemaVersion: 1,
  edition: '2026-01-01',
  themes: [],
  indicators: ['default.one', LONG, OTHER, SERIES, METRO].map((id) => ({
    id,
    theme: 't',
    title: text,
    question: text,
    measure: 'share',
    unit: 'percent',
    ramp: 'plum',
    levels: id === METRO ? ['comune'] : LEVELS.filter((l) => l !== 'comune'),
    periods: id.startsWith('e') ? ['2021'] : ['2010', '2021', '2022'],
    table: ref,
  })),
  geography: ref,
  tiles: { areas: ref, base: ref },
  files: {},
  layers: [],
  defaultView: { indicator: 'default.one', level: 'area', period: '2021' },
};

/** The most awkward choice at each level: the code that prints longest, thirty areas spread over all of them. */
const AREA: Record<Level, string> = {
  citta: '037006',
  quartiere: '16',
  zona: 'R',
  prossimita: '25',
  area: '90',
  comune: '037061',
};
const PICKED: Partial<Record<Level, string[]>> = {
  area: Array.from({ length: 30 }, (_, i) => String(i * 3 + 1)).sort(),
  comune: Array.from({ length: 30 }, (_, i) => `0370${String(2 * i + 1).padStart(2, '0')}`),
  prossimita: Array.from({ length: 25 }, (_, i) => String(i + 1)).sort(),
};
/** Seven classes by hand, as many as the tool offers, over values of six letters. */
const BY_HAND: Classing = { method: 'manual', cuts: [12300, 15450, 18700, 21250, 24600, 31900] };

/** Every view that differs in what lengthens a link, each part at its longest. */
function* views(): Generator<ViewState> {
  for (const indicator of [LONG, SERIES, METRO])
    for (const level of manifest.indicators.find((s) => s.id === indicator)!.levels)
      for (const kind of [null, ...MAP_KINDS])
        for (const compare of COMPARES)
          for (const display of DISPLAYS)
            for (const classing of [null, { method: 'quantile', classes: 7 } as const, BY_HAND])
              for (const lang of LANGS)
                for (const many of [false, true])
                  yield {
                    ...PLAIN_VIEW,
                    indicator,
                    level,
                    period: indicator === LONG ? '2021' : '2010',
                    area: many ? null : AREA[level],
                    picked: many ? (PICKED[level] ?? []) : [],
                    kind,
                    second: indicator === METRO ? METRO : OTHER,
                    from: '2021',
                    compare,
                    display,
                    chart: 'calendar',
                    classing,
                    ramp: 'green-blue',
                    follow: true,
                    easy: true,
                    lang,
                    theme: 'dark',
                    mode: 'embed',
                  };
}

/** Two maps and limits by hand at once: said in full, that may take more. */
const elaborate = (v: ViewState) => v.classing?.method === 'manual' && v.compare !== 'none';

/** A comparison with an indicator of one date needs no date. */
const ofOneDate = (v: ViewState) =>
  essential(v).compare !== 'none' && v.second === OTHER ? { from: null } : {};

describe('the short link', () => {
  it('takes at most 150 characters over the whole space of views; a comparison with limits by hand 190', () => {
    let [longest, longestElaborate, count] = ['', '', 0];
    for (const view of views()) {
      count += 1;
      const link = shortQuery(view, manifest);
      if (elaborate(view)) longestElaborate = link.length > longestElaborate.length ? link : longestElaborate;
      else longest = link.length > longest.length ? link : longest;
    }
    expect(count).toBe((5 + 5 + 1) * 11 * 3 * 3 * 3 * 2 * 2);
    expect(longest.length, longest).toBeLessThanOrEqual(150);
    expect(longestElaborate.length, longestElaborate).toBeLessThanOrEqual(190);
    // The bound is near: this test would notice another key.
    expect(longest.length).toBeGreaterThan(120);
  });

  it('leads to the same view, but for what only concerns its sender', { timeout: 30_000 }, () => {
    let i = 0;
    for (const view of views()) {
      // One in seven meets every value of every part: seven divides none of their numbers.
      if (i++ % 7) continue;
      const { view: back, problems } = parseView(shortQuery(view, manifest), manifest);
      const from = ofOneDate(view);
      expect(back).toEqual({ ...essential(view), ...from });
      expect(problems).toEqual([]);
    }
  });

  it('keeps what the view on screen uses', () => {
    const view = (more: Partial<ViewState>): ViewState => ({
      ...PLAIN_VIEW,
      indicator: LONG,
      level: 'area',
      period: '2021',
      ...more,
    });
    expect(shortQuery(view({ second: OTHER, kind: 'bivariate', ramp: 'blue' }), manifest)).toBe(
      `?i=${LONG}&k=bivariate&j=${OTHER.replace('elections', '')}`,
    );
    expect(shortQuery(view({ second: OTHER, from: '2010' }), manifest)).toBe(`?i=${LONG}`);
    expect(shortQuery(view({ from: '2010', compare: 'side' }), manifest)).toBe(`?i=${LONG}&q=2010&c=side`);
    expect(shortQuery(view({ display: 'charts', chart: CHARTS[2], second: SERIES }), manifest)).toBe(
      `?i=${LONG}&v=charts&g=scatter&j=${SERIES}`,
    );
    expect(shortQuery(view({ ramp: RAMPS[0], theme: 'dark', easy: true }), manifest)).toBe(
      `?i=${LONG}&r=plum`,
    );
    const story: Partial<ViewState> = {
      page: 'story',
      story: 'gli-anziani',
      step: 'due',
      form: 'present',
      easy: true,
    };
    expect(shortQuery({ ...view(story), indicator: 'default.one', period: '2021' }, manifest)).toBe(
      '?page=story&story=gli-anziani&step=due&as=present&easy=1',
    );
  });
});
