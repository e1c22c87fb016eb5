/**
 * `npm run bench [name…]`: runs every suite of this folder, one after the other, and puts their tables together in
 * bench/README.md; `npm run bench -- --gather` only puts together what is there. A suite is a file whose name has no hyphen: `tiles.ts` is one, `tiles-sets.ts` belongs to it. It writes
 * `<name>.results.md`, figures and what they mean; nothing here is a test, figures depend on the machine.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { tsx, ROOT } from '../scripts/run';

const HERE = join(ROOT, 'bench');
const GATHER = '--gather';
const wanted = process.argv.slice(2).filter((name) => name !== GATHER);

const suites = readdirSync(HERE)
  .filter((name) => /^[a-z]+\.ts$/.test(name) && name !== 'run.ts')
  .map((name) => name.replace('.ts', ''))
  .sort();

const machine = (): string => {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${type()} ${release().split('-')[0]}, Node ${process.version}`;
};

const unknown = wanted.filter((name) => !suites.includes(name));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}; there are ${suites.join(', ')}.`);
  process.exit(1);
}

let failed = 0;
const chosen = process.argv.includes(GATHER) || wanted.length > 0 ? wanted : suites;
for (const name of chosen) {
  console.log(`\n── ${name}`);
  const { code, seconds } = await tsx(`bench/${name}.ts`);
  console.log(`   ${code === 0 ? 'done' : `FAILED (exit ${code})`} in ${seconds.toFixed(1)} s`);
  if (code !== 0) failed++;
}

const tables = suites
  .map((name) => join(HERE, `${name}.results.md`))
  .filter((file) => existsSync(file))
  .map((file) => readFileSync(file, 'utf8').trim());
const head = `# Benchmarks

Written by \`npm run bench\` on this machine: ${machine()}. Figures of a suite that was not run again are those of its last run;
each says what it measures. Browser figures are of headless Chromium with WebGL in software: compare them with each other, not
with a desk.`;
writeFileSync(join(HERE, 'README.md'), `${[head, ...tables].join('\n\n')}\n`);
console.log(`\nbench/README.md holds ${tables.length} of ${suites.length} suites.`);
process.exitCode = failed > 0 ? 1 : 0;
