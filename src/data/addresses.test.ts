import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { AddressBook } from './addresses';

const index = JSON.stringify({
  schemaVersion: 1,
  names: ['Via Zamboni', 'Via Zanardi', 'Vicolo Cieco'],
  shard: [0, 0, -1],
  middle: { '2': [1134000, 4449000] },
  areas: [['61'], ['14'], []],
  shards: [{ path: 'search/numbers-00.0123456789.json', bytes: 1 }],
});
const shard = JSON.stringify({
  schemaVersion: 1,
  streets: {
    '0': { n: '31 33 33/2', x: [1135000, 1, 1], y: [4449500, 0, 0], a: ['61', 3] },
    '1': { n: '2', x: [1132000], y: [4451000], a: ['14', 1] },
  },
});
const ref = {
  path: 'search/streets.aaaaaaaaaa.json',
  bytes: Buffer.byteLength(index),
  sha256: createHash('sha256').update(index).digest('hex'),
};

let asked: string[];
let broken: boolean;
let book: AddressBook;
beforeEach(() => {
  asked = [];
  broken = false;
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    asked.push(String(input));
    if (broken) return new Response('gone', { status: 404 });
    return new Response(String(input).includes('numbers') ? shard : index, {
      headers: { 'content-type': 'application/json' },
    });
  };
  book = new AddressBook('https://atlas.test/data/', ref, { fetch });
});

it('finds a house number with its area and position, loading the index and one shard once', async () => {
  const [hit] = await book.find('via zamboni 33');
  expect(hit).toEqual({ title: 'Via Zamboni 33', area: '61', lon: 11.35001, lat: 44.495, exact: true });
  await book.find('zamboni 31');
  expect(asked).toHaveLength(2);
});

it('offers the nearest number and says so', async () => {
  const [hit] = await book.find('via zamboni 99');
  expect(hit?.title).toMatch(/^Via Zamboni 33/);
  expect(hit?.exact).toBe(false);
});

it('finds a street without asking for its numbers, and leaves out one that stands in no area', async () => {
  expect((await book.find('zanardi')).map((h) => [h.title, h.area, h.lon])).toEqual([
    ['Via Zanardi', '14', null],
  ]);
  expect(await book.find('vicolo cieco')).toEqual([]);
  expect(asked).toHaveLength(1);
});

it('fails aloud and asks again with the next question', async () => {
  broken = true;
  await expect(book.find('zamboni')).rejects.toMatchObject({ kind: 'missing' });
  broken = false;
  expect(await book.find('zamboni')).toHaveLength(1);
});
