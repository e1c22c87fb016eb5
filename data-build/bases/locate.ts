import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

interface Shape {
  code: string;
  /** Longitude and latitude in turn. */
  rings: Float64Array[];
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Whether a ring's edges cross the ray from the point eastward an odd number of times. */
function crosses(ring: Float64Array, lon: number, lat: number): boolean {
  let odd = false;
  let [x2, y2] = [ring.at(-2)!, ring.at(-1)!];
  for (let i = 0; i < ring.length; i += 2) {
    const x1 = ring[i]!;
    const y1 = ring[i + 1]!;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
    x2 = x1;
    y2 = y1;
  }
  return odd;
}

function areaShapes(topology: Topology): Shape[] {
  const areas = topology.objects['areas'] as GeometryCollection<{ code: string }>;
  return feature(topology, areas).features.map(({ properties, geometry }): Shape => {
    const shape = geometry as Polygon | MultiPolygon;
    const rings: Position[][] = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
    const [xs, ys] = [0, 1].map((at) => rings.flat().map((position) => position[at]!)) as [
      number[],
      number[],
    ];
    return {
      code: properties.code,
      rings: rings.map((ring) => Float64Array.from(ring.flat())),
      west: Math.min(...xs),
      south: Math.min(...ys),
      east: Math.max(...xs),
      north: Math.max(...ys),
    };
  });
}

/** Even-odd over all rings, holes included. */
function holds(shape: Shape, lon: number, lat: number): boolean {
  if (lon < shape.west || lon > shape.east || lat < shape.south || lat > shape.north) return false;
  let odd = false;
  for (const ring of shape.rings) if (crosses(ring, lon, lat)) odd = !odd;
  return odd;
}

/** Code of the statistical area a point in degrees falls into; undefined outside the city. */
export function areaLocator(topology: Topology): (lon: number, lat: number) => string | undefined {
  const shapes = areaShapes(topology);
  return (lon, lat) => shapes.find((shape) => holds(shape, lon, lat))?.code;
}

/** Whether a point in degrees falls into the area of that code; cheaper than asking which of all areas it falls into. */
export function areaTest(topology: Topology): (code: string, lon: number, lat: number) => boolean {
  const shapes = new Map(areaShapes(topology).map((shape) => [shape.code, shape]));
  return (code, lon, lat) => {
    const shape = shapes.get(code);
    return shape !== undefined && holds(shape, lon, lat);
  };
}
