import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError, type DatasetModule } from '../model';
import { CC_BY_4 } from './edition-publishers';
import { discover, refreshAll, type RefreshOptions } from './edition-refresh';

let root: string;
let log: string[];
const path = (...parts: string[]): string => join(root, ...parts);
const text = (...parts: string[]): string => readFileSync(path('edition', ...parts), 'utf8');

/** Every file of the edition, name → text. */
const snapshot = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path('edition'), { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name))
      .sort()
      .map((name) => [name, readFileSync(name, 'utf8')]),
  );

/** Lines "period value" of `<id>.txt`; "boom" is refused. */
const toy = (id: string): DatasetModule => ({
  meta: {
    id,
    title: { it: id, en: id },
    publisher: 'P',
    sourceId: id,
    landingPage: 'https://example.org/',
    licence: { ...CC_BY_4 },
    notes: [{ it: 'nota', en: 'note' }],
  },
  sources: [{ path: `${id}.txt`, url: 'https://example.org/x' }],
  refresh(ctx) {
    const lines = new TextDecoder()
      .decode(ctx.read(`${id}.txt`))
      .trim()
      .split('\n');
    if (lines.includes('boom'))
      throw new InputError({ file: `${id}.txt`, line: 3, column: 'c' }, 'a number', '"boom"', 'Mend it.');
    return {
      tables: { data: { columns: ['period', 'n'], rows: lines.map((l) => l.split(' ')) } },
      period: ['2020', '2021'],
    };
  },
});

const run = (options: Partial<RefreshOptions> = {}) =>
  refreshAll({
    from: path('raw'),
    edition: path('edition'),
    modules: [toy('one'), toy('two')],
    date: '2026-01-01',
    log: (line) => log.push(line),
    ...options,
  });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'refresh-'));
  log = [];
  mkdirSync(path('raw'));
  writeFileSync(path('raw', 'one.txt'), '2020 10\n2020 9\n2021 1\n');
  writeFileSync(path('raw', 'two.txt'), '2020 5\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('refreshAll', () => {
  it('writes tables sorted, with metadata and an index', async () => {
    const report = await run();
    expect(report).toMatchObject({ edition: '2026-01-01', fresh: ['one', 'two'], unchanged: [], failed: [] });
    expect(text('one', 'data.csv')).toBe('period,n\n2020,9\n2020,10\n2021,1\n');
    const meta = JSON.parse(text('one', 'meta.json')) as Record<string, unknown>;
    expect(meta).toMatchObject({ id: 'one', period: ['2020', '2021'], accessed: '2026-01-01' });
    expect(meta['sources']).toEqual([
      {
        path: 'one.txt',
        bytes: 22,
        sha256: '71c23220ec007dd33654dd8f3ce88afc426c129a078700b33245b3a41c2229b2',
        url: 'https://example.org/x',
        profile: null,
      },
    ]);
  });

  it('measures the dirt of a raw table before it is read', async () => {
    writeFileSync(path('raw', 'one.csv'), 'period;n\n2020;1\n2020;1\n2021;\n');
    const one = toy('one');
    const csv: DatasetModule = {
      ...one,
      sources: [{ path: 'one.csv', url: 'https://example.org/x' }],
      refresh: (ctx) => ({
        tables: {
          data: { columns: ['period', 'bytes'], rows: [['2020', String(ctx.read('one.csv').length)]] },
        },
        period: ['2020', '2021'],
      }),
    };
    await run({ modules: [csv] });
    const { sources } = JSON.parse(text('one', 'meta.json')) as { sources: { profile: unknown }[] };
    expect(sources[0]!.profile).toEqual({
      format: 'csv',
      rows: 3,
      columns: 2,
      repeated: 1,
      empty: { n: 1 },
    });
  });

  it('writes the same bytes a second time, on another day', async () => {
    await run();
    const before = snapshot();
    const report = await run({ date: '2027-07-07' });
    expect(report).toMatchObject({ edition: '2026-01-01', fresh: [], unchanged: ['one', 'two'] });
    expect(snapshot()).toEqual(before);
  });

  it('dates only what changed, and the edition with it', async () => {
    await run();
    writeFileSync(path('raw', 'two.txt'), '2020 6\n');
    const report = await run({ date: '2027-07-07' });
    expect(report).toMatchObject({ edition: '2027-07-07', fresh: ['two'], unchanged: ['one'] });
    expect(text('one', 'meta.json')).toContain('"accessed": "2026-01-01"');
    expect(text('two', 'meta.json')).toContain('"accessed": "2027-07-07"');
  });

  it('keeps the last good folder of a dataset that fails, and goes on', async () => {
    await run();
    const before = text('one', 'data.csv');
    writeFileSync(path('raw', 'one.txt'), 'boom\n');
    writeFileSync(path('raw', 'two.txt'), '2020 7\n');
    const report = await run();
    expect(report.failed).toEqual([
      { id: 'one', message: 'one.txt:3 [c]: expected a number, found "boom". Mend it.' },
    ]);
    expect(report.fresh).toEqual(['two']);
    expect(text('one', 'data.csv')).toBe(before);
    expect(log.join('\n')).toContain('failed    one  the last good folder stays');
  });

  it('says which raw export is missing', async () => {
    rmSync(path('raw', 'one.txt'));
    const { failed } = await run();
    expect(failed[0]?.message).toBe(
      'one.txt: expected a raw export, found no such file. Download it or point --from at the right folder.',
    );
  });

  it('refuses a lost period, unless told', async () => {
    await run();
    writeFileSync(path('raw', 'one.txt'), '2020 10\n2020 9\n');
    const { failed } = await run();
    expect(failed[0]?.message).toContain('one/data.csv: expected about 1 rows in 2021, found 0.');
    expect((await run({ allowLoss: true })).failed).toEqual([]);
  });

  it('refreshes one dataset alone, and knows no other name', async () => {
    expect((await run({ only: 'two' })).fresh).toEqual(['two']);
    expect(existsSync(path('edition', 'one'))).toBe(false);
    await expect(run({ only: 'three' })).rejects.toThrow('no dataset called three');
  });

  it('writes nothing in a dry run', async () => {
    await run({ dryRun: true });
    expect(existsSync(path('edition'))).toBe(false);
  });

  it('mends what a killed run left half-way', async () => {
    await run();
    const before = snapshot();
    mkdirSync(path('edition', '.two.new'));
    mkdirSync(path('edition', '.one.old'));
    writeFileSync(path('edition', '.one.old', 'data.csv'), text('one', 'data.csv'));
    writeFileSync(path('edition', '.one.old', 'meta.json'), text('one', 'meta.json'));
    rmSync(path('edition', 'one'), { recursive: true });
    await run();
    expect(snapshot()).toEqual(before);
  });
});

describe('the command', () => {
  const command = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../refresh.ts'), ...args], {
      encoding: 'utf8',
    });

  it('exits with 1 when a dataset failed, and says which', () => {
    const { status, stdout } = command('--from', path('raw'), '--edition', path('edition'), '--only', 'ztl');
    expect(status).toBe(1);
    expect(stdout).toContain('failed    ztl  nothing written');
    expect(stdout).toContain(
      'mobility/zona-t-centro-storico.csv: expected a raw export, found no such file.',
    );
  });

  it('exits with 2 and its usage with an empty folder name or a wrong date', () => {
    expect(command('--from', '').status).toBe(2);
    const { status, stderr } = command('--from', path('raw'), '--accessed', 'today');
    expect(status).toBe(2);
    expect(stderr).toContain('npm run refresh -- [--from DIR]');
  });
});

describe('discover', () => {
  it('finds a dataset by its file alone, geography first', async () => {
    const modules = await discover(join(import.meta.dirname, '../datasets'));
    const files = readdirSync(join(import.meta.dirname, '../datasets')).filter((n) => /^[\w-]+\.ts$/.test(n));
    expect(modules.map((m) => `${m.meta.id}.ts`).sort()).toEqual(files.sort());
    expect(modules[0]?.meta.id).toBe('geography');
  });

  it('refuses a file whose dataset has another id', async () => {
    mkdirSync(path('datasets'));
    writeFileSync(path('datasets', 'a.ts'), 'export const dataset = { meta: { id: "b" } };');
    await expect(discover(path('datasets'))).rejects.toThrow(
      'a.ts must export a dataset with its own name as id',
    );
  });
});
