import { expect, test } from 'vitest';
import type { Shapes } from '../../model/shapes';
import { drawMap } from './map';

test('a grid is drawn cell by cell over bare areas whose lines are seen', () => {
  const shapes = {
    bounds: [11, 44, 12, 45],
    width: 100,
    height: 140,
    paths: [{ code: 'A', d: 'M0 0L9 0L9 9Z' }],
  } as unknown as Shapes;
  const ring = [
    [11.4, 44.4],
    [11.6, 44.4],
    [11.5, 44.6],
  ] as const;
  const of = (grid?: { ring: typeof ring; fill: string }[]) =>
    drawMap(
      {
        shapes,
        fills: new Map(),
        missing: new Map(),
        names: [],
        selected: null,
        picked: [],
        ...(grid ? { grid } : {}),
      },
      { x: 0, y: 0, width: 200, height: 200 },
      { theme: 'light', unit: 1, lang: 'it' },
    ).svg;
  const svg = of([
    { ring, fill: '#123456' },
    { ring, fill: '#abcdef' },
  ]);
  expect(svg.match(/fill="#(123456|abcdef)"/g)).toHaveLength(2);
  const [, x, y] = /d="M([\d.]+) ([\d.]+)L/.exec(svg.slice(svg.indexOf('fill-opacity="0.92"')))!;
  expect(Number(x)).toBeGreaterThan(50);
  expect(Number(y)).toBeGreaterThan(50);
  expect(of()).not.toContain('fill-opacity="0.92"');
});
