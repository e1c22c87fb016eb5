import { expect, it } from 'vitest';
import { evenly, joinedBy, panelsIn, withOwn } from './multiples';

it('takes first and last and what lies evenly between', () => {
  const years = Array.from({ length: 38 }, (_, i) => 1986 + i);
  const some = evenly(years);
  expect(some).toHaveLength(12);
  expect([some[0], some.at(-1)]).toEqual([1986, 2023]);
  const steps = some.slice(1).map((year, i) => year - some[i]!);
  expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
  expect(evenly([1, 2, 3])).toEqual([1, 2, 3]);
});

it('keeps its own among the first, in the order of the list', () => {
  expect(withOwn(['a', 'b', 'c', 'd'], 'd', 3)).toEqual(['a', 'b', 'd']);
  expect(withOwn(['a', 'b', 'c'], 'a', 3)).toEqual(['a', 'b', 'c']);
});

it('joins the outlines that look alike, none lost', () => {
  const shapes = { paths: ['A', 'B', 'C', 'D'].map((code) => ({ code, d: `M${code}z` })) };
  const joined = joinedBy(
    shapes,
    new Map([
      ['A', { value: 9 }],
      ['B', { value: 1 }],
      ['C', { missing: 'suppressed' as const }],
    ]),
    [5],
  );
  expect([...joined]).toEqual([
    [0, 'MBz'],
    [1, 'MAz'],
    ['suppressed', 'MCz'],
    ['not-available', 'MDz'],
  ]);
});

it('lays small maps out as large as they can be all at once', () => {
  const room = { width: 952, height: 690, gapX: 28, gapY: 18, head: 32, aspect: 1.08 };
  const twelve = panelsIn(12, room);
  expect(twelve.columns).toBe(4);
  expect(4 * twelve.width + 3 * room.gapX).toBeLessThanOrEqual(room.width);
  expect(3 * (twelve.width / room.aspect + room.head) + 2 * room.gapY).toBeLessThanOrEqual(room.height);
  expect(panelsIn(3, { ...room, width: 300 }).columns).toBe(1);
  expect(panelsIn(12, { ...room, height: 20 }).width).toBe(0);
});
