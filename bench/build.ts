/**
 * The build of the data: all of it, with nothing changed, and with one figure of one dataset changed. `tsx bench/build.ts [rounds]`.
 * Writes bench/build.results.md. Each build is a process of its own and reads a copy of the edition; every round begins with
 * empty folders. Ratios within a round are what to read: figures depend on the machine.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machine } from './tiles';

/** One figure of a tidy table, counted up by one: the last number of the first row that matches. */
interface Change {
  dataset: string;
  why: string;
  row: RegExp;
}
const CHANGES: readonly Change[] = [
  { dataset: 'tourism-capacity', why: 'seven indicators and a story rest on it', row: /^037001,2014,.*$/m },
  { dataset: 'income-median', why: 'a small table, in a story', row: /^1,2016,.*$/m },
  { dataset: 'households', why: 'several indicators rest on it', row: /^1,2016,.*$/m },
  { dataset: 'addresses', why: 'the largest', row: /^.*,\d+$/m },
];
const AIMS = { unchanged: 0.03, changed: 0.2 };

interface Run {
  seconds: number;
  cpuSeconds: number;
}
type Round = Record<string, Run>;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Folders of one build, and what a later one may start from. */
interface Place {
  edition: string;
  out: string;
  cache: string;
}
const placeIn = (dir: string): Place => ({
  edition: join(dir, 'edition'),
  out: join(dir, 'data'),
  cache: join(dir, 'cache'),
});

/** `npm run data`, but for npm. */
function run(name: string, { edition, out, cache }: Place): Run {
  const cpu = `${out}.cpu`;
  const command = ['--require', here('build-cpu.cjs'), here('../data-build/main.cjs')];
  const started = performance.now();
  execFileSync(process.execPath, [...command, '--edition', edition, '--out', out, '--cache', cache], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, CPU_SECONDS_TO: cpu },
  });
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = Number(readFileSync(cpu, 'utf8'));
  process.stderr.write(`  ${name}: ${seconds.toFixed(2)} s, CPU ${cpuSeconds.toFixed(2)} s\n`);
  return { seconds, cpuSeconds };
}

function change({ edition }: Place, { dataset, row }: Change): void {
  const file = join(edition, dataset, 'data.csv');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(row, (line) => line.replace(/\d+$/, (n) => String(Number(n) + 1)));
  if (changed === text) throw new Error(`${file}: no row to change`);
  writeFileSync(file, changed);
}

/** Nothing, then all, then nothing new, then each change beside what the full build left. */
function round(): Round {
  const dir = mkdtempSync(join(tmpdir(), 'bench-build-'));
  try {
    const base = placeIn(join(dir, 'base'));
    cpSync(here('../data-build/edition'), base.edition, { recursive: true });
    const results: Round = { full: run('full', base), unchanged: run('nothing changed', base) };
    for (const one of CHANGES) {
      const copy = placeIn(join(dir, one.dataset));
      cpSync(join(dir, 'base'), join(dir, one.dataset), { recursive: true });
      change(copy, one);
      // The copy goes to the disk before the clock starts, not while it runs.
      execFileSync('sync');
      results[one.dataset] = run(one.dataset, copy);
    }
    return results;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

function markdown(rounds: readonly Round[]): string {
  const of = (name: string, figure: (run: Run, full: Run) => number): number =>
    median(rounds.map((one) => figure(one[name] as Run, one.full as Run)));
  const row = (name: string, words: string, aim: number | null): string =>
    `| ${words} | ${of(name, (r) => r.seconds).toFixed(2)} | ${of(name, (r) => r.cpuSeconds).toFixed(2)} | ` +
    `${of(name, (r, full) => r.seconds / full.seconds).toFixed(3)} | ` +
    `${of(name, (r, full) => r.cpuSeconds / full.cpuSeconds).toFixed(3)} | ${aim ?? ''} |`;
  return [
    '## The build of the data, again and again',
    '',
    '| build | seconds | CPU seconds | seconds ÷ full | CPU ÷ full | aim |',
    '|---|--:|--:|--:|--:|--:|',
    row('full', 'full, into empty folders', null),
    row('unchanged', 'nothing changed', AIMS.unchanged),
    ...CHANGES.map(({ dataset, why }) =>
      row(dataset, `one figure of \`${dataset}\` changed (${why})`, AIMS.changed),
    ),
    '',
    `Median of ${rounds.length} rounds. ${machine()}. Seconds are those of the whole process, start of Node and of the TypeScript`,
    'loader included; ratios are taken within each round. A changed build begins with the folders the full one left. CPU seconds are those',
    'of all threads and vary less when the machine does other things.',
    '',
  ].join('\n');
}

const rounds = Array.from({ length: Number(process.argv[2] ?? 3) }, round);
const table = markdown(rounds);
writeFileSync(here('build.results.md'), table);
process.stdout.write(table);
