import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { portalCsv } from '../connectors/table';
import { datasetModules, goldenContext, goldenFiles, goldenIds, goldenRaw } from '../steps/testing-golden';

/*
 * The copies at hand were saved by many hands; a refresh downloads the portal's own way of writing (`;`, one byte order mark, CRLF).
 * Whatever the copy looks like, the same table written by the portal must give the same edition.
 */

function byThePortal(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff+/, '');
  const [first = ''] = text.split('\n');
  const delimiter = first.includes(';') ? ';' : ',';
  const [header = [], ...rows] = parse(text, { delimiter, relax_column_count: true }) as string[][];
  return portalCsv({ header, rows });
}

const asked = goldenIds.flatMap((id) => {
  const { sources, live } = datasetModules.get(id)!;
  const paths = (live ?? sources)
    .filter(({ url, path }) => /\/exports\/csv\?/.test(url) && path.endsWith('.csv'))
    .map(({ path }) => path);
  return paths.length > 0 ? [[id, paths] as const] : [];
});

describe('a table of the portal', () => {
  it('is what most datasets are made of', () => expect(asked.length).toBeGreaterThan(15));

  it.each(asked)('%s reads as written by the portal today', async (id, paths) => {
    const files = async (read: (path: string) => Uint8Array) => [
      ...goldenFiles(await datasetModules.get(id)!.refresh(goldenContext(read))),
    ];
    const raw = goldenRaw(id);
    expect(await files((path) => (paths.includes(path) ? byThePortal(raw(path)) : raw(path)))).toEqual(
      await files(raw),
    );
  });
});
