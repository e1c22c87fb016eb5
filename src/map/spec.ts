import type { Cell } from '../model/cell';
import type { Level } from '../model/ids';
import type { FileRef, Geography } from '../model/manifest';
import type { MapKind } from '../model/unit';
import type { Camera } from '../model/view';
import type { ArchiveState } from '../data/archive';

export type MapTheme = 'light' | 'dark';

/** What the map paints: one level, one period, one indicator. Plain data; the map owns no other decision. */
export interface MapSpec {
  readonly level: Level;
  readonly kind: MapKind;
  /** Code → cell at `level`; a code left out is painted as not available. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Inner class limits, ascending; class i is [breaks[i-1], breaks[i]). */
  readonly breaks: readonly number[];
  /** One colour per class, low to high: `breaks.length + 1` hex strings. */
  readonly colours: readonly string[];
  /** Value drawn with the largest circle (kind `symbols`), the same over all periods so that circles compare. */
  readonly maxValue: number;
  /** Radius of that circle in CSS pixels; `maxSymbolRadius(level)` when left out. */
  readonly maxRadius?: number;
  /** Cycle paths and limited-traffic zone also at city zoom; off unless said. */
  readonly places?: boolean;
}

/** CSS pixels kept free on each side of the map's box. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** [west, south, east, north] in degrees, WGS84. */
export type Bounds = readonly [number, number, number, number];

/** CSS pixels from the top left corner of the map's box. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

export interface MapCanvasProps {
  spec: MapSpec;
  geography: Geography;
  /** The two tile archives of the manifest. */
  tiles: { readonly areas: FileRef; readonly base: FileRef };
  /** Address of the data root, with or without a slash at its end. */
  dataUrl: string;
  theme: MapTheme;
  lang: 'it' | 'en';
  selected: string | null;
  hovered: string | null;
  /** A class of the legend under the pointer or the focus: its areas stay, the others fade. */
  highlightedBin: number | null;
  padding: Padding;
  /** What furniture hides at this moment, if more than `padding`: the selected area is moved out from under it. */
  covered?: Padding;
  /** Device pixels per CSS pixel, where the box is magnified by its surroundings. */
  pixelRatio?: number;
  /** What the camera shows when `camera` is null. */
  bounds: Bounds;
  /** Centre of the padded box and zoom; null = fitted to `bounds`. */
  camera: Camera | null;
  reducedMotion: boolean;
  /** In a page that scrolls: the wheel zooms only with Ctrl, one finger scrolls the page. */
  cooperative?: boolean;
  /** Drag, wheel, pinch and double click. Off = a picture that can still be pointed at. */
  interactive?: boolean;
  /** Pointing and selecting. */
  pickable?: boolean;
  onready?: () => void;
  /** Point in CSS pixels of the map's box. */
  onhover?: (code: string | null, point: MapPoint | null) => void;
  onselect?: (code: string | null) => void;
  /** After a move made by the reader's hand, never after one made by the atlas. */
  oncamera?: (camera: Camera) => void;
  ontrouble?: (state: ArchiveState | null) => void;
}

/** Largest circle per level in CSS pixels: the sum of circles stays under about a quarter of the city's ground. */
const MAX_RADIUS: Record<Level, number> = {
  citta: 56,
  quartiere: 44,
  zona: 30,
  prossimita: 28,
  area: 18,
  comune: 34,
};

/** Radius in CSS pixels of the circle for `maxValue`; `width` is the map's box, smaller on a phone. The legend draws the same. */
export const maxSymbolRadius = (level: Level, width = 1000): number =>
  Math.round(MAX_RADIUS[level] * Math.min(1, Math.max(0.6, width / 900)));
