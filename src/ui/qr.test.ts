import { expect, it } from 'vitest';
import { qrSquare, qrSvg } from './qr';

it('draws a code of a legal size with its three finder patterns inside the quiet ground', () => {
  const { path, side } = qrSquare('https://example.org/?page=place&a=60');
  const size = side - 8;
  expect((size - 17) % 4).toBe(0);
  const dark = new Set<string>();
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(run); i++) dark.add(`${Number(x) + i} ${y}`);
  const corner = (x0: number, y0: number) =>
    [0, 1, 2, 3, 4, 5, 6].every((i) => dark.has(`${x0 + i} ${y0}`) && dark.has(`${x0} ${y0 + i}`));
  expect(corner(4, 4) && corner(4 + size - 7, 4) && corner(4, 4 + size - 7)).toBe(true);
});

it('grows with what it holds, and escapes its title', () => {
  expect(qrSquare('x'.repeat(150)).side).toBeGreaterThan(qrSquare('x').side);
  expect(qrSvg('x', 'a < b & c')).toContain('<title>a &lt; b &amp; c</title>');
});
