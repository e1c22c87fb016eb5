import * as v from 'valibot';
import { MISSING } from './cell';
import { LevelSchema, PeriodSchema, TextSchema } from './ids';

/** How clean, fresh and open a dataset is: what the build measures and publishes below `api/v1/quality`; see docs/quality.md. */

export const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
export const ShareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Id of an edition: its day. */
export const EditionIdSchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

export const FRESH = ['kept', 'late', 'closed', 'no-promise', 'unknown'] as const;
export type Fresh = (typeof FRESH)[number];
export const FreshnessSchema = v.object({
  status: v.picklist(FRESH),
  /** Code of the EU frequency authority list; null when not recorded. */
  frequency: v.nullable(v.string()),
  /** Day of the publisher's last change, and day of the catalogue that says so. */
  modified: v.nullable(v.string()),
  asOf: v.nullable(v.string()),
  /** Days from `modified` to `asOf`, and days the frequency allows. */
  age: v.nullable(v.number()),
  allowed: v.nullable(v.number()),
});

const CheckSchema = v.object({ id: v.string(), met: v.nullable(v.boolean()), reason: TextSchema });
export type Check = v.InferOutput<typeof CheckSchema>;
/** Cells by what they say: a value, or why there is none. */
export const StatesSchema = v.record(v.picklist(['value', ...MISSING]), CountSchema);
export type States = v.InferOutput<typeof StatesSchema>;

/** A raw export as it came, before anything was mended: `profile` of a source in the edition's `meta.json`. Features are rows, properties columns. */
export const RawProfileSchema = v.object({
  format: v.picklist(['csv', 'geojson']),
  rows: CountSchema,
  columns: CountSchema,
  /** Rows equal to an earlier one in every cell. */
  repeated: CountSchema,
  /** Column → rows with nothing in it; only columns with some. */
  empty: v.record(v.string(), CountSchema),
  /** Features without a geometry; only of GeoJSON. */
  withoutGeometry: v.optional(CountSchema),
});
export type RawProfile = v.InferOutput<typeof RawProfileSchema>;

/** `quality/<dataset>.json`, as far as it is read on screen. */
export const QualitySchema = v.object({
  dataset: v.string(),
  edition: EditionIdSchema,
  freshness: v.object({
    ...FreshnessSchema.entries,
    lastPeriod: v.string(),
    lastPeriodAge: v.nullable(v.number()),
  }),
  openness: v.object({ stars: CountSchema, checks: v.array(CheckSchema) }),
  agid: v.array(CheckSchema),
  /** Raw exports that were measured; none in editions from before that was done. */
  raw: v.optional(v.array(v.object({ file: v.string(), ...RawProfileSchema.entries })), []),
  tables: v.array(
    v.object({
      file: v.string(),
      rows: CountSchema,
      duplicates: CountSchema,
      /** Column → share of rows with something in it; only columns short of 1. */
      incomplete: v.record(v.string(), ShareSchema),
      completeness: ShareSchema,
      places: v.array(
        v.object({
          level: LevelSchema,
          covered: CountSchema,
          of: CountSchema,
          /** Codes or names that join to no area, with their rows. */
          unmatched: v.record(v.string(), CountSchema),
          empty: CountSchema,
        }),
      ),
    }),
  ),
  layers: v.array(v.object({ file: v.string(), features: CountSchema })),
  outlierRule: TextSchema,
  timeOutlierRule: v.optional(TextSchema),
  indicators: v.array(
    v.object({
      indicator: v.string(),
      cells: v.record(v.string(), StatesSchema),
      outliers: v.object({
        count: CountSchema,
        named: v.array(
          v.object({ level: LevelSchema, period: PeriodSchema, area: v.string(), z: v.number() }),
        ),
      }),
      /** Cells far from the periods around them in the same area. */
      timeOutliers: v.optional(
        v.object({
          count: CountSchema,
          /** Digits after the decimal mark when its values are printed. */
          decimals: CountSchema,
          named: v.array(
            v.object({
              level: LevelSchema,
              period: PeriodSchema,
              area: v.string(),
              value: v.number(),
              neighbours: v.array(v.number()),
              z: v.number(),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type Quality = v.InferOutput<typeof QualitySchema>;
