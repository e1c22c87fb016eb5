import { expect, it } from 'vitest';
import { dotsIn, layDots } from '../src/domain/dots';
import type { Dots } from '../src/model/dots';
import type { Points } from '../src/model/points';
import { random } from './app-stats';
import { DOTS, manyDots, manyPoints, POINTS } from './map-things';

const text = { it: 'x', en: 'x' };

it('points are as many as promised, near where they were, every column as long, all switched on', () => {
  const few: Points = {
    schemaVersion: 1,
    title: text,
    period: '2024',
    categories: [
      { id: 'a', title: text },
      { id: 'b', title: text },
    ],
    focus: { 'x.y': [0] },
    lon: [1_134_000, 1_135_000, 1_136_000],
    lat: [4_449_000, 4_450_000, 4_451_000],
    category: [0, 1, 0],
    area: [0, -1, 2],
    name: ['p', 'q', ''],
    details: [{ title: text, values: ['1', '2', ''] }],
    remarks: { list: [text], of: [0, -1, 0] },
  };
  const many = manyPoints(few, random(1));
  expect(many.focus).toEqual({});
  const columns = [
    many.lon,
    many.lat,
    many.category,
    many.area,
    many.name,
    many.details[0]!.values,
    many.remarks!.of,
  ];
  expect(columns.map(({ length }) => length)).toEqual(columns.map(() => POINTS));
  many.lon.forEach((lon, i) => expect(Math.abs(lon - few.lon[i % 3]!)).toBeLessThanOrEqual(300));
  expect(new Set(many.lon).size).toBeGreaterThan(500);
});

it('dots are as many as promised in the last period, in proportion before it; a withheld area stays so', () => {
  const area = (code: string, dots: number[][]) => ({
    code,
    origin: [11.3, 44.4] as [number, number],
    places: dots.map((list) => Array.from({ length: Math.max(0, ...list) * 2 }, (_, i) => 100 + i * 3)),
    dots,
  });
  const few: Dots = {
    schemaVersion: 1,
    each: 20,
    unit: 'people',
    periods: ['2020', '2021'],
    classes: [{ title: text }, { title: text }],
    counted: [1, 1],
    areas: [
      area('1', [
        [20, 40],
        [5, 10],
      ]),
      area('2', [
        [-1, -1],
        [-1, -1],
      ]),
      area('3', [
        [50, 25],
        [25, 25],
      ]),
    ],
  };
  const laid = layDots(manyDots(few, random(1)));
  expect(dotsIn(laid, '2021').classes).toHaveLength(DOTS);
  expect(dotsIn(laid, '2020').classes).toHaveLength(DOTS);
  expect(laid.dots.areas[1]!.dots).toEqual([
    [-1, -1],
    [-1, -1],
  ]);
  expect(laid.dots.areas[0]!.dots[0]).toEqual([20_000, 40_000]);
});
