import * as v from 'valibot';
import { AreaCodeSchema, LevelSchema, PeriodSchema, TextSchema } from './ids';

/** Raise on any change an older page could misread. */
export const STORY_VERSION = 1;

const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
export const SlugSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/));
const TextSchemaOrEmpty = v.object({ it: v.string(), en: v.string() });
/** Whole minutes of reading, by language. */
const Minutes = v.object({ it: v.number(), en: v.number() });

/** Outlines shaded by class: a small static picture that takes its colours from the page, by day and by night. */
export const CoverSchema = v.object({
  width: v.number(),
  height: v.number(),
  /** Name of a ramp of domain/colour. */
  ramp: v.string(),
  breaks: v.array(v.number()),
  /** Class of each shape; null where there is no value. */
  shapes: v.array(v.object({ d: v.string(), bin: v.nullable(v.number()) })),
  /** Circles of a count, [x, y, radius]; [] for a map of areas. */
  circles: v.array(v.tuple([v.number(), v.number(), v.number()])),
});
export type Cover = v.InferOutput<typeof CoverSchema>;

export const StoryCardSchema = v.object({
  slug: SlugSchema,
  title: TextSchema,
  summary: TextSchema,
  theme: v.string(),
  date: Day,
  minutes: Minutes,
  steps: v.number(),
  /** It has a text in easy Italian throughout. */
  easy: v.boolean(),
  cover: CoverSchema,
});
export type StoryCard = v.InferOutput<typeof StoryCardSchema>;

/** `stories`: what there is to read, in reading order. */
export const StoriesSchema = v.object({
  schemaVersion: v.literal(STORY_VERSION),
  stories: v.array(StoryCardSchema),
});
export type Stories = v.InferOutput<typeof StoriesSchema>;

export const StepSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  /** Query of the view, in its shortest form; never language, theme or mode. */
  view: v.string(),
  /** `#map=…`, or empty: the whole city. */
  hash: v.string(),
  title: TextSchema,
  /** Opens a chapter. */
  chapter: v.optional(TextSchema),
  /** Sanitised HTML. */
  html: v.object({ it: v.string(), en: v.string(), easy: v.optional(v.string()) }),
  /** Text alternative of the picture. */
  alt: TextSchema,
  /** The author's own words; else made from the data, and whoever draws the picture may know better. */
  altWritten: v.optional(v.literal(true)),
  /** Areas outlined and named on the map, at the view's level. */
  level: LevelSchema,
  highlight: v.array(v.object({ code: AreaCodeSchema, name: v.string() })),
  /** Time plays from the first to the second; null = it stands still. */
  play: v.nullable(v.tuple([PeriodSchema, PeriodSchema])),
  notes: v.optional(TextSchema),
  caveat: v.optional(TextSchema),
});
export type StoryStep = v.InferOutput<typeof StepSchema>;

export const SourceSchema = v.object({
  title: TextSchema,
  publisher: v.string(),
  licence: v.object({ title: v.string(), url: v.string() }),
  landingPage: v.string(),
  accessed: Day,
});
export type StorySource = v.InferOutput<typeof SourceSchema>;

/** `stories.<slug>.pictures`: the pictures of its steps for paper and for pages without scripts, on light paper. */
export const StoryPicturesSchema = v.object({
  schemaVersion: v.literal(STORY_VERSION),
  pictures: v.record(
    v.string(),
    v.object({
      /** SVG markup; names of places only, so one for all languages. */
      map: v.string(),
      /** SVG markup; empty where the picture carries its own. */
      legend: TextSchemaOrEmpty,
      title: TextSchema,
      source: TextSchema,
      /** The other half of a comparison; without a legend where that of the first serves both. */
      other: v.optional(v.object({ map: v.string(), legend: TextSchemaOrEmpty, title: TextSchema })),
    }),
  ),
});
export type StoryPictures = v.InferOutput<typeof StoryPicturesSchema>;

/** `stories.<slug>`: one story, ready to show. */
export const StorySchema = v.object({
  schemaVersion: v.literal(STORY_VERSION),
  slug: SlugSchema,
  title: TextSchema,
  summary: TextSchema,
  theme: v.string(),
  authors: v.array(v.string()),
  date: Day,
  /** Edition whose figures the text quotes. */
  edition: Day,
  minutes: Minutes,
  easy: v.boolean(),
  steps: v.pipe(v.array(StepSchema), v.minLength(1)),
  /** Every dataset behind a map or a figure of the story, each once. */
  sources: v.array(SourceSchema),
  /** The story to read next; null when it is the only one. */
  next: v.nullable(SlugSchema),
});
export type Story = v.InferOutput<typeof StorySchema>;
