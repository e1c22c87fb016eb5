import { describe, expect, it } from 'vitest';
import type { Shapes } from '../model/shapes';
import { boxOf, contains, framed, placeAt, project, ringsOf, unproject } from './outline';

const square = 'M0 0l100 0 0 100-100 0z';
const withHole = 'M0 0l100 0 0 100-100 0zM40 40l20 0 0 20-20 0z';
const shapes: Shapes = {
  schemaVersion: 1,
  level: 'area',
  width: 200,
  height: 100,
  bounds: [11.2, 44.4, 11.4, 44.5],
  paths: [
    { code: '1', d: 'M0 0l100 0 0 150-100 0z' },
    { code: '2', d: 'M100 0l100 0 0 150-100 0z' },
    { code: '3', d: '' },
  ],
};

describe('outlines', () => {
  it('reads relative steps, also where a minus sign parts two numbers', () => {
    expect(ringsOf(square)).toEqual([
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ],
    ]);
    expect(ringsOf('')).toEqual([]);
  });

  it('knows inside from outside, and a hole from both', () => {
    const rings = ringsOf(withHole);
    expect(contains(rings, [10, 10])).toBe(true);
    expect(contains(rings, [50, 50])).toBe(false);
    expect(contains(rings, [150, 50])).toBe(false);
  });

  it('goes from degrees to the picture and back', () => {
    expect(project(shapes, 11.2, 44.5)).toEqual([0, 0]);
    expect(project(shapes, 11.4, 44.5)[0]).toBeCloseTo(200, 9);
    const [lon, lat] = unproject(shapes, project(shapes, 11.333, 44.444));
    expect(lon).toBeCloseTo(11.333, 9);
    expect(lat).toBeCloseTo(44.444, 9);
  });

  it('finds the place a point lies in, or says that it lies in none', () => {
    expect(placeAt(shapes, 11.25, 44.45)).toBe('1');
    expect(placeAt(shapes, 11.35, 44.45)).toBe('2');
    expect(placeAt(shapes, 12.35, 41.9)).toBeNull();
  });

  it('frames a box in the shape asked for, its middle kept', () => {
    expect(boxOf(ringsOf(square))).toEqual([0, 0, 100, 100]);
    expect(boxOf([])).toBeNull();
    expect(framed([0, 0, 100, 100], 0, 2)).toEqual([-50, 0, 150, 100]);
    expect(framed([0, 0, 200, 50], 0, 1)).toEqual([0, -75, 200, 125]);
  });
});
