import type { Cell, Missing } from '../model/cell';
import type { Level } from '../model/ids';
import type { FileRef, Geography } from '../model/manifest';
import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { Camera } from '../model/view';
import type { ArchiveState } from '../data/archive';
import type { CameraLink } from './camera-link';
import type { DeckPicture } from './deck-picture';

export { maxSymbolRadius } from '../domain/symbols';

export type MapTheme = 'light' | 'dark';

/**
 * Sources and layers that a kind of map brings along, over the areas. Ids of the sources begin with `kind-`; each layer's id has its
 * place in order.ts. Equal by identity means unchanged: build a new object only when something is different.
 */
export interface MapOverlay {
  readonly sources: Readonly<Record<string, GeoJSONSourceSpecification>>;
  readonly layers: readonly LayerSpecification[];
  /** Layers whose features can be pointed at; what lies under the pointer is told by `onthing`. */
  readonly pickable?: readonly string[];
  /** Layers that stand for the areas themselves, raised ones: pointing at them is pointing at the area. */
  readonly areas?: readonly string[];
}

/** What the map paints: one level, one period, one indicator. Plain data; the map owns no other decision. */
export interface MapSpec {
  readonly level: Level;
  /** How the areas themselves are painted; what other kinds add comes in `fills`, `overlay` and `deck`. */
  readonly kind: 'choropleth' | 'symbols';
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
  /** Fill by code instead of the colour of a value's class: a bivariate map. A code left out keeps its class colour. */
  readonly fills?: ReadonlyMap<string, string>;
  /** Areas keep bare ground and can still be pointed at: the data are in `overlay` or `deck`. */
  readonly bare?: boolean;
  /** On bare ground: why an area shows none of the data, by code; it gets the pattern of that reason. */
  readonly withheld?: ReadonlyMap<string, Missing>;
  /** Areas a story points at, by code: outlined and named above the rest. */
  readonly marked?: readonly string[];
  readonly overlay?: MapOverlay | null;
  /** Metres above the ground by code, told to the layers as feature state `height`; a code left out stays flat. */
  readonly heights?: ReadonlyMap<string, number>;
  /** What deck.gl draws over the map; its engine loads with the first of these. */
  readonly deck?: DeckPicture | null;
  /** What the map is fitted to, in place of the whole city: where all of the data are. */
  readonly bounds?: Bounds;
  /** Cycle paths and limited-traffic zone also at city zoom; off unless said. */
  readonly places?: boolean;
  /** Codes of areas taken together, outlined. */
  readonly picked?: readonly string[];
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
  /** The map may be leaned and turned by hand, and leans when this becomes true; back to flat and north when it no longer is. */
  lean?: boolean;
  /** Moves with the other maps of the link. */
  link?: CameraLink | undefined;
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
  /** A feature of the overlay's pickable layers under the pointer: its properties; null when none is. */
  onthing?: (properties: Record<string, unknown> | null, point: MapPoint | null) => void;
  /** A click or tap on such a feature, where and at which zoom; true leaves the area beneath alone. */
  onpress?: (properties: Record<string, unknown>, at: Camera) => boolean;
  /** After a move made by the reader's hand, never after one made by the atlas. */
  oncamera?: (camera: Camera) => void;
  ontrouble?: (state: ArchiveState | null) => void;
}
