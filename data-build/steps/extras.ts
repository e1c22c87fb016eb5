import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LayerSchema, type Layer } from '../../src/model/manifest';
import * as v from 'valibot';
import { TableSchema } from '../../src/model/manifest';
import type { Edition } from '../edition-reader';
import type { Extra, ExtraFiles, PartedExtra } from '../extras/extra';
import { filesFound, load } from '../load';
import { sha256, type Step } from './cache';
import type { Mark } from './seal';
import { BareSummarySchema, readGeography, readJson } from './plan';

export type FoundExtra = Extra & { file: string };
const NAME = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;

/** Every extra of the folder, by file name. Throws on a file without one and on a name used twice. */
export async function findExtras(dir: string): Promise<FoundExtra[]> {
  const found: FoundExtra[] = [];
  for (const file of filesFound(dir)) {
    if (basename(file) === 'extra.ts') continue;
    const { extra } = (await load(file)) as { extra?: Extra };
    if (!extra) throw new Error(`${file}: expected an export "extra"`);
    if (found.some((other) => other.name === extra.name))
      throw new Error(`${file}: an extra "${extra.name}" exists already`);
    found.push({ ...extra, file });
  }
  return found;
}

/** Results of the indicators' steps: id → folder with table.json and summary.json, in menu order. */
export type IndicatorResults = ReadonlyMap<string, string>;

/** SHA-256 of a file. */
type ContentOf = (file: string) => string;

/** Steps of an extra: itself, or what its parts share, each of them and, where they are joined, the joining. */
export interface ExtraSteps {
  first?: Step;
  /** `first`: folder of that step's files, where there is one. */
  parts: (first?: string) => readonly Step[];
  /** From the parts' folders, in their order. */
  join?: (dirs: readonly string[]) => Step;
}

const bytes = (file: string): string => sha256(readFileSync(file));

/** @param marks those of the results, which then need not be read to see whether they changed */
export function extraSteps(
  edition: Edition,
  extra: FoundExtra,
  geographyDir: string,
  results: IndicatorResults,
  marks: ReadonlyMap<string, Mark> = new Map(),
): ExtraSteps {
  const content: ContentOf = (file) => marks.get(file)?.sha256 ?? bytes(file);
  const code = [extra.file, fileURLToPath(import.meta.url)];
  const parts: PartedExtra['parts'] =
    'parts' in extra ? extra.parts : { '': (context) => extra.build(context) };
  const { join: joined, first } = 'parts' in extra ? extra : {};
  return {
    ...(first && {
      first: {
        ...stepOf(edition, extra, first, '', geographyDir, results, content, code),
        name: `extra-${extra.name}/<`,
      },
    }),
    parts: (firstDir) =>
      Object.entries(parts).map(([part, build]) => ({
        ...stepOf(edition, extra, build, part, geographyDir, results, content, code, firstDir),
        name: part ? `extra-${extra.name}/${part}` : `extra-${extra.name}`,
      })),
    ...(joined && {
      join: (dirs) => ({
        name: `extra-${extra.name}/=`,
        inputs: dirs.flatMap((dir) => filesOf(dir).map(([name, file]) => `${name} ${content(file)}`)),
        code,
        run: (dir) => {
          const files = dirs
            .flatMap(filesOf)
            .map(([name, file]) => [name, JSON.parse(readFileSync(file, 'utf8'))] as const);
          writeFiles(dir, joined(new Map(files)));
        },
      }),
    }),
  };
}

function stepOf(
  edition: Edition,
  extra: FoundExtra,
  build: PartedExtra['parts'][string],
  part: string,
  geographyDir: string,
  results: IndicatorResults,
  content: ContentOf,
  code: readonly string[],
  firstDir?: string,
): Step {
  const declared = extra.indicators === 'all' ? [...results.keys()] : (extra.indicators ?? []);
  const folderOf = (id: string): string => {
    const dir = declared.includes(id) ? results.get(id) : undefined;
    if (!dir) throw new Error(`extra ${extra.name}: indicator "${id}" is unknown or not declared`);
    return dir;
  };
  const names = new Set<string>();
  /** `<indicator>/<file>` → its place; what is read is written down. */
  const fileOf = (name: string): string => join(folderOf(dirname(name)), basename(name));
  const read = (name: string): string => {
    names.add(name);
    return fileOf(name);
  };
  /** `<file>` of what came first → its place. */
  const firstFile = (name: string): string => {
    if (firstDir === undefined) throw new Error(`extra ${extra.name}: nothing is made before "${part}"`);
    return join(firstDir, `${name}.json`);
  };
  const hashOf = (file: string): string | undefined => (existsSync(file) ? content(file) : undefined);
  /** A dataset read is `/<dataset>`, a file of what came first `</<file>`: no indicator is called so. */
  const hash = (name: string): string | undefined => {
    if (name.startsWith('/'))
      return extra.datasets.includes(name.slice(1)) ? edition.hash(name.slice(1)) : undefined;
    return hashOf(name.startsWith('</') ? firstFile(name.slice(2)) : fileOf(name));
  };
  return {
    name: extra.name,
    inputs: [
      edition.id,
      content(join(geographyDir, 'geography.json')),
      ...(extra.indicators === 'all' ? declared : []),
      ...(extra.inputs?.(part) ?? []).flatMap((file) => [basename(file), bytes(file)]),
    ],
    code,
    reads: { names, hash },
    async run(dir) {
      const files = await build({
        edition: noting(edition.only(extra.datasets), (dataset) => names.add(`/${dataset}`)),
        geography: once(geographyDir, readGeography),
        indicators: extra.indicators === 'all' ? declared : [],
        first: (name) => {
          names.add(`</${name}`);
          const file = firstFile(name);
          // Its folder keeps its name when what it read has changed.
          return once(file, (path) => JSON.parse(readFileSync(path, 'utf8')) as unknown, content(file));
        },
        indicator: (id) => ({
          // Read when asked for: who walks through all summaries need not parse all tables.
          get table() {
            return once(read(`${id}/table.json`), (file) => readJson(TableSchema, file));
          },
          get summary() {
            return once(read(`${id}/summary.json`), (file) => readJson(BareSummarySchema, file));
          },
        }),
      });
      writeFiles(dir, files);
    },
  };
}

/** What is parsed and checked once for all parts of all extras. Most paths within the cache name their content; else `content` is its hash. */
const parsed = new Map<string, unknown>();
function once<T>(path: string, read: (path: string) => T, content = ''): T {
  const key = `${path} ${content}`;
  if (!parsed.has(key)) parsed.set(key, read(path));
  return parsed.get(key) as T;
}

/** The edition, telling which datasets are read. */
function noting(edition: Edition, note: (dataset: string) => void): Edition {
  const told =
    <T>(read: (dataset: string, ...more: never[]) => T) =>
    (dataset: string, ...more: unknown[]): T => {
      note(dataset);
      return read(dataset, ...(more as never[]));
    };
  return {
    ...edition,
    table: told(edition.table),
    topology: told(edition.topology),
    meta: told(edition.meta),
    hash: told(edition.hash),
    only: (names) => noting(edition.only(names), note),
  };
}

function writeFiles(dir: string, files: ExtraFiles): void {
  for (const [name, content] of Object.entries(files)) {
    if (isBytes(content)) writeFileSync(join(dir, `${name}.${content.extension}`), content.bytes);
    else writeFileSync(join(dir, `${name}.json`), JSON.stringify(content));
  }
}

const isBytes = (content: unknown): content is { bytes: Uint8Array; extension: string } =>
  typeof content === 'object' &&
  content !== null &&
  'bytes' in content &&
  content.bytes instanceof Uint8Array;

/** Files an extra publishes from these folders of its own. Throws on a name that is none. */
export const publishedFiles = (extra: Extra, dirs: readonly string[]): [name: string, path: string][] =>
  dirs.flatMap(filesOf).map(([name, path]) => {
    if (!NAME.test(name)) throw new Error(`extra ${extra.name}: "${name}" is no name for a file`);
    return [name, path];
  });

/** Files a finished step has written: name → path on disk, by name. */
const filesOf = (dir: string): [name: string, path: string][] =>
  readdirSync(dir)
    .sort()
    .map((file) => [file.slice(0, -extname(file).length), join(dir, file)]);

/** The layers of all extras. Throws when one names a file or an indicator that is not there. */
export function layersOf(
  extras: readonly Extra[],
  files: Iterable<string>,
  indicators: Iterable<string>,
): Layer[] {
  const [there, known] = [new Set(files), new Set(indicators)];
  const layers = extras.flatMap((extra) => (extra.layers ?? []).map((layer) => v.parse(LayerSchema, layer)));
  for (const { id, file, indicators: named } of layers) {
    if (!there.has(file)) throw new Error(`layer ${id}: there is no file "${file}"`);
    const stranger = named.find((name) => !known.has(name));
    if (stranger) throw new Error(`layer ${id}: there is no indicator "${stranger}"`);
  }
  return layers;
}
