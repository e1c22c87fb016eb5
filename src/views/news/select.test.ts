import { describe, expect, it } from 'vitest';
import type { AreaChanges, Changes } from '../../model/trust';
import { areasOf, byTheme, tell } from './select';

const none = { added: 0, changed: 0, removed: 0 };
const dataset = (id: string) => ({
  id,
  title: { it: id, en: id },
  change: 'changed' as const,
  rows: none,
  periods: null,
  described: [],
  json: `changes/${id}.json`,
});
const changes: Changes = {
  edition: '2026-02-01',
  feed: '../../feed.xml',
  areas: 'changes/areas.json',
  editions: [
    {
      id: '2026-02-01',
      previous: '2026-01-01',
      totals: { datasets: none, rows: none, methods: 2, areas: 3 },
      datasets: [dataset('one'), dataset('two')],
      methods: [
        { indicator: 'x.one', change: 'changed' },
        { indicator: 'x.two', change: 'changed' },
      ],
      classes: [
        { indicator: 'x.one', level: 'area', period: '2020', breaks: false, areas: 2 },
        { indicator: 'x.two', level: 'zona', period: '2020', breaks: true, areas: 1 },
      ],
    },
    {
      id: '2026-01-01',
      previous: null,
      totals: { datasets: none, rows: none, methods: 0, areas: 0 },
      datasets: [dataset('one')],
      methods: [],
      classes: [],
    },
  ],
};
const change = (indicator: string, edition = '2026-02-01') => ({
  edition,
  indicator,
  period: '2020',
  from: 1,
  to: 's' as const,
  breaks: false,
});
const areas: AreaChanges = {
  levels: { area: { 7: [change('x.one')], 9: [change('x.one'), change('x.three', '2026-01-15')] } },
};
const all = { dataset: null, indicators: [], place: null };

describe('tell', () => {
  it('tells everything when nothing is asked for', () => {
    expect(tell(changes, areas, all).map((one) => [one.datasets.length, one.classes.length])).toEqual([
      [2, 2],
      [1, 0],
    ]);
  });

  it('keeps an edition that has nothing to say of the dataset, and what rests on it alone', () => {
    const [second, first] = tell(changes, areas, { ...all, dataset: 'two', indicators: ['x.two'] });
    expect(second?.datasets.map(({ id }) => id)).toEqual(['two']);
    expect(second?.methods.map(({ indicator }) => indicator)).toEqual(['x.two']);
    expect(second?.classes.map(({ indicator }) => indicator)).toEqual(['x.two']);
    expect(first?.edition.id).toBe('2026-01-01');
    expect(first?.datasets).toEqual([]);
  });

  it('tells of a place its own changes in that edition, within the dataset if one is asked for', () => {
    const place = { level: 'area', area: '9' } as const;
    expect(tell(changes, areas, { ...all, place })[0]?.own).toEqual([change('x.one')]);
    expect(tell(changes, areas, { dataset: 'two', indicators: ['x.two'], place })[0]?.own).toEqual([]);
    expect(tell(changes, null, { ...all, place })[0]?.own).toEqual([]);
  });
});

it('lists the areas behind a count of class changes', () => {
  const one = changes.editions[0]!.classes[0]!;
  expect(areasOf(areas, '2026-02-01', one).map(({ code }) => code)).toEqual(['7', '9']);
  expect(areasOf(areas, '2026-01-01', one)).toEqual([]);
  expect(areasOf(areas, '2026-02-01', { ...one, period: '2021' })).toEqual([]);
});

it('groups datasets by theme in the order of the themes, the helpers last, and leaves no group empty', () => {
  const themes = new Map([
    ['one', 'b'],
    ['two', 'a'],
  ]);
  const groups = byTheme([dataset('one'), dataset('two'), dataset('help')], ['a', 'b', 'c'], (id) =>
    themes.get(id),
  );
  expect(groups.map(({ theme, datasets }) => [theme, datasets.map(({ id }) => id)])).toEqual([
    ['a', ['two']],
    ['b', ['one']],
    [null, ['help']],
  ]);
});
