import { describe, expect, it } from 'vitest';
import { comuneExport } from '../steps/edition-publishers';
import type { Client } from './http';
import { fetchLabels, relabel } from './labels';
import { exportFormat, exportUrl, OFFSET_CAP, records, yearOf } from './opendatasoft';

const BASE = 'https://opendata.comune.bologna.it';
const utf8 = new TextEncoder();

describe('exportUrl', () => {
  it('is the address the datasets state for a CSV', () => {
    expect(exportUrl(BASE, 'redditi', { format: 'csv' })).toBe(comuneExport('redditi', 'csv'));
  });
  it('refines by year and filters', () => {
    const url = exportUrl(BASE, 'spire', {
      format: 'parquet',
      refine: { field: 'anno', value: '2024' },
      where: 'n > 3',
    });
    expect(url).toContain(
      '/exports/parquet?lang=it&timezone=Europe%2FRome&refine=anno%3A%222024%22&where=n%20%3E%203',
    );
    expect(exportFormat(url)).toBe('parquet');
    expect(exportFormat('https://www.istat.it/')).toBeUndefined();
  });
});

describe('yearOf', () => {
  it('takes the year of a DATE, as each format writes it', () => {
    const forms = [
      '2024',
      2024,
      '2024-01-01',
      '2024-01-01T00:00:00+00:00',
      '2024-01-01T00:00:00+01:00',
      new Date('2023-12-31T23:00:00Z'),
    ];
    expect(forms.map(yearOf)).toEqual(Array(forms.length).fill('2024'));
  });
  it('refuses a moment within a year', () => {
    for (const value of ['2024-12-31', '2024-06-01T00:00:00Z', 'n.d.', ''])
      expect(() => yearOf(value)).toThrow('not a year');
  });
});

/** A portal that has `perMonth` rows a month for two years, answers ODSQL spans and refuses to page beyond the cap. */
function portal(perMonth: number, undated = 0): Client & { calls: number } {
  const rows = Array.from({ length: 24 * perMonth }, (_, i) => {
    const month = Math.floor(i / perMonth);
    return {
      id: i,
      data: `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`,
    };
  });
  const client = {
    calls: 0,
    get: ({ url }: { url: string }) => {
      client.calls++;
      const query = new URL(url).searchParams;
      const [, from, to] = /data >= date'(.+?)' AND data < date'(.+?)'/.exec(query.get('where')!) ?? [];
      const found = from === undefined ? rows : rows.filter(({ data }) => data >= from && data < to!);
      const offset = Number(query.get('offset'));
      if (offset + 100 > OFFSET_CAP) throw new Error('beyond the cap');
      const total = found.length + (from === undefined ? undated : 0);
      const bytes = utf8.encode(
        JSON.stringify({ total_count: total, results: found.slice(offset, offset + 100) }),
      );
      return Promise.resolve({ bytes, sha256: '', state: 'fresh' as const });
    },
  };
  return client;
}
const query = { base: BASE, dataset: 'd', date: { field: 'data', from: 2023, to: 2024 }, orderBy: 'id' };

describe('records', () => {
  it('pages a small set without splitting', async () => {
    const client = portal(10);
    expect((await records(client, query)).length).toBe(240);
    expect(client.calls).toBe(3);
  });
  it('splits by year beyond the offset cap, and by month where a year passes it', async () => {
    expect((await records(portal(600), query)).length).toBe(14_400);
    const big = await records(portal(900), query);
    expect(new Set(big.map(({ id }) => id)).size).toBe(21_600);
  });
  it('says when a month is still too big, and when a row has no date', async () => {
    await expect(records(portal(10_001), query)).rejects.toThrow('Use an export instead');
    await expect(records(portal(600, 1), query)).rejects.toThrow('every record has data');
  });
});

describe('labels', () => {
  const client: Client = {
    get: () =>
      Promise.resolve({
        bytes: utf8.encode(
          '{"fields":[{"name":"anno","label":"Anno reddito"},{"name":"n","label":"N; di"},{"name":"x"}]}',
        ),
        sha256: '',
        state: 'fresh',
      }),
  };
  it('turns a header of API names into labels and leaves the rest byte for byte', async () => {
    const labels = await fetchLabels(client, BASE, 'd');
    const text = (body: string): string => Buffer.from(relabel(utf8.encode(body), labels)).toString();
    expect(text('\ufeffanno;n;x\r\n2024;1;anno\r\n')).toBe('\ufeffAnno reddito;"N; di";x\r\n2024;1;anno\r\n');
    expect(text('Anno reddito;"N; di";x\n')).toBe('Anno reddito;"N; di";x\n');
  });
});
