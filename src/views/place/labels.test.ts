import { expect, it } from 'vitest';
import { fitLabels } from './labels';

const BOX = [0, 0, 100, 100] as const;
const wish = (code: string, x: number, y: number, name = 'Barca') => ({ code, name, at: [x, y] as const });

it('lets the first of two names that would touch have its place', () => {
  const labels = fitLabels([wish('own', 50, 50), wish('b', 52, 51), wish('c', 50, 90)], BOX, 300, 12);
  expect(labels.map(({ code }) => code)).toEqual(['own', 'c']);
});

it('pulls a name in from the edge, but not from far outside', () => {
  const [pulled, ...rest] = fitLabels([wish('edge', 99, 50), wish('far', 180, 50)], BOX, 300, 12);
  expect(pulled!.left).toBeLessThan(97);
  expect(rest).toEqual([]);
});

it('has no names before the frame has a width', () => {
  expect(fitLabels([wish('a', 50, 50)], BOX, 0, 12)).toEqual([]);
});
