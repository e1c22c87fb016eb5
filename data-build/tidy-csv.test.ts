import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFully, parseTidy } from './tidy-csv';

/** What a parser makes of a text, or that it refuses. */
const outcome = (parser: (bytes: Buffer) => unknown, text: string): unknown => {
  try {
    return parser(Buffer.from(text));
  } catch (error) {
    return `refused: ${String(error)}`;
  }
};

describe('parseTidy', () => {
  it('says of any text what the full parser says', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '1',
      '',
      ',',
      ',',
      '\n',
      '\n',
      '"',
      '\r',
      ' ',
      'è',
      '\uFEFF',
      '__proto__',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
        (text) => {
          expect(outcome(parseTidy, text)).toEqual(outcome(parseFully, text));
        },
      ),
      { seed: 41, numRuns: 5000 },
    );
  });

  it('says it of well-formed tables too, with cells that look like anything', () => {
    const cell = fc.string({ maxLength: 4 }).map((text) => text.replace(/[",\r\n]/g, ''));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = ['x,y,z', ...rows.map((row) => row.join(','))].join('\n') + '\n';
        expect(outcome(parseTidy, text)).toEqual(outcome(parseFully, text));
      }),
      { seed: 42, numRuns: 1000 },
    );
  });

  it('reads tables of the edition as the full parser does', () => {
    const edition = 'data-build/edition';
    for (const id of ['income-median', 'elections', 'schools', 'accidents', 'airbnb'])
      for (const name of readdirSync(join(edition, id)).filter((one) => one.endsWith('.csv'))) {
        const bytes = readFileSync(join(edition, id, name));
        expect(parseTidy(bytes), `${id}/${name}`).toEqual(parseFully(bytes));
      }
  });
});
