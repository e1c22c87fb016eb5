import { beforeEach, expect, it } from 'vitest';
import { DataError } from './errors';
import { PublicFiles } from './public-files';

const editions = JSON.stringify({
  current: '2026-01-01',
  editions: [{ id: '2026-01-01', current: true, index: '2026-01-01/api/v1/index.json', files: 3 }],
});

let asked: { url: string; cache: RequestCache | undefined }[];
let answer: () => Response;
let files: PublicFiles;
beforeEach(() => {
  asked = [];
  answer = () => new Response(editions, { headers: { 'content-type': 'application/json' } });
  files = new PublicFiles('https://atlas.test/data/', {
    fetch: async (input, init) => {
      asked.push({ url: String(input), cache: init?.cache });
      return answer();
    },
    sleep: async () => undefined,
  });
});

it('asks past the cache, since the name says nothing of the contents, and once', async () => {
  const [first, second] = await Promise.all([files.editions(), files.editions()]);
  expect(first).toBe(second);
  expect(asked).toEqual([{ url: 'https://atlas.test/data/editions/index.json', cache: 'no-cache' }]);
});

it('keeps no failure: the next question is a new attempt', async () => {
  answer = () => new Response('gone', { status: 404 });
  await expect(files.editions()).rejects.toMatchObject({ kind: 'missing' });
  answer = () => new Response(editions);
  await expect(files.editions()).resolves.toMatchObject({ current: '2026-01-01' });
});

it('refuses a page, and a file that does not keep to the contract', async () => {
  answer = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
  await expect(files.changes()).rejects.toMatchObject({ kind: 'html-instead' });
  answer = () => new Response('{"edition":"yesterday"}');
  const failed = await files.changes().catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(DataError);
  expect(failed).toMatchObject({ kind: 'schema-mismatch', detail: expect.stringContaining('edition') });
});

it('asks again while the host is only busy', async () => {
  let n = 0;
  answer = () => (n++ === 0 ? new Response('', { status: 503 }) : new Response(editions));
  await expect(files.editions()).resolves.toMatchObject({ current: '2026-01-01' });
  expect(asked).toHaveLength(2);
});

it('knows where each file stands', async () => {
  answer = () => new Response('{}');
  const tried = [
    files.changes(),
    files.datasetChanges('a'),
    files.areaChanges(),
    files.datasets(),
    files.dataset('a'),
    files.quality('a'),
    files.provenance('x.y'),
    files.catalogue(),
  ];
  await Promise.allSettled(tried);
  expect(asked.map(({ url }) => url.replace('https://atlas.test/data/api/v1/', ''))).toEqual([
    'changes.json',
    'changes/a.json',
    'changes/areas.json',
    'datasets.json',
    'datasets/a.json',
    'quality/a.json',
    'provenance/x.y.json',
    'catalogue.json',
  ]);
});
