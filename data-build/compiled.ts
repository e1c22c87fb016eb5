import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import type { BuildPlaces } from './build';
import { filesFound } from './load';

type RunBuild = (typeof import('./run-build'))['runBuild'];

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * The build as one file of plain JavaScript, which loads in a quarter of the time its hundreds of TypeScript files take one by one. Made once
 * per state of the code and kept in the cache. Where it cannot be made (a mistake in a keeper's file) the files themselves are loaded, and
 * say what is wrong with them.
 *
 * @param key hash of all code that goes in; null when it is not known
 */
export async function loadBuild(places: BuildPlaces, key: string | null): Promise<RunBuild> {
  if (key === null) return plain();
  const name = `code-${key.slice(0, 32)}.mjs`;
  const file = join(places.cache, name);
  try {
    if (!existsSync(file)) {
      const text = await compile(places);
      mkdirSync(places.cache, { recursive: true });
      for (const old of readdirSync(places.cache))
        if (old.startsWith('code-')) rmSync(join(places.cache, old));
      // Aside and renamed: a build that is interrupted leaves no half of it.
      writeFileSync(`${file}.${process.pid}`, text);
      renameSync(`${file}.${process.pid}`, file);
    }
    const { runBuild } = (await import(pathToFileURL(file).href)) as { runBuild: RunBuild };
    return runBuild;
  } catch {
    return plain();
  }
}

const plain = async (): Promise<RunBuild> => (await import('./run-build')).runBuild;

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
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    logLevel: 'silent',
    plugins: [keepAddresses],
  });
  return outputFiles[0]!.text;
}

/** Sources keep the address they stand at, for they read files beside them; libraries stay where they are installed. */
const keepAddresses: Plugin = {
  name: 'keep-addresses',
  setup(build) {
    build.onResolve({ filter: /^[a-z@]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('node:')
        ? undefined
        : { path: import.meta.resolve(path), external: true },
    );
    build.onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};
