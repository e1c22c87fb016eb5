import { describe, expect, test } from 'vitest';
import { drawDots, thinDots } from './dots';
import { layGround } from './ground';
import { categoriesKey } from './kind-keys';
import { keyBlock } from './key';

const room = { x: 0, y: 0, width: 200, height: 200 };
const ground = layGround([11, 44, 12, 45], room, 0);

describe('thinDots', () => {
  const set = (count: number) => ({
    places: Array.from({ length: count * 2 }, (_, i) => i),
    classes: Array.from({ length: count }, (_, i) => i % 2),
  });
  test('leaves a set alone that is small enough, as the same object', () => {
    const dots = set(10);
    expect(thinDots(dots, 10)).toEqual({ dots, of: 1 });
    expect(thinDots(dots, 10).dots).toBe(dots);
  });
  test('keeps one in a whole number, its classes beside its places', () => {
    const { dots, of } = thinDots(set(11), 10);
    expect(of).toBe(2);
    expect(dots.classes).toHaveLength(6);
    expect(dots.places).toHaveLength(12);
    expect(thinDots(set(100), 10).of).toBe(10);
  });
});

describe('drawDots', () => {
  const draw = (lonLat: number[], classes: number[], ring?: string) =>
    drawDots(
      { places: lonLat, classes, colours: ['#111111', '#222222'], radius: 2, ...(ring ? { ring } : {}) },
      ground,
      room,
      1,
    );
  test('one circle per dot in the colour of its class, none outside the room', () => {
    const svg = draw([11.5, 44.5, 11.6, 44.6, 20, 44.5], [0, 1, 0]);
    expect(svg.match(/<circle /g)).toHaveLength(2);
    expect(svg).toMatch(/<g fill="#111111"><circle [^>]*\/><\/g><g fill="#222222"><circle/);
    expect(svg).not.toContain('stroke');
  });
  test('a ring tells single things apart; nothing is drawn of nothing', () => {
    expect(draw([11.5, 44.5], [0], '#ffffff')).toContain('stroke="#ffffff"');
    expect(draw([], [])).toBe('');
    expect(drawDots(undefined, ground, room, 1)).toBe('');
  });
  test('a class whose dots come later does not cover all of another', () => {
    const many = 3000;
    const svg = draw(
      Array.from({ length: many * 2 }, (_, i) => (i % 2 ? 44.5 : 11.5)),
      Array.from({ length: many }, (_, i) => i % 2),
    );
    expect(svg.lastIndexOf('#111111')).toBeGreaterThan(svg.indexOf('#222222'));
  });
});

test('a key of categories names every kind and says its note; one row needs no caption', () => {
  const look = { theme: 'light', unit: 1, width: 300, radius: 0 } as const;
  const rows = [
    { colour: '#111111', label: 'Nidi (84)' },
    { colour: '#222222', label: 'Primarie (90)' },
  ];
  const svg = keyBlock(categoriesKey('Scuole', rows, [], 'Ognuna è un punto.'), 'list', look).draw(0, 0);
  for (const words of ['Scuole', 'Nidi (84)', 'Primarie (90)', 'Ognuna è un punto.'])
    expect(svg).toContain(`>${words}</text>`);
  expect(svg.match(/<circle /g)).toHaveLength(2);
  const bar = keyBlock(categoriesKey('Scuole', rows), 'bar', look);
  expect(bar.height).toBeLessThan(keyBlock(categoriesKey('Scuole', rows), 'list', look).height);
  expect(keyBlock(categoriesKey('Scuole', rows.slice(1)), 'list', look).draw(0, 0)).not.toContain('>Scuole<');
});
