import * as v from 'valibot';
import { TextSchema } from './ids';

/** What the atlas thinks of a dataset it could draw on. */
export const USES = ['used', 'usable', 'unusable'] as const;
export type Use = (typeof USES)[number];

const UseSchema = v.picklist(USES);

/** `catalogue.json`: every dataset of the municipal catalogue, and the others that were weighed, each with a verdict and its reason. */
export const CatalogueSchema = v.object({
  edition: v.string(),
  /** Day of the catalogue. */
  snapshot: v.string(),
  publisher: v.string(),
  landingPage: v.pipe(v.string(), v.url()),
  licence: v.object({ id: v.string(), title: v.string(), url: v.pipe(v.string(), v.url()) }),
  /** Reason id → verdict and words. */
  reasons: v.record(v.string(), v.object({ use: UseSchema, title: TextSchema, why: TextSchema })),
  datasets: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      themes: v.array(v.string()),
      licence: v.string(),
      publisher: v.nullable(v.string()),
      records: v.number(),
      modified: v.string(),
      frequency: v.nullable(v.string()),
      geo: v.boolean(),
      timeseries: v.boolean(),
      page: v.pipe(v.string(), v.url()),
      /** Datasets of the edition made from it. */
      usedAs: v.array(v.string()),
      reason: v.string(),
    }),
  ),
  others: v.array(
    v.object({
      title: TextSchema,
      publisher: v.string(),
      licence: v.nullable(v.string()),
      use: UseSchema,
      why: TextSchema,
      usedAs: v.array(v.string()),
    }),
  ),
});
export type Catalogue = v.InferOutput<typeof CatalogueSchema>;
export type CatalogueLine = Catalogue['datasets'][number];
