import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import { topology } from 'topojson-server';
import { planarTriangleArea, presimplify, simplify } from 'topojson-simplify';
import { quantize } from 'topojson-client';

/** Metres in a degree at Bologna (44.5° N): enough for tolerances of centimetres, not for measuring. */
const METRES_LON = Math.cos((44.5 * Math.PI) / 180) * 111_320;
const METRES_LAT = 111_132;
const SQUARE_METRES_PER_DEGREE2 = METRES_LON * METRES_LAT;

type Areal = Polygon | MultiPolygon;
const ringsOf = (geometry: Areal): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Uniform grid over items, cell side in metres. */
class Grid<T> {
  private readonly cells = new Map<string, T[]>();
  constructor(private readonly side: number) {}
  private range(a: number, b: number, metres: number, pad: number): [number, number] {
    return [
      Math.floor((Math.min(a, b) * metres - pad) / this.side),
      Math.floor((Math.max(a, b) * metres + pad) / this.side),
    ];
  }
  private *keys(a: Position, b: Position, pad: number): Generator<string> {
    const [x0, x1] = this.range(a[0]!, b[0]!, METRES_LON, pad);
    const [y0, y1] = this.range(a[1]!, b[1]!, METRES_LAT, pad);
    for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) yield `${x},${y}`;
  }
  add(at: Position, item: T): void {
    for (const key of this.keys(at, at, 0)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(item);
      else this.cells.set(key, [item]);
    }
  }
  near(a: Position, b: Position, pad: number): Set<T> {
    const out = new Set<T>();
    for (const key of this.keys(a, b, pad)) for (const item of this.cells.get(key) ?? []) out.add(item);
    return out;
  }
}

/** Distance in metres from p to segment a–b and how far along it the foot lies, 0…1. */
function toSegment(p: Position, a: Position, b: Position): { metres: number; along: number } {
  const dx = (b[0]! - a[0]!) * METRES_LON;
  const dy = (b[1]! - a[1]!) * METRES_LAT;
  const px = (p[0]! - a[0]!) * METRES_LON;
  const py = (p[1]! - a[1]!) * METRES_LAT;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
  return { metres: Math.hypot(px - along * dx, py - along * dy), along };
}

/** Replaces vertices closer than `tolerance` metres by one of them, the same for every ring. Deterministic: sorted first. */
function mergeVertices(rings: readonly Position[][], tolerance: number): Map<string, Position> {
  const unique = new Map(rings.flat().map((p) => [p.join(), p]));
  const sorted = [...unique.values()].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
  const grid = new Grid<Position>(1);
  const kept = new Map<string, Position>();
  for (const p of sorted) {
    const twin = [...grid.near(p, p, tolerance)].find((q) => toSegment(p, q, q).metres <= tolerance);
    if (!twin) grid.add(p, p);
    kept.set(p.join(), twin ?? p);
  }
  return kept;
}

function insertVertices(ring: readonly Position[], grid: Grid<Position>, tolerance: number): Position[] {
  return ring.flatMap((a, i) => {
    const b = ring[i + 1];
    if (!b) return [a];
    const between = [...grid.near(a, b, tolerance)]
      .filter((p) => p !== a && p !== b)
      .map((p) => ({ p, ...toSegment(p, a, b) }))
      .filter(({ metres, along }) => metres <= tolerance && along > 0 && along < 1)
      .sort((p, q) => p.along - q.along);
    return [a, ...between.map(({ p }) => p)];
  });
}

/**
 * Makes neighbours share their border vertex by vertex. The publisher's polygons touch exactly, but a corner of one often
 * lies on a straight side of the other without being a vertex of it: it becomes one. Positions move by at most
 * `tolerance` metres, and none that has no twin moves at all.
 */
export function shareVertices<P>(
  features: readonly Feature<Areal, P>[],
  tolerance: number,
): Feature<Areal, P>[] {
  const merged = mergeVertices(
    features.flatMap((f) => ringsOf(f.geometry)),
    tolerance,
  );
  const grid = new Grid<Position>(25);
  for (const p of new Set(merged.values())) grid.add(p, p);
  const fix = (ring: Position[]): Position[] => {
    const snapped = ring
      .map((p) => merged.get(p.join()) ?? p)
      .filter((p, i, all) => i === 0 || p !== all[i - 1]);
    return insertVertices(snapped, grid, tolerance);
  };
  return features.map((feature) => ({
    ...feature,
    geometry:
      feature.geometry.type === 'Polygon'
        ? { type: 'Polygon', coordinates: feature.geometry.coordinates.map(fix) }
        : { type: 'MultiPolygon', coordinates: feature.geometry.coordinates.map((rings) => rings.map(fix)) },
  }));
}

/**
 * TopoJSON with one object `name`, simplified by Visvalingam until no corner spans a triangle below `minSquareMetres`
 * (so shared borders change once, for both sides), then quantised to `steps` positions on each axis.
 */
export function buildTopology(
  name: string,
  features: readonly Feature[],
  minSquareMetres: number,
  steps: number,
): Topology {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  const full = topology({ [name]: collection });
  const weighted = presimplify(full as never, planarTriangleArea);
  const light = minSquareMetres > 0 ? simplify(weighted, minSquareMetres / SQUARE_METRES_PER_DEGREE2) : full;
  return quantize(light as never, steps);
}
