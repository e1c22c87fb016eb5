import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import * as v from 'valibot';
import { CatalogueSchema } from '../../src/model/catalogue';
import type { Level } from '../../src/model/ids';
import {
  GeographySchema,
  IndicatorSummarySchema,
  TableSchema,
  type Geography,
  type IndicatorSummary,
  type Table,
} from '../../src/model/manifest';
import type { Edition } from '../edition-reader';
import { buildCsv, buildMetadata, datasetOf } from './api';
import { sha256, type Step } from './cache';
import { buildCatalogue } from './catalogue';
import { buildGeography, buildGeojson, levelShapes } from './geography';
import type { FoundIndicator } from './indicators';
import { buildSearch } from './search';
import { buildTable, levelsOf, periodsOf } from './tables';

/** What an unparametrised visit shows. */
export const DEFAULT = { indicator: 'population.over65_share', level: 'area' as Level };

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** This file decides what the steps write; its imports are covered by the steps' own code. */
const OWN = sha256(readFileSync(fileURLToPath(import.meta.url)));
const json = (value: unknown): string => JSON.stringify(value);
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** An indicator's summary without its table's address, which is known once the table is written. */
export const BareSummarySchema = v.omit(IndicatorSummarySchema, ['table']);
export type BareSummary = Omit<IndicatorSummary, 'table'>;

export const readJson = <S extends v.GenericSchema>(schema: S, file: string): v.InferOutput<S> =>
  v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
export const readGeography = (dir: string): Geography =>
  readJson(GeographySchema, join(dir, 'geography.json'));

export function geographyStep(edition: Edition): Step {
  return {
    name: 'geography',
    inputs: [OWN, edition.hash('geography')],
    code: [here('geography.ts')],
    run(dir) {
      const levels = levelShapes(edition.only(['geography']));
      writeFileSync(join(dir, 'geography.json'), json(v.parse(GeographySchema, buildGeography(levels))));
      mkdirSync(join(dir, 'areas'));
      for (const level of levels)
        writeFileSync(join(dir, 'areas', `${level.level}.geojson`), `${json(buildGeojson(level))}\n`);
    },
  };
}

export function indicatorStep(edition: Edition, indicator: FoundIndicator, geographyDir: string): Step {
  const geographyText = readFileSync(join(geographyDir, 'geography.json'));
  return {
    name: indicator.id,
    inputs: [OWN, sha256(geographyText), ...indicator.datasets.map((id) => edition.hash(id))],
    code: [indicator.file, here('tables.ts'), here('api.ts')],
    run(dir) {
      const geography = readGeography(geographyDir);
      const cells = indicator.compute(edition.only(indicator.datasets), geography);
      const metas = indicator.datasets.map((id) => edition.meta(id));
      const table: Table = v.parse(
        TableSchema,
        buildTable(indicator, cells, geography, metas.map(datasetOf)),
      );
      const { id, theme, title, question, sentence, measure, unit, ramp } = indicator;
      const summary: BareSummary = {
        id,
        theme,
        title,
        question,
        ...(sentence ? { sentence } : {}),
        measure,
        unit,
        ramp,
        levels: levelsOf(cells),
        periods: periodsOf(cells),
      };
      if (summary.levels.length === 0) throw new Error(`indicator ${id}: not one value at any level`);
      writeFileSync(join(dir, 'table.json'), json(table));
      writeFileSync(join(dir, 'summary.json'), json(v.parse(BareSummarySchema, summary)));
      writeFileSync(join(dir, 'data.csv'), buildCsv(indicator, cells, geography));
      writeFileSync(join(dir, 'meta.json'), pretty(buildMetadata(indicator, cells, table, metas)));
    },
  };
}

const TILE_DATASETS = ['geography', 'streets', 'cycle-paths', 'ztl'];

export function tilesStep(edition: Edition): Step {
  return {
    name: 'tiles',
    inputs: [OWN, ...TILE_DATASETS.map((id) => edition.hash(id))],
    code: [here('tiles.ts')],
    async run(dir) {
      const { buildTiles } = await import('./tiles');
      await buildTiles(edition.only(TILE_DATASETS), dir);
    },
  };
}

const SEARCH_DATASETS = ['addresses', 'streets'];

/** `streets.json` and, in `numbers/`, its shards under their public names. */
export function searchStep(edition: Edition): Step {
  return {
    name: 'search',
    inputs: [OWN, ...SEARCH_DATASETS.map((id) => edition.hash(id))],
    code: [here('search.ts')],
    run(dir) {
      const { index, files } = buildSearch(edition.only(SEARCH_DATASETS));
      writeFileSync(join(dir, 'streets.json'), json(index));
      mkdirSync(join(dir, 'numbers'));
      for (const [name, text] of files) writeFileSync(join(dir, 'numbers', name), text);
    },
  };
}

/** `catalogue.json`. Of the datasets of the edition it tells which exports of the portal they are made of. */
export function catalogueStep(edition: Edition): Step {
  const metas = edition.datasets.map((id) => edition.meta(id));
  return {
    name: 'catalogue',
    inputs: [OWN, edition.id, edition.hash('catalogue'), json(metas)],
    code: [here('catalogue.ts')],
    run(dir) {
      const catalogue = buildCatalogue(edition.only(['catalogue']), metas);
      v.parse(CatalogueSchema, catalogue);
      writeFileSync(join(dir, 'catalogue.json'), `${json(catalogue)}\n`);
    },
  };
}

export function firstPictureStep(edition: Edition, geographyDir: string, indicatorDir: string): Step {
  const table = readFileSync(join(indicatorDir, 'table.json'), 'utf8');
  const summary = readFileSync(join(indicatorDir, 'summary.json'), 'utf8');
  return {
    name: 'first-picture',
    inputs: [OWN, edition.hash('geography'), sha256(table), sha256(summary)],
    code: [here('first-picture.ts')],
    async run(dir) {
      const { buildFirstPicture } = await import('./first-picture');
      const parsed = v.parse(TableSchema, JSON.parse(table));
      const picture = buildFirstPicture({
        shapes: levelShapes(edition.only(['geography'])).find(({ level }) => level === DEFAULT.level)!,
        summary: {
          ...v.parse(BareSummarySchema, JSON.parse(summary)),
          table: { path: 'x', bytes: 1, sha256: '' },
        },
        table: parsed,
        geography: readGeography(geographyDir),
        period: parsed.levels[DEFAULT.level]!.periods.at(-1)!,
      });
      writeFileSync(join(dir, 'first-picture.json'), json(picture));
    },
  };
}
