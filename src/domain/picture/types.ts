import type { Missing } from '../../model/cell';
import type { Lang } from '../../model/ids';
import type { Shapes } from '../../model/shapes';
import type { ColourTheme } from '../colour';
import type { Bounds } from './ground';

/** What a name on the map is there for; the earlier, the more it insists on its place. */
export const RANKS = ['selected', 'picked', 'place', 'around'] as const;
export type Rank = (typeof RANKS)[number];
export interface PictureName {
  text: string;
  /** [lon, lat] in degrees. */
  at: readonly [number, number];
  rank: Rank;
}

export interface PictureCircle {
  at: readonly [number, number];
  value: number;
}

export interface PictureCell {
  ring: readonly (readonly [number, number])[];
  fill: string;
}

/** Round marks of one size, each in the colour of its class: people as dots, things where they stand. */
export interface PictureDots {
  /** Longitude and latitude in turn, degrees. */
  places: ArrayLike<number>;
  /** Per dot, index in `colours`. */
  classes: ArrayLike<number>;
  colours: readonly string[];
  /** Px in a picture 540 px high. */
  radius: number;
  /** Colour of a line around each, where single things must be told apart. */
  ring?: string;
}

export interface PictureMap {
  /** Outlines of the level on show. */
  shapes: Shapes;
  /** Hex colour by code; an area left out keeps bare paper. */
  fills: ReadonlyMap<string, string>;
  /** Reason by code where there is no value: a pattern in place of a colour. */
  missing: ReadonlyMap<string, Missing>;
  circles?: {
    all: readonly PictureCircle[];
    /** Value of the largest circle, and its radius in px where the city is 700 px wide. */
    max: number;
    radius: number;
    colour: string;
  };
  /** Cells of a grid over bare areas: corners [lon, lat] in degrees. */
  grid?: readonly PictureCell[];
  /** Dots over bare areas. */
  dots?: PictureDots;
  /** Coarser outlines drawn over the areas, finest first. */
  over?: readonly Shapes[];
  /** The edge of the whole, drawn over everything but the circles. */
  outline?: Shapes;
  /** What lies around, as hairlines: the comuni. */
  around?: Shapes;
  names: readonly PictureName[];
  selected: string | null;
  picked: readonly string[];
  /** What the map must show; the edges of `shapes` when left out. */
  frame?: Bounds;
}

export interface PictureClass {
  colour: string;
  /** "15–20%": a row of a list. */
  label: string;
}

export type PictureLegend = {
  /** What the numbers are: "Ogni 100 residenti, per area statistica". */
  caption: string;
  /** Reasons that occur, each with its words. */
  missing: readonly { why: Missing; label: string }[];
} & (
  | {
      kind: 'classes';
      classes: readonly PictureClass[];
      /** Limits between and around the classes. */ ticks: readonly string[];
    }
  | { kind: 'circles'; max: number; colour: string; ticks: readonly { value: number; label: string }[] }
  | {
      kind: 'grid';
      /** Rows from the top, colours from the left: two numbers at once. */
      colours: readonly (readonly string[])[];
      /** Words of the two directions, both pointing to "more". */
      across: string;
      up: string;
    }
  | {
      kind: 'categories';
      /** Things that differ in kind: a dot of their colour and their name. */
      rows: readonly PictureClass[];
      /** What must be known to read the dots rightly. */
      note?: string;
    }
  | { kind: 'none' }
);

export interface PictureWords {
  /** Over the title: the theme. */
  kicker?: string;
  title: string;
  finding?: string;
  /** Text alternative of the whole. */
  alt: string;
  /** Publishers, licence, edition; one paragraph. */
  source?: string;
  /** Name of the atlas. */
  atlas?: string;
  /** Address of the view. */
  url?: string;
  /** Large over the map: the year of a frame. */
  stamp?: string;
}

export interface PictureInput {
  lang: Lang;
  theme: ColourTheme;
  /** Pixels at 1×; letters are sized for a picture of about 540 on its shorter side. */
  width: number;
  height: number;
  map: PictureMap;
  legend: PictureLegend | null;
  words: PictureWords;
  /**
   * In front of the ids of patterns and clips, where several pictures stand in one page and some of them may be hidden: a pattern
   * inside something that is not displayed paints nothing, also for others of its name.
   */
  ids?: string;
  /** Style sheet to carry along: the fonts as data addresses, where the picture leaves the page. */
  css?: string;
}
