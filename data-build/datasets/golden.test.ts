import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { InputError, type DatasetModule, type RefreshContext } from '../model';
import { Places } from '../steps/edition-places';
import { discover } from '../steps/edition-refresh';
import { csvText } from '../steps/edition-text';

/**
 * One folder for each table parser: `raw/` holds a small export with the dirt the parser lives with, `data.csv` (and any other
 * table, under its name) the tidy table it must give, `errors.json` damages to that export and the whole message each must end in. Figures are invented.
 */
const GOLDEN = fileURLToPath(new URL('golden/', import.meta.url));
const ids = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((e) => e.isDirectory())
  .map((e) => e.name);

interface Damage {
  case: string;
  /** The one export of several that is damaged; all of them by default. */
  file?: string;
  /** On the Latin-1 view of the bytes: the first `find`, or all of them, becomes `replace`. */
  find: string;
  replace: string;
  all?: boolean;
  error: string;
}

const places = new Places();
places.load(readFileSync(`${GOLDEN}hierarchy.csv`, 'utf8'));

const context = (read: RefreshContext['read']): RefreshContext => ({
  read,
  areaCode: (name, at) => places.areaCode(name, at),
  zonaCode: (name, at) => places.zonaCode(name, at),
  prossimitaCode: (name, at) => places.prossimitaCode(name, at),
  areaCodes: () => places.areaCodes(),
  zonaCodes: () => places.zonaCodes(),
  prossimitaCodes: () => places.prossimitaCodes(),
  quartiereOf: (code) => places.quartiereOf(code),
  warn: () => undefined,
});

const modules = new Map(
  (await discover(fileURLToPath(new URL('.', import.meta.url)))).map((m) => [m.meta.id, m]),
);
const load = (id: string): DatasetModule => modules.get(id)!;

const raw =
  (id: string) =>
  (path: string): Uint8Array =>
    new Uint8Array(readFileSync(`${GOLDEN}${id}/raw/${path}`));

/** Works on the bytes, so that broken UTF-8 can be made. */
function damage(bytes: Uint8Array, { case: name, find, replace, all }: Damage): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const at = text.indexOf(find);
  if (at < 0) throw new Error(`${name}: ${JSON.stringify(find)} is not in the export`);
  const damaged = all
    ? text.replaceAll(find, replace)
    : text.slice(0, at) + replace + text.slice(at + find.length);
  return new Uint8Array(Buffer.from(damaged, 'latin1'));
}

describe.each(ids)('%s', (id) => {
  it('restates the export as the tidy table', async () => {
    const { tables } = await load(id).refresh(context(raw(id)));
    expect(existsSync(`${GOLDEN}${id}/data.csv`)).toBe(true);
    for (const [name, table] of Object.entries(tables!)) {
      const golden = `${GOLDEN}${id}/${name}.csv`;
      if (existsSync(golden)) expect(csvText(table), name).toBe(readFileSync(golden, 'utf8'));
    }
  });

  it('does not depend on the order of rows it has read', async () => {
    const { tables } = await load(id).refresh(context(raw(id)));
    const { columns, rows } = tables!['data']!;
    expect(csvText({ columns, rows: [...rows].reverse() })).toBe(csvText({ columns, rows }));
  });

  const file = `${GOLDEN}${id}/errors.json`;
  const damages = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Damage[]) : [];
  it.each(damages)('stops at $case', async (one) => {
    const module = load(id);
    const run = async () =>
      module.refresh(
        context((path) =>
          one.file === undefined || path === one.file ? damage(raw(id)(path), one) : raw(id)(path),
        ),
      );
    const error = await run().then(
      () => undefined,
      (e: unknown) => e as Error,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error!.message).toBe(one.error);
  });
});
