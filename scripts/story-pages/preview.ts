import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Connect, Plugin } from 'vite';
import { node, type Ran } from '../run';

const FAULT = /^(\S+\.md):(\d+): (.*)$/m;

/** First fault of a failed build as Vite's overlay takes it: what, where, and the rest below. */
export function overlayOf(output: string) {
  const [, file, line, what] = FAULT.exec(output) ?? [];
  return {
    message: what ?? 'the stories could not be built',
    stack:
      output
        .split('\n')
        .filter((text) => FAULT.test(text))
        .join('\n') || output,
    plugin: 'stories',
    ...(file ? { id: resolve(file), loc: { file: resolve(file), line: Number(line), column: 0 } } : {}),
  };
}

/**
 * JSON of the data folder as it stands on the disk. Vite answers from a list of public files made at its start; a build puts a new
 * folder in the place of the old one, its watcher loses it, and a story just written would come as the page's own HTML.
 */
export function freshData(folder: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = /^\/data\/([^?#]+\.json)(?:[?#]|$)/.exec(request.url ?? '')?.[1];
    const file = path && join(folder, decodeURIComponent(path));
    if (!file || !file.startsWith(folder + sep) || !existsSync(file)) return next();
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Cache-Control', 'no-cache');
    response.end(readFileSync(file));
  };
}

/**
 * `npm run dev` shows a story as it is written: a change in stories/ builds the data again (from the cache, but for the stories) and
 * reloads the page; a fault lies over it with file and line until it is mended. The last good output stays.
 */
export function storyPreview(
  build: () => Promise<Ran> = () => node(['data-build/main.cjs'], { quiet: true }),
): Plugin {
  return {
    name: 'story-preview',
    apply: 'serve',
    configureServer(server) {
      const folder = resolve(server.config.root, 'stories') + sep;
      server.middlewares.use(freshData(join(server.config.publicDir, 'data')));
      let timer: ReturnType<typeof setTimeout> | undefined;
      let running = false;
      let again = false;
      const run = async (): Promise<void> => {
        if (running) return void (again = true);
        running = true;
        const { code, output } = await build();
        running = false;
        if (again) {
          again = false;
          return run();
        }
        if (code === 0) server.ws.send({ type: 'full-reload' });
        else server.ws.send({ type: 'error', err: overlayOf(output) });
      };
      const changed = (file: string): void => {
        if (!resolve(file).startsWith(folder)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void run(), 150);
      };
      server.watcher.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, changed);
    },
  };
}
