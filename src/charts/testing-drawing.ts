import { expect } from 'vitest';
import type { ChartSize, Drawn } from './plot';

/** What tests of drawn charts share; nothing in the app imports this. */

export const WIDE: ChartSize = { width: 900, height: 500, rem: 16 };
export const NARROW: ChartSize = { width: 350, height: 320, rem: 16 };
export const print = (value: number) => String(value);

export const keysOf = ({ node }: Drawn) =>
  [...node.querySelectorAll<SVGElement>('[data-key]')].map((element) => element.dataset['key'] ?? '');
/** What holds of every chart: hidden from readers, who have the table, its points within it, and read. */
export function sound(drawn: Drawn, size: ChartSize): void {
  expect(drawn.node.getAttribute('aria-hidden')).toBe('true');
  expect(drawn.node.querySelector('[aria-label^="key:"]')).toBeNull();
  expect(drawn.node.innerHTML).not.toMatch(/NaN|undefined/);
  const drawnKeys = new Set(keysOf(drawn));
  expect(drawn.points.length).toBeGreaterThan(0);
  for (const { key, x, y, title, text } of drawn.points) {
    expect(drawnKeys.has(key), `mark of ${key}`).toBe(true);
    expect([x >= 0, x <= size.width, y >= 0, y <= size.height], `${key} at ${x}, ${y}`).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([title !== '', text !== '']).toEqual([true, true]);
  }
}
