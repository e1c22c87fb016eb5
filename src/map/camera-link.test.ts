import { expect, it } from 'vitest';
import { CameraLink } from './camera-link';

/** As much of a map as the link needs: a jump moves it and says so at once, as the engine does. */
function fakeMap(lng: number) {
  const listeners = new Set<() => void>();
  let place = { lng, lat: 44.5 };
  let zoom = 11;
  let jumps = 0;
  return {
    on: (_: string, f: () => void) => void listeners.add(f),
    off: (_: string, f: () => void) => void listeners.delete(f),
    getCenter: () => place,
    getZoom: () => zoom,
    getBearing: () => 0,
    getPitch: () => 0,
    jumpTo(to: { center: { lng: number; lat: number }; zoom: number }) {
      [place, zoom] = [to.center, to.zoom];
      jumps += 1;
      for (const f of listeners) f();
    },
    move(to: number) {
      place = { lng: to, lat: 44.5 };
      for (const f of listeners) f();
    },
    get jumps() {
      return jumps;
    },
  };
}

it('a map that joins stands where the first one is', () => {
  const link = new CameraLink();
  const [a, b] = [fakeMap(11.3), fakeMap(12)];
  link.join(a as never);
  link.join(b as never);
  expect(b.getCenter().lng).toBe(11.3);
  expect(a.jumps).toBe(0);
});

it('whoever moves, the other follows once, and nothing echoes', () => {
  const link = new CameraLink();
  const [a, b] = [fakeMap(11.3), fakeMap(11.3)];
  link.join(a as never);
  link.join(b as never);
  a.move(11.4);
  expect([b.getCenter().lng, b.jumps, a.jumps]).toEqual([11.4, 2, 0]);
  b.move(11.5);
  expect([a.getCenter().lng, a.jumps, b.jumps]).toEqual([11.5, 1, 2]);
});

it('a map that has left is left alone', () => {
  const link = new CameraLink();
  const [a, b] = [fakeMap(11.3), fakeMap(11.3)];
  link.join(a as never);
  link.join(b as never)();
  a.move(11.6);
  expect(b.getCenter().lng).toBe(11.3);
});
