import * as v from 'valibot';
import { IndicatorIdSchema, PeriodSchema, TextSchema, type Level } from './ids';
import { PackedCellSchema } from './manifest';

/** Raise on any change an older page could misread. */
export const PLACE_VERSION = 1;

/** Levels a neighbourhood page exists for; municipalities have none. */
export const PLACE_LEVELS = ['citta', 'quartiere', 'zona', 'prossimita', 'area'] as const satisfies Level[];
export type PlaceLevel = (typeof PLACE_LEVELS)[number];
export const isPlaceLevel = (level: Level): level is PlaceLevel => level !== 'comune';

/** Chapters of the page, in the order they are told. */
export const PLACE_GROUPS = [
  'people',
  'households',
  'origins',
  'money',
  'home',
  'school',
  'services',
  'streets',
  'green',
  'participation',
  'vote',
] as const;
export type PlaceGroup = (typeof PLACE_GROUPS)[number];

const byLevel = <const S extends v.GenericSchema>(entry: S) =>
  v.partial(v.object({ citta: entry, quartiere: entry, zona: entry, prossimita: entry, area: entry }));

/** Cells of one level at one period, in the order of the geography, with the city's own cell of that period. */
const ColumnSchema = v.object({
  period: PeriodSchema,
  cells: v.array(PackedCellSchema),
  city: PackedCellSchema,
});

export const PlaceColumnSchema = v.object({
  ...ColumnSchema.entries,
  /** Usual change, period to period, of the difference from the city (domain/compare); 0 where the series is too short. */
  noise: v.array(v.number()),
  /** The same ten years before, or five where the series is shorter; absent when neither is there or a break lies between. */
  before: v.optional(ColumnSchema),
});
export type PlaceColumn = v.InferOutput<typeof PlaceColumnSchema>;

export const PlaceIndicatorSchema = v.object({
  id: IndicatorIdSchema,
  group: v.picklist(PLACE_GROUPS),
  decimals: v.number(),
  /** Its name beside its value, where its own is too long. */
  title: v.optional(TextSchema),
  /** What a place has when its value is well above or below the city's: "più residenti stranieri". Absent: never in the headline. */
  more: v.optional(TextSchema),
  less: v.optional(TextSchema),
  /** Its name among the reasons why two places are alike. */
  called: v.optional(TextSchema),
  /** Takes part in the likeness of places, on this scale. */
  vector: v.optional(v.picklist(['linear', 'log'])),
  /** Finished cells, rounded two digits beyond what is printed. A level left out has no such figure. */
  levels: byLevel(PlaceColumnSchema),
});
export type PlaceIndicator = v.InferOutput<typeof PlaceIndicatorSchema>;

/** `place`: what the neighbourhood page says of every place, latest period first of all. */
export const PlaceSchema = v.object({
  schemaVersion: v.literal(PLACE_VERSION),
  indicators: v.array(PlaceIndicatorSchema),
});
export type PlaceFile = v.InferOutput<typeof PlaceSchema>;

/** Levels whose places can be taken together. */
export const PARTS_LEVELS = ['quartiere', 'zona', 'prossimita', 'area'] as const satisfies PlaceLevel[];

const CountSchema = v.union([v.number(), v.picklist(['s', 'n'])]);
/** Numerators and denominators of one level at one period, in the order of the geography; `s` where the atlas hides the cell. */
const SheetSchema = v.object({ num: v.array(CountSchema), den: v.array(CountSchema) });

export const PartsIndicatorSchema = v.object({
  id: IndicatorIdSchema,
  /** value = num / den · factor + offset; for a `sum` value = num. */
  how: v.picklist(['ratio', 'sum']),
  factor: v.number(),
  offset: v.number(),
  /** A union whose denominator is below this is `unreliable`, as a single place would be. */
  minimum: v.number(),
  /** Which of the two count people, households or firms: the rule of three holds for the union too. */
  guard: v.array(v.picklist(['num', 'den'])),
  /** Period of each level that can be picked; the sheets hold all levels of those periods. */
  periods: byLevel(PeriodSchema),
  sheets: v.record(PeriodSchema, byLevel(SheetSchema)),
});
export type PartsIndicator = v.InferOutput<typeof PartsIndicatorSchema>;

/** `place-parts`: the counts behind shares, rates and means, for places taken together. Nothing the atlas hides is in it. */
export const PartsSchema = v.object({
  schemaVersion: v.literal(PLACE_VERSION),
  indicators: v.array(PartsIndicatorSchema),
});
export type PartsFile = v.InferOutput<typeof PartsSchema>;

/** `place-ages`: residents by age class and sex, for levels without single ages. A place that may not be told is null. */
export const PlaceAgesSchema = v.object({
  schemaVersion: v.literal(PLACE_VERSION),
  period: PeriodSchema,
  /** Lowest age of each class, ascending; the last class is open. */
  ages: v.array(v.number()),
  /** In the order of the geography: all classes of women, then all of men. */
  levels: byLevel(v.array(v.nullable(v.array(v.number())))),
});
export type PlaceAges = v.InferOutput<typeof PlaceAgesSchema>;

/** What one walks to, in the order of the list. */
export const NEAR_KINDS = [
  'nursery',
  'preschool',
  'primary',
  'lower-secondary',
  'upper-secondary',
  'library',
  'social',
  'green',
  'stop',
  'rack',
  'toilet',
] as const;
export type NearKind = (typeof NEAR_KINDS)[number];

/** `place-near`: points one may walk to, by kind; arrays run side by side, west to east. */
export const PlaceNearSchema = v.object({
  schemaVersion: v.literal(PLACE_VERSION),
  kinds: v.array(
    v.object({
      id: v.picklist(NEAR_KINDS),
      period: PeriodSchema,
      /** Hundred-thousandths of a degree, each but the first as the difference from the one before. */
      x: v.array(v.number()),
      y: v.array(v.number()),
      /** '' where the source gives no name. Absent: none has one. */
      names: v.optional(v.array(v.string())),
    }),
  ),
});
export type PlaceNear = v.InferOutput<typeof PlaceNearSchema>;
