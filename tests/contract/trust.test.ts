import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { storyPages } from '../../scripts/story-pages/plugin';
import { parseXml } from '../support/xml';
import { buildOnce, EDITION, type Built } from './built';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let built: Built;
beforeAll(async () => {
  built = await buildOnce();
});
afterAll(() => built?.remove());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const json = <T>(path: string): T => JSON.parse(built.read(path).toString()) as T;
const datasets = (): string[] =>
  json<{ datasets: { id: string }[] }>('api/v1/quality.json').datasets.map(({ id }) => id);
const committed = (): string[] =>
  (
    JSON.parse(readFileSync(join(EDITION, 'edition.json'), 'utf8')) as { datasets: { id: string }[] }
  ).datasets.map(({ id }) => id);

interface Hashed {
  path: string;
  bytes: number;
  sha256: string;
}
interface Provenance {
  edition: string;
  datasets: { id: string; raw: Hashed[]; parser: Hashed; edition: Hashed[] }[];
  rule: Hashed;
  ranges: { level: string; from: string; to: string; periods: number; cells: Record<string, number> }[];
  outputs: Hashed[];
}

describe('provenance', () => {
  it('leads for every indicator from raw files to published ones, with hashes that hold', () => {
    const checked = new Map<string, string>();
    const hashOf = (file: string): string => {
      const known = checked.get(file) ?? sha256(readFileSync(file));
      checked.set(file, known);
      return known;
    };
    const faults: string[] = [];
    const check = (file: string, stated: Hashed): void => {
      if (hashOf(file) !== stated.sha256) faults.push(`${file} has another hash`);
    };
    for (const { id, table } of built.manifest.indicators) {
      const { edition, datasets: chain, rule, outputs } = json<Provenance>(`api/v1/provenance/${id}.json`);
      expect(edition).toBe(built.manifest.edition);
      check(resolve(rule.path), rule);
      for (const dataset of chain) {
        expect(dataset.raw.length, dataset.id).toBeGreaterThan(0);
        for (const raw of dataset.raw) expect(raw.sha256).toMatch(/^[0-9a-f]{64}$/);
        check(resolve(dataset.parser.path), dataset.parser);
        expect(dataset.edition.map(({ path }) => path)).toEqual(
          readdirSync(join(EDITION, dataset.id))
            .sort()
            .map((name) => `${dataset.id}/${name}`),
        );
        for (const file of dataset.edition) check(join(EDITION, file.path), file);
      }
      expect(outputs.map(({ path }) => path)).toContain(table.path);
      for (const file of outputs) check(join(built.out, file.path), file);
    }
    expect(faults).toEqual([]);
  });

  it('covers every cell of every table by exactly one range', () => {
    for (const { id } of built.manifest.indicators.slice(0, 20)) {
      const { ranges } = json<Provenance>(`api/v1/provenance/${id}.json`);
      for (const [level, table] of Object.entries(built.table(id).levels)) {
        const own = ranges.filter((range) => range.level === level);
        expect(own.flatMap(({ from, to }) => [from, to])).toEqual(
          [...own.flatMap(({ from, to }) => [from, to])].sort(),
        );
        const cells = own.reduce(
          (sum, range) => sum + range.periods * Object.values(range.cells).reduce((n, m) => n + m, 0),
          0,
        );
        expect(cells, `${id} ${level}`).toBe(table!.cells.length);
      }
    }
  });
});

describe('quality', () => {
  it('has a line and a report for every dataset of the edition', () => {
    expect(datasets()).toEqual(committed());
    for (const id of datasets()) {
      const report = json<{ dataset: string; tables: { duplicates: number }[]; layers: unknown[] }>(
        `api/v1/quality/${id}.json`,
      );
      expect(report.dataset).toBe(id);
      expect(report.tables.length + report.layers.length, id).toBeGreaterThan(0);
    }
  });

  it('counts the suppressed cells the tables have', () => {
    const report = json<{
      indicators: { indicator: string; cells: Record<string, { suppressed: number }> }[];
    }>('api/v1/quality/population-area.json');
    const found = report.indicators.find(({ indicator }) => indicator === 'population.over65_share')!;
    const cells = built.table('population.over65_share').levels.area!.cells;
    expect(found.cells['area']!.suppressed).toBe(cells.filter((cell) => cell === 's').length);
  });

  it('gives at most three stars, since nothing recorded attests more', () => {
    const { datasets: lines } = json<{ datasets: { id: string; stars: number }[] }>('api/v1/quality.json');
    for (const { id, stars } of lines) expect([0, 1, 2, 3], id).toContain(stars);
  });
});

describe('datasets', () => {
  it('names every dataset of the edition once, and every table it gives away is there', () => {
    const { datasets: lines } = json<{ datasets: { id: string; json: string; indicators: string[] }[] }>(
      'api/v1/datasets.json',
    );
    expect(lines.map(({ id }) => id)).toEqual(committed());
    const known = new Set(built.manifest.indicators.map(({ id }) => id));
    for (const line of lines) {
      for (const indicator of line.indicators) expect(known, line.id).toContain(indicator);
      const own = json<{ tables: { file: string; csv: string | null }[]; package: string | null }>(
        `api/v1/${line.json}`,
      );
      for (const { file, csv } of own.tables)
        if (csv !== null)
          expect(
            built.read(`api/v1/${csv}`).equals(readFileSync(join(EDITION, line.id, file))),
            `${line.id}/${file}`,
          ).toBe(true);
      if (own.package !== null) {
        const { resources } = json<{ resources: { path: string; hash: string }[] }>(`api/v1/${own.package}`);
        for (const { path, hash } of resources)
          expect(`sha256:${sha256(built.read(`api/v1/datasets/${line.id}/${path}`))}`).toBe(hash);
      }
    }
  });

  it('leaves nobody’s table behind: what rests on no indicator is given away or is a layer', () => {
    const { datasets: lines } = json<{ datasets: { id: string; rows: number; indicators: string[] }[] }>(
      'api/v1/datasets.json',
    );
    for (const { id, rows } of lines.filter(({ indicators, rows: n }) => n > 0 && indicators.length === 0))
      expect(
        json<{ package: string | null }>(`api/v1/datasets/${id}.json`).package,
        `${id}, ${rows} rows`,
      ).not.toBeNull();
  });
});

describe('changes, feed and editions', () => {
  it('has a feed with what Atom asks for, whose links exist', () => {
    const feed = parseXml(built.read('feed.xml').toString());
    for (const name of ['id', 'title', 'updated', 'author > name', 'link[rel="self"]'])
      expect(feed.querySelectorAll(`feed > ${name}`), name).toHaveLength(1);
    const entries = [...feed.querySelectorAll('entry')];
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries)
      for (const name of ['id', 'title', 'updated', 'link[rel="alternate"]', 'summary'])
        expect(entry.querySelectorAll(`:scope > ${name}`), name).toHaveLength(1);
    const hrefs = [...feed.querySelectorAll('link')].map((link) => link.getAttribute('href')!);
    for (const href of new Set(hrefs)) expect(built.read(href).length, href).toBeGreaterThan(0);
  });

  it('tells the edition and, dataset by dataset, what happened', () => {
    const { edition, editions } = json<{ edition: string; editions: { id: string }[] }>(
      'api/v1/changes.json',
    );
    expect([edition, editions[0]?.id]).toEqual([built.manifest.edition, built.manifest.edition]);
    for (const id of committed())
      expect(json<{ dataset: string }>(`api/v1/changes/${id}.json`).dataset).toBe(id);
  });

  it('gives the current edition an address that stays, with the same figures', () => {
    const base = `editions/${built.manifest.edition}/api/v1`;
    const index = json<{
      indicators: { id: string; csv: string; json: string }[];
      areas: { geojson: string }[];
    }>(`${base}/index.json`);
    expect(index.indicators).toHaveLength(built.manifest.indicators.length);
    const files = [
      ...index.indicators.flatMap((one) => [one.csv, one.json]),
      ...index.areas.map((a) => a.geojson),
    ];
    for (const path of files)
      expect(built.read(`${base}/${path}`).equals(built.read(`api/v1/${path}`)), path).toBe(true);
  });
});

describe('pages of the stories', () => {
  it('have the same bytes when all of them are written a second time', { timeout: 120_000 }, async () => {
    const write = () =>
      storyPages(built.out, ['assets/lora-latin-400-normal-x.woff2'], 'https://atlante.example/');
    const [once, again] = [await write(), await write()];
    expect([...once.keys()]).toEqual([...again.keys()]);
    const stories = built.manifest.files['stories']
      ? json<{ stories: unknown[] }>(built.manifest.files['stories'].path).stories
      : [];
    // A page in each language and a picture of each story, two contents pages, fonts and the site map.
    expect(once.size).toBe(stories.length * 3 + 4);
    expect(stories.length).toBeGreaterThan(5);
    const differ = [...once].filter(
      ([path, content]) => !Buffer.from(content).equals(Buffer.from(again.get(path)!)),
    );
    expect(differ.map(([path]) => path)).toEqual([]);
  });
});
