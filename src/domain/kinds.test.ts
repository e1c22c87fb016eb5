import { expect, it } from 'vitest';
import type { IndicatorSummary, Layer } from '../model/manifest';
import { fittingKinds, layerFor, partnersOf, sistersOf } from './kinds';

const ref = { path: 'x', bytes: 1, sha256: '0'.repeat(64) };
const text = { it: 'x', en: 'x' };
const summary = (over: Partial<IndicatorSummary>): IndicatorSummary => ({
  id: 'a.one',
  theme: 'a',
  title: text,
  question: text,
  measure: 'share',
  unit: 'percent',
  ramp: 'plum',
  levels: ['citta', 'area'],
  periods: ['2021'],
  table: ref,
  ...over,
});
const other = summary({ id: 'b.other', theme: 'b' });
const none = { layers: [], indicators: [other] };

it('puts the indicator’s own kind first and never shades a count', () => {
  expect(fittingKinds(summary({}), none)[0]).toBe('choropleth');
  const count = fittingKinds(summary({ measure: 'count', unit: 'people' }), none);
  expect(count[0]).toBe('symbols');
  expect(count).not.toContain('choropleth');
  expect(count).not.toContain('bivariate');
});

it('offers a change and small multiples only where there are periods for them', () => {
  expect(fittingKinds(summary({}), none)).not.toContain('change');
  expect(fittingKinds(summary({ periods: ['2020', '2021'] }), none)).toContain('change');
  expect(fittingKinds(summary({ periods: ['2020', '2021'] }), none)).not.toContain('multiples');
  expect(fittingKinds(summary({ periods: ['2019', '2020', '2021'] }), none)).toContain('multiples');
  expect(fittingKinds(summary({ periods: ['2020', '2021'], ramp: 'change' }), none)).not.toContain('change');
});

it('offers no change where the series breaks between all its dates', () => {
  const two = summary({ periods: ['2021', '2022'] });
  const note = { it: 'x', en: 'x' };
  expect(fittingKinds(two, none, [{ period: '2022', note }])).not.toContain('change');
  const three = summary({ periods: ['2020', '2021', '2022'] });
  expect(fittingKinds(three, none, [{ period: '2022', note }])).toContain('change');
});

it('a second axis is shaded too and shares a level; a count has none', () => {
  const comune = summary({ id: 'c.comune', levels: ['comune'] });
  const count = summary({ id: 'd.count', measure: 'count' });
  const indicators = [summary({}), other, comune, count];
  expect(partnersOf(summary({}), { indicators }).map((s) => s.id)).toEqual(['b.other']);
  expect(partnersOf(comune, { indicators })).toEqual([]);
  expect(partnersOf(count, { indicators })).toEqual([]);
  expect(fittingKinds(comune, { layers: [], indicators })).not.toContain('bivariate');
});

it('sisters are of one theme and measured alike; three of them make small multiples without years', () => {
  const more = ['a.two', 'a.three'].map((id) => summary({ id }));
  const euro = summary({ id: 'a.euro', unit: 'euro' });
  const indicators = [summary({}), ...more, euro, other];
  expect(sistersOf(summary({}), { indicators }).map((s) => s.id)).toEqual(['a.one', 'a.two', 'a.three']);
  expect(fittingKinds(summary({}), { layers: [], indicators })).toContain('multiples');
  expect(fittingKinds(euro, { layers: [], indicators })).not.toContain('multiples');
});

it('offers points where a layer names the indicator, the most telling one first', () => {
  const layer = (id: string, indicators: string[]) => ({
    id,
    kind: 'points' as const,
    title: text,
    file: id,
    indicators,
  });
  const layers = [layer('far', ['b.two', 'a.one']), layer('near', ['a.one'])];
  expect(fittingKinds(summary({}), { layers, indicators: [] })).toContain('points');
  expect(layerFor({ layers }, 'a.one', 'points')?.id).toBe('near');
  expect(layerFor({ layers }, 'a.one', 'hexes')).toBeUndefined();
});

it('what is known of the city alone has no map but what moves in it', () => {
  const city = summary({ levels: ['citta'], periods: ['2019', '2020'] });
  const moves: Layer = { id: 'm', kind: 'motion', title: text, file: 'motion.x', indicators: ['a.one'] };
  expect(fittingKinds(city, { layers: [moves], indicators: [other] })).toEqual(['motion']);
  expect(fittingKinds(city, none)[0]).toBe('choropleth');
  expect(fittingKinds(summary({}), { layers: [moves], indicators: [other] })).toContain('motion');
});
