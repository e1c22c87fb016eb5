import type { Feature, Geometry } from 'geojson';
import { InputError } from '../model';
import { decodeUtf8 } from './read';

/** A feature and how to name its place in errors. */
export interface RawFeature<G extends Geometry = Geometry> {
  geometry: G;
  properties: Record<string, unknown>;
  at(column: string): { file: string; column: string };
}

type GeometryOf<T extends Geometry['type']> = Extract<Geometry, { type: T }>;

/** Line and column of a JSON fault, from the position V8 reports. */
function jsonFault(file: string, text: string, error: unknown): InputError {
  const message = (error as Error).message;
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position);
  return new InputError(
    { file, line: before.split('\n').length, column: `character ${position - before.lastIndexOf('\n')}` },
    'complete JSON',
    message,
    'The file is cut short or damaged: download the export again.',
  );
}

const inRange = (x: unknown, limit: number): boolean => typeof x === 'number' && Math.abs(x) <= limit;

/** How many arrays a geometry's positions stand in. */
const DEPTH: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Positions must be [lon, lat] in degrees, `depth` arrays down and none of them empty: swapped or projected ones are caught by `box`. */
function checkPositions(
  coordinates: unknown,
  depth: number,
  box: readonly number[],
  fail: (found: string) => never,
): void {
  const list = coordinates as unknown[];
  if (!Array.isArray(coordinates) || list.length === 0) fail(JSON.stringify(coordinates) ?? 'nothing');
  if (depth > 0) {
    for (const part of list) checkPositions(part, depth - 1, box, fail);
    return;
  }
  const [x, y] = list as number[];
  const [west = -180, south = -90, east = 180, north = 90] = box;
  const inside = inRange(x, 180) && inRange(y, 90) && x! >= west && x! <= east && y! >= south && y! <= north;
  if (!inside) fail(JSON.stringify(list.slice(0, 2)));
}

/** Metropolitan city of Bologna, generously: [west, south, east, north] in degrees, WGS84. */
export const BOX = [10.5, 43.9, 12.2, 45] as const;

/**
 * Features of a GeoJSON file whose geometries are of the given types, with positions [lon, lat] inside BOX.
 * Throws InputError on JSON faults, another root, a strange geometry or a position elsewhere.
 */
export function parseGeoJson<T extends Geometry['type']>(
  bytes: Uint8Array,
  file: string,
  types: readonly T[],
): RawFeature<GeometryOf<T>>[] {
  const text = decodeUtf8(bytes, file, 0);
  let root: { type?: unknown; features?: unknown } | null;
  try {
    root = JSON.parse(text) as typeof root;
  } catch (error) {
    throw jsonFault(file, text, error);
  }
  if (root?.type !== 'FeatureCollection' || !Array.isArray(root.features) || root.features.length === 0) {
    throw new InputError(
      { file },
      'a FeatureCollection with features',
      String(root?.type),
      'Export the layer as GeoJSON.',
    );
  }
  return (root.features as (Feature | null)[]).map((feature, i) => {
    const at = (column: string): { file: string; column: string } => ({
      file,
      column: `features[${i}].${column}`,
    });
    const type = (feature?.geometry as Geometry | null | undefined)?.type;
    if (!feature || !type || !(types as readonly string[]).includes(type)) {
      throw new InputError(
        at('geometry'),
        types.join(' or '),
        String(type),
        'Check the export of this feature.',
      );
    }
    const geometry = feature.geometry as GeometryOf<T>;
    checkPositions((geometry as { coordinates: unknown }).coordinates, DEPTH[type] ?? 0, BOX, (found) => {
      throw new InputError(
        at('geometry'),
        `[lon, lat] in WGS84 within ${BOX.join(', ')}`,
        found,
        'Axes are swapped or the layer is projected: export it in WGS84.',
      );
    });
    return { geometry, properties: feature.properties ?? {}, at };
  });
}

/** A property as text, or InputError. Numbers are written as they stand. */
export function textProperty(feature: RawFeature, name: string, shape: RegExp): string {
  const value = feature.properties[name];
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !shape.test(text)) {
    throw new InputError(
      feature.at(name),
      `text like ${String(shape)}`,
      JSON.stringify(value),
      'Check the layer’s fields.',
    );
  }
  return text;
}
