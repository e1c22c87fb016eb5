import { expect, it } from 'vitest';
import { whereAmI } from './whereabouts';

const device = (answer: (yes: PositionCallback, no: PositionErrorCallback) => void) =>
  ({ getCurrentPosition: answer }) as unknown as Geolocation;
const error = (code: number) => ({ code, PERMISSION_DENIED: 1 }) as GeolocationPositionError;

it('tells where the device is', async () => {
  const here = device((yes) =>
    yes({ coords: { longitude: 11.3, latitude: 44.5, accuracy: 20 } } as GeolocationPosition),
  );
  expect(await whereAmI(here)).toEqual({ kind: 'found', lon: 11.3, lat: 44.5, accuracy: 20 });
});

it('has a word for a refusal, for silence, and for a browser that cannot', async () => {
  expect(await whereAmI(device((_, no) => no(error(1))))).toEqual({ kind: 'refused' });
  expect(await whereAmI(device((_, no) => no(error(3))))).toEqual({ kind: 'unknown' });
  expect(await whereAmI(undefined)).toEqual({ kind: 'unsupported' });
});
