import { describe, expect, it } from 'vitest';
import type { Dots } from '../model/dots';
import type { Area } from '../model/manifest';
import { dotCounts, dotsIn, layDots, withheldIn } from './dots';

const dots: Dots = {
  schemaVersion: 1,
  each: 20,
  unit: 'people',
  periods: ['2020', '2021'],
  classes: [{ title: { it: 'a', en: 'a' } }, { title: { it: 'b', en: 'b' } }],
  counted: [120, 160],
  areas: [
    {
      code: '1',
      origin: [11, 44],
      places: [
        [10, 20, 30, 40],
        [50, 60],
      ],
      dots: [
        [1, 2],
        [1, 0],
      ],
    },
    {
      code: '2',
      origin: [12, 45],
      places: [[0, 0], []],
      dots: [
        [-1, 1],
        [-1, 0],
      ],
    },
    {
      code: '3',
      origin: [12, 45],
      places: [[], []],
      dots: [
        [-2, -2],
        [-2, -2],
      ],
    },
  ],
};
const points = (period: string) => {
  const { places, classes } = dotsIn(layDots(dots), period);
  return Array.from(
    classes,
    (of, i) => `${of}@${places[2 * i]!.toFixed(4)},${places[2 * i + 1]!.toFixed(4)}`,
  ).sort();
};

describe('dots of a period', () => {
  it('are the first so many of each list, measured from the corner of their area', () => {
    expect(points('2020')).toEqual(['0@11.0001,44.0002', '1@11.0005,44.0006']);
    expect(points('2021')).toEqual(['0@11.0001,44.0002', '0@11.0003,44.0004', '0@12.0000,45.0000']);
  });

  it('are none where the set has no such period', () => {
    expect(points('1999')).toEqual([]);
  });

  it('keep each reason for having none', () => {
    expect([...withheldIn(dots, '2020')]).toEqual([
      ['2', 'suppressed'],
      ['3', 'unreliable'],
    ]);
    expect([...withheldIn(dots, '2021')]).toEqual([['3', 'unreliable']]);
    expect(withheldIn(dots, '1999').size).toBe(0);
  });

  it('mix the classes in drawing order', () => {
    const areas = [{ ...dots.areas[0]!, places: [Array(2000).fill(1), Array(2000).fill(2)] as number[][] }];
    const { classes } = layDots({ ...dots, areas });
    const firstHalf = classes.slice(0, 1000);
    const share = firstHalf.reduce((sum, of) => sum + of, 0) / firstHalf.length;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  });
});

it('counts dots of the city, of an area, and of a place made of areas', () => {
  const areas = [
    { code: '1', parents: { zona: 'A' } },
    { code: '2', parents: { zona: 'A' } },
    { code: '3', parents: { zona: 'B' } },
  ] as unknown as Area[];
  expect(dotCounts(dots, '2021', null)).toEqual([3, 0]);
  expect(dotCounts(dots, '2020', { level: 'area', code: '2', areas })).toEqual([0, 0]);
  expect(dotCounts(dots, '2021', { level: 'zona', code: 'A', areas })).toEqual([3, 0]);
  expect(dotCounts(dots, '2021', { level: 'zona', code: 'B', areas })).toEqual([0, 0]);
});
