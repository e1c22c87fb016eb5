import { join } from 'node:path';
import * as v from 'valibot';
import { readJson } from '../steps/read-json';

/** What the keepers decide, in data-build/editions.json; see docs/editions.md. */
export const ConfigSchema = v.strictObject({
  /** Ids of old editions that stay reachable; each has its archive in data-build/editions/. */
  keep: v.array(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** Where `data/` will stand on the web, ending in `/`; null while nobody knows: then addresses are relative. */
  baseUrl: v.nullable(v.pipe(v.string(), v.url(), v.endsWith('/'))),
});
export type Config = v.InferOutput<typeof ConfigSchema>;

export const readConfig = (folder: string): Config => readJson(ConfigSchema, join(folder, 'editions.json'));
