import { describe, expect, it } from 'vitest';
import { datasetModules, goldenContext, goldenFiles, goldenIds, goldenRaw } from '../steps/testing-golden';

/* The same export with its rows or features in another order is the same edition: portals promise no order. */

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

/** Last first, and the first half after the second. */
function mixed<T>(list: readonly T[]): T[] {
  const half = Math.floor(list.length / 2);
  const back = [...list].reverse();
  return [...back.slice(half), ...back.slice(0, half)];
}

/** The header stays where it is, and so does a line end that is missing after the last row. */
function shuffledCsv(text: string): string {
  const [header = '', ...rows] = records(text);
  const end = rows.at(-1)?.endsWith('\n') ? '' : /\r\n$/.test(header) ? '\r\n' : '\n';
  const whole = rows.map((row, i) => (i === rows.length - 1 ? row + end : row));
  const out = header + mixed(whole).join('');
  return end ? out.slice(0, -end.length) : out;
}

/** Features of a layer, or records of a shapefile's description. */
function shuffledLayer(text: string): string {
  const layer = JSON.parse(text) as { features?: unknown[]; records?: unknown[] };
  if (layer.features) return JSON.stringify({ ...layer, features: mixed(layer.features) });
  return layer.records ? JSON.stringify({ ...layer, records: mixed(layer.records) }) : text;
}

function shuffled(bytes: Uint8Array, path: string): Uint8Array {
  const change = /\.csv$/i.test(path) ? shuffledCsv : /\.(geojson|zip)$/i.test(path) ? shuffledLayer : null;
  const text = Buffer.from(bytes).toString('latin1');
  // A zip that stands in the folder as it is.
  if (!change || text.startsWith('PK')) return bytes;
  return new Uint8Array(Buffer.from(change(text), 'latin1'));
}

describe('golden exports', () => {
  it('are there for every dataset', () => {
    expect([...goldenIds].sort()).toEqual([...datasetModules.keys()].sort());
  });

  it.each(goldenIds)('%s: rows in another order give the same bytes', async (id) => {
    const files = async (read: (path: string) => Uint8Array) => [
      ...goldenFiles(await datasetModules.get(id)!.refresh(goldenContext(read))),
    ];
    expect(await files(goldenRaw(id, shuffled))).toEqual(await files(goldenRaw(id)));
  });
});
