import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvText } from '../steps/edition-text';
import { datasetModules, GOLDEN, goldenContext, goldenIds } from '../steps/testing-golden';

/* The same export with its rows in another order is the same edition: portals promise no order. */

/** Records of a delimited text on the Latin-1 view of its bytes: a line end within quotes ends nothing, unless quotes do not pair. */
function records(text: string): string[] {
  if ((text.split('"').length - 1) % 2 === 1) return text.split(/(?<=\n)/);
  const out: string[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    if (text[i] === '\n' && !quoted) {
      out.push(text.slice(from, i + 1));
      from = i + 1;
    }
  }
  if (from < text.length) out.push(text.slice(from));
  return out;
}

/** The header stays; the rows come last first, and the first half after the second. */
function shuffled(path: string): Uint8Array {
  const bytes = readFileSync(path);
  if (!/\.csv$/i.test(path)) return new Uint8Array(bytes);
  const [header = '', ...rows] = records(bytes.toString('latin1'));
  const end = rows.at(-1)?.endsWith('\n') ? '' : /\r\n$/.test(header) ? '\r\n' : '\n';
  const whole = rows.map((row, i) => (i === rows.length - 1 ? row + end : row)).reverse();
  const half = Math.floor(whole.length / 2);
  const text = header + [...whole.slice(half), ...whole.slice(0, half)].join('');
  return new Uint8Array(Buffer.from(end ? text.slice(0, -end.length) : text, 'latin1'));
}

describe('golden exports', () => {
  it('are there for every dataset that has a table', () => {
    const layers = ['cycle-paths', 'geography', 'streets', 'ztl'];
    expect([...goldenIds, ...layers].sort()).toEqual([...datasetModules.keys()].sort());
  });

  it.each(goldenIds)('%s: rows in another order give the same bytes', async (id) => {
    const tables = async (read: (path: string) => Uint8Array) => {
      const files = await datasetModules
        .get(id)!
        .refresh(goldenContext((path) => read(`${GOLDEN}${id}/raw/${path}`)));
      return Object.fromEntries(Object.entries(files.tables!).map(([name, table]) => [name, csvText(table)]));
    };
    const plain = await tables((path) => new Uint8Array(readFileSync(path)));
    expect(await tables(shuffled)).toEqual(plain);
  });
});
