import * as v from 'valibot';
import { LevelSchema, PeriodSchema, TextSchema } from './ids';
import { CountSchema, EditionIdSchema, FreshnessSchema, ShareSchema, StatesSchema } from './quality';

/** What the build publishes below `api/v1` for whoever wants to check the atlas; see docs/editions.md and docs/quality.md. */

const count = CountSchema;
const edition = EditionIdSchema;
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Address relative to the file it stands in. */
const place = v.pipe(v.string(), v.regex(/^(\.\.\/)*[\w./-]+$/));

export const WAYS = ['added', 'changed', 'removed'] as const;
export type Way = (typeof WAYS)[number];
const way = v.picklist(WAYS);
const byWay = v.object({ added: count, changed: count, removed: count });
export type ByWay = v.InferOutput<typeof byWay>;

const MethodSchema = v.object({ indicator: v.string(), change: way });
/** A class counts from 0; a letter stands for the reason a cell has no value, as in model/cell. */
const classOf = v.union([count, v.picklist(['s', 'n', 'u', 'x'])]);
export type ClassOf = v.InferOutput<typeof classOf>;

/** `changes.json`: every edition, newest first. */
export const ChangesSchema = v.object({
  edition,
  feed: place,
  areas: place,
  editions: v.array(
    v.object({
      id: edition,
      previous: v.nullable(edition),
      totals: v.object({ datasets: byWay, rows: byWay, methods: count, areas: count }),
      datasets: v.array(
        v.object({
          id: v.string(),
          title: TextSchema,
          change: way,
          /** Rows and features of its files. */
          rows: byWay,
          /** First and last period touched; null when no period was. */
          periods: v.nullable(v.tuple([v.string(), v.string()])),
          /** Fields of its description that changed; `notes` is a change of method. */
          described: v.array(v.string()),
          json: place,
        }),
      ),
      methods: v.array(MethodSchema),
      classes: v.array(
        v.object({
          indicator: v.string(),
          level: LevelSchema,
          period: PeriodSchema,
          /** The class limits moved too: an area may change class with its value unchanged. */
          breaks: v.boolean(),
          areas: count,
        }),
      ),
    }),
  ),
});
export type Changes = v.InferOutput<typeof ChangesSchema>;
export type EditionChanges = Changes['editions'][number];

/** `changes/<dataset>.json`: all that ever happened to one dataset, newest first. */
export const DatasetChangesSchema = v.object({
  dataset: v.string(),
  /** Indicators that rest on it. */
  indicators: v.array(v.string()),
  changes: v.array(
    v.object({
      edition,
      change: way,
      /** The raw exports were other bytes. */
      raw: v.boolean(),
      described: v.array(v.string()),
      files: v.array(
        v.object({
          file: v.string(),
          added: count,
          changed: count,
          removed: count,
          periods: v.array(v.string()),
          columns: v.optional(v.object({ added: v.array(v.string()), removed: v.array(v.string()) })),
        }),
      ),
      methods: v.array(MethodSchema),
    }),
  ),
});
export type DatasetChanges = v.InferOutput<typeof DatasetChangesSchema>;

/** `changes/areas.json`: level → area code → class changes, newest first. */
export const AreaChangesSchema = v.object({
  levels: v.record(
    v.string(),
    v.record(
      v.string(),
      v.array(
        v.object({
          edition,
          indicator: v.string(),
          period: PeriodSchema,
          from: classOf,
          to: classOf,
          breaks: v.boolean(),
        }),
      ),
    ),
  ),
});
export type AreaChanges = v.InferOutput<typeof AreaChangesSchema>;

/** `editions/index.json`: editions whose figures can be reached at an address that stays. */
export const EditionsSchema = v.object({
  current: edition,
  editions: v.array(v.object({ id: edition, current: v.boolean(), index: place, files: count })),
});
export type Editions = v.InferOutput<typeof EditionsSchema>;

const HashedSchema = v.object({ path: v.string(), bytes: count, sha256: hash });
export type Hashed = v.InferOutput<typeof HashedSchema>;
const RawSchema = v.object({ ...HashedSchema.entries, url: v.pipe(v.string(), v.url()) });
const LicenceSchema = v.object({ id: v.string(), title: v.string(), url: v.pipe(v.string(), v.url()) });
const CodeSchema = v.object({ ...HashedSchema.entries, code: hash });

/** `provenance/<indicator>.json`: from every raw file to every published one. */
export const ProvenanceSchema = v.object({
  edition,
  indicator: v.string(),
  datasets: v.array(
    v.object({
      id: v.string(),
      title: TextSchema,
      publisher: v.string(),
      licence: LicenceSchema,
      accessed: edition,
      raw: v.array(RawSchema),
      parser: v.nullable(CodeSchema),
      edition: v.array(HashedSchema),
    }),
  ),
  rule: v.object({ ...CodeSchema.entries, definition: TextSchema, method: TextSchema }),
  /** Runs of periods whose cells are missing for the same reasons in the same numbers. */
  ranges: v.array(
    v.object({
      level: LevelSchema,
      from: PeriodSchema,
      to: PeriodSchema,
      periods: count,
      cells: StatesSchema,
    }),
  ),
  outputs: v.array(HashedSchema),
});
export type Provenance = v.InferOutput<typeof ProvenanceSchema>;

/** A tidy table of the edition that may be taken away, or why it may not. */
const TidySchema = v.object({
  file: v.string(),
  rows: count,
  /** Address below `api/v1`; null when the rows are not published. */
  csv: v.nullable(place),
});

/** `datasets.json`: one line per dataset of the edition. */
export const DatasetsSchema = v.object({
  edition,
  /** Day of the municipal catalogue that freshness is judged by; null without one. */
  snapshot: v.nullable(edition),
  datasets: v.array(
    v.object({
      id: v.string(),
      title: TextSchema,
      publisher: v.string(),
      sourceId: v.string(),
      landingPage: v.pipe(v.string(), v.url()),
      licence: LicenceSchema,
      period: v.tuple([PeriodSchema, PeriodSchema]),
      accessed: edition,
      freshness: FreshnessSchema,
      rows: count,
      features: count,
      completeness: v.nullable(ShareSchema),
      unmatched: count,
      duplicates: count,
      outliers: count,
      suppressed: count,
      stars: count,
      /** Indicators that rest on it. */
      indicators: v.array(v.string()),
      /** Theme of the indicators it is the main source of; null when it only helps. */
      theme: v.nullable(v.string()),
      json: place,
    }),
  ),
});
export type Datasets = v.InferOutput<typeof DatasetsSchema>;
export type DatasetLine = Datasets['datasets'][number];

/** `datasets/<id>.json`: how one dataset came into the edition, and what may be taken away of it. */
export const DatasetFileSchema = v.object({
  edition,
  id: v.string(),
  /** Dirt met and what was done about it. */
  notes: v.array(TextSchema),
  raw: v.array(RawSchema),
  parser: v.nullable(CodeSchema),
  files: v.array(HashedSchema),
  tables: v.array(TidySchema),
  /** Why some table is not given away; null when all are. */
  withheld: v.nullable(TextSchema),
  /** Data package of the tables given away (Frictionless), below `api/v1`; null when there is none. */
  package: v.nullable(place),
});
export type DatasetFile = v.InferOutput<typeof DatasetFileSchema>;
