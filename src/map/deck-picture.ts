/**
 * What deck.gl draws over the map, as plain data; `DeckOverlay.svelte`, the only file that imports deck.gl, turns it into layers.
 * `kind` says which; each kind of map adds its own member to the union. Places are degrees WGS84, colours hex `#rrggbb`.
 */
export type DeckPicture = MotionPicture;

/** A path of longitudes and latitudes in turn, and the metres run at each of its points. */
export interface Track {
  readonly lonLat: readonly number[];
  readonly run: readonly number[];
}

/** Beads that run along tracks. */
export interface MotionPicture {
  readonly kind: 'motion';
  readonly tracks: readonly Track[];
  /** Beads on each track. */
  readonly counts: readonly number[];
  readonly colour: string;
  /** Off = a still: the reader asked for less motion, or stopped it. */
  readonly moving: boolean;
}

/** Red, green, blue, 0–255. */
export function rgbOf(hex: string): [number, number, number] {
  const n = Number.parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}
