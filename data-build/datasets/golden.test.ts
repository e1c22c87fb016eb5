import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError, type DatasetModule } from '../model';
import { csvText } from '../steps/edition-text';
import { datasetModules, GOLDEN, goldenContext, goldenIds } from '../steps/testing-golden';

/**
 * One folder for each table parser: `raw/` holds a small export with the dirt the parser lives with, `data.csv` (and any other
 * table, under its name) the tidy table it must give, `errors.json` damages to that export and the whole message each must end in. Figures are invented.
 */
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

const load = (id: string): DatasetModule => datasetModules.get(id)!;

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

describe.each(goldenIds)('%s', (id) => {
  it('restates the export as the tidy table', async () => {
    const { tables } = await load(id).refresh(goldenContext(raw(id)));
    expect(existsSync(`${GOLDEN}${id}/data.csv`)).toBe(true);
    for (const [name, table] of Object.entries(tables!)) {
      const golden = `${GOLDEN}${id}/${name}.csv`;
      if (existsSync(golden)) expect(csvText(table), name).toBe(readFileSync(golden, 'utf8'));
    }
  });

  it('does not depend on the order of rows it has read', async () => {
    const { tables } = await load(id).refresh(goldenContext(raw(id)));
    const { columns, rows } = tables!['data']!;
    expect(csvText({ columns, rows: [...rows].reverse() })).toBe(csvText({ columns, rows }));
  });

  const file = `${GOLDEN}${id}/errors.json`;
  const damages = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Damage[]) : [];
  it.each(damages)('stops at $case', async (one) => {
    const module = load(id);
    const run = async () =>
      module.refresh(
        goldenContext((path) =>
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
