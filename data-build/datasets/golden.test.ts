import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError, type DatasetModule } from '../model';
import { csvText } from '../steps/edition-text';
import {
  datasetModules,
  GOLDEN,
  goldenContext,
  goldenFiles,
  goldenIds,
  goldenRaw,
} from '../steps/testing-golden';

/**
 * One folder for each dataset: `raw/` holds a small export with the dirt the parser lives with, beside it stand the tables and
 * topologies it must give, each under its name, and `errors.json`, damages to that export and the whole message each must end in.
 * Figures are invented.
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
  it('restates the export as the tidy tables and topologies, all of them and no other', async () => {
    const found = goldenFiles(await load(id).refresh(goldenContext(goldenRaw(id))));
    const kept = readdirSync(GOLDEN + id).filter((name) => /\.(csv|topojson)$/.test(name));
    expect([...found.keys()].sort()).toEqual(kept.sort());
    for (const [name, text] of found) expect(text, name).toBe(readFileSync(`${GOLDEN}${id}/${name}`, 'utf8'));
  });

  it('does not depend on the order of rows it has read', async () => {
    const { tables = {} } = await load(id).refresh(goldenContext(goldenRaw(id)));
    for (const { columns, rows } of Object.values(tables))
      expect(csvText({ columns, rows: [...rows].reverse() })).toBe(csvText({ columns, rows }));
  });

  const file = `${GOLDEN}${id}/errors.json`;
  const damages = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Damage[]) : [];
  it.each(damages)('stops at $case', async (one) => {
    const module = load(id);
    const isMeant = (path: string): boolean => one.file === undefined || path === one.file;
    const read = goldenRaw(id, (bytes, path) => (isMeant(path) ? damage(bytes, one) : bytes));
    const run = async () => module.refresh(goldenContext(read));
    const error = await run().then(
      () => undefined,
      (e: unknown) => e as Error,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(error!.message).toBe(one.error);
  });
});
