import * as v from 'valibot';
import { PeriodSchema, TextSchema } from './ids';

/** Raise on any change an older page could misread. */
export const HEXES_VERSION = 1;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Counts in a grid of equal hexagons, pointy side up; empty ones are left out. Columns of equal length. */
export const HexesSchema = v.pipe(
  v.object({
    schemaVersion: v.literal(HEXES_VERSION),
    /** What is counted, in the plural: "Annunci Airbnb". */
    title: TextSchema,
    period: PeriodSchema,
    note: v.optional(TextSchema),
    /** Metres across the flats. */
    width: v.pipe(v.number(), v.integer()),
    /** No hexagon is shown with a smaller count; 1 where counts need no protection. */
    least: Count,
    /** Inner class limits of `count`. */
    breaks: v.array(v.number()),
    /** Centres, degrees × 100 000, WGS84. */
    lon: v.array(v.pipe(v.number(), v.integer())),
    lat: v.array(v.pipe(v.number(), v.integer())),
    count: v.array(Count),
  }),
  v.check(
    (h) =>
      [h.lat, h.count].every((column) => column.length === h.lon.length) &&
      h.count.every((n) => n >= h.least),
    'one entry per hexagon in every column, none below the least count',
  ),
);
export type Hexes = v.InferOutput<typeof HexesSchema>;
