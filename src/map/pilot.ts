import type { LngLat, Map as MapLibre, MapLibreEvent } from 'maplibre-gl';
import type { Geography } from '../model/manifest';
import type { Camera } from '../model/view';
import {
  boxCentre,
  clampZoom,
  constrain,
  fitCamera,
  paddedCentre,
  revealing,
  sameCamera,
  unionBox,
  type Size,
} from './camera';
import type { Bounds, Padding } from './spec';

/** Event data that marks a button's zoom as the reader's own move. */
const BY_HAND = { byHand: true };
const FLIGHT_MS = 700;
/** Degrees from above: steep enough that heights compare, flat enough that little is hidden. */
const LEAN = 48;
/** Degrees per press of a key. */
const TURN = 15;

/** Where the camera should be, as the atlas sees it. */
export interface Course {
  camera: Camera | null;
  bounds: Bounds;
  padding: Padding;
  reducedMotion: boolean;
}

/** Bounding box of everything the geography knows: the metropolitan city, or the city where that is all there is. */
export const extentOf = (geography: Geography, otherwise: Bounds): Bounds =>
  unionBox(geography.levels.comune ?? geography.levels.citta ?? []) ?? otherwise;

/** For the engine's `transformConstrain`: works on its own LngLat so that this file needs none of its values. */
export const constrainTo =
  (extent: Bounds) =>
  (center: LngLat, zoom: number): { center: LngLat; zoom: number } => {
    const { lon, lat, zoom: z } = constrain(extent, center.lng, center.lat, zoom);
    if (lon === center.lng && lat === center.lat) return { center, zoom: z };
    const moved = Object.assign(Object.create(Object.getPrototypeOf(center) as object) as LngLat, {
      lng: lon,
      lat,
    });
    return { center: moved, zoom: z };
  };

/**
 * Moves the camera on the atlas's behalf and tells of moves made by hand. The map owns the camera while it moves; nothing
 * here waits for a flight to end.
 */
export class Pilot {
  private last: Course | null = null;
  /** The reader has moved the map since it was last fitted: a new padding or size no longer refits it. */
  private byHand = false;
  private told: Camera | null = null;

  constructor(
    private readonly map: MapLibre,
    private readonly oncamera: (camera: Camera) => void,
  ) {
    map.on('moveend', (event: MapLibreEvent) => this.landed(event));
    map.on('resize', () => {
      if (this.last && this.last.camera === null && !this.byHand) this.fit(false);
    });
  }

  /** Takes a course; the first one is taken without a flight. */
  steer(course: Course): void {
    const before = this.last;
    this.last = course;
    if (course.camera) {
      if (!sameCamera(course.camera, this.told)) this.go(course.camera, before !== null);
      this.told = course.camera;
      return;
    }
    const elsewhere = !before || before.camera !== null || String(before.bounds) !== String(course.bounds);
    if (elsewhere || !this.byHand) this.fit(before !== null);
  }

  fit(fly: boolean): void {
    if (!this.last) return;
    this.byHand = false;
    this.told = null;
    this.go(fitCamera(this.last.bounds, this.size, this.last.padding), fly);
  }

  /** In or out around the middle of what can be seen; a move by hand. */
  zoomBy(step: number): void {
    if (!this.last) return;
    const { padding, reducedMotion } = this.last;
    const middle = paddedCentre(this.here, padding);
    const { lon, lat, zoom } = boxCentre({ ...middle, zoom: clampZoom(middle.zoom + step) }, padding);
    const to = { center: [lon, lat] as [number, number], zoom };
    if (reducedMotion) this.map.jumpTo(to, BY_HAND);
    else this.map.easeTo({ ...to, duration: 250 }, BY_HAND);
  }

  /** Brings an area out from under what covers the map; no move when it is in sight. */
  reveal(bbox: Bounds, covered?: Padding): void {
    if (!this.last) return;
    const padding = covered ?? this.last.padding;
    // Under way, what counts is where the flight ends.
    const { camera, padding: free } = this.last;
    const at = camera && this.map.isMoving() ? boxCentre(camera, free) : this.here;
    const to = revealing(bbox, paddedCentre(at, padding), this.size, padding);
    if (to) this.go(to, true, padding);
  }

  /** Leans the map and lets it be leaned and turned by hand, or lays it flat with north up and takes that away. */
  lean(on: boolean): void {
    const { dragRotate, touchPitch, touchZoomRotate } = this.map;
    for (const handler of [dragRotate, touchPitch]) handler[on ? 'enable' : 'disable']();
    touchZoomRotate[on ? 'enableRotation' : 'disableRotation']();
    this.turnTo(on ? LEAN : 0, 0);
  }

  /** Turns a leaning map by some degrees, clockwise. */
  turn(by: 1 | -1): void {
    this.turnTo(this.map.getPitch(), this.map.getBearing() + by * TURN);
  }

  private turnTo(pitch: number, bearing: number): void {
    if (this.map.getPitch() === pitch && this.map.getBearing() === bearing) return;
    if (this.last?.reducedMotion ?? true) this.map.jumpTo({ pitch, bearing });
    else this.map.easeTo({ pitch, bearing, duration: FLIGHT_MS, essential: true });
  }

  private get size(): Size {
    const { clientWidth, clientHeight } = this.map.getContainer();
    return { width: clientWidth, height: clientHeight };
  }

  private get here(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lon: lng, lat };
  }

  private go(camera: Camera, fly: boolean, padding = this.last?.padding): void {
    const course = this.last;
    if (!course || !padding) return;
    const { lon, lat, zoom } = boxCentre(camera, padding);
    if (sameCamera({ lon, lat, zoom }, this.here) && fly) return;
    const to = { center: [lon, lat] as [number, number], zoom };
    if (!fly || course.reducedMotion) this.map.jumpTo(to);
    else this.map.easeTo({ ...to, duration: FLIGHT_MS, essential: true });
  }

  private landed(event: MapLibreEvent & { byHand?: boolean }): void {
    if (!this.last || !(event.byHand || 'originalEvent' in event)) return;
    this.byHand = true;
    this.told = paddedCentre(this.here, this.last.padding);
    this.oncamera(this.told);
  }
}
