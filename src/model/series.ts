import * as v from 'valibot';
import { AreaCodeSchema, IndicatorIdSchema, LevelSchema, PeriodSchema, TextSchema } from './ids';
import { UnitSchema } from './unit';

/** Series that no table of areas can hold: days, hours, half hours, ages. Built by data-build/extras/series-*, drawn in the charts room. */
export const SERIES_VERSION = 1;

const whole = v.pipe(v.number(), v.integer());
const DaySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A mark on a measure: days at or above, above, or below `at`. */
export const ThresholdSchema = v.object({
  at: v.number(),
  side: v.picklist(['from', 'above', 'below']),
  /** What such a day is called, one and many: "notte tropicale", "notti tropicali". */
  one: TextSchema,
  many: TextSchema,
});
export type Threshold = v.InferOutput<typeof ThresholdSchema>;

export const DailyMeasureSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
  title: TextSchema,
  unit: UnitSchema,
  /** Values are integers: the number times ten to this power. */
  decimals: whole,
  thresholds: v.array(ThresholdSchema),
  /** Indicators this measure is behind. */
  indicators: v.array(IndicatorIdSchema),
});
export type DailyMeasure = v.InferOutput<typeof DailyMeasureSchema>;

/**
 * Daily values, every day from `first` on in a row. `columns[s * measures.length + m]` holds station `s` and measure `m`:
 * a null where nothing was measured, an empty column where the station never measures it.
 */
export const DailySchema = v.object({
  schemaVersion: v.literal(SERIES_VERSION),
  first: DaySchema,
  days: whole,
  stations: v.pipe(v.array(v.object({ id: v.string(), name: TextSchema })), v.minLength(1)),
  measures: v.pipe(v.array(DailyMeasureSchema), v.minLength(1)),
  columns: v.array(v.array(v.nullable(whole))),
});
export type Daily = v.InferOutput<typeof DailySchema>;

export const HALF_HOURS = 48;
/** Vehicles counted by loops under the ring boulevards on Tuesdays and Wednesdays. */
export const TrafficSchema = v.object({
  schemaVersion: v.literal(SERIES_VERSION),
  years: v.array(PeriodSchema),
  months: v.array(PeriodSchema),
  sensors: v.array(
    v.object({
      id: v.string(),
      street: v.string(),
      from: v.string(),
      to: v.string(),
      /** Compass direction the traffic heads for: `N`, `SE`. */
      heading: v.string(),
      /** By year: days behind the profile, and mean vehicles of each half hour from midnight; null without a whole day. */
      profiles: v.array(
        v.nullable(v.object({ days: whole, vehicles: v.pipe(v.array(v.number()), v.length(HALF_HOURS)) })),
      ),
      /** By month: mean vehicles a day; null without a day. */
      perDay: v.array(v.nullable(v.number())),
    }),
  ),
});
export type Traffic = v.InferOutput<typeof TrafficSchema>;

export const DAY_HOURS = 24;
const CourseSchema = v.pipe(v.array(v.nullable(v.number())), v.length(DAY_HOURS));
export const AirMeasureSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
  title: TextSchema,
  unit: UnitSchema,
  /** Decimals to print. */
  decimals: whole,
  /** Indicators this measure is behind. */
  indicators: v.array(IndicatorIdSchema),
  /**
   * `profiles[s * years.length + y]` holds station `s` and year `y`: the mean of each hour from midnight, solar time all year; a null
   * for an hour measured too few times, null for all where the station does not measure it.
   */
  profiles: v.array(v.nullable(v.object({ working: CourseSchema, weekend: CourseSchema }))),
});
/** The course of a day in the air: means of the hours of a year's working days (Monday to Friday) and weekends. */
export const AirHoursSchema = v.object({
  schemaVersion: v.literal(SERIES_VERSION),
  years: v.pipe(v.array(PeriodSchema), v.minLength(1)),
  stations: v.pipe(v.array(v.object({ id: v.string(), name: TextSchema })), v.minLength(1)),
  measures: v.pipe(v.array(AirMeasureSchema), v.minLength(1)),
});
export type AirHours = v.InferOutput<typeof AirHoursSchema>;
export type AirMeasure = v.InferOutput<typeof AirMeasureSchema>;

/** Residents by age class at one level. */
export const PyramidsSchema = v.object({
  schemaVersion: v.literal(SERIES_VERSION),
  level: LevelSchema,
  periods: v.array(PeriodSchema),
  /** Lowest age of each class, ascending; the last class is open. */
  ages: v.pipe(v.array(whole), v.minLength(2)),
  /** Whether women and men are told apart: counts are then all classes of women, followed by all of men. */
  sexes: v.boolean(),
  /** Periods that are estimates. */
  estimated: v.array(PeriodSchema),
  /** In the order of the geography; counts by period. The build leaves no class with fewer than three people. */
  areas: v.array(v.object({ code: AreaCodeSchema, counts: v.array(v.array(whole)) })),
});
export type Pyramids = v.InferOutput<typeof PyramidsSchema>;
