import * as v from 'valibot';
import { AreaCodeSchema, IndicatorIdSchema, LevelSchema, PeriodSchema, TextSchema } from './ids';
import { MeasureSchema, UnitSchema } from './unit';

/**
 * The contract between build and browser. The build parses what it is about to write, the app what it has read.
 * Raise on any change an older app could misread.
 */
export const SCHEMA_VERSION = 1;

/** An object with one optional entry per level. */
const byLevel = <const S extends v.GenericSchema>(entry: S) =>
  v.partial(
    v.object({ citta: entry, quartiere: entry, zona: entry, prossimita: entry, area: entry, comune: entry }),
  );

/** A file below the data root; `path` carries a content hash, so it is immutable. */
export const FileRefSchema = v.object({
  path: v.pipe(v.string(), v.regex(/^[\w./-]+$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** SHA-256 of the first 16,384 bytes (or all, if fewer): proves an archive read by range before all of it is there. */
  headSha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
export type FileRef = v.InferOutput<typeof FileRefSchema>;

/** The seven areas of need of PON Metro BO1.1.1.c. */
export const PON = ['social', 'housing', 'culture', 'work', 'taxes', 'environment', 'public-works'] as const;

/** Sequential families; see domain/colour. */
export const SEQUENTIAL_RAMPS = ['plum', 'green-blue', 'ochre', 'blue', 'teal-red', 'magenta'] as const;
export type SequentialRamp = (typeof SEQUENTIAL_RAMPS)[number];
/** `change` diverges from a neutral middle that stands for "about the same"; its classes lie evenly about zero. */
export const RAMPS = [...SEQUENTIAL_RAMPS, 'change'] as const;
export type Ramp = (typeof RAMPS)[number];

export const ThemeSchema = v.object({ id: v.string(), title: TextSchema });
export type Theme = v.InferOutput<typeof ThemeSchema>;

/** What menu, search and URL need of an indicator; the rest comes with its table. */
export const IndicatorSummarySchema = v.object({
  id: IndicatorIdSchema,
  theme: v.string(),
  title: TextSchema,
  /** The question the map answers, one sentence with its question mark. */
  question: TextSchema,
  /** The legend as a sentence that follows the place, `{n}` for the number: "{n} residenti ogni 100 hanno 65 anni e oltre". */
  sentence: v.optional(TextSchema),
  measure: MeasureSchema,
  unit: UnitSchema,
  ramp: v.picklist(RAMPS),
  /** Levels that hold at least one value, in LEVELS order. */
  levels: v.pipe(v.array(LevelSchema), v.minLength(1)),
  /** All periods of any level, ascending. */
  periods: v.pipe(v.array(PeriodSchema), v.minLength(1)),
  table: FileRefSchema,
});
export type IndicatorSummary = v.InferOutput<typeof IndicatorSummarySchema>;

/**
 * Things that are not areas and can be drawn with an indicator: points, hexagons, dots, moving points on the map; in the charts room days of a
 * calendar, half hours and hours of a day, pyramids of ages (model/series).
 */
export const LAYER_KINDS = [
  'points',
  'hexes',
  'dots',
  'motion',
  'calendar',
  'day',
  'hours',
  'pyramid',
] as const;
export const LayerSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  kind: v.picklist(LAYER_KINDS),
  title: TextSchema,
  /** Name of its file in `files`. */
  file: v.string(),
  /** Indicators it illustrates, most telling first. */
  indicators: v.pipe(v.array(IndicatorIdSchema), v.minLength(1)),
});
export type Layer = v.InferOutput<typeof LayerSchema>;

export const ManifestSchema = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  /** Date id of the edition, e.g. `2026-11-23`. */
  edition: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  themes: v.array(ThemeSchema),
  indicators: v.pipe(v.array(IndicatorSummarySchema), v.minLength(1)),
  geography: FileRefSchema,
  tiles: v.object({
    /** Source layers citta, quartiere, zona, prossimita, area, comune; properties `code`, `name`. */
    areas: FileRefSchema,
    /** Source layers streets, cycleways, ztl: see docs/tiles.md. */
    base: FileRefSchema,
  }),
  /** Streets and their house numbers: model/address. Absent in editions from before the search. */
  search: v.optional(FileRefSchema),
  /** Files of data-build/extras by name: shapes for static pictures, points, daily series, stories. */
  files: v.optional(v.record(v.string(), FileRefSchema), {}),
  layers: v.optional(v.array(LayerSchema), []),
  /** What an unparametrised visit shows; also the first picture. */
  defaultView: v.object({ indicator: IndicatorIdSchema, level: LevelSchema, period: PeriodSchema }),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;

export const AreaSchema = v.object({
  code: AreaCodeSchema,
  name: v.string(),
  /** Codes of the containing areas, by level. */
  parents: v.partial(
    v.object({
      citta: AreaCodeSchema,
      quartiere: AreaCodeSchema,
      zona: AreaCodeSchema,
      prossimita: AreaCodeSchema,
    }),
  ),
  /** Inner point for labels and symbols, [lon, lat] in degrees, WGS84. */
  point: v.tuple([v.number(), v.number()]),
  /** [west, south, east, north] in degrees. */
  bbox: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  km2: v.number(),
  /** Codes at the same level that share a border. */
  neighbours: v.array(AreaCodeSchema),
});
export type Area = v.InferOutput<typeof AreaSchema>;

/** Per level, areas in the order of every table column: numeric codes by number, others by text. */
export const GeographySchema = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  levels: byLevel(v.array(AreaSchema)),
});
export type Geography = v.InferOutput<typeof GeographySchema>;

export const DatasetSchema = v.object({
  id: v.string(),
  title: TextSchema,
  publisher: v.string(),
  /** Identifier in the publisher's own catalogue. */
  sourceId: v.string(),
  landingPage: v.pipe(v.string(), v.url()),
  licence: v.object({ id: v.string(), title: v.string(), url: v.pipe(v.string(), v.url()) }),
  /** First and last period covered. */
  period: v.tuple([PeriodSchema, PeriodSchema]),
  accessed: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Dirt met and what was done about it. */
  notes: v.array(TextSchema),
});
export type Dataset = v.InferOutput<typeof DatasetSchema>;

export const PackedCellSchema = v.union([v.number(), v.picklist(['s', 'n', 'u', 'x'])]);

/** One level's cells: `cells[p * areas.length + a]`, period-major, in the order of `periods` and of the geography's areas. */
export const LevelTableSchema = v.object({
  /** Periods this level has values for, ascending: coverage. */
  periods: v.array(PeriodSchema),
  /** Inner class limits, ascending, fixed over all periods; [] when fewer than two distinct values. */
  breaks: v.array(v.number()),
  /** Smallest and largest value over all periods. */
  extent: v.tuple([v.number(), v.number()]),
  cells: v.array(PackedCellSchema),
});
export type LevelTable = v.InferOutput<typeof LevelTableSchema>;

/** A place in a series where comparison across it is not safe. */
export const SeriesBreakSchema = v.object({ period: PeriodSchema, note: TextSchema });

export const TableSchema = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  indicator: IndicatorIdSchema,
  /** The same measure for the 55 comuni where this is of the city's parts, or the other way round. */
  twin: v.optional(IndicatorIdSchema),
  pon: v.picklist(PON),
  direction: v.picklist(['better', 'worse', 'neither']),
  /** Digits after the decimal mark when printed. */
  decimals: v.number(),
  /** What the number counts and over what, in words: "residents aged 65 and over, per 100 residents". */
  definition: TextSchema,
  method: TextSchema,
  notes: v.array(TextSchema),
  seriesBreaks: v.array(SeriesBreakSchema),
  datasets: v.pipe(v.array(DatasetSchema), v.minLength(1)),
  /** Paths of the public static files below the data root. */
  api: v.object({ csv: v.string(), json: v.string() }),
  levels: byLevel(LevelTableSchema),
});
export type Table = v.InferOutput<typeof TableSchema>;
