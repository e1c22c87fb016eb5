import * as v from 'valibot';
import { AreaCodeSchema, PeriodSchema, TextSchema } from './ids';

export const DOTS_VERSION = 1;

/** Degrees between two neighbouring positions, both ways: about 1.1 m northward and 0.8 m eastward. */
export const DOT_STEP = 1e-5;

/** Instead of a number of dots: why an area has none. */
export const WITHHELD = { suppressed: -1, unreliable: -2 } as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(-2));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Dots of one set, every period in one file: each area and class has one list of places, of which a period shows the first so many.
 * From one period to the next only the dots that came or went change.
 */
export const DotsSchema = v.object({
  schemaVersion: v.literal(DOTS_VERSION),
  /** How many people (or households) each dot stands for, never fewer. */
  each: v.pipe(v.number(), v.integer(), v.minValue(3)),
  unit: v.picklist(['people', 'households']),
  periods: v.pipe(v.array(PeriodSchema), v.minLength(1)),
  classes: v.pipe(v.array(v.object({ title: TextSchema })), v.minLength(2), v.maxLength(8)),
  /** All that were counted in the city with a fixed abode, by period: what the dots do not show is the rest. */
  counted: v.array(v.number()),
  areas: v.array(
    v.object({
      code: AreaCodeSchema,
      /** South-west corner the places are measured from, [lon, lat] in degrees, WGS84. */
      origin: v.tuple([v.number(), v.number()]),
      /** By class: x and y in turn, eastward and northward in DOT_STEP. */
      places: v.array(v.array(offset)),
      /** By class, then by period: number of dots, or a WITHHELD. */
      dots: v.array(v.array(count)),
    }),
  ),
});
export type Dots = v.InferOutput<typeof DotsSchema>;
