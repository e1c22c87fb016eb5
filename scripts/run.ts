import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

export interface Ran {
  code: number;
  /** Both streams, in the order they came. */
  output: string;
  seconds: number;
}

const require = createRequire(import.meta.url);

/** Program file of a development dependency, run by this very Node: no shell, no PATH, no Windows special case. */
export function bin(dependency: string, name = dependency): string {
  let manifest: string;
  try {
    manifest = require.resolve(`${dependency}/package.json`);
  } catch {
    manifest = join(ROOT, 'node_modules', dependency, 'package.json');
  }
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[name];
  if (!file) throw new Error(`${dependency} has no program ${name}`);
  return join(dirname(manifest), file);
}

/** Runs a Node program in the root; its output is shown as it comes unless `quiet`, and handed back. */
export function node(
  args: readonly string[],
  options: { quiet?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const began = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!options.quiet) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.on('close', (code) =>
      done({ code: code ?? 1, output, seconds: (performance.now() - began) / 1000 }),
    );
  });
}

/** Runs a TypeScript program. */
export const tsx = (file: string, args: readonly string[] = [], options = {}): Promise<Ran> =>
  node([bin('tsx'), file, ...args], options);
