import { describe, expect, it } from 'vitest';
import type { Layer } from '../model/manifest';
import { chartShown, fittingCharts } from './charts';
import { summaryOf, tableOf, type Rows } from './testing';

const years = (from: number, to: number, value: (year: number) => number[]) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [String(from + i), value(from + i)]));
const layer = (kind: Layer['kind'], id: string): Layer => ({
  id: kind,
  kind,
  title: { it: 'x', en: 'x' },
  file: `series.${kind}`,
  indicators: [id],
});
const fit = (rows: Rows, more: Parameters<typeof summaryOf>[0] = {}, layers: Layer[] = []) => {
  const table = tableOf(rows);
  const levels = Object.keys(table.levels) as ('citta' | 'zona')[];
  return fittingCharts(summaryOf({ levels, ...more }), table, { layers });
};

describe('charts that fit', () => {
  it('areas over years: course, spread, relation, and stripes of a long city series', () => {
    const rows = { citta: years(2010, 2021, () => [3]), zona: years(2010, 2021, () => [1, 2, 3, 4]) };
    expect(fit(rows)).toEqual(['series', 'spread', 'scatter', 'stripes']);
  });
  it('counts are set against nothing', () => {
    const rows = { zona: years(2019, 2021, () => [1, 2, 3, 4]) };
    expect(fit(rows, { measure: 'count', unit: 'people' })).toEqual(['series', 'spread']);
  });
  it('one or two years make no course', () => {
    expect(fit({ zona: years(2020, 2021, () => [1, 2, 3, 4]) })).toEqual(['spread', 'scatter']);
  });
  it('the city alone has no spread; a temperature opens with its stripes', () => {
    const rows = { citta: years(2001, 2024, () => [3]) };
    expect(fit(rows, { measure: 'count', unit: 'nights' })).toEqual(['series', 'stripes']);
    expect(fit(rows, { measure: 'mean', unit: 'celsius' })).toEqual(['stripes', 'series']);
  });
  it('months make no stripes: their seasons would be taken for a trend', () => {
    const months = Object.fromEntries(
      Array.from({ length: 24 }, (_, i) => [
        `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
        [3],
      ]),
    );
    expect(fit({ citta: months })).toEqual(['series']);
  });
  it('days, half hours and ages come with a file that names the indicator', () => {
    const rows = { citta: years(2024, 2025, () => [3]) };
    const id = 'population.over65_share';
    expect(fit(rows, {}, [layer('calendar', id)])).toEqual(['calendar']);
    expect(fit(rows, {}, [layer('calendar', 'another.one')])).toEqual([]);
    expect(fit(rows, {}, [layer('day', id), layer('pyramid', id)])).toEqual(['day', 'pyramid']);
    expect(fit(rows, {}, [layer('hours', id), layer('calendar', id)])).toEqual(['calendar', 'hours']);
  });
  it('shows what was asked for where it fits, else the first', () => {
    expect(chartShown('spread', ['series', 'spread'])).toBe('spread');
    expect(chartShown('day', ['series', 'spread'])).toBe('series');
    expect(chartShown(null, [])).toBeNull();
  });
});
