import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isPlaceholder, userAgent } from './connectors/agent';
import { downloadAll } from './connectors/download';
import { HttpClient } from './connectors/http';
import type { DatasetModule } from './model';
import { discover, refreshAll } from './steps/edition-refresh';

const USAGE = `npm run refresh -- [--from DIR] [--only ID] [--dry-run] [--accessed YYYY-MM-DD] [--allow-loss]

  --from DIR       a folder of raw exports; without it they are downloaded into the cache
  --cache DIR      where downloads are kept; .cache/raw by default. A file put there by hand counts, too.
  --only ID        one dataset
  --dry-run        parse, check and say what would change; the edition stays as it is
  --accessed DATE  day the raw exports were taken; today by default. Unchanged exports keep theirs.
  --allow-loss     accept fewer rows or periods than the last edition had
  --edition DIR    where the edition stands; data-build/edition by default`;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Raw {
  from: string;
  modules: readonly DatasetModule[];
  failed: number;
}

/** Fills the cache from the real addresses; datasets whose files could not be had keep their last good folder. */
async function download(modules: readonly DatasetModule[], cache: string): Promise<Raw> {
  const log = (line: string): void => console.log(line);
  const agent = userAgent();
  if (isPlaceholder(agent))
    log(`warning: nobody can be reached at ${agent}; put the address into publiccode.yml`);
  const client = new HttpClient({ cache: join(cache, '.http'), userAgent: agent, log });
  const report = await downloadAll({ modules, cache, client, log });
  for (const { id, message } of report.byHand)
    log(`by hand   ${id}  put into ${cache}:\n          ${message}`);
  for (const { id, message } of report.failed)
    log(`failed    ${id}  the last good folder stays\n          ${message}`);
  return {
    from: cache,
    modules: modules.filter(({ meta }) => report.ready.includes(meta.id)),
    failed: report.failed.length,
  };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      cache: { type: 'string' },
      only: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      accessed: { type: 'string' },
      'allow-loss': { type: 'boolean', default: false },
      edition: { type: 'string' },
    },
  });
  const date = values.accessed ?? new Date().toISOString().slice(0, 10);
  if (values.from === '' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    console.error(USAGE);
    return 2;
  }
  const found = await discover(here('datasets'));
  const modules = values.only === undefined ? found : found.filter(({ meta }) => meta.id === values.only);
  if (modules.length === 0) throw new Error(`no dataset called ${String(values.only)}`);
  const raw: Raw =
    values.from === undefined
      ? await download(modules, values.cache ?? here('../.cache/raw'))
      : { from: values.from, modules, failed: 0 };
  if (raw.modules.length === 0) {
    console.log(`nothing to refresh, ${raw.failed} failed`);
    return raw.failed === 0 ? 0 : 1;
  }
  const report = await refreshAll({
    from: raw.from,
    edition: values.edition ?? here('edition'),
    modules: raw.modules,
    date,
    dryRun: values['dry-run'],
    allowLoss: values['allow-loss'],
    log: (line) => console.log(line),
  });
  const { fresh, unchanged, failed } = report;
  console.log(
    `edition ${report.edition || '(dry run)'}: ${fresh.length} fresh, ${unchanged.length} unchanged, ${failed.length + raw.failed} failed`,
  );
  return failed.length + raw.failed === 0 ? 0 : 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error((error as Error).message);
    console.error(USAGE);
    process.exitCode = 2;
  },
);
