import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { build } from '../../data-build/build';
import { buildOnce, EDITION, filesBelow, type Built } from './built';

// Whole builds and audits: generous, so that a slow machine is no failure.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let built: Built;
let scratch: string;
beforeAll(async () => {
  built = await buildOnce();
  scratch = mkdtempSync(join(tmpdir(), 'atlante-'));
});
afterAll(() => {
  built?.remove();
  rmSync(scratch, { recursive: true, force: true });
});

const snapshot = (dir: string) =>
  filesBelow(dir).map((path) => [path, readFileSync(join(dir, path)).toString('base64')]);

/** The command as `npm start` runs it: the build as one compiled file. */
function command(...args: string[]): { status: number; stderr: string } {
  try {
    execFileSync(process.execPath, ['data-build/main.cjs', ...args], { stdio: 'pipe' });
    return { status: 0, stderr: '' };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: Buffer };
    return { status, stderr: String(stderr) };
  }
}

describe('npm run data', () => {
  it('writes, compiled into one file, the bytes that its sources write', () => {
    const [out, cache] = [join(scratch, 'compiled'), join(scratch, 'compiled-cache')];
    expect(command('--edition', EDITION, '--out', out, '--cache', cache)).toEqual({ status: 0, stderr: '' });
    // What the engine made of it is there only when it was that file that ran.
    const kept = readdirSync(cache).flatMap((name) => /^code-[0-9a-f]{32}(\..+)$/.exec(name)?.[1] ?? []);
    expect(kept.sort()).toEqual(['.cjs', '.cjs.v8', '.hashes.json']);
    expect(snapshot(out)).toEqual(snapshot(built.out));
    // Once more, from what was kept and steps that are all there.
    rmSync(out, { recursive: true });
    expect(command('--edition', EDITION, '--out', out, '--cache', cache)).toEqual({ status: 0, stderr: '' });
    expect(snapshot(out)).toEqual(snapshot(built.out));
  });

  it('names the file of a keeper that is no code', () => {
    const indicators = join(scratch, 'indicators');
    mkdirSync(indicators);
    writeFileSync(join(indicators, 'mistaken.ts'), 'export const indicators = [;\n');
    const { status, stderr } = command('--indicators', indicators, '--out', join(scratch, 'no-out'));
    expect(status).toBe(1);
    expect(stderr).toContain('mistaken.ts');
  });

  it('writes the same bytes from the same edition, with no cache to help', async () => {
    const out = join(scratch, 'again');
    await build({ edition: EDITION, out, cache: join(scratch, 'cache') });
    expect(snapshot(out)).toEqual(snapshot(built.out));
  });

  it('rebuilds nothing when nothing changed, whatever the file times say', async () => {
    const log: string[] = [];
    await build({
      edition: EDITION,
      out: built.out,
      cache: join(built.root, 'cache'),
      log: (line) => log.push(line),
    });
    const states = log.filter((line) => !line.startsWith('edition')).map((line) => line.split(' ')[0]);
    expect(new Set(states)).toEqual(new Set(['fresh']));
    expect(built.log.some((line) => line.startsWith('missing'))).toBe(true);
  });

  it('rebuilds what rests on a changed dataset, and only that', async () => {
    const edition = join(scratch, 'edition');
    cpSync(EDITION, edition, { recursive: true });
    const file = join(edition, 'income-median/data.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^1,2016,327,\d+$/m, '1,2016,327,21225'));
    const log: string[] = [];
    const cache = join(scratch, 'cache');
    await build({ edition, out: join(scratch, 'changed'), cache, log: (line) => log.push(line) });
    const restsOnIt = (id: string): boolean => {
      const meta = JSON.parse(built.read(`api/v1/indicators/${id}.json`).toString()) as {
        datasets: { id: string }[];
      };
      return meta.datasets.some((dataset) => dataset.id === 'income-median');
    };
    const ids = built.manifest.indicators.map(({ id }) => id);
    const expected = ids.filter(restsOnIt);
    const stale = log
      .filter((line) => line.startsWith('stale'))
      .map((line) => line.split(/\s+/)[1]!)
      .filter((step) => ids.includes(step));
    expect(expected).toContain('income.median');
    expect(stale.sort()).toEqual(expected.sort());
    await build({ edition, out: join(scratch, 'anew'), cache: join(scratch, 'no-cache') });
    expect(snapshot(join(scratch, 'changed'))).toEqual(snapshot(join(scratch, 'anew')));
  });

  it('takes nothing from a cache that is not what was written', async () => {
    const cache = join(built.root, 'cache');
    const table = filesBelow(cache).find((path) => /^income\.median\/.*table\.json$/.test(path))!;
    writeFileSync(join(cache, table), readFileSync(join(cache, table), 'utf8').replace(/\d{5}/, '99999'));
    const out = join(scratch, 'mended');
    await build({ edition: EDITION, out, cache });
    // Files of the first output may be links to those of the cache: it is the third one that tells.
    expect(snapshot(out)).toEqual(snapshot(join(scratch, 'again')));
  });

  it('stops on a damaged edition with file and cause, exit code 1, and leaves the last good output', () => {
    const edition = join(scratch, 'damaged');
    cpSync(EDITION, edition, { recursive: true });
    const file = join(edition, 'households/data.csv');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        'area,period,size,households\n',
        'area,period,size,households\n1,2016\n',
      ),
    );
    const before = snapshot(built.out);
    const failure = command('--edition', edition, '--out', built.out, '--cache', join(scratch, 'cache'));
    expect(failure.status).toBe(1);
    expect(failure.stderr).toMatch(/households.data\.csv.*expected a tidy table/s);
    expect(snapshot(built.out)).toEqual(before);
  });

  it('stops when the edition is not there', async () => {
    await expect(build({ edition: join(scratch, 'nowhere'), out: join(scratch, 'none') })).rejects.toThrow(
      /expected a file of the edition/,
    );
  });
});
