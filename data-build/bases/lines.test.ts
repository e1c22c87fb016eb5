import { describe, expect, it } from 'vitest';
import { measureLine, metresPerDegree } from './lines';
import { overlapM2, spansAt, union } from './overlap';
import { nearnessOf, positionsOf } from './near';

const LAT = 44.5;
const [EAST, NORTH] = metresPerDegree(LAT);
/** Two areas side by side, parted by the meridian 11.35; nothing beyond 11.2 and 11.5. */
const locate = (lon: number): string | undefined =>
  lon < 11.2 || lon > 11.5 ? undefined : lon < 11.35 ? 'west' : 'east';
const measure = (...line: [number, number][]): Record<string, number> => {
  const metres: Record<string, number> = {};
  measureLine(line, locate, (area, m) => (metres[area] = (metres[area] ?? 0) + m));
  return Object.fromEntries(Object.entries(metres).map(([area, m]) => [area, Math.round(m)]));
};
const metres = (n: number): number => n / EAST;

describe('metres in a degree', () => {
  it('are those of the ellipsoid (WGS84, 45° N: 78,847 m and 111,132 m)', () => {
    const [east, north] = metresPerDegree(45);
    expect([Math.round(east), Math.round(north)]).toEqual([78_847, 111_132]);
  });
});

describe('measureLine', () => {
  it('gives a street within an area to that area, whole', () => {
    expect(measure([11.3, LAT], [11.3 + metres(333), LAT])).toEqual({ west: 333 });
  });
  it('cuts a street that crosses the border there, to half a piece', () => {
    const parts = measure([11.35 - metres(100), LAT], [11.35 + metres(300), LAT]);
    expect(parts['west']! + parts['east']!).toBe(400);
    expect(Math.abs(parts['west']! - 100)).toBeLessThanOrEqual(5);
  });
  it('halves a street that runs along the border, whichever side it is drawn on', () => {
    for (const off of [-8, 0, 8]) {
      const lon = 11.35 + metres(off);
      expect(measure([lon, LAT], [lon, LAT + 200 / NORTH]), `${off} m`).toEqual({ west: 100, east: 100 });
    }
  });
  it('gives a street along the outer border to the area inside, and leaves out what is outside', () => {
    expect(measure([11.2, LAT], [11.2, LAT + 200 / NORTH])).toEqual({ west: 200 });
    expect(measure([11.1, LAT], [11.1, LAT + 200 / NORTH])).toEqual({});
  });
});

describe('overlapM2', () => {
  const box = (w: number, s: number, e: number, n: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [11.3 + metres(w), LAT + s / NORTH],
        [11.3 + metres(e), LAT + s / NORTH],
        [11.3 + metres(e), LAT + n / NORTH],
        [11.3 + metres(w), LAT + n / NORTH],
        [11.3 + metres(w), LAT + s / NORTH],
      ],
    ],
  });
  const areas = [
    { code: 'a', shape: box(0, 0, 1000, 1000) },
    { code: 'b', shape: box(1000, 0, 2000, 1000) },
  ];
  it('shares a zone between the areas it lies on; zones that overlap count once', () => {
    const m2 = overlapM2(areas, [box(500, 200, 1500, 700), box(500, 200, 800, 700)]);
    for (const code of ['a', 'b']) expect(Math.abs(m2.get(code)! / 250_000 - 1), code).toBeLessThan(0.005);
  });
  it('leaves holes out and gives nothing to an area apart', () => {
    const holed = box(0, 0, 1000, 1000);
    holed.coordinates.push(box(200, 200, 800, 800).coordinates[0]!);
    const m2 = overlapM2(areas, [holed]);
    expect(Math.abs(m2.get('a')! / 640_000 - 1)).toBeLessThan(0.005);
    expect(m2.get('b')).toBe(0);
  });
  it('reads spans west to east, and merges those that touch', () => {
    expect(spansAt(box(0, 0, 10, 10).coordinates, LAT + 5 / NORTH)).toHaveLength(1);
    expect(spansAt(box(0, 0, 10, 10).coordinates, LAT + 15 / NORTH)).toEqual([]);
    expect(
      union([
        [3, 4],
        [1, 2],
        [1.5, 3],
      ]),
    ).toEqual([[1, 4]]);
  });
});

describe('nearnessOf', () => {
  const point = (x: number, y: number) => ({
    lon: String(11.35 + metres(x)),
    lat: String(44.495 + y / NORTH),
  });
  const points = positionsOf([point(0, 0), point(5000, 5000)]);
  const near = (...places: [x: number, y: number][]) => [
    ...nearnessOf(positionsOf(places.map(([x, y]) => point(x, y))), 300)(points),
  ];
  it('reaches as far as said, over the edges of its squares, and no farther', () => {
    expect(near([299, 0], [0, -299], [-200, 200], [5000, 4750])).toEqual([1, 1, 1, 1]);
    expect(near([302, 0], [215, 215], [2500, 2500])).toEqual([0, 0, 0]);
  });
});
