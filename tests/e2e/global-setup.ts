import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchServer } from '../../scripts/browser';
import { DIST } from './dist';
import { build } from '../../scripts/build';
import { serve } from '../../scripts/serve';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, below a path of its own: it must not depend on standing at the root. */
    site: string;
    /** Where the browser listens. */
    browser: string;
  }
}

/** One built site, one browser for all files. `npm test` has built before; alone, build only if nothing is there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(DIST, 'index.html'))) await build();
  const site = await serve({ root: DIST, base: '/atlante/' });
  const browser = await launchServer();
  project.provide('site', site.url);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
