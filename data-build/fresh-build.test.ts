import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BuildPlaces } from './build';
import { buildKey, readFresh, remember } from './fresh-build';

let root: string;
let places: BuildPlaces;
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const note = (): string => join(places.cache, readdirSync(places.cache)[0]!);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fresh-'));
  for (const path of [
    'data-build/build.ts',
    'data-build/indicators/one.ts',
    'data-build/edition/a/data.csv',
    'src/model/ids.ts',
    'src/domain/breaks.ts',
    'stories/one.md',
    'package-lock.json',
    'elsewhere/edition/a/data.csv',
    'out/api/x.json',
  ])
    put(path, `${path}\n`);
  put('out/manifest.json', '{"edition":"2026-01-01"}');
  places = {
    root,
    edition: join(root, 'elsewhere/edition'),
    indicators: join(root, 'data-build/indicators'),
    out: join(root, 'out'),
    cache: join(root, 'cache'),
    log: () => {},
    compiled: false,
  };
  remember(places, buildKey(places));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const fresh = () => readFresh(places, buildKey(places));

describe('a finished build', () => {
  it('is taken as it stands while nothing changed, whatever the file times say', () => {
    utimesSync(join(root, 'stories/one.md'), new Date(0), new Date(0));
    expect(fresh()).toEqual({ edition: '2026-01-01' });
  });

  it.each([
    'data-build/build.ts',
    'data-build/indicators/one.ts',
    'data-build/steps/new.ts',
    'src/model/ids.ts',
    'src/domain/breaks.ts',
    'stories/one.md',
    'stories/two.md',
    'package-lock.json',
    'elsewhere/edition/a/data.csv',
    'elsewhere/edition/b/data.csv',
    'out/api/x.json',
    'out/manifest.json',
    'out/stranger.json',
  ])('is made again when %s is not what it was', (path) => {
    put(path, 'other\n');
    expect(fresh()).toBeNull();
  });

  it('stays when the edition changes that it was not made from', () => {
    put('data-build/edition/a/data.csv', 'other\n');
    expect(fresh()).not.toBeNull();
    places.edition = join(root, 'data-build/edition');
    expect(fresh()).toBeNull();
  });

  it('is made again when a file moved, though all bytes are still there', () => {
    put('out/api/y.json', readFileSync(join(root, 'out/api/x.json'), 'utf8'));
    rmSync(join(root, 'out/api/x.json'));
    expect(fresh()).toBeNull();
  });

  it.each(['', 'null', '{', '{"key":1}', '[]'])('is made again when its note is broken: %s', (text) => {
    writeFileSync(note(), text);
    expect(fresh()).toBeNull();
  });

  it('is made again when a folder cannot be read', () => {
    rmSync(join(root, 'stories'), { recursive: true });
    expect(buildKey(places)).toBeNull();
    expect(fresh()).toBeNull();
  });

  it('is not written down when an input was touched during the build', () => {
    rmSync(places.cache, { recursive: true });
    const before = buildKey(places);
    put('stories/one.md', 'edited meanwhile\n');
    remember(places, before);
    expect(readFresh(places, before)).toBeNull();
    expect(fresh()).toBeNull();
  });
});
