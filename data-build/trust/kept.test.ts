import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepEdition } from '../keep-edition';
import { openOutput } from '../steps/write';
import { readConfig } from './config';
import { archiveFile, publishEditions, unpackEdition } from './kept';

let root: string;
const path = (...parts: string[]): string => join(root, ...parts);
const put = (file: string, text: string | Buffer): void => {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
};
const index = (edition: string): string =>
  `${JSON.stringify({ edition, more: { changes: 'changes.json' } })}\n`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-'));
  put(path('keep/editions.json'), '{"keep": [], "baseUrl": null}');
  put(path('data/api/v1/index.json'), index('2026-01-01'));
  put(path('data/api/v1/indicators/x.y.csv'), 'level,area\n');
  put(path('data/api/v1/quality.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const publish = (current: string, keep: readonly string[]): string => {
  const output = openOutput(path('out'));
  output.write('api/v1/index.json', index(current));
  output.write('api/v1/indicators/x.y.csv', 'new\n');
  publishEditions(output, current, keep, path('keep'));
  output.commit();
  return path('out/editions');
};

describe('kept editions', () => {
  it('sets an edition aside once and for all, and its address outlives the next', () => {
    expect(keepEdition(path('data'), path('keep'))).toBe('2026-01-01');
    expect(readConfig(path('keep')).keep).toEqual(['2026-01-01']);
    const bytes = readFileSync(archiveFile(path('keep'), '2026-01-01'));
    keepEdition(path('data'), path('keep'));
    expect(readFileSync(archiveFile(path('keep'), '2026-01-01')).equals(bytes)).toBe(true);
    const out = publish('2026-02-01', readConfig(path('keep')).keep);
    expect(readFileSync(join(out, '2026-01-01/api/v1/indicators/x.y.csv'), 'utf8')).toBe('level,area\n');
    expect(readFileSync(join(out, '2026-02-01/api/v1/indicators/x.y.csv'), 'utf8')).toBe('new\n');
    expect(JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'))).toMatchObject({
      current: '2026-02-01',
      editions: [
        { id: '2026-02-01', current: true },
        { id: '2026-01-01', current: false },
      ],
    });
    put(path('data/api/v1/indicators/x.y.csv'), 'other\n');
    expect(() => keepEdition(path('data'), path('keep'))).toThrow(/kept with other figures/);
  });

  it('links the current edition to its own files, with an index that names only what is there', () => {
    const out = publish('2026-02-01', []);
    const [a, b] = ['2026-02-01/api/v1/indicators/x.y.csv', '../api/v1/indicators/x.y.csv'];
    expect(statSync(join(out, a)).ino).toBe(statSync(join(out, b)).ino);
    expect(readFileSync(join(out, '2026-02-01/api/v1/index.json'), 'utf8')).not.toContain('more');
  });

  it('refuses an archive that is missing, too large, damaged, or reaches outside', () => {
    const file = path('archive.json.gz');
    expect(() => unpackEdition(file)).toThrow(/no archive/);
    put(file, gzipSync(JSON.stringify({ 'a.csv': 'x'.repeat(5000) })));
    expect(() => unpackEdition(file, 1000)).toThrow(/archive\.json\.gz/);
    put(file, 'not gzip');
    expect(() => unpackEdition(file)).toThrow(/archive\.json\.gz/);
    for (const name of ['../x', '/x', 'a/../../x', 'a//b']) {
      put(file, gzipSync(JSON.stringify({ [name]: '' })));
      expect(() => unpackEdition(file), name).toThrow();
    }
  });
});
