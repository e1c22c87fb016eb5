import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataset as comuni } from '../datasets/income-comune';
import { dataset as mean } from '../datasets/income-mean';
import type { DatasetModule, RefreshContext } from '../model';
import { csvText } from '../steps/edition-text';
import { Places } from '../steps/edition-places';
import { RawFolder } from '../steps/read';
import { downloadAll } from './download';
import { HttpClient } from './http';
import { cutAfter, give, gzipped, resume, startHost, status, testClock, type Host } from './testing';

/** Datasets as they are, their addresses on a local host that replays their golden exports. */
const GOLDEN = fileURLToPath(new URL('../datasets/golden/', import.meta.url));
const golden = (id: string, path: string): Buffer => readFileSync(join(GOLDEN, id, 'raw', path));

let host: Host;
let cache: string;
beforeAll(async () => {
  host = await startHost();
  cache = mkdtempSync(join(tmpdir(), 'atlas-real-'));
});
afterAll(async () => {
  rmSync(cache, { recursive: true, force: true });
  await host.close();
});

/** The same dataset, asked for at the local host under the path of its real address. */
const moved = (module: DatasetModule): DatasetModule => ({
  ...module,
  live: (module.live ?? module.sources).map((source) => {
    const { pathname, search } = new URL(source.url);
    return { ...source, url: host.url + pathname + search };
  }),
});
const pathOf = (module: DatasetModule, i = 0): string => new URL(module.sources[i]!.url).pathname;
/** Years asked for that nobody has at hand, and whose files are not there. */
const awaited = comuni.live!.filter((source) => source.awaited);

async function tidy(module: DatasetModule): Promise<string> {
  const places = new Places();
  places.load(readFileSync(join(GOLDEN, 'hierarchy.csv'), 'utf8'));
  const raw = new RawFolder(cache);
  const context: RefreshContext = {
    read: (path) => raw.read(path),
    has: (path) => raw.has(path),
    ...places.lookups,
    warn: () => undefined,
  };
  const { tables } = await module.refresh(context);
  return csvText(tables!['data']!);
}

it('has the portal’s export and the ministry’s zips through a bad day, and the tables are the golden ones', async () => {
  const { path: meanFile } = mean.sources[0]!;
  host.script(
    pathOf(mean),
    status(429, { 'retry-after': 3 }),
    status(503),
    gzipped(golden('income-mean', meanFile)),
  );
  comuni.sources.forEach(({ path: file }, i) => {
    const ours = golden('income-comune', file).toString('latin1');
    // A national table: other provinces before and after.
    const [header = '', ...lines] = ours.split(/(?<=\n)/);
    const elsewhere = lines[0]!.replace(/0?37\d{3}/, '028001');
    const zip = zipSync({
      'Redditi.csv': Buffer.from(header + elsewhere + lines.join('') + elsewhere, 'latin1'),
    });
    const head = { etag: `"${i}"` };
    if (i === 0) host.script(pathOf(comuni, i), cutAfter(700, zip, head), resume(zip, head));
    else host.script(pathOf(comuni, i), give(zip));
  });
  for (const { url } of awaited) host.script(new URL(url).pathname, status(404));
  const log: string[] = [];
  const client = new HttpClient({
    cache: join(cache, '.http'),
    userAgent: 'atlas-test/1',
    clock: testClock(),
  });
  const report = await downloadAll({
    modules: [moved(mean), moved(comuni)],
    cache,
    client,
    log: (line) => log.push(line),
  });
  expect(report.failed).toEqual([]);
  for (const { path } of awaited) expect(log.join('\n')).toContain(`awaited   ${path}  left out`);
  for (const module of [mean, comuni])
    expect(await tidy(module)).toBe(readFileSync(join(GOLDEN, module.meta.id, 'data.csv'), 'utf8'));
});
