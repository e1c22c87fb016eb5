import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import type { Plugin } from 'esbuild';
import type { BuildPlaces } from './build';
import { filesFound } from './load';

type RunBuild = (typeof import('./run-build'))['runBuild'];

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * The build and its libraries as one script, which starts in a fraction of the time its hundreds of files take one by one. Made once per state
 * of the code and kept in the cache, with what the engine made of it. Where it cannot be made (a mistake in a keeper's file) the files
 * themselves are loaded, and say what is wrong with them.
 *
 * @param key hash of all code that goes in, libraries by the lock file; null: the files themselves, so that a stack names their lines
 */
export async function loadBuild(places: BuildPlaces, key: string | null): Promise<RunBuild> {
  if (key === null) return plain();
  const file = join(places.cache, `code-${key.slice(0, 32)}.cjs`);
  try {
    if (!existsSync(file)) {
      const text = await compile(places);
      mkdirSync(places.cache, { recursive: true });
      for (const old of readdirSync(places.cache))
        if (old.startsWith('code-')) rmSync(join(places.cache, old));
      put(file, text);
    }
    return runScript(file);
  } catch (error) {
    places.log(`the code is loaded file by file: ${error instanceof Error ? error.message : String(error)}`);
    return plain();
  }
}

/** Aside and renamed: a build that is interrupted leaves no half of it. */
function put(file: string, data: string | Uint8Array): void {
  writeFileSync(`${file}.${process.pid}`, data);
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * Runs a script and gives its export `runBuild`. Not by `import`: the loader of TypeScript would take the file apart once more. What the engine
 * has made of the code by the end of a build is kept beside it; the engine looks whether that is its own and of this text, and does
 * without where it is not.
 */
function runScript(file: string): RunBuild {
  const kept = `${file}.v8`;
  const script = new Script(`(function (module, require) {${readFileSync(file, 'utf8')}\n})`, {
    filename: file,
    ...(existsSync(kept) && { cachedData: readFileSync(kept) }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} as { runBuild: RunBuild } };
  const run = script.runInThisContext() as (module: object, require: NodeJS.Require) => void;
  run(module, createRequire(file));
  const { runBuild } = module.exports;
  if (script.cachedDataRejected === false) return runBuild;
  return async (...given) => {
    const built = await runBuild(...given);
    put(kept, script.createCachedData());
    return built;
  };
}

/** The command can read TypeScript by `require`; `import` is taught it here. */
async function plain(): Promise<RunBuild> {
  const { register } = await import('tsx/esm/api');
  register();
  return (await import('./run-build')).runBuild;
}

async function compile({ root, indicators }: BuildPlaces): Promise<string> {
  const { build } = await import('esbuild');
  const files = [...filesFound(indicators), ...filesFound(join(root, 'data-build/extras'))];
  const entry = [
    `export { runBuild } from './run-build';`,
    `import { provide } from './load';`,
    ...files.map((file, i) => `import * as m${i} from ${JSON.stringify(file)};`),
    ...files.map((file, i) => `provide(${JSON.stringify(file)}, m${i});`),
  ].join('\n');
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: here('.'), sourcefile: 'compiled-entry.ts', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: `node${process.versions.node}`,
    // The same files of a library as Node itself would load.
    conditions: [],
    mainFields: ['main'],
    logLevel: 'silent',
    plugins: [keepAddresses],
  });
  return outputFiles[0]!.text;
}

/** Sources keep the address they stand at, for they read files beside them. */
const keepAddresses: Plugin = {
  name: 'keep-addresses',
  setup(build) {
    build.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};
