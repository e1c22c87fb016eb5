import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ringKm2 } from '../../data-build/steps/geography-measure';
import { AddressShardSchema, StreetIndexSchema } from '../../src/model/address';
import { unpackCell } from '../../src/model/cell';
import { LEVELS } from '../../src/model/ids';
import { ManifestSchema, type FileRef } from '../../src/model/manifest';
import { mapKindOf } from '../../src/model/unit';
import { shortQuery } from '../../src/state/short';
import { parseView } from '../../src/state/url';
import { asText, knownLinks } from '../links';
import { buildOnce, EDITION, type Built } from './built';

// Whole builds and audits: generous, so that a slow machine is no failure.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let built: Built;
beforeAll(async () => {
  built = await buildOnce();
});
afterAll(() => built?.remove());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const CITY_LEVELS = LEVELS.filter((level) => level !== 'comune');

describe('manifest', () => {
  it('is what the app will parse', () => {
    const written = JSON.parse(built.read('manifest.json').toString()) as unknown;
    expect(v.parse(ManifestSchema, written)).toEqual(built.manifest);
  });

  it('names files that exist, with their very bytes and a name that carries the hash', () => {
    const { geography, tiles, search, indicators } = built.manifest;
    const refs: FileRef[] = [
      ...[geography, tiles.areas, tiles.base, search!],
      ...indicators.map(({ table }) => table),
    ];
    for (const { path, bytes, sha256: hash, headSha256 } of refs) {
      const content = built.read(path);
      expect(content.length, path).toBe(bytes);
      expect(sha256(content), path).toBe(hash);
      expect(path).toContain(hash.slice(0, 10));
      if (path.endsWith('.pmtiles')) expect(headSha256).toBe(sha256(content.subarray(0, 16384)));
    }
  });

  it('leads to every house number: the street index names shards that exist, by the beginning of their hash', () => {
    const index = v.parse(
      StreetIndexSchema,
      JSON.parse(built.read(built.manifest.search!.path).toString()) as unknown,
    );
    expect(index.shards.length).toBeGreaterThan(50);
    for (const { path, bytes } of index.shards) {
      const content = built.read(path);
      expect(content.length, path).toBe(bytes);
      expect(path).toContain(`.${sha256(content).slice(0, 10)}.json`);
      v.parse(AddressShardSchema, JSON.parse(content.toString()) as unknown);
    }
    expect(Math.max(...index.shard)).toBe(index.shards.length - 1);
  });

  it('has the municipal catalogue beside the public files', () => {
    const catalogue = JSON.parse(built.read('api/v1/catalogue.json').toString()) as { datasets: unknown[] };
    expect(catalogue.datasets).toHaveLength(702);
  });

  it('holds at least the thirteen indicators of the first contract', () => {
    const ids = built.manifest.indicators.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        'population.residents',
        'population.density',
        'population.foreign_share',
        'population.under15_share',
        'population.over65_share',
        'population.ageing_index',
        'households.single_share',
        'income.mean',
        'income.median',
        'fragility.overall',
        'fragility.demographic',
        'fragility.social',
        'fragility.economic',
      ]),
    );
  });

  it('opens on a view that exists', () => {
    const { indicator, level, period } = built.manifest.defaultView;
    expect(built.table(indicator).levels[level]!.periods).toContain(period);
  });

  it('shades no count', () => {
    for (const { id, measure, unit } of built.manifest.indicators)
      if (unit === 'people') expect(mapKindOf(measure), id).toBe('symbols');
  });
});

describe('geography', () => {
  it('has 1 city, 6 quartieri, 18 zone, 25 zone di prossimità, 90 areas, 55 comuni', () => {
    const counts = LEVELS.map((level) => built.geography.levels[level]!.length);
    expect(counts).toEqual([1, 6, 18, 25, 90, 55]);
  });

  it('covers the same 140.84 km² at every level of the city (published, rounded; the edition is simplified)', () => {
    for (const level of CITY_LEVELS) {
      const sum = built.geography.levels[level]!.reduce((km2, area) => km2 + area.km2, 0);
      expect(Math.abs(sum - 140.84), level).toBeLessThan(0.02);
    }
  });

  it('names parents that exist and neighbours that agree', () => {
    for (const level of LEVELS)
      for (const area of built.geography.levels[level]!) {
        for (const [upper, code] of Object.entries(area.parents))
          expect(built.geography.levels[upper as 'zona']!.some((parent) => parent.code === code)).toBe(true);
        for (const code of area.neighbours) {
          const other = built.geography.levels[level]!.find((neighbour) => neighbour.code === code)!;
          expect(other.neighbours, `${level} ${area.code}–${code}`).toContain(area.code);
        }
      }
  });
});

describe('tables', () => {
  it('have one cell per period and area, within extent, with ascending breaks', () => {
    for (const { id, levels } of built.manifest.indicators) {
      const table = built.table(id);
      expect(Object.keys(table.levels)).toEqual(levels);
      for (const level of levels) {
        const { periods, cells, breaks, extent } = table.levels[level]!;
        expect(cells.length, `${id} ${level}`).toBe(periods.length * built.geography.levels[level]!.length);
        const values = cells.filter((cell) => typeof cell === 'number');
        expect([Math.min(...values), Math.max(...values)]).toEqual(extent);
        expect(breaks.every((b, i) => i === 0 || b > breaks[i - 1]!)).toBe(true);
        expect(
          breaks.every((b) => b > extent[0] && b <= extent[1]),
          `${id} ${level} ${breaks}`,
        ).toBe(true);
      }
    }
  });

  it('stay small: no table above 30 kB gzipped', () => {
    for (const { table } of built.manifest.indicators)
      expect(gzipSync(built.read(table.path)).length, table.path).toBeLessThan(30_000);
  });
});

describe('public CSV', () => {
  it('lists every level × period × area once, in order, and a value exactly where the status says so', () => {
    for (const { id, periods, levels } of built.manifest.indicators) {
      const listed = LEVELS.filter((level) =>
        level === 'comune' ? levels.includes(level) : levels.some((held) => held !== 'comune'),
      );
      const expected = listed.flatMap((level) =>
        periods.flatMap((period) =>
          built.geography.levels[level]!.map(({ code }) => `${level},${code},${period}`),
        ),
      );
      const rows = built.csv(id);
      expect(
        rows.map(({ level, area, period }) => `${level},${area},${period}`),
        id,
      ).toEqual(expected);
      for (const { value, status } of rows)
        if (status === 'value') expect(Number.isFinite(Number.parseFloat(value))).toBe(true);
        else
          expect([
            value,
            ['suppressed', 'not-available', 'unreliable', 'not-applicable'].includes(status),
          ]).toEqual(['', true]);
    }
  });

  it('says the same as the table, with more digits', () => {
    for (const { id, levels } of built.manifest.indicators) {
      const table = built.table(id);
      const rows = new Map(built.csv(id).map((row) => [`${row.level},${row.area},${row.period}`, row]));
      for (const level of levels) {
        const { periods, cells } = table.levels[level]!;
        const areas = built.geography.levels[level]!;
        cells.forEach((packed, i) => {
          const row = rows.get(
            `${level},${areas[i % areas.length]!.code},${periods[Math.floor(i / areas.length)]!}`,
          )!;
          const cell = unpackCell(packed);
          if ('value' in cell)
            expect(Math.abs(cell.value - Number(row.value))).toBeLessThanOrEqual(
              0.5001 * 10 ** -(table.decimals + 2),
            );
          else expect(row.status).toBe(cell.missing);
        });
      }
    }
  });

  it('carries the published totals of the city, people without fixed abode included', () => {
    const city = built.csv('population.residents').filter(({ level }) => level === 'citta');
    const of = (period: string) => city.find((row) => row.period === period)?.value;
    expect([of('1986'), of('2023')]).toEqual(['432406', '392017']);
    expect(city.map(({ period }) => period)).toEqual(Array.from({ length: 38 }, (_, i) => String(1986 + i)));
  });

  it('adds up: areas, zone, prossimità and quartieri hold the same residents year by year 2010–2021', () => {
    const rows = built.csv('population.residents');
    for (let year = 2010; year <= 2021; year++) {
      const sums = (['quartiere', 'zona', 'prossimita', 'area'] as const).map((wanted) =>
        rows
          .filter(({ level, period }) => level === wanted && period === String(year))
          .reduce((sum, { value }) => sum + Number(value), 0),
      );
      expect(new Set(sums).size, `${year}: ${sums}`).toBe(1);
    }
  });

  it('never averages averages: city mean income is total income over total taxpayers', () => {
    const lines = readFileSync(join(EDITION, 'income-mean/data.csv'), 'utf8').trim().split('\n').slice(1);
    const of2021 = lines
      .map((line) => line.split(','))
      .filter(([area, period]) => period === '2021' && area !== 'nr');
    const sum = (column: number) => of2021.reduce((total, fields) => total + Number(fields[column]), 0);
    const city = built
      .csv('income.mean')
      .find(({ level, period }) => level === 'citta' && period === '2021')!;
    expect(Number(city.value)).toBeCloseTo(sum(3) / sum(2), 6);
  });

  it('says not-applicable where a median or an index would have to be averaged', () => {
    for (const id of ['income.median', 'fragility.overall'])
      for (const { level, status } of built.csv(id))
        if (level !== 'area') expect(status).toBe('not-applicable');
  });
});

describe('public files', () => {
  it('index.json links to files that exist', () => {
    const index = JSON.parse(built.read('api/v1/index.json').toString()) as {
      indicators: { csv: string; json: string }[];
      areas: { geojson: string }[];
    };
    const links = [
      ...index.indicators.flatMap(({ csv, json }) => [csv, json]),
      ...index.areas.map(({ geojson }) => geojson),
    ];
    expect(links).toHaveLength(built.manifest.indicators.length * 2 + LEVELS.length);
    for (const link of links) expect(existsSync(join(built.out, 'api/v1', link)), link).toBe(true);
  });

  it('metadata name publisher, licence, landing page and the raw inputs by hash', () => {
    for (const { id } of built.manifest.indicators) {
      const meta = JSON.parse(built.read(`api/v1/indicators/${id}.json`).toString()) as {
        id: string;
        datasets: {
          publisher: string;
          landingPage: string;
          licence: { url: string };
          sources: { sha256: string }[];
        }[];
      };
      expect(meta.id).toBe(id);
      for (const { publisher, landingPage, licence, sources } of meta.datasets) {
        expect(publisher).not.toBe('');
        expect(landingPage).toMatch(/^https:/);
        expect(licence.url).toMatch(/^https:/);
        for (const source of sources) expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
      }
    }
  });

  it('GeoJSON follows RFC 7946: right-hand winding, closed rings, the codes of the geography', () => {
    for (const level of LEVELS) {
      const { features } = JSON.parse(built.read(`api/v1/areas/${level}.geojson`).toString()) as {
        features: { properties: { code: string }; geometry: { type: string; coordinates: number[][][][] } }[];
      };
      expect(features.map((f) => f.properties.code)).toEqual(
        built.geography.levels[level]!.map(({ code }) => code),
      );
      for (const { geometry } of features) {
        const polygons =
          geometry.type === 'Polygon'
            ? [geometry.coordinates as unknown as number[][][]]
            : geometry.coordinates;
        for (const rings of polygons)
          rings.forEach((ring, i) => {
            expect(ring[0]).toEqual(ring.at(-1));
            expect(Math.sign(ringKm2(ring))).toBe(i === 0 ? 1 : -1);
          });
      }
    }
  });
});

describe('links', () => {
  it('that were ever given away still show what they showed', () => {
    const links = knownLinks();
    expect(links.length).toBeGreaterThan(30);
    for (const { link, shows, problems } of links) {
      const read = parseView(link, built.manifest);
      const found = Object.keys(shows).map((field) => [field, asText(read.view[field as 'area'])]);
      expect(Object.fromEntries(found), link).toEqual(shows);
      expect(
        read.problems.map(({ key }) => key),
        link,
      ).toEqual(problems);
    }
  });

  it('to any two indicators of this edition stay under 150 characters', () => {
    const { manifest } = built;
    const byLength = [...manifest.indicators].sort((a, b) => b.id.length - a.id.length);
    for (const { id, levels, periods } of manifest.indicators)
      for (const level of levels)
        for (const more of ['k=bivariate', 'c=swipe&q=2010', 'v=charts&g=scatter', 'k=change&q=2010']) {
          const second = byLength.find((s) => s.id !== id && s.levels.includes(level))?.id ?? '';
          const search = `?i=${id}&l=${level}&p=${periods[0]}&a=037006&j=${second}&r=teal-red&b=q7&lang=en&${more}`;
          const link = shortQuery(parseView(search, manifest).view, manifest);
          expect(link.length, link).toBeLessThanOrEqual(150);
        }
  });
});
