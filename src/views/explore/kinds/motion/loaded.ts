import type { Feature } from 'geojson';
import { hoursOf, type Hours } from '../../../../domain/hours';
import { trackOf } from '../../../../map/deck-motion';
import type { Track } from '../../../../map/deck-picture';
import type { Bounds } from '../../../../map/spec';
import { PATH_PER_DEGREE, type Motion } from '../../../../model/motion';
import type { Traffic } from '../../../../model/series';
import type { AtlasState } from '../../../../state/atlas.svelte';
import { nearestPeriod } from '../../../../domain/period';
import { Clock } from './clock.svelte';

/** Degrees around the stretches that the map shows with them. */
const MARGIN = 0.0015;
/** At the sides more of them: the numbers beside the loops need room on a phone. */
const MARGIN_SIDES = 0.004;
/** A loop as near as this to the east of another would stand in the other's number, degrees. */
const BESIDE = { lon: 0.005, lat: 0.0015 };

/** Stretches, hours and the time on the clock. */
export class LoadedMotion {
  readonly tracks: readonly Track[];
  readonly bounds: Bounds;
  readonly lines: { type: 'FeatureCollection'; features: Feature[] };
  readonly clock: Clock;
  #hours: Hours | null = null;
  #marks: { key: string; data: { type: 'FeatureCollection'; features: Feature[] } } | null = null;

  constructor(
    readonly motion: Motion,
    readonly traffic: Traffic,
    half: (hours: Hours) => number,
    year: string,
    calm: boolean,
  ) {
    // Paths in the order of the loops of the series.
    const paths = traffic.sensors.map(({ id }) => {
      const loop = motion.loops.find((l) => l.id === id);
      if (!loop) throw new RangeError(`no stretch for the loop ${id}`);
      return loop.path.map((n) => n / PATH_PER_DEGREE);
    });
    this.tracks = paths.map(trackOf);
    const lons = paths.flatMap((path) => path.filter((_, i) => i % 2 === 0));
    const lats = paths.flatMap((path) => path.filter((_, i) => i % 2 === 1));
    this.bounds = [
      Math.min(...lons) - MARGIN_SIDES,
      Math.min(...lats) - MARGIN,
      Math.max(...lons) + MARGIN_SIDES,
      Math.max(...lats) + MARGIN,
    ];
    this.lines = {
      type: 'FeatureCollection',
      features: paths.map((path) => ({
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'LineString',
          coordinates: Array.from({ length: path.length / 2 }, (_, i) => [path[i * 2]!, path[i * 2 + 1]!]),
        },
      })),
    };
    this.clock = new Clock(half(this.hours(year)), calm);
  }

  /** Same object for the same year asked twice in a row. */
  hours(year: string): Hours {
    if (this.#hours?.year !== year) this.#hours = hoursOf(this.traffic, year);
    return this.#hours;
  }

  /** The loops with the vehicles of a half hour; same object for the same question twice in a row. */
  marks(year: string, half: number, print: (n: number) => string) {
    const key = `${year} ${half} ${print(1000)}`;
    if (this.#marks?.key !== key) {
      const { loops } = this.hours(year);
      const at = loops.map(({ sensor }) => {
        const [lon, lat] = this.motion.loops.find((l) => l.id === sensor.id)!.at;
        return { lon: lon / PATH_PER_DEGREE, lat: lat / PATH_PER_DEGREE };
      });
      const features = loops.map(({ vehicles }, i): Feature => {
        const { lon, lat } = at[i]!;
        const west = at.some(
          (o) => o.lon - lon > 0.0004 && o.lon - lon < BESIDE.lon && Math.abs(o.lat - lat) < BESIDE.lat,
        );
        return {
          type: 'Feature',
          properties: { i, west, ...(vehicles ? { n: print(vehicles[half]!) } : {}) },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        };
      });
      this.#marks = { key, data: { type: 'FeatureCollection', features } };
    }
    return this.#marks.data;
  }
}

/** The year of the counts on screen: the view's own, or the nearest with counts. */
export const yearOf = (atlas: AtlasState, { years }: Traffic): string =>
  nearestPeriod(years, atlas.period.slice(0, 4));
