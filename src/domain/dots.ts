import type { Missing } from '../model/cell';
import { DOT_STEP, WITHHELD, type Dots } from '../model/dots';
import type { Area } from '../model/manifest';
import type { Level } from '../model/ids';

/** Every dot of every period in drawing order. Arrays run side by side, one entry per dot. */
export interface LaidDots {
  readonly dots: Dots;
  /** Longitude and latitude in turn, degrees WGS84. */
  readonly places: Float32Array;
  readonly classes: Uint8Array;
  /** Index in `dots.areas`. */
  readonly areas: Uint16Array;
  /** Place in its own list: shown in a period whose number of dots is larger. */
  readonly ranks: Uint16Array;
}

/** Dots of one period. */
export interface ShownDots {
  /** Longitude and latitude in turn. */
  readonly places: Float32Array;
  readonly classes: Uint8Array;
}

/** Mixes classes and areas evenly, so that no class always covers another: fractional parts of the golden ratio's multiples. */
const GOLDEN = 0.6180339887498949;

/** Lays out a set once; a period is then a matter of choosing. */
export function layDots(dots: Dots): LaidDots {
  const total = dots.areas.reduce(
    (n, { places }) => n + places.reduce((m, list) => m + list.length / 2, 0),
    0,
  );
  const flat = {
    lonLat: new Float32Array(total * 2),
    classes: new Uint8Array(total),
    areas: new Uint16Array(total),
    ranks: new Uint16Array(total),
  };
  let at = 0;
  dots.areas.forEach(({ origin, places }, area) =>
    places.forEach((list, i) => {
      for (let rank = 0; rank * 2 < list.length; rank++, at++) {
        flat.lonLat[at * 2] = origin[0] + list[rank * 2]! * DOT_STEP;
        flat.lonLat[at * 2 + 1] = origin[1] + list[rank * 2 + 1]! * DOT_STEP;
        flat.classes[at] = i;
        flat.areas[at] = area;
        flat.ranks[at] = rank;
      }
    }),
  );
  const mix = new Float64Array(total).map((_, i) => (i * GOLDEN) % 1);
  const order = Uint32Array.from(mix.keys()).sort((a, b) => mix[a]! - mix[b]!);
  const places = new Float32Array(total * 2);
  order.forEach((from, to) => {
    places[to * 2] = flat.lonLat[from * 2]!;
    places[to * 2 + 1] = flat.lonLat[from * 2 + 1]!;
  });
  const pick = <T extends Uint8Array | Uint16Array>(list: T): T =>
    list.map((_, to) => list[order[to]!]!) as T;
  return { dots, places, classes: pick(flat.classes), areas: pick(flat.areas), ranks: pick(flat.ranks) };
}

/** The dots of a period, or none when the set does not have it. */
export function dotsIn(laid: LaidDots, period: string): ShownDots {
  const { dots, areas, classes, ranks } = laid;
  const p = dots.periods.indexOf(period);
  const shown = Uint32Array.from(ranks.keys()).filter(
    (i) => ranks[i]! < (dots.areas[areas[i]!]?.dots[classes[i]!]?.[p] ?? 0),
  );
  const places = new Float32Array(shown.length * 2);
  shown.forEach((from, to) => {
    places[to * 2] = laid.places[from * 2]!;
    places[to * 2 + 1] = laid.places[from * 2 + 1]!;
  });
  return { places, classes: Uint8Array.from(shown, (i) => classes[i]!) };
}

/** Why areas show no dots in a period, by code. */
export function withheldIn(dots: Dots, period: string): Map<string, Missing> {
  const p = dots.periods.indexOf(period);
  return new Map(
    dots.areas.flatMap(({ code, dots: byClass }): [string, Missing][] => {
      const n = byClass[0]?.[p] ?? 0;
      return n < 0 ? [[code, n === WITHHELD.suppressed ? 'suppressed' : 'unreliable']] : [];
    }),
  );
}

/** Number of dots by class in the whole city, or in one place of a level made of areas. */
export function dotCounts(
  dots: Dots,
  period: string,
  place: { level: Level; code: string; areas: readonly Area[] } | null,
): number[] {
  const p = dots.periods.indexOf(period);
  const parents = new Map(place?.areas.map((area) => [area.code, area.parents]));
  const within = (code: string): boolean => {
    if (!place || place.level === 'citta') return true;
    if (place.level === 'area') return code === place.code;
    return (parents.get(code) as Partial<Record<Level, string>> | undefined)?.[place.level] === place.code;
  };
  const counts = dots.classes.map(() => 0);
  for (const { code, dots: byClass } of dots.areas)
    if (within(code)) byClass.forEach((list, i) => (counts[i]! += Math.max(0, list[p] ?? 0)));
  return counts;
}
