import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Topology } from 'topojson-specification';
import { DatasetSchema } from '../src/model/manifest';
import { HISTORY } from './history/folder';
import { InputError, type EditionReader } from './model';
import { parseTidy } from './tidy-csv';

const MetaSchema = v.looseObject({
  ...DatasetSchema.entries,
  /** The raw exports it was made from. */
  sources: v.pipe(
    v.array(
      v.looseObject({
        path: v.string(),
        url: v.string(),
        bytes: v.number(),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      }),
    ),
    v.minLength(1),
  ),
});
export type DatasetMeta = v.InferOutput<typeof MetaSchema>;

export interface Edition extends EditionReader {
  dir: string;
  /** Date id from edition.json. */
  id: string;
  datasets: readonly string[];
  meta(dataset: string): DatasetMeta;
  /** SHA-256 over names and bytes of a dataset's files: the cache key of whatever reads it. */
  hash(dataset: string): string;
  /** The same edition, but a dataset outside the list cannot be read: a step cannot depend on what its key does not cover. */
  only(datasets: readonly string[]): Edition;
}

const TODO = 'Restore the edition from the repository, or run `npm run refresh` again.';

/** Opens the committed edition. Files are read once per process; throws InputError on a missing or malformed one. */
export function openEdition(dir: string): Edition {
  const read = (path: string): Buffer => {
    const file = join(dir, path);
    if (!existsSync(file)) throw new InputError({ file }, 'a file of the edition', 'nothing there', TODO);
    return readFileSync(file);
  };
  const json = (path: string): unknown => {
    try {
      return JSON.parse(read(path).toString('utf8'));
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw new InputError({ file: join(dir, path) }, 'JSON', String(error), TODO);
    }
  };
  const schema = v.looseObject({ id: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)) });
  const memo = <T>(make: (key: string) => T) => {
    const known = new Map<string, T>();
    return (key: string): T => {
      if (!known.has(key)) known.set(key, make(key));
      return known.get(key)!;
    };
  };
  const table = memo((path) => parseTable(join(dir, path), read(path)));
  const topology = memo((path) => json(path) as Topology);
  const meta = memo((dataset) =>
    checked(MetaSchema, json(`${dataset}/meta.json`), join(dir, dataset, 'meta.json')),
  );
  const hash = memo((dataset) => {
    const sum = createHash('sha256');
    if (!existsSync(join(dir, dataset))) read(`${dataset}/meta.json`);
    for (const name of readdirSync(join(dir, dataset)).sort())
      sum.update(`${name}\n`).update(read(`${dataset}/${name}`));
    return sum.digest('hex');
  });
  const id = checked(schema, json('edition.json'), join(dir, 'edition.json')).id;
  const datasets = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== HISTORY)
    .map((entry) => entry.name)
    .sort();

  const view = (allowed: readonly string[] | null): Edition => {
    const allow = (dataset: string) => {
      if (allowed && !allowed.includes(dataset))
        throw new Error(`dataset ${dataset} is read but not declared; declared are ${allowed.join(', ')}`);
    };
    const guard =
      <T>(make: (dataset: string, name: string) => T) =>
      (dataset: string, name = 'data'): T => {
        allow(dataset);
        return make(dataset, name);
      };
    return {
      dir,
      id,
      datasets,
      table: guard((dataset, name) => table(`${dataset}/${name}.csv`)),
      topology: guard((dataset, name) => topology(`${dataset}/${name}.topojson`)),
      meta: guard((dataset) => meta(dataset)),
      hash: guard((dataset) => hash(dataset)),
      only: (names) => view(names),
    };
  };
  return view(null);
}

/** Tidy tables are ours: UTF-8, comma, LF, one header line. Anything else is a damaged edition. */
function parseTable(file: string, bytes: Buffer): Record<string, string>[] {
  try {
    return parseTidy(bytes);
  } catch (error) {
    throw new InputError({ file }, 'a tidy table', String(error), TODO);
  }
}

function checked<S extends v.GenericSchema>(schema: S, value: unknown, file: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new InputError(
    { file, column: v.getDotPath(issue) ?? '' },
    String(issue.expected),
    String(issue.received),
    TODO,
  );
}
