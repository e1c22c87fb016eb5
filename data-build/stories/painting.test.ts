import { describe, expect, test } from 'vitest';
import { tableOf, summaryOf } from '../../src/domain/testing';
import type { Points } from '../../src/model/points';
import { PLAIN_VIEW, type ViewState } from '../../src/model/view';
import { altOf } from './alt';
import { paint } from './painting';
import { testWorld } from './testing';
import type { World } from './world';

const base = testWorld();
const world: World = {
  ...base,
  indicators: [
    ...base.indicators,
    summaryOf({ id: 'population.alone_share', title: { it: 'Da soli', en: 'Alone' }, levels: ['zona'] }),
  ],
  table: (id) =>
    id === 'population.alone_share'
      ? tableOf({ zona: { '2021': [10, 20, 30, 40] } }, { indicator: id })
      : base.table(id),
};
const view = (change: Partial<ViewState>): ViewState => ({
  ...PLAIN_VIEW,
  indicator: 'population.over65_share',
  level: 'zona',
  period: '2021',
  area: null,
  lang: 'it',
  ...change,
});

describe('two numbers at once', () => {
  const painted = paint(view({ kind: 'bivariate', second: 'population.alone_share' }), world);

  test('nine colours by pair, and the reason where one of the two is missing', () => {
    expect(painted.painting.colours).toHaveLength(9);
    expect(new Set(painted.painting.colours).size).toBe(9);
    expect([...painted.painting.cells.values()].map((cell) => 'missing' in cell && cell.missing)).toEqual([
      false,
      false,
      'suppressed',
      'unreliable',
    ]);
  });

  test('a square key with both names, and words about both', () => {
    const legend = painted.legend('it');
    expect(legend).toMatchObject({ kind: 'grid', up: 'Da soli' });
    expect(legend.kind === 'grid' && legend.colours.map((row) => row.length)).toEqual([3, 3, 3]);
    expect(legend.missing.map(({ why }) => why).sort()).toEqual(['suppressed', 'unreliable']);
    expect(painted.sentences('en').title).toContain(' and Alone');
    expect(painted.sentences('it').alt).toMatch(/^Mappa di due temi insieme/);
  });
});

describe('things where they stand', () => {
  const points = {
    title: { it: 'Scuole', en: 'Schools' },
    period: '2024',
    categories: [
      { id: 'a', title: { it: 'Nidi', en: 'Nurseries' } },
      { id: 'b', title: { it: 'Primarie', en: 'Primary schools' } },
    ],
    focus: { 'population.residents': [1] },
    lon: [1134000, 1135000, 1136000],
    lat: [4449000, 4450000, 4451000],
    category: [0, 1, 1],
  } as unknown as Points;
  const asked = view({ indicator: 'population.residents', period: '2023', kind: 'points' });
  const layers: World['layers'] = [
    {
      id: 'points-schools',
      kind: 'points',
      title: points.title,
      file: 'points.schools',
      indicators: ['population.residents'],
    },
  ];

  test('the categories the indicator is about, in their colours, with their number', () => {
    const { painting, legend, sentences } = paint(asked, { ...world, layers, points: () => points });
    expect(painting.bare).toBe(true);
    expect(painting.dots?.places).toEqual([11.35, 44.5, 11.36, 44.51]);
    expect(legend('it')).toMatchObject({ kind: 'categories', rows: [{ label: 'Primarie (2)' }] });
    expect(sentences('en').title).toBe('Primary schools, 2024');
  });

  test('without the things it stays the indicator’s own map', () => {
    const { painting, legend } = paint(asked, { ...world, layers });
    expect(painting.dots).toBeUndefined();
    expect(legend('it').kind).toBe('circles');
  });
});

test('the text alternative of a chart says what the chart says', () => {
  const shown = {
    view: view({ indicator: 'population.residents', period: '2023', display: 'charts', chart: 'series' }),
    query: '',
    hash: '',
  };
  const { it, en } = altOf(shown, [{ code: 'A', name: 'Borgo' }], null, world);
  const { finding } = paint(shown.view, world).sentences('it');
  expect(it).toMatch(/^Grafico\. .*1986/);
  expect(it).not.toContain(finding);
  expect(it).toContain('In evidenza: Borgo.');
  expect(en).toMatch(/^Chart\. .* Highlighted: Borgo\.$/);
});
