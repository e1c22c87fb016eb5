import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { TableSchema, type Geography } from '../../src/model/manifest';
import {
  AreaChangesSchema,
  ChangesSchema,
  DatasetChangesSchema,
  DatasetFileSchema,
  DatasetsSchema,
  ProvenanceSchema,
} from '../../src/model/trust';
import { QualitySchema } from '../../src/model/quality';
import { dcatNodes } from '../dcat/catalogue';
import { jsonLd, turtle } from '../dcat/graph';
import type { Edition } from '../edition-reader';
import { readHistories, type History } from '../history/model';
import { API } from '../steps/api';
import { codeHash, sha256, type Step } from '../steps/cache';
import type { FoundIndicator } from '../steps/indicators';
import { readGeography } from '../steps/plan';
import { readJson } from '../steps/read-json';
import type { Output } from '../steps/write';
import type { Tidy } from '../tidy/publish';
import { buildAreaChanges, buildChanges, buildDatasetChanges } from './changes';
import { readConfig } from './config';
import { buildDataset, buildDatasets } from './datasets';
import { buildFeed } from './feed';
import { publishEditions } from './kept';
import { buildProvenance, chainOf, parserFile } from './provenance';
import { buildOverview, buildQuality, measureFiles, measureIndicator, type Measured } from './quality';

const HERE = dirname(fileURLToPath(import.meta.url));
const FOLDER = dirname(HERE);
const ROOT = dirname(FOLDER);
const OWN = sha256(readFileSync(fileURLToPath(import.meta.url)));

const parsed = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
/** The contract holds for what is written; a published file may say more than it asks for. */
function checked<T>(schema: v.GenericSchema, value: T): T {
  v.parse(schema, value);
  return value;
}
const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What the build has made when trust is asked for. */
export interface Built {
  edition: Edition;
  indicators: readonly FoundIndicator[];
  /** Indicator id → folder with `table.json`, `data.csv`, `meta.json`. */
  results: ReadonlyMap<string, string>;
  /** Folder with `geography.json`. */
  geography: string;
  /** Runs a step or takes it from the cache; gives its folder. */
  run(step: Step): Promise<string>;
}

/** Finished files, by dataset and by indicator. */
export interface Trust {
  /** Measures of a dataset's files. */
  files: ReadonlyMap<string, string>;
  /** Measures of an indicator's table. */
  tables: ReadonlyMap<string, string>;
  provenance: ReadonlyMap<string, string>;
}

/** Name of a result's folder: the key of its step, which stands for every byte in it. */
const keyOf = (built: Built, indicator: FoundIndicator): string => basename(built.results.get(indicator.id)!);

/** Measures of the files rest on the dataset and the areas; what is promised comes when it is written. */
function filesStep({ edition }: Built, id: string, geography: () => Geography): Step {
  return {
    name: `quality-files/${id}`,
    inputs: [OWN, edition.hash(id), edition.hash('geography')],
    code: [join(HERE, 'quality.ts')],
    run: (dir) => writeMeasured(dir, measureFiles(edition, id, geography())),
  };
}

/** Measures of a table rest on it and on the areas: several datasets tell of one indicator, and it is measured once. */
function tableStep(built: Built, indicator: FoundIndicator, geography: () => Geography): Step {
  const { id, measure, unit } = indicator;
  return {
    name: `quality-table/${id}`,
    inputs: [OWN, built.edition.hash('geography'), keyOf(built, indicator)],
    code: [join(HERE, 'quality.ts')],
    run(dir) {
      const table = readJson(TableSchema, join(built.results.get(id)!, 'table.json'));
      writeMeasured(dir, measureIndicator({ table, measure, unit }, geography()));
    },
  };
}

const MEASURED = 'measured.json';
const writeMeasured = (dir: string, measured: object): void =>
  writeFileSync(join(dir, MEASURED), JSON.stringify(measured));

/** A chain rests on the files it names. */
function provenanceStep(built: Built, indicator: FoundIndicator, geography: () => Geography): Step {
  const { edition } = built;
  const chain = chainOf(indicator);
  return {
    name: `provenance/${indicator.id}`,
    inputs: [
      OWN,
      keyOf(built, indicator),
      ...chain.flatMap((id) => [
        edition.hash(id),
        parserFile(ROOT, id) ? codeHash(parserFile(ROOT, id)!) : '',
      ]),
    ],
    code: [join(HERE, 'provenance.ts'), indicator.file],
    run(dir) {
      const results = built.results.get(indicator.id)!;
      const table = readJson(TableSchema, join(results, 'table.json'));
      const { levels } = geography();
      const provenance = buildProvenance(
        { root: ROOT, edition, indicator, table, results },
        (level) => levels[level]?.length ?? 0,
      );
      writeFileSync(join(dir, 'provenance.json'), JSON.stringify(provenance));
    },
  };
}

/** The steps, run before the output is opened: they may fail before anything is written. */
export async function prepareTrust(built: Built): Promise<Trust> {
  let read: Geography | undefined;
  const geography = (): Geography => (read ??= readGeography(built.geography));
  const files = new Map<string, string>();
  for (const id of built.edition.datasets)
    files.set(id, join(await built.run(filesStep(built, id, geography)), MEASURED));
  const tables = new Map<string, string>();
  for (const indicator of built.indicators)
    tables.set(indicator.id, join(await built.run(tableStep(built, indicator, geography)), MEASURED));
  const provenance = new Map<string, string>();
  for (const indicator of built.indicators)
    provenance.set(
      indicator.id,
      join(await built.run(provenanceStep(built, indicator, geography)), 'provenance.json'),
    );
  return { files, tables, provenance };
}

/** Datasets of this edition, and those that an earlier one had. */
const everNamed = (edition: Edition, histories: readonly History[]): string[] => {
  const past = histories.flatMap(({ runs }) => runs.flatMap(({ datasets }) => datasets.map(({ id }) => id)));
  return [...new Set([...edition.datasets, ...past])].sort();
};

/**
 * Writes what lets a reader check the atlas: `api/v1/{datasets,changes,quality,provenance}`, the feed and the permanent addresses of
 * editions. To be called when the rest of `api/v1` is written: editions link to it.
 */
export function publishTrust(
  output: Output,
  { edition, indicators }: Built,
  trust: Trust,
  tidy: ReadonlyMap<string, Tidy>,
): void {
  const config = readConfig(FOLDER);
  const histories = readHistories(edition.dir);
  const write = (path: string, text: string): void => output.write(`${API}/${path}`, text);

  const ofTable = new Map([...trust.tables].map(([id, file]) => [id, parsed(file)]));
  const reports = [...trust.files].map(([id, file]) => {
    const own = indicators.filter(({ datasets }) => datasets.includes(id));
    const measured = { files: parsed(file), indicators: own.map((one) => ofTable.get(one.id)) } as Measured;
    const report = buildQuality(edition, id, measured);
    write(`quality/${id}.json`, pretty(checked(QualitySchema, report)));
    return report;
  });
  write('quality.json', pretty(buildOverview(edition.id, reports)));
  const datasets = checked(DatasetsSchema, buildDatasets(edition, reports, indicators));
  write('datasets.json', pretty(datasets));
  const dcat = dcatNodes({
    datasets,
    meta: (id) => edition.meta(id),
    tidy,
    indicators,
    baseUrl: config.baseUrl,
  });
  write('catalogue.ttl', turtle(dcat));
  write('catalogue.jsonld', jsonLd(dcat));
  for (const [id, own] of tidy)
    write(`datasets/${id}.json`, pretty(checked(DatasetFileSchema, buildDataset(ROOT, edition, id, own))));
  // The edition's name is no part of the step: a new edition leaves most chains as they were.
  for (const [id, file] of trust.provenance) {
    const chain = { edition: edition.id, ...(parsed(file) as object) };
    write(`provenance/${id}.json`, pretty(checked(ProvenanceSchema, chain)));
  }

  write('changes.json', pretty(checked(ChangesSchema, buildChanges(edition.id, histories))));
  write('changes/areas.json', pretty(checked(AreaChangesSchema, buildAreaChanges(histories))));
  for (const id of everNamed(edition, histories))
    write(
      `changes/${id}.json`,
      pretty(checked(DatasetChangesSchema, buildDatasetChanges(id, histories, indicators))),
    );
  output.write('feed.xml', buildFeed(edition.id, histories, config.baseUrl));
  publishEditions(output, edition.id, config.keep, FOLDER);
}
