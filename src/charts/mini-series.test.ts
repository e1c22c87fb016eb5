import { expect, it } from 'vitest';
import { miniLines } from './mini-series';

const line = (points: [string, number | null][], own = true) => ({
  name: 'x',
  own,
  points: points.map(([period, value]) => ({ period, value })),
});

it('keeps distances in time, and breaks the line where a value is missing', () => {
  const [drawn] = miniLines([
    line([
      ['2010', 1],
      ['2011', null],
      ['2015', 3],
      ['2020', 2],
    ]),
  ]);
  expect(drawn!.d.match(/M/g)).toHaveLength(2);
  expect(drawn!.d).toMatch(/^M0\.00 /);
  expect(drawn!.d).toMatch(/M50\.00 .*L100\.00 /);
  expect(drawn!.end!.x).toBe(100);
});

it('draws all lines on one scale, and nothing for no values', () => {
  const [low, high] = miniLines([
    line([
      ['2010', 1],
      ['2011', 1],
    ]),
    line(
      [
        ['2010', 9],
        ['2011', 9],
      ],
      false,
    ),
  ]);
  expect(low!.end!.y).toBeGreaterThan(high!.end!.y);
  expect(miniLines([line([['2010', null]])])[0]).toMatchObject({ d: '', end: null });
});
