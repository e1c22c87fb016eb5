import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { sumUp, type Grid } from './grid';
import { metresPerDegree } from './lines';

/** Height of a scan line in degrees of latitude: about two metres. */
const STEP = 0.00002;

type Rings = readonly (readonly Position[])[];
/** Pairs [west, east] of what a shape covers on one latitude, ascending. */
type Spans = readonly (readonly [number, number])[];

const ringsOf = (shape: Polygon | MultiPolygon): Rings =>
  shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();

/** Even-odd spans of the rings at a latitude, holes left out. */
export function spansAt(rings: Rings, lat: number): Spans {
  const crossings: number[] = [];
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [x0, y0] = ring[i - 1] as [number, number];
      const [x1, y1] = ring[i] as [number, number];
      if (y0 > lat !== y1 > lat) crossings.push(x0 + ((x1 - x0) * (lat - y0)) / (y1 - y0));
    }
  crossings.sort((a, b) => a - b);
  return Array.from({ length: crossings.length >> 1 }, (_, i) => [crossings[2 * i]!, crossings[2 * i + 1]!]);
}

/** Spans of several shapes as one: zones that overlap count once. */
export function union(spans: Spans): Spans {
  const merged: [number, number][] = [];
  for (const [west, east] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && west <= last[1]) last[1] = Math.max(last[1], east);
    else merged.push([west, east]);
  }
  return merged;
}

const common = (a: Spans, b: Spans): number =>
  a.reduce(
    (sum, [w, e]) =>
      sum + b.reduce((inner, [v, f]) => inner + Math.max(0, Math.min(e, f) - Math.max(w, v)), 0),
    0,
  );

/** Square metres of each area, by code, covered by the zones. Scan lines two metres apart, exact along each line. */
export function overlapM2(
  areas: readonly { code: string; shape: Polygon | MultiPolygon }[],
  zones: readonly (Polygon | MultiPolygon)[],
): Map<string, number> {
  const covers = zones.map(ringsOf);
  const lats = covers.flat(2).map((p) => p[1]!);
  // A whole number of steps from the equator: the same lines whatever zones there are.
  const [first, last] = [Math.floor(Math.min(...lats) / STEP), Math.ceil(Math.max(...lats) / STEP)];
  const result = new Map<string, number>(areas.map(({ code }) => [code, 0]));
  const shapes = areas.map(({ code, shape }) => ({ code, rings: ringsOf(shape) }));
  for (let k = first; k <= last; k++) {
    const lat = (k + 0.5) * STEP;
    const covered = union(covers.flatMap((rings) => spansAt(rings, lat)));
    if (covered.length === 0) continue;
    const [east, north] = metresPerDegree(lat);
    for (const { code, rings } of shapes) {
      const degrees = common(spansAt(rings, lat), covered);
      if (degrees > 0) result.set(code, result.get(code)! + degrees * east * STEP * north);
    }
  }
  return result;
}

/** [square metres inside limited traffic zones], Area T included, at every level of the city. */
export function limitedTraffic(edition: EditionReader, geography: Geography, period: string): Grid {
  const read = <P>(topology: Topology, name: string) =>
    feature(topology, topology.objects[name] as GeometryCollection<P & object>).features;
  const areas = read<{ code: string }>(edition.topology('geography', 'areas'), 'areas');
  const zones = read(edition.topology('ztl', 'ztl'), 'ztl');
  const covered = overlapM2(
    areas.map(({ properties, geometry }) => ({
      code: properties.code,
      shape: geometry as Polygon | MultiPolygon,
    })),
    zones.map(({ geometry }) => geometry as Polygon | MultiPolygon),
  );
  const cells = new Map([...covered].map(([code, m2]) => [code, [m2]]));
  return sumUp(new Map([[period, cells]]), 'area', geography, 1);
}
