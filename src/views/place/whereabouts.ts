/** Where the device says it is: asked for once, on a tap, and told to nobody. */

export type Whereabouts =
  | { kind: 'found'; lon: number; lat: number; /** Metres the true place may be off. */ accuracy: number }
  | { kind: 'refused' | 'unknown' | 'unsupported' };

const WAIT_MS = 10_000;
const FRESH_MS = 60_000;

/** Never rejects. `refused`: the reader or the page's rules said no; `unknown`: no position in time. */
export function whereAmI(geolocation: Geolocation | undefined): Promise<Whereabouts> {
  if (!geolocation) return Promise.resolve({ kind: 'unsupported' });
  return new Promise((resolve) =>
    geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({ kind: 'found', lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
      (error) => resolve({ kind: error.code === error.PERMISSION_DENIED ? 'refused' : 'unknown' }),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: FRESH_MS },
    ),
  );
}
