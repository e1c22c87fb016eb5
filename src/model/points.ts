import * as v from 'valibot';
import { IndicatorIdSchema, PeriodSchema, TextSchema } from './ids';

/** Raise on any change an older page could misread. */
export const POINTS_VERSION = 1;
/** Whole units in a degree: five decimals, about a metre. */
export const PER_DEGREE = 100_000;

const Index = v.pipe(v.number(), v.integer(), v.minValue(-1));

/**
 * Things in space, one entry per thing in every column, in the order of the edition. Column arrays have equal length; a thing's words
 * are its name, its category, and what the columns of `details` and `remarks` say of it. No addresses of persons, phones or links.
 */
export const PointsSchema = v.pipe(
  v.object({
    schemaVersion: v.literal(POINTS_VERSION),
    /** The things in the plural: "Scuole". */
    title: TextSchema,
    period: PeriodSchema,
    /** What the points are and are not. */
    note: v.optional(TextSchema),
    /** At most eight, in the order of their colours. */
    categories: v.pipe(
      v.array(v.object({ id: v.string(), title: TextSchema })),
      v.minLength(1),
      v.maxLength(8),
    ),
    /** Categories an indicator is about, where it is not about all: the others begin switched off. */
    focus: v.record(IndicatorIdSchema, v.array(Index)),
    /** Degrees × `PER_DEGREE`, WGS84. */
    lon: v.array(v.pipe(v.number(), v.integer())),
    lat: v.array(v.pipe(v.number(), v.integer())),
    category: v.array(Index),
    /** Statistical area by its place in the geography's list; −1 outside the city. */
    area: v.array(Index),
    /** As the source calls it; '' when it does not. */
    name: v.array(v.string()),
    /** Columns of figures or codes that need no translation: places of a rack, lines of a stop. '' = none. */
    details: v.array(v.object({ title: TextSchema, values: v.array(v.string()) })),
    /** A remark from a list, by its place in it; −1 = none. */
    remarks: v.optional(v.object({ list: v.array(TextSchema), of: v.array(Index) })),
  }),
  v.check(
    (p) =>
      [
        p.lat,
        p.category,
        p.area,
        p.name,
        ...p.details.map((d) => d.values),
        ...(p.remarks ? [p.remarks.of] : []),
      ].every((column) => column.length === p.lon.length),
    'every column has one entry per thing',
  ),
);
export type Points = v.InferOutput<typeof PointsSchema>;
