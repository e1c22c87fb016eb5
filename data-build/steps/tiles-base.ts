import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { InputError, type EditionReader } from '../model';
import { joinLines } from '../tiles/line-merge';
import type { Properties } from '../tiles/build-store';
import type { TileLayer, TopoFeature } from '../tiles/write';

/** One unit of z14 is 0.43 m in Bologna, a pixel at z17; the engine enlarges beyond. */
export const BASE_ZOOMS = { minzoom: 9, maxzoom: 14 } as const;

/** Rank of a street (1 = most important) → tile zoom from which it is there; the style may start it later, never earlier. */
export const STREETS_FROM: Readonly<Record<number, number>> = { 1: 9, 2: 11, 3: 12, 4: 13 };
const PLACES_FROM = 10;

/** Layers of base.pmtiles from the edition's streets, cycle paths and limited-traffic zones. */
export function baseLayers(edition: EditionReader): TileLayer[] {
  const from = (dataset: string, object: string) => objectOf(edition, dataset, object);
  return [
    {
      name: 'streets',
      ...BASE_ZOOMS,
      description: 'Municipal street graph; rank 1 (main roads) to 4 (minor streets)',
      features: merged(
        from('streets', 'streets'),
        streetProperties,
        ({ rank }) => STREETS_FROM[rank as number],
      ),
    },
    {
      name: 'cycleways',
      ...BASE_ZOOMS,
      minzoom: PLACES_FROM,
      description: 'Cycle paths and routes',
      features: merged(from('cycle-paths', 'cycle-paths'), (p) => strings(p, ['kind', 'form', 'name'])),
    },
    {
      name: 'ztl',
      ...BASE_ZOOMS,
      minzoom: PLACES_FROM,
      description: 'Limited-traffic zones',
      features: zones(from('ztl', 'ztl')),
    },
  ];
}

const zones = ({ topology, geometries }: Source): TopoFeature[] =>
  geometries.map((geometry) => {
    const properties = strings(geometry.properties, ['code', 'name', 'kind']);
    const id = Number(properties.code);
    return { ...(Number.isInteger(id) ? { id } : {}), properties, topology, geometry };
  });

type Raw = Readonly<Record<string, unknown>> | undefined;

interface Source {
  dataset: string;
  topology: Topology;
  geometries: GeometryObject[];
}

function objectOf(edition: EditionReader, dataset: string, object: string): Source {
  const topology = edition.topology(dataset, dataset);
  const collection = topology.objects[object] ?? Object.values(topology.objects)[0];
  if (collection?.type !== 'GeometryCollection') {
    const file = `edition/${dataset}/${dataset}.topojson`;
    throw new InputError(
      { file },
      `a collection "${object}"`,
      collection?.type ?? 'none',
      'Run `npm run refresh`.',
    );
  }
  return { dataset, topology, geometries: (collection as GeometryCollection).geometries };
}

/** The text properties of a list that are there and not empty. */
const strings = (p: Raw, keys: readonly string[]): Properties =>
  Object.fromEntries(
    keys.flatMap((k) => (typeof p?.[k] === 'string' && p[k] !== '' ? [[k, p[k] as string]] : [])),
  );

function streetProperties(p: Raw): Properties {
  const rank = p?.rank;
  if (typeof rank !== 'number' || !(rank in STREETS_FROM)) {
    const file = 'edition/streets/streets.topojson';
    throw new InputError(
      { file, column: 'rank' },
      'a rank from 1 to 4',
      String(rank),
      'Run `npm run refresh`.',
    );
  }
  return { ...strings(p, ['name']), rank };
}

/** One feature per distinct set of properties, its pieces joined end to end: fewer features, names that can follow a street. */
function merged(
  { topology, geometries }: Source,
  propertiesOf: (p: Raw) => Properties,
  minzoomOf: (p: Properties) => number | undefined = () => undefined,
): TopoFeature[] {
  const groups = new Map<string, { properties: Properties; lines: number[][] }>();
  for (const geometry of geometries) {
    const properties = propertiesOf(geometry.properties as Raw);
    const key = JSON.stringify(properties);
    const group = groups.get(key) ?? { properties, lines: [] };
    if (geometry.type === 'LineString') group.lines.push(geometry.arcs);
    else if (geometry.type === 'MultiLineString') group.lines.push(...geometry.arcs);
    groups.set(key, group);
  }
  const ends = arcEnds(topology);
  return [...groups.keys()].sort().map((key): TopoFeature => {
    const { properties, lines } = groups.get(key) as { properties: Properties; lines: number[][] };
    const minzoom = minzoomOf(properties);
    return {
      properties,
      ...(minzoom === undefined ? {} : { minzoom }),
      topology,
      geometry: { type: 'MultiLineString', arcs: joinLines(lines.sort(byArcs), ends) },
    };
  });
}

/** How pieces are joined must not depend on the order the edition lists them in. */
function byArcs(a: number[], b: number[]): number {
  const i = a.findIndex((ref, n) => ref !== b[n]);
  return i < 0 ? a.length - b.length : (a[i] as number) - (b[i] ?? -Infinity);
}

/** First and last point of each arc as text; deltas are summed when the topology is quantised. */
function arcEnds(topology: Topology): (arc: number) => readonly [string, string] {
  const ends = topology.arcs.map((arc): [string, string] => {
    let [x, y] = [0, 0];
    let first = '';
    for (const [i, [px, py]] of (arc as [number, number][]).entries()) {
      [x, y] = topology.transform ? [x + px, y + py] : [px, py];
      if (i === 0) first = `${x} ${y}`;
    }
    return [first, `${x} ${y}`];
  });
  return (arc) => ends[arc] as [string, string];
}
