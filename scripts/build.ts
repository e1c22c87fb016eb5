import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bin, node, ROOT } from './run';

const secondsText = (s: number): string => `${s.toFixed(1)} s`;

/** Number and total size of the files below a folder. */
async function measure(dir: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile());
  const sizes = await Promise.all(files.map(async (e) => (await stat(join(e.parentPath, e.name))).size));
  return { files: files.length, bytes: sizes.reduce((a, b) => a + b, 0) };
}

/** Data from the committed edition, then the app, into dist/. Needs no network. Throws with the step that failed. */
export async function build(log: (line: string) => void = console.log): Promise<void> {
  log('Data: from the committed edition to public/data');
  const data = await node(['data-build/main.cjs']);
  if (data.code !== 0)
    throw new Error(`the data build failed (exit ${data.code}); the last good output stays`);
  log(`Data ready in ${secondsText(data.seconds)}`);
  log('App: from src to dist');
  const app = await node([bin('vite'), 'build', '--logLevel', 'warn']);
  if (app.code !== 0) throw new Error(`the app build failed (exit ${app.code})`);
  const { files, bytes } = await measure(join(ROOT, 'dist'));
  log(`App ready in ${secondsText(app.seconds)}: dist/ holds ${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build().catch((e: Error) => {
    console.error(`Build failed: ${e.message}`);
    process.exitCode = 1;
  });
}
