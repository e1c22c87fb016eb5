import * as v from 'valibot';
import type { Geography } from '../../src/model/manifest';
import { PLACE_VERSION, PlaceNearSchema, type NearKind, type PlaceNear } from '../../src/model/place';
import type { EditionReader } from '../model';
import type { WholeExtra } from './extra';

type Row = Record<string, string>;

interface Layer {
  id: NearKind;
  dataset: string;
  keep?: (row: Row) => boolean;
  name?: (row: Row) => string;
}

const ofKind =
  (...kinds: string[]) =>
  ({ kind }: Row) =>
    kinds.includes(kind!);
const name = (row: Row): string => row.name!;
const school = (id: NearKind): Layer => ({ id, dataset: 'schools', keep: ofKind(id), name });

/** The same choices as the indicators of nearness make: public libraries, resources open to all, no urinals. */
const LAYERS: readonly Layer[] = [
  school('nursery'),
  school('preschool'),
  school('primary'),
  school('lower-secondary'),
  school('upper-secondary'),
  { id: 'library', dataset: 'libraries', keep: ofKind('public-reading'), name },
  { id: 'social', dataset: 'social-resources', keep: ({ access }) => access === 'open', name },
  { id: 'green', dataset: 'green-entrances', name },
  { id: 'stop', dataset: 'bus-stops', name },
  { id: 'rack', dataset: 'bike-racks' },
  { id: 'toilet', dataset: 'public-toilets', keep: ({ kind }) => kind !== 'urinal', name },
];

/** Points this far beyond the city's box are still a walk away for somebody, about 1.2 km. */
const MARGIN = { lon: 0.015, lat: 0.011 };

/** Schools, libraries, green, stops: the latest points of each source, for the walk from an address. */
export const extra: WholeExtra = {
  name: 'place-near',
  datasets: [...new Set(LAYERS.map(({ dataset }) => dataset))],
  build({ edition, geography }) {
    const kinds = LAYERS.map((layer) => pointsOf(edition, geography, layer));
    const file: PlaceNear = { schemaVersion: PLACE_VERSION, kinds };
    return { 'place-near': v.parse(PlaceNearSchema, file) };
  },
};

/** Points of one layer, west to east. A site that offers several things under one address counts once, by its first name. */
export function pointsOf(
  edition: EditionReader,
  geography: Geography,
  { id, dataset, keep = () => true, name: nameOf }: Layer,
): PlaceNear['kinds'][number] {
  const rows = edition.table(dataset);
  const period = rows
    .map((row) => row.period!)
    .sort()
    .at(-1)!;
  const [west, south, east, north] = geography.levels.citta![0]!.bbox;
  const sites = new Map<string, { x: number; y: number; name: string }>();
  for (const row of rows) {
    const [lon, lat] = [Number(row.lon), Number(row.lat)];
    const inside =
      lon > west - MARGIN.lon &&
      lon < east + MARGIN.lon &&
      lat > south - MARGIN.lat &&
      lat < north + MARGIN.lat;
    if (row.period !== period || !keep(row) || !inside) continue;
    const site = { x: Math.round(lon * 1e5), y: Math.round(lat * 1e5), name: nameOf?.(row) ?? '' };
    const key = `${site.x} ${site.y}`;
    const known = sites.get(key);
    if (!known || (known.name === '' && site.name !== '')) sites.set(key, site);
  }
  const sorted = [...sites.values()].sort((a, b) => a.x - b.x || a.y - b.y);
  const steps = (axis: 'x' | 'y') => sorted.map((site, i) => site[axis] - (sorted[i - 1]?.[axis] ?? 0));
  return {
    id,
    period,
    x: steps('x'),
    y: steps('y'),
    ...(nameOf ? { names: sorted.map((site) => site.name) } : {}),
  };
}
