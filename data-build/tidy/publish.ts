import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Text } from '../../src/model/ids';
import type { Edition } from '../edition-reader';
import { API } from '../steps/api';
import type { Step } from '../steps/cache';
import type { Output } from '../steps/write';
import { hashedFile } from '../trust/provenance';
import { dataPackage, type GivenTable, type Rows } from './package';
import { policyOf, WITHHELD, type Policy } from './policy';

/** What may be taken away of one dataset; addresses are relative to `api/v1`. */
export interface Tidy {
  tables: { file: string; rows: number; csv: string | null }[];
  /** Why some table is not given away; null when all are. */
  withheld: Text | null;
  package: string | null;
}

/** A dataset weighed: what is given away of it and the package that goes with it. */
interface Weighed {
  tidy: Tidy;
  package: ReturnType<typeof dataPackage> | null;
}

const matches = (pattern: string, column: string): boolean =>
  pattern.startsWith('*')
    ? column.endsWith(pattern.slice(1))
    : pattern.endsWith('*')
      ? column.startsWith(pattern.slice(0, -1))
      : pattern === column;

/** Throws when a column that counts people holds a 1 or a 2, or when the policy names a column that is not there. */
export function checkPeople(where: string, rows: Rows, { people = [] }: Policy): void {
  const columns = Object.keys(rows[0] ?? {});
  for (const column of columns.filter((name) => people.some((pattern) => matches(pattern, name)))) {
    const small = rows.find((row) => row[column] === '1' || row[column] === '2');
    if (small)
      throw new Error(
        `${where}: column "${column}" counts people and holds ${small[column]!}: withhold the table in tidy/policy.ts`,
      );
  }
}

/** Reads every table of a dataset, checks those that are given away, and describes them. */
export function weigh(edition: Edition, id: string): Weighed {
  const policy = policyOf(id);
  const names = readdirSync(join(edition.dir, id))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => name.slice(0, -4))
    .sort();
  const stranger = policy.give.find((name) => !names.includes(name));
  if (stranger) throw new Error(`tidy/policy.ts: ${id} has no table "${stranger}"`);
  const given: GivenTable[] = [];
  const tables = names.map((name) => {
    const rows = edition.table(id, name);
    const give = policy.give.includes(name);
    if (give) {
      checkPeople(`${id}/${name}.csv`, rows, policy);
      given.push({ name, rows, file: hashedFile(join(edition.dir, id, `${name}.csv`), `${name}.csv`) });
    }
    return { file: `${name}.csv`, rows: rows.length, csv: give ? `datasets/${id}/${name}.csv` : null };
  });
  const withheld = tables.some(({ csv }) => csv === null) ? WITHHELD[policy.why ?? 'unweighed'] : null;
  const isGiven = given.length > 0;
  return {
    tidy: { tables, withheld, package: isGiven ? `datasets/${id}/datapackage.json` : null },
    package: isGiven ? dataPackage(edition.id, edition.meta(id), given) : null,
  };
}

/** Weighing parses whole tables: it is done once for each content of a dataset. */
export function tidyStep(edition: Edition, id: string): Step {
  return {
    name: `tidy/${id}`,
    inputs: [edition.id, edition.hash(id)],
    code: [fileURLToPath(import.meta.url)],
    run: (dir) => writeFileSync(join(dir, 'weighed.json'), JSON.stringify(weigh(edition.only([id]), id))),
  };
}

/** Runs the steps of all datasets, before the output is opened. */
export async function prepareTidy(
  edition: Edition,
  run: (step: Step) => Promise<string>,
): Promise<Map<string, Weighed>> {
  const weighed = new Map<string, Weighed>();
  for (const id of edition.datasets) {
    const file = join(await run(tidyStep(edition, id)), 'weighed.json');
    weighed.set(id, JSON.parse(readFileSync(file, 'utf8')) as Weighed);
  }
  return weighed;
}

/** Copies the tidy tables that may be given away to `api/v1/datasets/<id>/`, each dataset with its data package. */
export function publishTidy(
  output: Output,
  edition: Edition,
  weighed: ReadonlyMap<string, Weighed>,
): Map<string, Tidy> {
  const published = new Map<string, Tidy>();
  for (const [id, { tidy, package: described }] of weighed) {
    for (const { file, csv } of tidy.tables)
      if (csv !== null) output.write(`${API}/${csv}`, readFileSync(join(edition.dir, id, file)));
    if (tidy.package !== null)
      output.write(`${API}/${tidy.package}`, `${JSON.stringify(described, null, 2)}\n`);
    published.set(id, tidy);
  }
  return published;
}
