import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routeOf } from '../connectors/route';
import { csvText } from '../steps/edition-text';
import { GOLDEN, goldenContext } from '../steps/testing-golden';
import { dataset } from './catalogue';

const FILE = dataset.sources[0]!.path;
const LIVE = dataset.live![0]!;
const kept = JSON.parse(readFileSync(`${GOLDEN}catalogue/raw/${FILE}`, 'utf8')) as {
  datasets: Record<string, unknown>[];
};

/** The flat entries as Explore v2.1 nests them. */
const nested = kept.datasets.map(({ id, uid, features, accrualperiodicity, ...said }) => ({
  dataset_id: id,
  dataset_uid: uid,
  features,
  has_records: true,
  metas: { default: said, dcat: accrualperiodicity === null ? {} : { accrualperiodicity } },
}));
const run = (list: unknown) =>
  dataset.refresh(
    goldenContext((path) => {
      if (path !== LIVE.path) throw new Error(`${path} is not asked for`);
      return new TextEncoder().encode(JSON.stringify(list));
    }),
  );

describe('the catalogue as the portal exports it', () => {
  it('has an address that gives a file', () => expect(routeOf(LIVE)).toMatchObject({ url: LIVE.url }));

  it('says what the kept copy says, and is as of its last change', async () => {
    const { tables, period } = await run(nested);
    expect(csvText(tables!['data']!)).toBe(readFileSync(`${GOLDEN}catalogue/data.csv`, 'utf8'));
    const last = kept.datasets.map(({ modified }) => String(modified).slice(0, 10)).sort();
    expect(period).toEqual([last.at(-1), last.at(-1)]);
  });

  it.each([
    ['no list', { datasets: [] }, /expected a list of datasets/],
    ['an empty list', [], /expected a list of datasets/],
    ['an entry without metas', [{ dataset_id: 'x' }], /datasets\[0\]\.metas\.default/],
    [
      'an entry with a licence never seen',
      [{ ...nested[0], metas: { default: { ...nested[0]!.metas.default, license: 'X' } } }],
      /datasets\[0\]\.license/,
    ],
  ])('stops at %s', async (_, list, message) => {
    await expect(async () => run(list)).rejects.toThrow(message);
  });
});
