import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { discover, refreshAll } from './steps/edition-refresh';

const USAGE = `npm run refresh -- --from DIR [--only ID] [--dry-run] [--accessed YYYY-MM-DD] [--allow-loss]

  --from DIR       a folder of raw exports
  --only ID        one dataset
  --dry-run        parse and check, write nothing
  --accessed DATE  day the raw exports were taken; today by default. Unchanged exports keep theirs.
  --allow-loss     accept fewer rows or periods than the last edition had
  --edition DIR    where the edition stands; data-build/edition by default`;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      only: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      accessed: { type: 'string' },
      'allow-loss': { type: 'boolean', default: false },
      edition: { type: 'string' },
    },
  });
  const date = values.accessed ?? new Date().toISOString().slice(0, 10);
  if (!values.from || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    console.error(USAGE);
    return 2;
  }
  const report = await refreshAll({
    from: values.from,
    edition: values.edition ?? here('edition'),
    modules: await discover(here('datasets')),
    date,
    ...(values.only === undefined ? {} : { only: values.only }),
    dryRun: values['dry-run'],
    allowLoss: values['allow-loss'],
    log: (line) => console.log(line),
  });
  const { fresh, unchanged, failed } = report;
  console.log(
    `edition ${report.edition || '(dry run)'}: ${fresh.length} fresh, ${unchanged.length} unchanged, ${failed.length} failed`,
  );
  return failed.length === 0 ? 0 : 1;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error((error as Error).message);
    console.error(USAGE);
    process.exitCode = 2;
  },
);
