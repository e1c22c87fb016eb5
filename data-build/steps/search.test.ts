import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AddressShardSchema } from '../../src/model/address';
import { findNumbers, findStreets, unpackNumbers } from '../../src/domain/address';
import * as v from 'valibot';
import { openEdition } from '../edition-reader';
import { normaliseName } from './parse-names';
import { buildSearch } from './search';

const edition = openEdition(join(import.meta.dirname, '../edition')).only(['addresses', 'streets']);
const { index, files } = buildSearch(edition);
const shardOf = (street: number) => {
  const { path } = index.shards[index.shard[street]!]!;
  return v.parse(AddressShardSchema, JSON.parse(files.get(path.replace('search/', ''))!));
};
const numbersOf = (street: number) => unpackNumbers(shardOf(street).streets[String(street)]!);

describe('address search of the committed edition', () => {
  it('costs less than 30 kB on the wire, index and any one shard together', () => {
    const start = gzipSync(JSON.stringify(index)).length;
    for (const [name, text] of files) expect(start + gzipSync(text).length, name).toBeLessThan(30_000);
    expect(index.shards.map(({ bytes }) => bytes)).toEqual(
      [...files.values()].map((text) => Buffer.byteLength(text)),
    );
  });

  it('holds every house number of the edition where the edition says, within a metre and in its area', () => {
    const names = new Map(edition.table('addresses', 'streets').map(({ street, name }) => [street, name]));
    const streets = new Map(index.names.map((name, i) => [normaliseName(name), i]));
    const cache = new Map<number, Map<string, { lon: number; lat: number; area: string | null }>>();
    let count = 0;
    for (const { street, number, lon, lat, area } of edition.table('addresses')) {
      const at = streets.get(normaliseName(names.get(street)!));
      if (at === undefined) throw new Error(`${names.get(street)} is not in the index`);
      if (!cache.has(at)) cache.set(at, new Map(numbersOf(at).map((house) => [house.number, house])));
      const house = cache.get(at)!.get(number!);
      if (!house || Math.abs(house.lon - Number(lon)) > 1e-9 || Math.abs(house.lat - Number(lat)) > 1e-9)
        throw new Error(`${names.get(street)}, ${number}: ${JSON.stringify(house)} is not ${lon}, ${lat}`);
      if ((house.area ?? '') !== area)
        throw new Error(`${names.get(street)}, ${number}: ${house.area} ${area}`);
      count++;
    }
    expect(count).toBe(77_386);
    expect([...cache.values()].reduce((sum, houses) => sum + houses.size, 0)).toBe(count);
  });

  it('writes streets as the register does, each once, also those without numbers', () => {
    expect(new Set(index.names).size).toBe(index.names.length);
    expect(index.names.filter((name) => name === name.toUpperCase())).toEqual([]);
    const empty = index.shard.flatMap((shard, i) => (shard < 0 ? [String(i)] : []));
    expect(Object.keys(index.middle)).toEqual(empty);
    expect(empty.length).toBeGreaterThan(100);
  });

  it.each([
    ['piazza maggiore 6', 'Piazza Maggiore', '6', '78'],
    ['massarenti 9', 'Via Giuseppe Massarenti', '9', '66'],
  ])('finds %s', (query, title, number, area) => {
    const [street] = findStreets(index, query);
    expect(street!.title).toBe(title);
    expect(findNumbers(numbersOf(street!.index), street!.number!)[0]).toMatchObject({
      number,
      area,
      exact: true,
    });
  });

  it('sorts numbers as a street does', () => {
    const order = numbersOf(findStreets(index, 'via giuseppe massarenti')[0]!.index).map((h) =>
      Number.parseInt(h.number, 10),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('is the same bytes each time', () => {
    const again = buildSearch(edition);
    expect(again.index).toEqual(index);
    expect([...again.files]).toEqual([...files]);
  });
});
