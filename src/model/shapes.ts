import * as v from 'valibot';
import { AreaCodeSchema, LEVELS } from './ids';

/** Raise on any change an older page could misread. */
export const SHAPES_VERSION = 1;

/**
 * `shapes.<level>`: outlines for pictures without a map engine, Web Mercator, in whole units of a box `width` × `height`,
 * y downwards. One path per area, in the order of the geography.
 */
export const ShapesSchema = v.object({
  schemaVersion: v.literal(SHAPES_VERSION),
  level: v.picklist(LEVELS),
  width: v.number(),
  height: v.number(),
  /** [west, south, east, north] in degrees: the edges of the box. */
  bounds: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  paths: v.array(v.object({ code: AreaCodeSchema, d: v.string() })),
});
export type Shapes = v.InferOutput<typeof ShapesSchema>;
