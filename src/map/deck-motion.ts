import { rgbOf, type MotionPicture, type Track } from './deck-picture';

/** Radius in metres on the ground and its bounds in CSS pixels: a bead on a road, and still one over the whole ring. */
export const BEAD = { metres: 9, least: 2.1, most: 6 } as const;
/** Metres a second, on the map and not on the road: the eye can follow one, and a stretch takes some seven seconds. */
export const PACE = 55;
/** Metres over which a bead appears and disappears at the ends of its stretch. */
const FADE = 45;
const FULL = 235;
/** Fractional parts of the golden ratio's multiples: even, never in step, and one more bead moves none of the others. */
const GOLDEN = 0.6180339887498949;

/** A path of longitudes and latitudes in turn, with the metres run at each point of it. */
export function trackOf(lonLat: readonly number[]): Track {
  const run = [0];
  for (let i = 2; i < lonLat.length; i += 2) {
    const scale = Math.cos((lonLat[i + 1]! * Math.PI) / 180);
    const metres =
      Math.hypot((lonLat[i]! - lonLat[i - 2]!) * scale, lonLat[i + 1]! - lonLat[i - 1]!) * 111_195;
    run.push(run.at(-1)! + metres);
  }
  return { lonLat, run };
}

function placeAt({ lonLat, run }: Track, metres: number): [number, number] {
  let i = 1;
  while (i < run.length - 1 && run[i]! < metres) i++;
  const t = (metres - run[i - 1]!) / (run[i]! - run[i - 1]! || 1);
  const at = (axis: 0 | 1): number => {
    const a = lonLat[(i - 1) * 2 + axis]!;
    return a + (lonLat[i * 2 + axis]! - a) * t;
  };
  return [at(0), at(1)];
}

export interface Beads {
  /** Longitude and latitude in turn. */
  places: Float32Array;
  /** Red, green, blue, opacity in turn. */
  colours: Uint8ClampedArray;
}

/** Where the beads are once each has gone `metres` on; at the end of its stretch a bead begins again. */
export function beadsAt({ tracks, counts, colour }: MotionPicture, metres: number): Beads {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const places = new Float32Array(total * 2);
  const colours = new Uint8ClampedArray(total * 4);
  const ink = rgbOf(colour);
  let bead = 0;
  tracks.forEach((track, t) => {
    const length = track.run.at(-1)!;
    for (let i = 0; i < (counts[t] ?? 0); i++, bead++) {
      const from = ((i * GOLDEN + t * 0.37) % 1) * length;
      const at = (from + metres) % length;
      places.set(placeAt(track, at), bead * 2);
      colours.set([...ink, FULL * Math.min(1, at / FADE, (length - at) / FADE)], bead * 4);
    }
  });
  return { places, colours };
}
