import * as v from 'valibot';

/** What the atlas reads of a `datapackage.json` (Frictionless Data Package v1, Table Schema); files may say more. */
export const TidyPackageSchema = v.object({
  resources: v.array(
    v.object({
      /** Of the table, without `.csv`. */
      name: v.string(),
      schema: v.object({
        fields: v.array(
          v.object({
            name: v.string(),
            type: v.picklist(['string', 'integer', 'number', 'date']),
            /** What it holds, "<Italian> · <English>". */
            description: v.string(),
          }),
        ),
      }),
    }),
  ),
});
export type TidyPackage = v.InferOutput<typeof TidyPackageSchema>;
export type TidyField = TidyPackage['resources'][number]['schema']['fields'][number];

/** A table as it stands in its file: cells as text, by row, in the order of `columns`. */
export interface TidyTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}
