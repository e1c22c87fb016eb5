import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as v from 'valibot';
import {
  ManifestSchema,
  SCHEMA_VERSION,
  TableSchema,
  type IndicatorSummary,
  type Manifest,
} from '../src/model/manifest';
import type { BuildPlaces } from './build';
import { openEdition } from './edition-reader';
import { API, buildIndex } from './steps/api';
import { keptHashes, runStep, type Step, type StepState } from './steps/cache';
import { extraSteps, findExtras, layersOf, publishedFiles } from './steps/extras';
import { findIndicators } from './steps/indicators';
import {
  BareSummarySchema,
  catalogueStep,
  DEFAULT,
  firstPictureStep,
  geographyStep,
  indicatorStep,
  readJson,
  searchStep,
  tilesStep,
} from './steps/plan';
import type { Mark, Marks } from './steps/seal';
import { openOutput } from './steps/write';
import { THEMES } from './themes';
import { prepareTidy, publishTidy } from './tidy/publish';
import { prepareTrust, publishTrust } from './trust/publish';

/**
 * Runs the steps, each unless the cache holds its result, and puts their files together. The result replaces the old one only when
 * everything succeeded. Throws on any fault, and then changes nothing.
 *
 * @param code hash of all code, where this process runs no other
 * @returns what it wrote, and the marks of the output's files where they are known
 */
export async function runBuild(
  { root, log, out, cache, ...places }: BuildPlaces,
  code: string | null,
): Promise<{ manifest: Manifest; marks: ReadonlyMap<string, Mark> }> {
  const keepHashes = code ? keptHashes(join(cache, `code-${code.slice(0, 32)}.hashes.json`)) : null;
  const edition = openEdition(places.edition);
  const indicators = await findIndicators(places.indicators);
  if (!indicators.some(({ id }) => id === DEFAULT.indicator))
    throw new Error(`the default indicator ${DEFAULT.indicator} is missing`);

  const marks: Marks = new Map();
  const run = async (step: Step): Promise<string> => {
    const onRun = (why: StepState): void => {
      if (step.name === 'tiles') log(line('…', step.name, 0, null, `${why}, this takes a while`));
    };
    const { dir, state, seconds } = await runStep(cache, step, onRun, marks);
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
  const catalogue = await run(catalogueStep(edition));
  const extras = await findExtras(join(root, 'data-build/extras'));
  const extraFiles = new Map<string, string>();
  for (const extra of extras) {
    const { first, parts, join: joining } = extraSteps(edition, extra, geography, results, marks);
    const dirs = await runAll(parts(first && (await run(first))), run);
    for (const [name, file] of publishedFiles(extra, joining ? [await run(joining(dirs))] : dirs)) {
      if (extraFiles.has(name)) throw new Error(`extra ${extra.name}: a file "${name}" exists already`);
      extraFiles.set(name, file);
    }
  }
  const built = { edition, indicators, results, geography, run };
  const trust = await prepareTrust(built);
  const weighed = await prepareTidy(edition, run);

  const output = openOutput(out, marks);
  try {
    const table = (id: string) => readJson(TableSchema, join(results.get(id)!, 'table.json'));
    const manifest = v.parse(ManifestSchema, {
      schemaVersion: SCHEMA_VERSION,
      edition: edition.id,
      themes: THEMES.filter((theme) => indicators.some((indicator) => indicator.theme === theme.id)),
      indicators: indicators.map(({ id }): IndicatorSummary => {
        const dir = results.get(id)!;
        output.place(`${API}/indicators/${id}.csv`, join(dir, 'data.csv'));
        output.place(`${API}/indicators/${id}.json`, join(dir, 'meta.json'));
        const ref = output.addHashed(`tables/${id}.json`, join(dir, 'table.json'));
        return { ...readJson(BareSummarySchema, join(dir, 'summary.json')), table: ref };
      }),
      geography: output.addHashed('geography.json', join(geography, 'geography.json')),
      tiles: {
        areas: output.addHashed('tiles/areas.pmtiles', join(tiles, 'areas.pmtiles'), { head: true }),
        base: output.addHashed('tiles/base.pmtiles', join(tiles, 'base.pmtiles'), { head: true }),
      },
      search: output.addHashed('search/streets.json', join(search, 'streets.json')),
      files: Object.fromEntries(
        [...extraFiles].map(([name, file]) => [
          name,
          output.addHashed(`extra/${name}${extname(file)}`, file),
        ]),
      ),
      layers: layersOf(extras, extraFiles.keys(), results.keys()),
      defaultView: { ...DEFAULT, period: table(DEFAULT.indicator).levels[DEFAULT.level]!.periods.at(-1)! },
    } satisfies Manifest);
    for (const name of readdirSync(join(geography, 'areas')))
      output.place(`${API}/areas/${name}`, join(geography, 'areas', name));
    for (const name of readdirSync(join(search, 'numbers')))
      output.place(`search/${name}`, join(search, 'numbers', name));
    output.place('first-picture.json', join(picture, 'first-picture.json'));
    output.write(`${API}/index.json`, `${JSON.stringify(buildIndex(edition.id, indicators), null, 2)}\n`);
    output.place(`${API}/catalogue.json`, join(catalogue, 'catalogue.json'));
    publishTrust(output, built, trust, publishTidy(output, edition, weighed));
    output.write('manifest.json', `${JSON.stringify(manifest)}\n`);
    const written = output.commit();
    keepHashes?.();
    log(`edition ${edition.id}: ${indicators.length} indicators, ${kilobytes(sizeOf(out))} in ${out}`);
    return { manifest, marks: written };
  } catch (error) {
    output.discard();
    throw error;
  }
}

/** Runs steps that do not need each other one after another, and tells of every one that failed. */
async function runAll(steps: readonly Step[], run: (step: Step) => Promise<string>): Promise<string[]> {
  const [dirs, faults]: [string[], unknown[]] = [[], []];
  for (const step of steps)
    await run(step).then(
      (dir) => dirs.push(dir),
      (error: unknown) => faults.push(error),
    );
  if (faults.length === 1) throw faults[0];
  if (faults.length)
    throw new Error(
      faults.map((fault) => (fault instanceof Error ? fault.message : String(fault))).join('\n'),
    );
  return dirs;
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
