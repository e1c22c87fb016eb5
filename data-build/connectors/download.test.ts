import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetModule, RawSource } from '../model';
import { CC_BY_4 } from '../steps/edition-publishers';
import { refreshAll } from '../steps/edition-refresh';
import { parseCsv } from '../steps/parse-csv';
import { downloadAll, type DownloadReport } from './download';
import { HttpClient } from './http';
import { routeOf } from './route';
import { cutAfter, give, resume, startHost, status, testClock, type Host } from './testing';

let host: Host;
let root: string;
let log: string[];
beforeAll(async () => void (host = await startHost()));
afterAll(() => host.close());
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'atlas-download-'));
  log = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const CSV = '\ufeffanno;quartiere;residenti\r\n2023;Navile;70456\r\n2024;Navile;70457\r\n';
const exportPath = (id: string, format: string): string =>
  `/api/explore/v2.1/catalog/datasets/${id}/exports/${format}`;

/** A dataset as the real ones are: a strict parser of one portal table. */
const dataset = (id: string, ...sources: RawSource[]): DatasetModule => ({
  meta: {
    id,
    title: { it: id, en: id },
    publisher: 'P',
    sourceId: id,
    landingPage: 'https://example.org/',
    licence: { ...CC_BY_4 },
    notes: [],
  },
  sources,
  refresh(ctx) {
    const { path } = sources[0]!;
    const found = parseCsv(ctx.read(path), path, {
      delimiter: ';',
      newline: '\r\n',
      boms: 1,
      header: ['anno', 'quartiere', 'residenti'],
    });
    const rows = found.map((row) => [row.get('quartiere'), row.get('anno'), row.get('residenti')]);
    return {
      tables: { data: { columns: ['quartiere', 'period', 'residents'], rows } },
      period: ['2023', '2024'],
    };
  },
});

const cache = (...path: string[]): string => join(root, 'raw', ...path);
const download = (...modules: DatasetModule[]): Promise<DownloadReport> =>
  downloadAll({
    modules,
    cache: cache(),
    client: new HttpClient({ cache: cache('.http'), userAgent: 'atlas-test/1', clock: testClock() }),
    log: (line) => log.push(line),
  });
const refresh = (module: DatasetModule, from: string, edition: string, dryRun = false) =>
  refreshAll({
    from,
    edition: join(root, edition),
    modules: [module],
    date: '2026-01-15',
    dryRun,
    log: (line) => log.push(line),
  });
const source = (url: string, path = 'a/people.csv', more: Partial<RawSource> = {}): RawSource => ({
  path,
  url,
  ...more,
});

describe('a refresh from the addresses', () => {
  it('makes the edition a folder of the same exports makes, through a cut and a 500', async () => {
    const head = { etag: '"1"' };
    const url = host.script(
      exportPath('people', 'csv'),
      status(500),
      cutAfter(40, CSV, head),
      resume(CSV, head),
    );
    const module = dataset('people', source(`${url}?use_labels=true&delimiter=%3B`));
    expect(await download(module)).toEqual({ ready: ['people'], byHand: [], failed: [] });
    mkdirSync(join(root, 'given', 'a'), { recursive: true });
    writeFileSync(join(root, 'given', 'a', 'people.csv'), CSV);
    await refresh(module, cache(), 'one');
    await refresh(module, join(root, 'given'), 'two');
    for (const name of ['data.csv', 'meta.json'])
      expect(readFileSync(join(root, 'one', 'people', name), 'utf8')).toBe(
        readFileSync(join(root, 'two', 'people', name), 'utf8'),
      );
  });

  it('says what a dry run would change, and writes nothing', async () => {
    const url = host.script(
      exportPath('dry', 'csv'),
      give(CSV),
      give(CSV.replace('70457', '99999') + '2024;Savena;5\r\n'),
    );
    const module = dataset('dry', source(url));
    await download(module);
    await refresh(module, cache(), 'edition');
    const before = readFileSync(join(root, 'edition', 'dry', 'data.csv'), 'utf8');
    await download(module);
    await refresh(module, cache(), 'edition', true);
    expect(readFileSync(join(root, 'edition', 'dry', 'data.csv'), 'utf8')).toBe(before);
    const said = log.join('\n');
    expect(said).toContain('data.csv: rows 1 added, 1 changed, 0 removed (2024)');
    expect(said).toContain('drift in data.csv: quartiere: never seen before: "Savena". Decide what it means');
    expect(said).toContain('residents in 2024: total 100004 against 70457 in the last edition');
  });

  it('reports changed columns, and the dataset keeps its last good folder', async () => {
    const url = host.script(
      exportPath('cols', 'csv'),
      give(CSV),
      give(CSV.replace('residenti', 'Numero residenti')),
    );
    const module = dataset('cols', source(url));
    await download(module);
    await refresh(module, cache(), 'edition');
    await download(module);
    const report = await refresh(module, cache(), 'edition');
    expect(log.join('\n')).toContain('drift: column renamed: "residenti" is now "Numero residenti"');
    expect(report.failed[0]?.message).toContain('expected header "residenti"');
    expect(existsSync(join(root, 'edition', 'cols', 'data.csv'))).toBe(true);
    const renamed = dataset(
      'cols',
      source(url, 'a/people.csv', { rename: { 'Numero residenti': 'residenti' } }),
    );
    await download(renamed);
    expect((await refresh(renamed, cache(), 'edition')).unchanged).toEqual(['cols']);
  });

  it('goes on with the others when one host sends a page, and keeps what it had', async () => {
    const good = dataset('good', source(host.script('/good.csv', give(CSV)), 'good.csv'));
    const url = host.script('/bad.csv', give('<html><title>Login</title></html>'));
    mkdirSync(cache(), { recursive: true });
    writeFileSync(cache('bad.csv'), CSV);
    const report = await download(dataset('bad', source(url, 'bad.csv')), good);
    expect(report.ready).toEqual(['good']);
    expect(report.failed[0]?.message).toContain('a web page titled “Login”');
    expect(readFileSync(cache('bad.csv'), 'utf8')).toBe(CSV);
  });

  it('refuses a zip bomb before the raw file is touched', async () => {
    const bomb = zipSync({ 'Redditi.csv': new Uint8Array(3_000_000) });
    const report = await download(dataset('bomb', source(host.script('/bomb.zip', give(bomb)), 'bomb.csv')));
    expect(report.failed[0]?.message).toContain('inflating at most 200 times');
    expect(existsSync(cache('bomb.csv'))).toBe(false);
  });

  it('asks an address that two datasets share once', async () => {
    const url = host.script('/shared.csv', give(CSV));
    host.seen();
    await download(dataset('one', source(url, 's.csv')), dataset('two', source(url, 's.csv')));
    expect(host.seen().length).toBe(1);
  });

  it('leaves to a person what has no address for machines, until the file is there', async () => {
    const page = dataset('page', source('https://www.istat.it/', 'page.csv'));
    const dated = host.url + '/now.csv';
    const days = dataset('days', source(dated, '2015.csv'), source(dated, '2019.csv'));
    const report = await download(page, days);
    expect(report.byHand.map(({ id }) => id)).toEqual(['page', 'days']);
    expect(report.byHand[0]?.message).toContain('page.csv: its address is a page, not a file');
    mkdirSync(cache(), { recursive: true });
    writeFileSync(cache('page.csv'), CSV);
    expect((await download(page)).ready).toEqual(['page']);
  });
});

describe('routeOf', () => {
  const route = (url: string, path: string) => routeOf({ url, path });
  it('knows what an address gives and what it must become', async () => {
    const zip = zipSync({ 't.csv': strToU8(CSV) });
    const found = route('https://example.org/t.zip', 't.csv');
    expect(typeof found === 'object' && Buffer.from(await found.convert(zip)).toString()).toBe(CSV);
    expect(route('https://x.it' + exportPath('a', 'shp'), 'a.zip')).toMatchObject({ kind: 'zip' });
    expect(route('https://github.com/o/r/blob/main/a.geojson', 'a.geojson')).toMatchObject({
      url: 'https://raw.githubusercontent.com/o/r/main/a.geojson',
      kind: 'json',
    });
    expect(
      route('https://esploradati.istat.it/SDMXWS/rest/data/IT1,22_289/A/?startperiod=2024', 'a.csv'),
    ).toMatchObject({
      accept: 'text/csv',
    });
    expect(route('https://x.it' + exportPath('a', 'shp'), 'a.geojson')).toBe('shp does not become geojson');
  });
});
