// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { SeriesLine } from '../domain/chart-series';
import type { Cell } from '../model/cell';
import { seriesChart, type SeriesSpec } from './series';

const years = ['2018', '2019', '2020', '2021'];
const line = (role: SeriesLine['role'], code: string, cells: Cell[]): SeriesLine => ({
  level: role === 'city' ? 'citta' : role === 'container' ? 'quartiere' : 'area',
  code,
  name: `${role} ${code}`,
  role,
  points: years.map((period, i) => ({ period, cell: cells[i]! })),
});
const values = (...numbers: number[]): Cell[] => numbers.map((value) => ({ value }));
const gap: Cell = { missing: 'suppressed' };
const spec = (more: Partial<SeriesSpec> = {}): SeriesSpec => ({
  lines: [
    line('other', '12', [{ value: 1 }, gap, { value: 3 }, { value: 4 }]),
    line('container', '12', values(5, 6, 7, 8)),
    line('city', '037006', values(5, 5, 5, 5)),
    line('own', '3', [gap, { value: 9 }, gap, { value: 2 }]),
  ],
  extent: [1, 9],
  period: '2021',
  breaks: [],
  unit: '%',
  columns: false,
  reference: null,
  pickedColours: [],
  tick: String,
  read: ({ name }, { period, value }) => ({ title: `${name} ${period}`, text: String(value) }),
  ...more,
});
const size = { width: 900, height: 400, rem: 16 };
const keys = (node: Element, what: string) =>
  [...node.querySelectorAll<SVGElement>(`${what}[data-key]`)].map((element) => element.dataset['key']);

describe('the course over time', () => {
  it('an area and a quartiere with the same code are not one: only the area lights up and is chosen', () => {
    const { node, points } = seriesChart(spec(), size);
    expect(keys(node, 'path')).toEqual(['12', '3']);
    expect(points.filter(({ key }) => key === '12').map(({ title }) => title)).toEqual([
      'other 12 2018',
      'other 12 2020',
      'other 12 2021',
    ]);
    expect(new Set(points.map(({ key }) => key))).toEqual(
      new Set(['12', 'quartiere/12', 'citta/037006', '3']),
    );
  });
  it('a missing year is a gap, and a value between two gaps a dot', () => {
    const { node } = seriesChart(spec(), size);
    const path = (key: string) => node.querySelector(`path[data-key="${key}"]`)!.getAttribute('d')!;
    expect(path('12').match(/M/g)).toHaveLength(2);
    expect(keys(node, 'circle')).toEqual(['12', '3', '3']);
    expect(path('12')).not.toContain('NaN');
  });
  it('names stand at the end of the lines that are told, apart from each other', () => {
    const { node } = seriesChart(spec(), size);
    const ends = [...node.querySelectorAll('text[dy="0.32em"][text-anchor="start"]')].filter((e) =>
      /^(own|city|container|other) /.test(e.textContent),
    );
    expect(ends.map((e) => e.textContent)).toEqual(['container 12', 'city 037006', 'own 3']);
    const ys = ends.map((e) => Number(e.getAttribute('y'))).sort((a, b) => a - b);
    for (let i = 1; i < ys.length; i++) expect(ys[i]! - ys[i - 1]!).toBeGreaterThan(14);
  });
  it('counts of one place are columns from zero, each a year to be chosen', () => {
    const { node, points, stride } = seriesChart(
      spec({ columns: true, lines: [line('city', '037006', values(2, 4, 0, 8))], extent: [0, 8] }),
      size,
    );
    expect(points.map(({ key }) => key)).toEqual(years);
    expect(stride).toBe(1);
    const height = (year: string) =>
      Number(node.querySelector(`rect[data-key="${year}"]`)?.getAttribute('height') ?? 0);
    expect(height('2019') / height('2018')).toBeCloseTo(2, 5);
    expect(height('2021') / height('2018')).toBeCloseTo(4, 5);
  });
});
