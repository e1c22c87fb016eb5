import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEdition } from './edition-reader';
import { InputError } from './model';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlante-'));
  mkdirSync(join(dir, 'a'));
  writeFileSync(join(dir, 'edition.json'), '{"id":"2026-01-31"}');
  writeFileSync(join(dir, 'a/data.csv'), 'area,n\n1,"x, y"\n2,z\n');
  writeFileSync(join(dir, 'a/meta.json'), '{"id":"a"}');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('edition reader', () => {
  it('reads tidy tables by column name', () => {
    const edition = openEdition(dir);
    expect([edition.id, edition.datasets]).toEqual(['2026-01-31', ['a']]);
    expect(edition.table('a')).toEqual([
      { area: '1', n: 'x, y' },
      { area: '2', n: 'z' },
    ]);
  });

  it('lets a step read only what it declared', () => {
    expect(() => openEdition(dir).only(['b']).table('a')).toThrow(
      'dataset a is read but not declared; declared are b',
    );
  });

  it('changes its hash with any byte of a dataset', () => {
    const before = openEdition(dir).hash('a');
    expect(openEdition(dir).hash('a')).toBe(before);
    writeFileSync(join(dir, 'a/data.csv'), 'area,n\n1,"x, y"\n2,Z\n');
    expect(openEdition(dir).hash('a')).not.toBe(before);
  });

  it('names file, expectation and what to do', () => {
    const edition = openEdition(dir);
    expect(() => edition.meta('a')).toThrow(/a.meta\.json \[[\w.]+\]: expected .* Restore the edition/);
    expect(() => edition.table('b')).toThrow(InputError);
    writeFileSync(join(dir, 'a/ragged.csv'), 'area,n\n1\n');
    expect(() => edition.table('a', 'ragged')).toThrow(/ragged\.csv: expected a tidy table/);
    writeFileSync(join(dir, 'edition.json'), '{"id":"yesterday"}');
    expect(() => openEdition(dir)).toThrow(/edition\.json \[id\]/);
  });
});
