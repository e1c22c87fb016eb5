import type { Map as MapLibre } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import type { Geography } from '../model/manifest';
import type { Camera } from '../model/view';
import { boxCentre, fitCamera, paddedCentre } from './camera';
import { constrainTo, extentOf, Pilot, type Course } from './pilot';
import type { Bounds } from './spec';

const BOLOGNA: Bounds = [11.2296, 44.4211, 11.4336, 44.5561];
const SIZE = { width: 1000, height: 800 };
const COURSE: Course = {
  camera: null,
  bounds: BOLOGNA,
  padding: { top: 0, right: 0, bottom: 100, left: 300 },
  reducedMotion: false,
};

/** The engine as far as the pilot knows it: a camera, and who listens. */
function setup() {
  let here: Camera = { zoom: 1, lon: 0, lat: 0 };
  const listeners: Record<string, (event: object) => void> = {};
  const go = (to: { center?: [number, number]; zoom: number }, data: object = {}): void => {
    here = { zoom: to.zoom, lon: to.center?.[0] ?? here.lon, lat: to.center?.[1] ?? here.lat };
    listeners['moveend']!(data);
  };
  const engine = {
    on: (name: string, listener: (event: object) => void) => void (listeners[name] = listener),
    getContainer: () => ({ clientWidth: SIZE.width, clientHeight: SIZE.height }),
    getCenter: () => ({ lng: here.lon, lat: here.lat }),
    getZoom: () => here.zoom,
    jumpTo: vi.fn(go),
    easeTo: vi.fn(go),
  };
  const told = vi.fn();
  const pilot = new Pilot(engine as unknown as MapLibre, told);
  const drag = (lon: number): void => {
    here = { ...here, lon: here.lon + lon };
    listeners['moveend']!({ originalEvent: {} });
  };
  return { engine, pilot, told, drag, here: () => here, resize: () => listeners['resize']!({}) };
}
const fitted = boxCentre(fitCamera(BOLOGNA, SIZE, COURSE.padding), COURSE.padding);

describe('Pilot', () => {
  it('takes its first course without a flight, and tells nobody of its own moves', () => {
    const { pilot, engine, told, here } = setup();
    pilot.steer(COURSE);
    expect(here()).toEqual(fitted);
    expect(engine.easeTo).not.toHaveBeenCalled();
    expect(told).not.toHaveBeenCalled();
  });

  it('leans and may be turned by hand for a map in relief, and lies flat with north up afterwards', () => {
    const { pilot, engine } = setup();
    const handler = () => ({ enable: vi.fn(), disable: vi.fn() });
    const rotation = { enableRotation: vi.fn(), disableRotation: vi.fn() };
    const [dragRotate, touchPitch] = [handler(), handler()];
    let held = { pitch: 0, bearing: 0 };
    Object.assign(engine, {
      dragRotate,
      touchPitch,
      touchZoomRotate: rotation,
      getPitch: () => held.pitch,
      getBearing: () => held.bearing,
    });
    engine.jumpTo.mockImplementation((to: object) => void (held = { ...held, ...to }));
    engine.easeTo.mockImplementation((to: object) => void (held = { ...held, ...to }));
    pilot.steer({ ...COURSE, reducedMotion: true });
    engine.jumpTo.mockClear();
    pilot.lean(true);
    expect(engine.jumpTo).toHaveBeenCalledOnce();
    expect(held.pitch).toBeGreaterThan(30);
    expect(held.pitch).toBeLessThanOrEqual(60);
    expect(dragRotate.enable).toHaveBeenCalledOnce();
    pilot.turn(1);
    expect(held.bearing).toBeGreaterThan(0);
    pilot.lean(false);
    expect(held).toMatchObject({ pitch: 0, bearing: 0 });
    for (const { disable } of [dragRotate, touchPitch]) expect(disable).toHaveBeenCalledOnce();
    expect(rotation.disableRotation).toHaveBeenCalledOnce();
    expect(engine.easeTo).not.toHaveBeenCalled();
  });

  it('tells of a move by hand as the camera of the padded box, and does not answer its echo', () => {
    const { pilot, engine, told, drag, here } = setup();
    pilot.steer(COURSE);
    drag(0.05);
    expect(told).toHaveBeenCalledExactlyOnceWith(paddedCentre(here(), COURSE.padding));
    engine.jumpTo.mockClear();
    pilot.steer({ ...COURSE, camera: told.mock.calls[0]![0] as Camera });
    expect(engine.jumpTo).not.toHaveBeenCalled();
    expect(engine.easeTo).not.toHaveBeenCalled();
  });

  it('fits again when the room changes, but never against the hand', () => {
    const { pilot, drag, resize, here } = setup();
    pilot.steer(COURSE);
    const wide = { ...COURSE, padding: { ...COURSE.padding, left: 0 } };
    pilot.steer(wide);
    expect(here()).toEqual(boxCentre(fitCamera(BOLOGNA, SIZE, wide.padding), wide.padding));
    drag(0.05);
    const byHand = here();
    pilot.steer(COURSE);
    resize();
    expect(here()).toEqual(byHand);
    pilot.fit(true);
    expect(here()).toEqual(fitted);
  });

  it('goes back to the whole when the address stops naming a place', () => {
    const { pilot, here } = setup();
    pilot.steer({ ...COURSE, camera: { zoom: 14, lon: 11.3, lat: 44.5 } });
    expect(here().zoom).toBe(14);
    pilot.steer(COURSE);
    expect(here()).toEqual(fitted);
  });

  it('jumps where motion is reduced', () => {
    const { pilot, engine } = setup();
    pilot.steer({ ...COURSE, reducedMotion: true });
    pilot.steer({ ...COURSE, reducedMotion: true, camera: { zoom: 14, lon: 11.3, lat: 44.5 } });
    pilot.zoomBy(1);
    expect(engine.easeTo).not.toHaveBeenCalled();
  });

  it('counts a button’s zoom as a move by hand', () => {
    const { pilot, told } = setup();
    pilot.steer(COURSE);
    pilot.zoomBy(-1);
    expect((told.mock.calls[0]![0] as Camera).zoom).toBeCloseTo(fitted.zoom - 1, 9);
  });

  it('moves an area out from under what covers it, and leaves one in sight alone', () => {
    const { pilot, here } = setup();
    pilot.steer(COURSE);
    const before = here();
    pilot.reveal([11.3, 44.48, 11.32, 44.5]);
    expect(here()).toEqual(before);
    pilot.reveal([11.3, 44.48, 11.32, 44.5], { top: 0, right: 0, bottom: 0, left: 800 });
    expect(here().lon).toBeLessThan(before.lon);
  });
});

it('extentOf spans the comuni, or what there is', () => {
  const area = (bbox: [number, number, number, number]) => ({ bbox }) as never;
  const geography: Geography = {
    schemaVersion: 1,
    levels: { comune: [area([10.8, 44.1, 11.2, 44.4]), area([11.1, 44.3, 11.9, 44.8])] },
  };
  expect(extentOf(geography, BOLOGNA)).toEqual([10.8, 44.1, 11.9, 44.8]);
  expect(extentOf({ schemaVersion: 1, levels: {} }, BOLOGNA)).toBe(BOLOGNA);
});

it('constrainTo leaves a centre inside untouched and keeps the engine’s own kind of object', () => {
  class LngLat {
    constructor(
      readonly lng: number,
      readonly lat: number,
    ) {}
  }
  const hold = constrainTo(BOLOGNA);
  const inside = new LngLat(11.3, 44.5);
  expect(hold(inside as never, 12)).toEqual({ center: inside, zoom: 12 });
  const { center, zoom } = hold(new LngLat(0, 0) as never, 99);
  expect(center).toBeInstanceOf(LngLat);
  expect(center).toEqual(new LngLat(11.2296, 44.4211));
  expect(zoom).toBe(18);
});
