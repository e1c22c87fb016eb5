import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/model/ids';
import { openEdition } from '../edition-reader';
import type { ExtraContext } from '../extras/extra';
import { runStep } from './cache';
import { extraSteps, publishedFiles, type FoundExtra } from './extras';

let dir: string;
const write = (dataset: string, n: number) => {
  mkdirSync(join(dir, 'edition', dataset), { recursive: true });
  writeFileSync(join(dir, 'edition', dataset, 'data.csv'), `n\n${n}\n`);
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'atlante-'));
  mkdirSync(join(dir, 'edition'));
  mkdirSync(join(dir, 'geography'));
  writeFileSync(join(dir, 'edition/edition.json'), '{"id":"2026-01-31"}');
  writeFileSync(join(dir, 'code.ts'), '');
  const levels = Object.fromEntries(LEVELS.map((level) => [level, []]));
  writeFileSync(join(dir, 'geography/geography.json'), JSON.stringify({ schemaVersion: 1, levels }));
  write('one', 1);
  write('two', 2);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const figure = (dataset: string) => (context: ExtraContext) => ({
  [dataset]: context.edition.table(dataset)[0]!['n'],
});
const extra = (more: Partial<FoundExtra> = {}): FoundExtra => ({
  name: 'sums',
  file: join(dir, 'code.ts'),
  datasets: ['one', 'two'],
  parts: { one: figure('one'), two: figure('two') },
  ...more,
});
/** Runs the steps as the build does: states of all, and the files published with their text. */
async function run(one: FoundExtra) {
  const states: string[] = [];
  const place = async (step: Parameters<typeof runStep>[1]) => {
    const result = await runStep(join(dir, 'cache'), step, () => {});
    states.push(`${step.name} ${result.state}`);
    return result.dir;
  };
  const {
    first,
    parts,
    join: joining,
  } = extraSteps(openEdition(join(dir, 'edition')), one, join(dir, 'geography'), new Map());
  const dirs: string[] = [];
  for (const part of parts(first && (await place(first)))) dirs.push(await place(part));
  const from = joining ? [await place(joining(dirs))] : dirs;
  const files = publishedFiles(one, from).map(([name, file]) => [name, readFileSync(file, 'utf8')]);
  return { states, files: Object.fromEntries(files) as Record<string, string> };
}

describe('an extra in parts', () => {
  it('makes again only the part that read what changed', async () => {
    expect(await run(extra())).toEqual({
      states: ['extra-sums/one missing', 'extra-sums/two missing'],
      files: { one: '"1"', two: '"2"' },
    });
    write('two', 3);
    expect(await run(extra())).toEqual({
      states: ['extra-sums/one fresh', 'extra-sums/two stale'],
      files: { one: '"1"', two: '"3"' },
    });
  });

  it('makes first what its parts share, and them again when that is another', async () => {
    const shared = extra({
      first: figure('one'),
      parts: {
        both: ({ first, edition }) => ({ both: [first('one'), edition.table('two')[0]!['n']] }),
        alone: figure('two'),
      },
    });
    expect((await run(shared)).files).toEqual({ both: '["1","2"]', two: '"2"' });
    write('one', 4);
    const { states, files } = await run(shared);
    expect(states).toEqual(['extra-sums/< stale', 'extra-sums/both stale', 'extra-sums/alone fresh']);
    expect(files).toEqual({ both: '["4","2"]', two: '"2"' });
    // A dataset that only the first part read does not reach the others.
    write('two', 5);
    expect((await run(shared)).states[0]).toBe('extra-sums/< fresh');
  });

  it('refuses a first where there is none', async () => {
    await expect(run(extra({ parts: { a: ({ first }) => ({ a: first('x') }) } }))).rejects.toThrow(
      'nothing is made before "a"',
    );
  });

  it('joins its parts, and joins again when one of them is another', async () => {
    const joined = extra({ join: (files) => ({ sum: [...files.values()].map(Number) }) });
    expect((await run(joined)).files).toEqual({ sum: '[1,2]' });
    expect((await run(joined)).states.at(-1)).toBe('extra-sums/= fresh');
    write('one', 5);
    const { states, files } = await run(joined);
    expect(states).toEqual(['extra-sums/one stale', 'extra-sums/two fresh', 'extra-sums/= stale']);
    expect(files).toEqual({ sum: '[5,2]' });
  });

  it('refuses a dataset that is not declared, and a name that is none', async () => {
    await expect(run(extra({ datasets: ['one'] }))).rejects.toThrow('two is read but not declared');
    await expect(run(extra({ parts: { a: () => ({ 'No name': 1 }) } }))).rejects.toThrow(
      'is no name for a file',
    );
  });
});
