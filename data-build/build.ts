import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import {
  ManifestSchema,
  SCHEMA_VERSION,
  TableSchema,
  type IndicatorSummary,
  type Manifest,
} from '../src/model/manifest';
import { openEdition } from './edition-reader';
import { API, buildIndex } from './steps/api';
import { buildCatalogue } from './steps/catalogue';
import { runStep, type Step, type StepState } from './steps/cache';
import { findIndicators } from './steps/indicators';
import {
  BareSummarySchema,
  DEFAULT,
  firstPictureStep,
  geographyStep,
  indicatorStep,
  readJson,
  searchStep,
  tilesStep,
} from './steps/plan';
import { openOutput, type Output } from './steps/write';
import { THEMES } from './themes';
import { prepareTrust, publishTrust } from './trust/publish';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export interface BuildOptions {
  edition?: string;
  out?: string;
  cache?: string;
  /** Folder of the indicator files. */
  indicators?: string;
  log?: (line: string) => void;
}

/**
 * Edition → public data, once. Same edition and code → same bytes; a step whose inputs and code did not change is taken from the
 * cache. The result replaces the old one only when everything succeeded. Throws on any fault, and then changes nothing.
 */
export async function build(options: BuildOptions = {}): Promise<Manifest> {
  const out = resolve(options.out ?? join(ROOT, 'public/data'));
  const cache = resolve(options.cache ?? join(ROOT, '.cache/build'));
  const log = options.log ?? (() => {});
  const edition = openEdition(resolve(options.edition ?? join(ROOT, 'data-build/edition')));
  const indicators = await findIndicators(resolve(options.indicators ?? join(ROOT, 'data-build/indicators')));
  if (!indicators.some(({ id }) => id === DEFAULT.indicator))
    throw new Error(`the default indicator ${DEFAULT.indicator} is missing`);

  const run = async (step: Step): Promise<string> => {
    const { dir, state, seconds } = await runStep(cache, step, (why) => {
      if (step.name === 'tiles') log(line('…', step.name, 0, null, `${why}, this takes a while`));
    });
    log(line(state, step.name, sizeOf(dir), seconds));
    return dir;
  };
  const geography = await run(geographyStep(edition));
  const results = new Map<string, string>();
  for (const indicator of indicators)
    results.set(indicator.id, await run(indicatorStep(edition, indicator, geography)));
  const picture = await run(firstPictureStep(edition, geography, results.get(DEFAULT.indicator)!));
  const tiles = await run(tilesStep(edition));
  const search = await run(searchStep(edition));
  const built = { edition, indicators, results, geography, run };
  const trust = await prepareTrust(built);

  const output = openOutput(out);
  try {
    const table = (id: string) => readJson(TableSchema, join(results.get(id)!, 'table.json'));
    const manifest = v.parse(ManifestSchema, {
      schemaVersion: SCHEMA_VERSION,
      edition: edition.id,
      themes: THEMES.filter((theme) => indicators.some((indicator) => indicator.theme === theme.id)),
      indicators: indicators.map(({ id }): IndicatorSummary => {
        const dir = results.get(id)!;
        copy(output, join(dir, 'data.csv'), `${API}/indicators/${id}.csv`);
        copy(output, join(dir, 'meta.json'), `${API}/indicators/${id}.json`);
        const ref = output.addHashed(`tables/${id}.json`, join(dir, 'table.json'));
        return { ...readJson(BareSummarySchema, join(dir, 'summary.json')), table: ref };
      }),
      geography: output.addHashed('geography.json', join(geography, 'geography.json')),
      tiles: {
        areas: output.addHashed('tiles/areas.pmtiles', join(tiles, 'areas.pmtiles'), { head: true }),
        base: output.addHashed('tiles/base.pmtiles', join(tiles, 'base.pmtiles'), { head: true }),
      },
      search: output.addHashed('search/streets.json', join(search, 'streets.json')),
      defaultView: { ...DEFAULT, period: table(DEFAULT.indicator).levels[DEFAULT.level]!.periods.at(-1)! },
    } satisfies Manifest);
    for (const name of readdirSync(join(geography, 'areas')))
      copy(output, join(geography, 'areas', name), `${API}/areas/${name}`);
    for (const name of readdirSync(join(search, 'numbers')))
      copy(output, join(search, 'numbers', name), `search/${name}`);
    copy(output, join(picture, 'first-picture.json'), 'first-picture.json');
    output.write(`${API}/index.json`, `${JSON.stringify(buildIndex(edition.id, indicators), null, 2)}\n`);
    const catalogue = buildCatalogue(
      edition.only(['catalogue']),
      edition.datasets.map((id) => edition.meta(id)),
    );
    output.write(`${API}/catalogue.json`, `${JSON.stringify(catalogue)}\n`);
    publishTrust(output, built, trust);
    output.write('manifest.json', `${JSON.stringify(manifest)}\n`);
    output.commit();
    log(`edition ${edition.id}: ${indicators.length} indicators, ${kilobytes(sizeOf(out))} in ${out}`);
    return manifest;
  } catch (error) {
    output.discard();
    throw error;
  }
}

function copy(output: Output, source: string, path: string): void {
  const target = join(output.dir, path);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(source, target);
}

function sizeOf(dir: string): number {
  if (!existsSync(dir)) return 0;
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const line = (
  state: StepState | '…',
  name: string,
  bytes: number,
  seconds: number | null,
  note = '',
): string =>
  `${state.padEnd(8)}${name.padEnd(30)}${(bytes ? kilobytes(bytes) : '').padStart(12)}${seconds === null ? '' : `${seconds.toFixed(2)} s`.padStart(10)}${note && `  ${note}`}`;

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      edition: { type: 'string' },
      out: { type: 'string' },
      cache: { type: 'string' },
      indicators: { type: 'string' },
    },
  });
  build({ ...values, log: (text) => console.log(text) }).catch((error: unknown) => {
    console.error(`data: ${error instanceof Error ? error.message : String(error)}`);
    if (process.env.DEBUG && error instanceof Error) console.error(error.stack);
    console.error('The last good output, if any, is unchanged.');
    process.exitCode = 1;
  });
}
