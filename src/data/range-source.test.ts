import { describe, expect, test } from 'vitest';
import { refOf, sha } from '../../tests/support/tiny-archive';
import type { DataError } from './errors';
import { RangeSource } from './range-source';
import { transport } from './request';

const file = Uint8Array.from({ length: 20_000 }, (_, i) => i & 255);
const part = file.slice(100, 200);
const RIGHT = { 'content-range': 'bytes 100-199/20000', etag: '"one"' };

function source(
  replies: Response[],
  ref = refOf('a.pmtiles', file),
): { source: RangeSource; sent: (RequestInit | undefined)[] } {
  const sent: (RequestInit | undefined)[] = [];
  const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    sent.push(init);
    return Promise.resolve(replies.shift() ?? new Response(null, { status: 500 }));
  };
  return {
    source: new RangeSource(transport({ fetch: fetch as typeof globalThis.fetch }), 'a.pmtiles', ref, false),
    sent,
  };
}
const partial = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response =>
  new Response(body, { status: 206, headers });
const kind = (p: Promise<unknown>): Promise<string> =>
  p.then(
    () => 'no error',
    (e: DataError) => e.kind,
  );

test('a right range comes through, and never asks beyond the end', async () => {
  const { source: s, sent } = source([
    partial(part, RIGHT),
    partial(file.slice(19_990), { 'content-range': 'bytes 19990-19999/20000' }),
  ]);
  expect(new Uint8Array((await s.getBytes(100, 100)).data)).toEqual(part);
  await s.getBytes(19_990, 500);
  expect(sent.map((i) => new Headers(i?.headers).get('range'))).toEqual([
    'bytes=100-199',
    'bytes=19990-19999',
  ]);
});

describe('answers that are not the range asked for', () => {
  test.each<[string, string, Uint8Array<ArrayBuffer>, Record<string, string>]>([
    ['body cut short', 'truncated', part.slice(0, 60), RIGHT],
    ['another total', 'swapped', part, { 'content-range': 'bytes 100-199/20001' }],
    ['another range', 'range-unsupported', part, { 'content-range': 'bytes 0-99/20000' }],
    ['a coded range', 'range-unsupported', part, { ...RIGHT, 'content-encoding': 'br' }],
    ['a page', 'html-instead', part, { ...RIGHT, 'content-type': 'text/html' }],
  ])('%s', async (_, expected, body, headers) => {
    expect(await kind(source([partial(body, headers)]).source.getBytes(100, 100))).toBe(expected);
  });

  test('without Content-Range, hidden by another origin, length decides', async () => {
    expect(await kind(source([partial(part, {})]).source.getBytes(100, 100))).toBe('no error');
    expect(await kind(source([partial(part.slice(1), {})]).source.getBytes(100, 100))).toBe('truncated');
  });

  test('a strong tag that changes; a weak one may', async () => {
    const two = (etag: string): Response[] => [partial(part, RIGHT), partial(part, { ...RIGHT, etag })];
    const { source: strong } = source(two('"two"'));
    await strong.getBytes(100, 100);
    expect(await kind(strong.getBytes(100, 100))).toBe('swapped');
    const { source: weak } = source(two('W/"two"'));
    await weak.getBytes(100, 100);
    expect(await kind(weak.getBytes(100, 100))).toBe('no error');
  });

  test('a head that is not the one in the manifest', async () => {
    const head = (): Response[] => [
      partial(file.slice(0, 16_384), { 'content-range': 'bytes 0-16383/20000' }),
    ];
    const right = { ...refOf('a.pmtiles', file), headSha256: sha(file.slice(0, 16_384)) };
    expect(await kind(source(head(), right).source.getBytes(0, 16_384))).toBe('no error');
    expect(await kind(source(head(), { ...right, headSha256: sha(part) }).source.getBytes(0, 16_384))).toBe(
      'swapped',
    );
  });
});

describe('the whole file instead of a range', () => {
  test('is proven and kept; two answers at once are read once', async () => {
    const { source: s } = source([new Response(file), new Response(file)]);
    const [a, b] = await Promise.all([s.getBytes(0, 10), s.getBytes(100, 100)]);
    expect(new Uint8Array(a.data)).toEqual(file.slice(0, 10));
    expect(new Uint8Array(b.data)).toEqual(part);
    expect(s.whole).toEqual(file);
  });

  test('of another announced length is refused by its header', async () => {
    const reply = new Response(file.slice(1), { headers: { 'content-length': '19999' } });
    await expect(source([reply]).source.getBytes(0, 10)).rejects.toThrow(
      'offers 19999 bytes, expected 20000',
    );
  });
});
