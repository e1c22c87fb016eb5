import type { LineString, MultiLineString, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Geography } from '../../src/model/manifest';
import type { EditionReader } from '../model';
import { sumUp, type Counts, type Grid } from './grid';
import { gridLocator } from './locate-grid';

/** WGS84: semi-major axis in metres, squared eccentricity. */
const A = 6_378_137;
const E2 = 0.00669437999014133;
const RAD = Math.PI / 180;

/** Metres in a degree of longitude and of latitude at a latitude (radii of curvature of the ellipsoid). */
export function metresPerDegree(latitude: number): readonly [east: number, north: number] {
  const w = 1 - E2 * Math.sin(latitude * RAD) ** 2;
  return [(A / Math.sqrt(w)) * Math.cos(latitude * RAD) * RAD, ((A * (1 - E2)) / w ** 1.5) * RAD];
}

/** Lines are cut into pieces no longer than this; a crossing of a border is met to half of it. */
const PIECE = 10;
/**
 * How far to each side of a line its area is looked up. Half of a piece goes to the area on its left and half to that on its right:
 * a street that marks a border belongs to both sides, however finely the two drawings of it differ. The distance exceeds half a
 * boulevard and stays below a block.
 */
const SIDE = 15;

type Locate = (lon: number, lat: number) => string | undefined;

/** Adds the metres of one line to the areas it runs through; what lies outside all of them on both sides is left out. */
export function measureLine(
  line: readonly Position[],
  locate: Locate,
  add: (area: string, metres: number) => void,
): void {
  for (let i = 1; i < line.length; i++) {
    const [x0, y0] = line[i - 1] as [number, number];
    const [x1, y1] = line[i] as [number, number];
    const [east, north] = metresPerDegree((y0 + y1) / 2);
    const [dx, dy] = [(x1 - x0) * east, (y1 - y0) * north];
    const length = Math.hypot(dx, dy);
    const pieces = Math.ceil(length / PIECE);
    for (let k = 0; k < pieces; k++) {
      const t = (k + 0.5) / pieces;
      const [x, y] = [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
      const [ox, oy] = [((-dy / length) * SIDE) / east, ((dx / length) * SIDE) / north];
      const [left, right] = [locate(x + ox, y + oy), locate(x - ox, y - oy)];
      const half = length / pieces / 2;
      if (left ?? right) add((left ?? right)!, half);
      if (right ?? left) add((right ?? left)!, half);
    }
  }
}

/** Metres of the lines of a layer by area and class (`classOf` -1: not counted), summed to every level of the city. */
export function lengths(
  layer: Topology,
  name: string,
  areas: Topology,
  { size, classOf }: { size: number; classOf: (properties: Record<string, unknown>) => number },
): Map<string, number[]> {
  const locate = gridLocator(areas);
  const metres = new Map<string, number[]>();
  const collection = layer.objects[name] as GeometryCollection<Record<string, unknown>>;
  for (const { geometry, properties } of feature(layer, collection).features) {
    const at = classOf(properties);
    if (at < 0) continue;
    const shape = geometry as LineString | MultiLineString;
    const add = (area: string, length: number): void => {
      const counts = metres.get(area) ?? Array.from({ length: size }, () => 0);
      counts[at]! += length;
      metres.set(area, counts);
    };
    for (const line of shape.type === 'LineString' ? [shape.coordinates] : shape.coordinates)
      measureLine(line, locate, add);
  }
  return metres;
}

/** One base for all indicators of a run: cutting every street takes a second or two. */
const known = new WeakMap<Topology, Map<string, number[]>>();

function once(layer: Topology, make: () => Map<string, number[]>): ReadonlyMap<string, Counts> {
  const metres = known.get(layer) ?? make();
  known.set(layer, metres);
  return metres;
}

/** Cycle network by [own track, beside or shared with pedestrians, lane on the road, anything else], metres. */
export const CYCLE_CLASSES = ['own-track', 'with-pedestrians', 'lane', 'other'] as const;
const FORMS: Record<string, number> = {
  'own-track': 0,
  'beside-footway': 1,
  'shared-footway': 1,
  'pedestrian-area': 1,
  lane: 2,
  'bus-lane': 2,
};

/** The network without the nature trails, which are footpaths one may also cycle. */
export function cyclePaths(edition: EditionReader, geography: Geography, period: string): Grid {
  const layer = edition.topology('cycle-paths', 'cycle-paths');
  const metres = once(layer, () =>
    lengths(layer, 'cycle-paths', edition.topology('geography', 'areas'), {
      size: CYCLE_CLASSES.length,
      classOf: ({ kind, form }) => (kind === 'nature-trail' ? -1 : (FORMS[String(form)] ?? 3)),
    }),
  );
  return sumUp(new Map([[period, new Map(metres)]]), 'area', geography, CYCLE_CLASSES.length);
}

/** [metres of streets]: both carriageways where they are drawn apart. */
export function streets(edition: EditionReader, geography: Geography, period: string): Grid {
  const layer = edition.topology('streets', 'streets');
  const metres = once(layer, () =>
    lengths(layer, 'streets', edition.topology('geography', 'areas'), { size: 1, classOf: () => 0 }),
  );
  return sumUp(new Map([[period, new Map(metres)]]), 'area', geography, 1);
}
