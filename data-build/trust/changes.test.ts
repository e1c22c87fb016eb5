import { describe, expect, it } from 'vitest';
import { parseXml as parse } from '../../tests/support/xml';
import type { History } from '../history/model';
import { buildAreaChanges, buildChanges, buildDatasetChanges } from './changes';
import { buildFeed, stableId } from './feed';

const title = { it: 'Uno & <due>', en: 'One & <two>' };
const first: History = {
  edition: '2026-01-01',
  previous: null,
  methods: {},
  runs: [
    {
      methods: [],
      classes: [],
      datasets: [
        { id: 'one', title, change: 'added', from: null, to: 'a', raw: true, described: [], files: [] },
      ],
    },
  ],
};
const second: History = {
  edition: '2026-02-01',
  previous: '2026-01-01',
  methods: {},
  runs: [
    {
      methods: [
        { indicator: 'x.one', change: 'changed' },
        { indicator: 'x.two', change: 'changed' },
      ],
      classes: [
        {
          indicator: 'x.one',
          level: 'area',
          period: '2020',
          breaks: false,
          areas: { 7: [1, 2], 9: ['s', 0] },
        },
      ],
      datasets: [
        {
          id: 'one',
          title,
          change: 'changed',
          from: 'a',
          to: 'b',
          raw: true,
          described: ['notes'],
          files: [
            {
              file: 'data.csv',
              key: ['area'],
              added: 2,
              changed: 1,
              removed: 0,
              periods: ['2020'],
              examples: { added: ['secret-key'], changed: [], removed: [] },
            },
          ],
        },
      ],
    },
  ],
};
const indicators = [
  { id: 'x.one', datasets: ['one'] },
  { id: 'x.two', datasets: ['two'] },
];

describe('what changed', () => {
  it('lists editions newest first, with totals', () => {
    const { editions } = buildChanges('2026-02-01', [first, second]);
    expect(editions.map(({ id }) => id)).toEqual(['2026-02-01', '2026-01-01']);
    expect(editions[0]).toMatchObject({
      totals: { datasets: { changed: 1 }, rows: { added: 2, changed: 1 }, methods: 2, areas: 2 },
      classes: [{ indicator: 'x.one', areas: 2 }],
    });
  });

  it('tells a dataset’s own changes and the definitions that rest on it, and publishes no key', () => {
    const own = buildDatasetChanges('one', [first, second], indicators);
    expect(own.changes.map(({ edition, change }) => [edition, change])).toEqual([
      ['2026-02-01', 'changed'],
      ['2026-01-01', 'added'],
    ]);
    expect(own.changes[0]!.methods).toEqual([{ indicator: 'x.one', change: 'changed' }]);
    expect(JSON.stringify(own)).not.toContain('secret-key');
    expect(own.changes[0]!.summary.it).toMatch(
      /righe 2 aggiunte, 1 modificate, 0 tolte; periodi 2020; note sul metodo/,
    );
  });

  it('tells an area which classes it left', () => {
    expect(buildAreaChanges([first, second]).levels).toEqual({
      area: {
        7: [{ edition: '2026-02-01', indicator: 'x.one', period: '2020', from: 1, to: 2, breaks: false }],
        9: [{ edition: '2026-02-01', indicator: 'x.one', period: '2020', from: 's', to: 0, breaks: false }],
      },
    });
  });
});

describe('feed', () => {
  const texts = (doc: Document, name: string) =>
    [...doc.querySelectorAll(name)].map((node) => node.textContent);

  it('is Atom: well formed, every entry with id, title and time, ids unique, newest first', () => {
    const doc = parse(buildFeed('2026-02-01', [first, second], null));
    expect(doc.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom');
    expect(doc.querySelector('feed > author > name')?.textContent).toBeTruthy();
    expect(texts(doc, 'feed > updated')).toEqual(['2026-02-01T00:00:00Z']);
    expect(texts(doc, 'entry > updated')).toEqual([
      '2026-02-01T00:00:00Z',
      '2026-02-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
    ]);
    const ids = [...texts(doc, 'feed > id'), ...texts(doc, 'entry > id')];
    expect(new Set(ids).size).toBe(5);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(texts(doc, 'entry > title')).toContain('Uno & <due> · One & <two>');
  });

  it('keeps its ids when editions are added and when the address becomes known', () => {
    const ids = (xml: string) => texts(parse(xml), 'id');
    const alone = ids(buildFeed('2026-01-01', [first], null));
    expect(ids(buildFeed('2026-02-01', [first, second], 'https://example.org/data/'))).toEqual(
      expect.arrayContaining(alone),
    );
    expect(stableId('feed')).toBe(stableId('feed'));
  });

  it('has relative addresses without a base, absolute ones with it', () => {
    const hrefs = (base: string | null) =>
      [...parse(buildFeed('2026-01-01', [first], base)).querySelectorAll('link')].map((link) =>
        link.getAttribute('href'),
      );
    expect(hrefs(null)).toEqual([
      'feed.xml',
      'api/v1/changes.json',
      'api/v1/changes.json',
      'api/v1/changes/one.json',
    ]);
    expect(hrefs('https://example.org/data/')[0]).toBe('https://example.org/data/feed.xml');
  });
});
