import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mergeArcs, neighbors } from 'topojson-client';
import type {
  GeometryCollection,
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  Topology,
} from 'topojson-specification';
import { CITY_CODE, type Level } from '../../src/model/ids';
import { SCHEMA_VERSION, type Area, type Geography } from '../../src/model/manifest';
import { InputError, type EditionReader } from '../model';
import { areaKm2, bboxOf, innerPoint, polygonsOf, ringKm2 } from './geography-measure';

type ArcShape = (ArcPolygon | ArcMultiPolygon) & { properties?: Record<string, unknown> };

/** One area of one level, still as arcs of the shared topology. */
export interface Place {
  code: string;
  name: string;
  parents: Area['parents'];
  shape: ArcShape;
}

export interface LevelShapes {
  level: Level;
  topology: Topology;
  places: Place[];
}

/** Numeric codes by number, then the others by text: the order of every table column. */
export function byCode(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isNaN(x) || Number.isNaN(y))
    return Number.isNaN(x) ? (Number.isNaN(y) ? (a < b ? -1 : a > b ? 1 : 0) : 1) : -1;
  return x - y;
}

/**
 * All six levels. City levels are groups of the 90 statistical areas: their shapes share arcs, so borders coincide exactly and
 * no sliver can appear. The 55 comuni keep the outlines of their own source, Bologna included, so that they fit each other.
 */
export function levelShapes(edition: EditionReader): LevelShapes[] {
  const topology = edition.topology('geography', 'areas');
  const areas = shapesOf(topology, 'areas');
  const group = (
    level: 'citta' | 'quartiere' | 'zona' | 'prossimita',
    parents: (p: Record<string, string>) => Area['parents'],
  ) => {
    const members = new Map<string, { props: Record<string, string>; shapes: ArcShape[] }>();
    for (const { props, shape } of areas) {
      const code = level === 'citta' ? CITY_CODE : props[level]!;
      const entry = members.get(code) ?? { props, shapes: [] };
      entry.shapes.push(shape);
      members.set(code, entry);
    }
    const places = [...members].map(([code, { props, shapes }]) => ({
      code,
      name: level === 'citta' ? 'Bologna' : props[`${level}_name`]!,
      parents: parents(props),
      shape: mergeArcs(topology, shapes as never) as ArcShape,
    }));
    return sorted({ level, topology, places });
  };
  const quartiere = (p: Record<string, string>) => ({ citta: CITY_CODE, quartiere: p.quartiere! });
  const comuni = edition.topology('geography', 'comuni');
  return [
    group('citta', () => ({})),
    group('quartiere', () => ({ citta: CITY_CODE })),
    group('zona', quartiere),
    group('prossimita', quartiere),
    sorted({
      level: 'area',
      topology,
      places: areas.map(({ props, shape }) => ({
        code: props.code!,
        name: props.name!,
        parents: {
          citta: CITY_CODE,
          quartiere: props.quartiere!,
          zona: props.zona!,
          prossimita: props.prossimita!,
        },
        shape,
      })),
    }),
    sorted({
      level: 'comune',
      topology: comuni,
      places: shapesOf(comuni, 'comuni').map(({ props, shape }) => ({
        code: props.code!,
        name: props.name!,
        parents: {},
        shape,
      })),
    }),
  ];
}

const sorted = (level: LevelShapes): LevelShapes => ({
  ...level,
  places: level.places.sort((a, b) => byCode(a.code, b.code)),
});

function shapesOf(topology: Topology, name: string): { props: Record<string, string>; shape: ArcShape }[] {
  const object = topology.objects[name] as GeometryCollection | undefined;
  if (object?.type !== 'GeometryCollection')
    throw new InputError(
      { file: `edition/geography/${name}.topojson` },
      `an object "${name}"`,
      'none',
      'Run `npm run refresh`.',
    );
  return object.geometries.map((shape) => ({
    props: shape.properties as Record<string, string>,
    shape: shape as ArcShape,
  }));
}

/** A place as GeoJSON geometry: 6 decimals (about 0.1 m), right-hand winding as RFC 7946 §3.1.6 asks. */
export function geometryOf(topology: Topology, shape: ArcShape): Polygon | MultiPolygon {
  const { geometry } = feature(topology, shape as ArcPolygon) as Feature<Polygon | MultiPolygon>;
  const rounded = polygonsOf(geometry).map((rings) => rings.map((ring, i) => wind(round6(ring), i === 0)));
  return rounded.length === 1
    ? { type: 'Polygon', coordinates: rounded[0]! }
    : { type: 'MultiPolygon', coordinates: rounded };
}

const round6 = (ring: Position[]): Position[] =>
  ring.map(([lon, lat]) => [Math.round(lon! * 1e6) / 1e6, Math.round(lat! * 1e6) / 1e6]);

const wind = (ring: Position[], counterClockwise: boolean): Position[] =>
  ringKm2(ring) > 0 === counterClockwise ? ring : [...ring].reverse();

const digits = (n: number, d: number): number => Math.round(n * 10 ** d) / 10 ** d;

/** What the browser needs of the areas without their shapes: names, parents, inner points, size, neighbours. */
export function buildGeography(levels: readonly LevelShapes[]): Geography {
  const entries = levels.map(({ level, topology, places }) => {
    const near = neighbors(places.map((place) => place.shape) as never);
    const areas = places.map(({ code, name, parents, shape }, i): Area => {
      const polygons = polygonsOf(geometryOf(topology, shape));
      const [lon, lat] = innerPoint(polygons);
      return {
        code,
        name,
        parents,
        point: [digits(lon, 5), digits(lat, 5)],
        bbox: bboxOf(polygons),
        km2: digits(areaKm2(polygons), 6),
        neighbours: near[i]!.map((n) => places[n]!.code).sort(byCode),
      };
    });
    return [level, areas] as const;
  });
  return { schemaVersion: SCHEMA_VERSION, levels: Object.fromEntries(entries) };
}

/** One level as RFC 7946 GeoJSON: properties code, name, parents. */
export function buildGeojson({ topology, places }: LevelShapes): FeatureCollection {
  const features = places.map(({ code, name, parents, shape }): Feature => {
    const geometry = geometryOf(topology, shape);
    return {
      type: 'Feature',
      id: code,
      bbox: bboxOf(polygonsOf(geometry)),
      properties: { code, name, parents },
      geometry,
    };
  });
  const bbox = bboxOf(features.map((f) => polygonsOf(f.geometry as Polygon)).flat());
  return { type: 'FeatureCollection', bbox, features };
}
