// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { placedChart, plainChart } from './plain';

const node = (inside: string) =>
  new DOMParser().parseFromString(
    `<svg xmlns="http://www.w3.org/2000/svg" class="plot" width="100" height="50" viewBox="0 0 100 50" style="color: var(--muted)">${inside}</svg>`,
    'image/svg+xml',
  ).documentElement;
/** A document that was parsed has no window: the drawing is made in the page's own. */
const owned = (inside: string) => document.importNode(node(inside), true) as Element;
const light = { theme: 'light', typeSize: 11 } as const;

test('needs nothing around it: colours are colours, of the theme asked for', () => {
  const inside =
    '<style>text { color: red }</style><path class="hot" stroke="var(--accent)" fill="color-mix(in srgb, var(--ink) 50%, transparent)" d="M0.123456 1"/><g fill="currentColor"/>';
  const day = plainChart(owned(inside), light);
  expect(day).not.toMatch(/var\(|color-mix|currentColor|<style| (style|class)=/);
  expect(day).toContain('stroke="#a8351b"');
  expect(day).toContain('d="M0.12 1"');
  // Ink at half over paper.
  expect(day).toContain('fill="#8d8984"');
  expect(plainChart(owned(inside), { ...light, theme: 'dark' })).toContain('stroke="#f0724f"');
});

test('a halo is letters drawn twice, read once', () => {
  const svg = plainChart(
    owned(
      '<g stroke="var(--paper)" stroke-width="5" paint-order="stroke" fill="var(--ink)"><text>Navile</text></g>',
    ),
    light,
  );
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const [halo, letters] = [...drawn.querySelectorAll('g')];
  expect(svg).not.toContain('paint-order');
  expect(halo!.getAttribute('stroke-width')).toBe('5');
  expect(letters!.hasAttribute('stroke')).toBe(false);
  expect(drawn.querySelectorAll('text:not([aria-hidden])')).toHaveLength(1);
});

test('what is not lit steps back', () => {
  const dots = '<circle data-key="A"/><circle data-key="B"/>';
  expect(plainChart(owned(dots), { ...light, lit: new Set(['A']) })).toMatch(
    /<circle\/><circle opacity="0.22"\/>/,
  );
  expect(plainChart(owned(dots), light)).not.toContain('opacity');
});

test('as part of a larger drawing it keeps its type and stands where it is put', () => {
  const placed = placedChart(plainChart(owned('<text>1</text>'), light), 24, 30);
  expect(placed).toMatch(/^<g transform="translate\(24 30\)" [^>]*font-size="11"[^>]*><text>1<\/text><\/g>$/);
  expect(placed).not.toMatch(/viewBox|xmlns/);
});
