import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RefreshContext } from '../model';
import { Places } from './edition-places';
import { discover } from './edition-refresh';

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

const places = new Places();
places.load(readFileSync(`${GOLDEN}hierarchy.csv`, 'utf8'));

/** What a dataset is refreshed with: the areas of the golden hierarchy, files from `read`, no warnings kept. */
export const goldenContext = (read: RefreshContext['read']): RefreshContext => ({
  read,
  ...places.lookups,
  warn: () => undefined,
});
