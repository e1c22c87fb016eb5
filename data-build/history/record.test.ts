import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetModule } from '../model';
import { openEdition } from '../edition-reader';
import { editionDatasets } from '../steps/edition';
import { CC_BY_4 } from '../steps/edition-publishers';
import { refreshAll } from '../steps/edition-refresh';
import { readHistories } from './model';

let root: string;
const path = (...parts: string[]): string => join(root, ...parts);

const toy = (id: string, note = 'n'): DatasetModule => ({
  meta: {
    id,
    title: { it: id, en: id },
    publisher: 'P',
    sourceId: id,
    landingPage: 'https://example.org/',
    licence: { ...CC_BY_4 },
    notes: [{ it: note, en: note }],
  },
  sources: [{ path: `${id}.txt`, url: 'https://example.org/x' }],
  refresh: (ctx) => ({
    tables: {
      data: {
        columns: ['period', 'kind', 'n'],
        rows: new TextDecoder()
          .decode(ctx.read(`${id}.txt`))
          .trim()
          .split('\n')
          .map((line) => line.split(' ')),
      },
    },
    period: ['2020', '2021'],
  }),
});
const refresh = (date: string, modules = [toy('one'), toy('two')]) =>
  refreshAll({ from: path('raw'), edition: path('edition'), modules, date, log: () => {}, allowLoss: true });
const raw = (id: string, ...lines: string[]): void =>
  writeFileSync(path('raw', `${id}.txt`), `${lines.join('\n')}\n`);
const changes = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path('edition/changes')).map((name) => [
      name,
      readFileSync(path('edition/changes', name), 'utf8'),
    ]),
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'history-'));
  mkdirSync(path('raw'));
  raw('one', '2020 a 10', '2021 a 11');
  raw('two', '2020 b 5');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('history of the edition', () => {
  it('tells the first edition as all new, without examples, and is no dataset', async () => {
    await refresh('2026-01-01');
    const [history, ...more] = readHistories(path('edition'));
    expect(more).toEqual([]);
    expect(history).toMatchObject({ edition: '2026-01-01', previous: null });
    expect(history!.runs[0]!.datasets.map(({ id, change }) => [id, change])).toEqual([
      ['one', 'added'],
      ['two', 'added'],
    ]);
    expect(history!.runs[0]!.datasets[0]!.files[0]).toMatchObject({ added: 2, examples: { added: [] } });
    expect(editionDatasets(path('edition'))).toEqual(['one', 'two']);
    expect(openEdition(path('edition')).datasets).toEqual(['one', 'two']);
  });

  it('stays the very same when nothing changed, and is told anew while the edition is the first', async () => {
    await refresh('2026-01-01');
    const before = changes();
    await refresh('2026-01-09');
    expect(changes()).toEqual(before);
    raw('two', '2020 b 6', '2021 b 6');
    await refresh('2026-01-01');
    const [history] = readHistories(path('edition'));
    expect(history!.runs).toHaveLength(1);
    expect(history!.runs[0]!.datasets[1]!.files[0]).toMatchObject({ added: 2 });
  });

  it('compares a later edition with the one before, and keeps both', async () => {
    await refresh('2026-01-01');
    raw('one', '2020 a 10', '2021 a 12', '2021 b 1');
    await refresh('2026-02-01', [toy('one', 'other'), toy('two'), toy('three')]);
    const [, history] = readHistories(path('edition'));
    expect(Object.keys(changes()).sort()).toEqual([
      '2026-01-01.json',
      '2026-01-01.md',
      '2026-02-01.json',
      '2026-02-01.md',
    ]);
    expect(history).toMatchObject({ edition: '2026-02-01', previous: '2026-01-01' });
    const [one] = history!.runs[0]!.datasets;
    expect(one).toMatchObject({ id: 'one', change: 'changed', raw: true, described: ['notes'] });
    expect(one!.files[0]).toMatchObject({
      added: 1,
      changed: 1,
      removed: 0,
      periods: ['2021'],
      examples: { added: ['2021|b'], changed: ['2021|a'] },
    });
    expect(changes()['2026-02-01.md']).toMatch(/Cosa è cambiato · What changed: 2026-02-01/);
  });

  it('adds a run when the same day changes again, chained by hashes', async () => {
    await refresh('2026-01-01');
    raw('one', '2020 a 10', '2021 a 12');
    await refresh('2026-02-01');
    raw('one', '2020 a 10', '2021 a 13');
    await refresh('2026-02-01');
    const runs = readHistories(path('edition')).at(-1)!.runs;
    expect(runs).toHaveLength(2);
    expect(runs[1]!.datasets[0]!.from).toBe(runs[0]!.datasets[0]!.to);
    expect(runs[1]!.datasets[0]!.to).toBe(openEdition(path('edition')).hash('one'));
  });
});
