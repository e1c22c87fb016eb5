import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { areaLocator, areaTest } from './locate';

/** Side of a square in degrees: some 100 m, so that four of five lie wholly within one area or outside the city. */
const SIDE = 0.001;

const BORDER = Symbol('a border runs through');

/**
 * Looks a point up in its square: the area that holds all of it, undefined where none does, BORDER where a border runs through and only
 * the point itself can tell.
 */
function squares(
  topology: Topology,
  exact: (lon: number, lat: number) => string | undefined,
): (lon: number, lat: number) => string | undefined | typeof BORDER {
  const index = (degrees: number): number => Math.floor(degrees / SIDE);
  /** One number for a square, below 2^53 anywhere on earth. */
  const name = (i: number, j: number): number => i * 1_000_000 + j;
  const found = new Map<number, string | undefined | typeof BORDER>();
  const areas = topology.objects['areas'] as GeometryCollection<object>;
  for (const { geometry } of feature(topology, areas).features) {
    const shape = geometry as Polygon | MultiPolygon;
    for (const ring of shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat())
      for (let k = 1; k < ring.length; k++) {
        const [x0, y0] = ring[k - 1] as [number, number];
        const [x1, y1] = ring[k] as [number, number];
        // All squares of the edge's box: more than it touches, never fewer.
        for (let i = index(Math.min(x0, x1)); i <= index(Math.max(x0, x1)); i++)
          for (let j = index(Math.min(y0, y1)); j <= index(Math.max(y0, y1)); j++)
            found.set(name(i, j), BORDER);
      }
  }
  return (lon, lat) => {
    const [i, j] = [index(lon), index(lat)];
    const square = name(i, j);
    const known = found.get(square);
    if (known !== undefined || found.has(square)) return known;
    const whole = exact((i + 0.5) * SIDE, (j + 0.5) * SIDE);
    found.set(square, whole);
    return whole;
  };
}
/**
 * The same answers as `areaLocator`, for hundreds of thousands of points: a square no border runs through is looked up once, by its
 * centre; in the others every point is looked up by itself.
 */
export function gridLocator(topology: Topology): (lon: number, lat: number) => string | undefined {
  const exact = areaLocator(topology);
  const square = squares(topology, exact);
  return (lon, lat) => {
    const found = square(lon, lat);
    return found === BORDER ? exact(lon, lat) : found;
  };
}

/** The same answers as `areaTest`, for as many points. */
export function gridTest(topology: Topology): (code: string, lon: number, lat: number) => boolean {
  const exact = areaTest(topology);
  const square = squares(topology, areaLocator(topology));
  return (code, lon, lat) => {
    const found = square(lon, lat);
    return found === BORDER ? exact(code, lon, lat) : found === code;
  };
}
