import type { Feature, LineString, MultiLineString, Position } from 'geojson';
import { feature } from 'topojson-client';
import {
  ADDRESS_VERSION,
  AddressShardSchema,
  StreetIndexSchema,
  type StreetIndex,
  type StreetNumbers,
} from '../../src/model/address';
import * as v from 'valibot';
import type { EditionReader } from '../model';
import { sha256 } from './cache';
import { normaliseName } from './parse-names';

/** House numbers of a shard: about 5 kB on the wire, so that an address costs the index and one shard, below 30 kB. */
const PER_SHARD = 1000;

interface House {
  number: string;
  x: number;
  y: number;
  area: string;
  order: Order;
}
/** Number, number after the stroke, letters. */
type Order = readonly [number, number, string];

interface Street {
  name: string;
  houses: House[];
  /** Where it lies when it has no number. */
  middle: [number, number];
}

const whole = (degrees: string | number): number => Math.round(Number(degrees) * 1e5);

function orderOf(number: string): Order {
  const [, first, second, letters] = /^(\d+)(?:\/(\d*)(.*))?$/.exec(number)!;
  return [Number(first), Number(second ?? 0), letters ?? ''];
}

/** "5" before "5/2" before "5/A" before "6". */
const byNumber = ({ order: p }: House, { order: q }: House): number =>
  p[0] - q[0] || p[1] - q[1] || (p[2] < q[2] ? -1 : 1);

/** Streets of the register by normalised name, with the vertex in the middle of their first line. */
function register(edition: EditionReader): Map<string, { name: string; middle: [number, number] }> {
  const topology = edition.topology('streets', 'streets');
  const collection = feature(topology, topology.objects['streets']!);
  const lines = ('features' in collection ? collection.features : [collection]) as Feature<
    LineString | MultiLineString,
    { name?: string }
  >[];
  const found = new Map<string, { name: string; middle: [number, number] }>();
  for (const { geometry, properties } of lines) {
    const name = properties.name ?? '';
    if (name === '' || found.has(normaliseName(name))) continue;
    const line: Position[] =
      geometry.type === 'LineString' ? geometry.coordinates : (geometry.coordinates[0] ?? []);
    const [lon = 0, lat = 0] = line[Math.floor(line.length / 2)] ?? [];
    found.set(normaliseName(name), { name, middle: [whole(lon), whole(lat)] });
  }
  return found;
}

/** Every street of the register and of the house numbers, in alphabetical order. */
function streetsOf(edition: EditionReader): Street[] {
  const houses = new Map<string, House[]>();
  for (const { street, number, lon, lat, area } of edition.table('addresses')) {
    const list = houses.get(street!) ?? [];
    houses.set(street!, list);
    list.push({ number: number!, x: whole(lon!), y: whole(lat!), area: area!, order: orderOf(number!) });
  }
  const known = register(edition);
  const streets = new Map<string, Street>();
  for (const [key, { name, middle }] of known) streets.set(key, { name, middle, houses: [] });
  for (const { street, name } of edition.table('addresses', 'streets')) {
    const key = normaliseName(name!);
    const { name: written = name!, middle = [0, 0] } = known.get(key) ?? {};
    // A street the register no longer has keeps the capitals of its source.
    streets.set(key, { name: written, houses: houses.get(street!)!.sort(byNumber), middle });
  }
  return [...streets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, street]) => street);
}

function pack(houses: readonly House[]): StreetNumbers {
  const delta = (pick: (house: House) => number): number[] =>
    houses.map((house, i) => pick(house) - (i === 0 ? 0 : pick(houses[i - 1]!)));
  const runs: (string | number)[] = [];
  for (const { area } of houses) {
    if (runs.at(-2) === area) runs[runs.length - 1] = Number(runs.at(-1)) + 1;
    else runs.push(area, 1);
  }
  return {
    n: houses.map(({ number }) => number).join(' '),
    x: delta(({ x }) => x),
    y: delta(({ y }) => y),
    a: runs,
  };
}

function areasOf(houses: readonly House[]): string[] {
  const counts = new Map<string, number>();
  for (const { area } of houses) if (area !== '') counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || Number(a) - Number(b)).map(([area]) => area);
}

/** The address search: an index of streets and its shards, by file name below `search/`. Same edition, same bytes. */
export function buildSearch(edition: EditionReader): { index: StreetIndex; files: Map<string, string> } {
  const streets = streetsOf(edition);
  const files = new Map<string, string>();
  const index: StreetIndex = {
    schemaVersion: ADDRESS_VERSION,
    names: streets.map(({ name }) => name),
    shard: [],
    middle: Object.fromEntries(
      streets.flatMap(({ houses, middle }, i) => (houses.length === 0 ? [[String(i), middle]] : [])),
    ),
    areas: streets.map(({ houses }) => areasOf(houses)),
    shards: [],
  };
  let open: Record<string, StreetNumbers> = {};
  let size = 0;
  const close = (): void => {
    const text = JSON.stringify(
      v.parse(AddressShardSchema, { schemaVersion: ADDRESS_VERSION, streets: open }),
    );
    const hash = sha256(text);
    const name = `numbers-${String(index.shards.length).padStart(2, '0')}.${hash.slice(0, 10)}.json`;
    files.set(name, text);
    index.shards.push({ path: `search/${name}`, bytes: Buffer.byteLength(text) });
    [open, size] = [{}, 0];
  };
  streets.forEach(({ houses }, i) => {
    // A long street fills a shard of its own rather than swell its neighbours'.
    if (size > 0 && size + houses.length > PER_SHARD) close();
    index.shard.push(houses.length === 0 ? -1 : index.shards.length);
    if (houses.length === 0) return;
    open[String(i)] = pack(houses);
    size += houses.length;
  });
  if (size > 0) close();
  return { index: v.parse(StreetIndexSchema, index), files };
}
