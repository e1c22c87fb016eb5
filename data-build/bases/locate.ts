import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

interface Shape {
  code: string;
  rings: Position[][];
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Whether a ring's edges cross the ray from the point eastward an odd number of times. */
function crosses(ring: readonly Position[], lon: number, lat: number): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[i]!;
    const [x2 = 0, y2 = 0] = ring[j]!;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}

function areaShapes(topology: Topology): Shape[] {
  const areas = topology.objects['areas'] as GeometryCollection<{ code: string }>;
  return feature(topology, areas).features.map(({ properties, geometry }): Shape => {
    const shape = geometry as Polygon | MultiPolygon;
    const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
    const [xs, ys] = [0, 1].map((at) => rings.flat().map((position) => position[at]!)) as [
      number[],
      number[],
    ];
    return {
      code: properties.code,
      rings,
      west: Math.min(...xs),
      south: Math.min(...ys),
      east: Math.max(...xs),
      north: Math.max(...ys),
    };
  });
}

/** Even-odd over all rings, holes included. */
const holds = (shape: Shape, lon: number, lat: number): boolean =>
  lon >= shape.west &&
  lon <= shape.east &&
  lat >= shape.south &&
  lat <= shape.north &&
  shape.rings.filter((ring) => crosses(ring, lon, lat)).length % 2 === 1;

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
