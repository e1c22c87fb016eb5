import type { Lang, Level } from './ids';
import type { Ramp } from './manifest';
import type { MapKind } from './unit';

/** Screens of the atlas; each is a file in src/views/pages but `explore`, which is the first to load. */
export const PAGES = ['explore', 'place', 'stories', 'story', 'news', 'sources'] as const;
export type Page = (typeof PAGES)[number];

export const DISPLAYS = ['map', 'table', 'charts'] as const;
export type Display = (typeof DISPLAYS)[number];

/** Two maps over each other with a divider, or beside each other with one camera. */
export const COMPARES = ['none', 'swipe', 'side'] as const;
export type Compare = (typeof COMPARES)[number];

/** Charts of the charts room; which fit an indicator is for the room to say. */
export const CHARTS = [
  'series',
  'spread',
  'scatter',
  'pyramid',
  'stripes',
  'calendar',
  'day',
  'hours',
] as const;
export type ChartKind = (typeof CHARTS)[number];

/** How a story is shown: read, presented with notes, played by itself, or laid out for paper. */
export const STORY_FORMS = ['read', 'present', 'auto', 'handout'] as const;
export type StoryForm = (typeof STORY_FORMS)[number];

/** The reader's own classes: a method and a number of classes, or the limits themselves (`manual`, ascending). */
export type Classing =
  | { readonly method: 'natural' | 'quantile' | 'equal'; readonly classes: number }
  | { readonly method: 'manual'; readonly cuts: readonly number[] };

/** All that a link may say. The URL owns these decisions; the codecs are in state/url.ts. */
export interface ViewState {
  page: Page;
  indicator: string;
  level: Level;
  period: string;
  /** Code of the selected area at `level`, if any. */
  area: string | null;
  /** What fills the main room. */
  display: Display;
  /** Kind of map asked for; null = the indicator's own. */
  kind: MapKind | null;
  /** Second indicator: the other axis of a bivariate map or a scatter, the other side of a comparison. */
  second: string | null;
  /** Second period: what a change is measured from, or the date of the other side of a comparison. */
  from: string | null;
  compare: Compare;
  classing: Classing | null;
  ramp: Ramp | null;
  /** The level follows the density of the areas in view. */
  follow: boolean;
  chart: ChartKind | null;
  /** Areas taken together, ascending codes at `level`; [] = none. */
  picked: readonly string[];
  /** Slug of the story and id of its step. */
  story: string | null;
  step: string | null;
  form: StoryForm;
  /** Dataset of the edition: the entry open among the sources, the one the news are about. */
  dataset: string | null;
  /** Easy Italian where a text has it. */
  easy: boolean;
  lang: Lang;
  theme: 'auto' | 'light' | 'dark';
  mode: 'full' | 'embed' | 'kiosk';
}

/** What an empty link says of everything that does not depend on the data. */
export const PLAIN_VIEW = {
  page: 'explore',
  area: null,
  display: 'map',
  kind: null,
  second: null,
  from: null,
  compare: 'none',
  classing: null,
  ramp: null,
  follow: false,
  chart: null,
  picked: [],
  story: null,
  step: null,
  form: 'read',
  dataset: null,
  easy: false,
  lang: 'it',
  theme: 'auto',
  mode: 'full',
} as const satisfies Partial<ViewState>;

/** Camera as in `#map=z/lat/lon`; null = fitted to the city. */
export interface Camera {
  zoom: number;
  lat: number;
  lon: number;
}
