import { expect, test } from 'vitest';
import { holds } from './inside';

const SQUARE = 'M10 10l20 0 0 20-20 0z';
const WITH_HOLE = `${SQUARE}M15 15l10 0 0 10-10 0z`;

test.each([
  [SQUARE, [20, 20], true],
  [SQUARE, [5, 20], false],
  [SQUARE, [20, 31], false],
  [WITH_HOLE, [20, 20], false],
  [WITH_HOLE, [12, 20], true],
  [`${SQUARE}M50 10l5 0 0 5-5 0z`, [52, 12], true],
  ['', [1, 1], false],
] as const)('%s holds %j: %s', (d, point, expected) => {
  expect(holds(d, point)).toBe(expected);
});
