import { expect, it } from 'vitest';
import { swarm, swarmRadius } from './swarm';

let seed = 11;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const crowd = Array.from({ length: 90 }, () => 100 + (random() + random() + random()) * 120);

it('stays on the line where there is room', () => {
  expect(swarm([0, 20, 40], 5)).toEqual([0, 0, 0]);
});
it('equal values stand above and below the line, touching', () => {
  const ys = swarm([10, 10, 10], 5);
  expect(ys.map((y) => Math.round(y)).sort((a, b) => a - b)).toEqual([-10, 0, 10]);
});
it('no two circles overlap, in any crowd', () => {
  const ys = swarm(crowd, 6);
  for (let i = 0; i < crowd.length; i++)
    for (let j = 0; j < i; j++)
      expect(Math.hypot(crowd[i]! - crowd[j]!, ys[i]! - ys[j]!)).toBeGreaterThan(12 - 1e-3);
});
it('takes the largest circles that fit the height', () => {
  const r = swarmRadius(crowd, 12, 120);
  expect(r).toBeLessThan(12);
  expect(Math.max(...swarm(crowd, r).map(Math.abs)) + r).toBeLessThanOrEqual(60);
  expect(swarmRadius([0, 100, 200], 12, 120)).toBe(12);
});
