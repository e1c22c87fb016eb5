import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { committedFiles, readBytes, readText } from './support/committed';

const files = committedFiles();
const BINARY = /\.(png|ico|woff2|jpg|webp|pmtiles|gz|pbf)$/;
const texts = files.filter((path) => !BINARY.test(path));

// Spelled in pieces, so that this file does not name what it forbids.
const FORBIDDEN: [string, RegExp][] = [
  [
    'a path of one particular machine',
    new RegExp(['(?<![\\w.])/(?:wo', 'rk|t', 'mp|ho', 'me|ro', 'ot)/[\\w.]'].join('')),
  ],
  [
    'a folder outside the repository',
    new RegExp(['\\.\\./sha', 'red\\b|\\bsha', 'red/da', 'ta\\b'].join('')),
  ],
  ['a package registry', new RegExp(['regis', 'try\\.[a-z]|npm', 'mirror|arti', 'factory'].join(''), 'i')],
];
const found = (text: string): string[] =>
  FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);

describe('the text of the repository', () => {
  test('names no machine, no neighbouring folder and no registry', () => {
    const faults = texts.flatMap((path) => found(readText(path)).map((what) => `${path}: ${what}`));
    expect(faults).toEqual([]);
  });

  test('the check works', () => {
    const machine = ['', 'wo' + 'rk', 'main'].join('/');
    expect(found(`see ${machine}`)).toHaveLength(1);
    expect(found(['..', 'sha' + 'red', 'x'].join('/'))).toHaveLength(1);
    expect(found('https://regis' + 'try.example.org')).toHaveLength(1);
    expect(found("import a from '../work/a'; https://example.org/work/x; networks/home/x")).toEqual([]);
  });

  test('the lock file pins by integrity, and points at no host', () => {
    const lock = JSON.parse(readText('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const entries = Object.entries(lock.packages).filter(([name]) => name !== '');
    expect(entries.filter(([, p]) => p.resolved?.startsWith('http')).map(([name]) => name)).toEqual([]);
    expect(entries.filter(([, p]) => !p.integrity && !p.link).map(([name]) => name)).toEqual([]);
  });
});

/** SHA-256 of every raw input, as the edition's own metadata records them. */
function rawHashes(): Set<string> {
  const metadata = files.filter((path) => /^data-build\/edition\/[^/]+\/meta\.json$/.test(path));
  const sources = metadata.flatMap(
    (path) => (JSON.parse(readText(path)) as { sources: { sha256: string }[] }).sources,
  );
  return new Set(sources.map((source) => source.sha256));
}

describe('raw exports stay outside', () => {
  test('no committed file is one of the raw inputs', () => {
    const raw = rawHashes();
    expect(raw.size, 'the edition records the hash of each raw input').toBeGreaterThan(5);
    const sha = (path: string): string => createHash('sha256').update(readBytes(path)).digest('hex');
    expect(files.filter((path) => raw.has(sha(path)))).toEqual([]);
  });

  test('no raw format, no semicolon table, no byte-order mark', () => {
    const isFixture = (path: string): boolean => /fixtures|golden/.test(path);
    const faults = files.filter((path) => {
      if (/\.(parquet|shp|dbf|shx|zip|xlsx?|gpkg)$/i.test(path)) return !isFixture(path);
      if (!/\.csv$/i.test(path) || isFixture(path)) return false;
      const text = readText(path);
      return text.startsWith('\uFEFF') || (text.split('\n', 1)[0] ?? '').includes(';');
    });
    expect(faults).toEqual([]);
  });

  test('fixtures are small', () => {
    expect(files.filter((path) => /fixtures|golden/.test(path) && readBytes(path).length > 200_000)).toEqual(
      [],
    );
  });
});
