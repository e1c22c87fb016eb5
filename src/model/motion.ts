import * as v from 'valibot';

/** Raise on any change an older page could misread. */
export const MOTION_VERSION = 1;
/** Whole units in a degree: six decimals, about ten centimetres, so that a path keeps its bends. */
export const PATH_PER_DEGREE = 1_000_000;

const whole = v.pipe(v.number(), v.integer());

/** Stretches of street along which counted vehicles can be shown moving, one a loop, in the direction of its traffic. */
export const MotionSchema = v.object({
  schemaVersion: v.literal(MOTION_VERSION),
  /** Metres drawn before and after the loop, where the street goes on that far. */
  reach: whole,
  loops: v.array(
    v.object({
      /** As in the traffic series. */
      id: v.string(),
      /** Longitude and latitude in turn, degrees × `PATH_PER_DEGREE`. */
      path: v.pipe(v.array(whole), v.minLength(4)),
      /** The loop itself. */
      at: v.tuple([whole, whole]),
    }),
  ),
});
export type Motion = v.InferOutput<typeof MotionSchema>;
