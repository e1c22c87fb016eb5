import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { browserVersion, findBrowser } from './browser';
import { build } from './build';
import { bin, node, ROOT, type Ran } from './run';

/** Everything `npm test` proves, step by step; a failing step does not stop the next, the exit code tells. */
interface Score {
  passed: number;
  failed: number;
  skipped: number;
}
interface Step {
  title: string;
  run: () => Promise<Score>;
}

const RESULTS = join(ROOT, 'test-results');
const score = (ok: boolean): Score => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** A program whose exit code is the whole verdict. */
const program = (title: string, file: string, ...args: string[]): Step => ({
  title,
  run: async () => score((await node([file, ...args])).code === 0),
});

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Cases counted by Vitest itself; a file that could not even start counts as one failure. */
function vitest(title: string, name: string, ...args: string[]): Step {
  const file = join(RESULTS, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    title,
    run: async () => {
      const ran: Ran = await node([bin('vitest'), 'run', ...reporters, ...args]);
      const report = await readFile(file, 'utf8').then(
        (text) => JSON.parse(text) as VitestReport,
        () => undefined,
      );
      if (!report) return score(false);
      const broken = report.testResults.filter(
        (r) => r.status === 'failed' && r.assertionResults.length === 0,
      ).length;
      const failed = report.numFailedTests + broken;
      const silent = ran.code !== 0 && failed === 0 ? 1 : 0;
      if (silent) console.log(`Vitest ended with exit code ${ran.code} although no case failed.`);
      return {
        passed: report.numPassedTests,
        failed: failed + silent,
        skipped: report.numPendingTests + report.numTodoTests,
      };
    },
  };
}

/** A checker that finds nothing wrong in a component known to be wrong is broken. */
async function canary(): Promise<Score> {
  const args = ['--tsconfig', 'tests/canary/tsconfig.json', '--output', 'machine'];
  const ran = await node([bin('svelte-check'), ...args], { quiet: true });
  const errors = ran.output.split('\n').filter((line) => / ERROR "/.test(line));
  const ok = ran.code !== 0 && errors.length === 1 && /Canary\.svelte" 3:9 /.test(errors[0] ?? '');
  console.log(
    ok ? 'The planted mistake was reported.' : `Expected one error at Canary.svelte 3:9, got:\n${ran.output}`,
  );
  return score(ok);
}

async function buildAll(): Promise<Score> {
  try {
    await build();
    return score(true);
  } catch (e) {
    console.log(e instanceof Error ? e.message : String(e));
    return score(false);
  }
}

function browser(): Promise<Score> {
  try {
    const found = findBrowser();
    console.log(`${browserVersion(found.path)}: ${found.path}, ${found.how}.`);
    process.env['CHROME_PATH'] = found.path;
    return Promise.resolve(score(true));
  } catch (e) {
    console.log(e instanceof Error ? e.message : String(e));
    return Promise.resolve(score(false));
  }
}

const tsc = bin('typescript', 'tsc');
const STEPS: Step[] = [
  program('Format (prettier)', bin('prettier'), '--check', '--log-level', 'warn', '.'),
  program('Lint (eslint, Svelte files included)', bin('eslint'), '.'),
  program(
    'Types of the page (svelte-check)',
    bin('svelte-check'),
    '--tsconfig',
    'tsconfig.json',
    '--fail-on-warnings',
  ),
  program('Types of model and domain, without DOM and Node (tsc)', tsc, '-p', 'tsconfig.pure.json'),
  // Not tsc: component tests import from .svelte files, which only svelte-check can read.
  program(
    'Types of build, scripts and tests (svelte-check)',
    bin('svelte-check'),
    '--tsconfig',
    'tsconfig.node.json',
  ),
  { title: 'Canary: the checker still reports', run: canary },
  vitest('Unit, component and contract tests', 'unit'),
  { title: 'Build (data and app)', run: buildAll },
  { title: 'A browser', run: browser },
  vitest('End to end in Chromium, budgets included', 'e2e', '--config', 'tests/e2e/vitest.config.ts'),
];

await rm(RESULTS, { recursive: true, force: true });
await mkdir(RESULTS, { recursive: true });
const wanted = process.argv.slice(2);
const total: Score = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];
for (const [i, { title, run }] of STEPS.entries()) {
  if (wanted.length > 0 && !wanted.some((word) => title.toLowerCase().includes(word.toLowerCase()))) continue;
  console.log(`\n── ${i + 1}/${STEPS.length} ${title}`);
  const began = performance.now();
  const got = await run().catch((e: unknown) => (console.log(e), score(false)));
  total.passed += got.passed;
  total.failed += got.failed;
  total.skipped += got.skipped;
  if (got.failed > 0) broken.push(title);
  const verdict = got.failed > 0 ? 'FAILED' : 'ok';
  console.log(
    `   ${verdict}: ${got.passed} passed, ${got.failed} failed, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}
if (broken.length > 0) console.log(`\nFailed: ${broken.join(' · ')}`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
