import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EditionFiles, RefreshContext } from '../model';
import { Places } from './edition-places';
import { discover } from './edition-refresh';
import { csvText, jsonText } from './edition-text';
import { shapefile, type LayerText } from './testing-shapefile';

/** Small exports written for tests, a folder for each dataset; ends in a slash. */
export const GOLDEN = fileURLToPath(new URL('../datasets/golden/', import.meta.url));

/** Datasets that have one. */
export const goldenIds = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Every dataset of the repository by id. */
export const datasetModules = new Map(
  (await discover(fileURLToPath(new URL('../datasets', import.meta.url)))).map((one) => [one.meta.id, one]),
);

/**
 * Raw exports of a dataset. A shapefile is no thing to read or damage by hand: it is made out of its description, `<name>.zip.json`.
 * `change` is made to what stands in the folder, so to the description there.
 */
export const goldenRaw =
  (id: string, change: (bytes: Uint8Array, path: string) => Uint8Array = (bytes) => bytes) =>
  (path: string): Uint8Array => {
    const file = `${GOLDEN}${id}/raw/${path}`;
    if (existsSync(file)) return change(new Uint8Array(readFileSync(file)), path);
    const description = change(new Uint8Array(readFileSync(`${file}.json`)), path);
    return shapefile(JSON.parse(new TextDecoder().decode(description)) as LayerText);
  };

/** Tables and topologies as files of the edition, by name. */
export const goldenFiles = ({ tables = {}, topologies = {} }: EditionFiles): Map<string, string> =>
  new Map([
    ...Object.entries(tables).map(([name, table]) => [`${name}.csv`, csvText(table)] as const),
    ...Object.entries(topologies).map(([name, one]) => [`${name}.topojson`, jsonText(one)] as const),
  ]);

const places = new Places();
places.load(readFileSync(`${GOLDEN}hierarchy.csv`, 'utf8'));

/** What a dataset is refreshed with: the areas of the golden hierarchy, files from `read`, no warnings kept. */
export const goldenContext = (read: RefreshContext['read']): RefreshContext => ({
  read,
  has: (path) => {
    try {
      return read(path).length > 0;
    } catch {
      return false;
    }
  },
  ...places.lookups,
  warn: () => undefined,
});
