import { describe, expect, it } from 'vitest';
import type { PlaceNear } from '../model/place';
import { DETOUR, roundMetres, straightMetres, walkMinutes, walksFrom } from './walk';

/** Points east of a spot, in metres; a hundred-thousandth of a degree is 0.79 m at this latitude. */
const HERE = { lon: 11.34, lat: 44.49 };
const METRES_PER_DEGREE = 111_195 * Math.cos((44.49 * Math.PI) / 180);
const east = (metres: number) => Math.round((HERE.lon + metres / METRES_PER_DEGREE) * 1e5);
const kind = (metres: number[], names?: string[]): PlaceNear => {
  const x = metres.map(east);
  return {
    schemaVersion: 1,
    kinds: [
      {
        id: 'stop',
        period: '2019',
        x: x.map((value, i) => value - (x[i - 1] ?? 0)),
        y: metres.map((_, i) => (i === 0 ? 4_449_000 : 0)),
        ...(names ? { names } : {}),
      },
    ],
  };
};

describe('walks', () => {
  it('measures in a straight line and makes it longer as streets do', () => {
    expect(straightMetres(HERE, { lon: 11.34, lat: 44.5 })).toBeCloseTo(1112, 0);
    const [walk] = walksFrom(kind([100]), HERE);
    expect(walk!.nearest[0]!.metres / DETOUR).toBeCloseTo(100, -1);
  });

  it('counts within each limit by the walk, not by the line', () => {
    // 100, 250, 700 and 800 m become 130, 325, 910 and 1,040 m on foot.
    const [walk] = walksFrom(kind([100, 250, 700, 800]), HERE);
    expect(walk!.within).toEqual([1, 2, 3]);
  });

  it('lists a name once and nameless points one by one, nearest first', () => {
    const [walk] = walksFrom(kind([300, 310, 50, 900, 950], ['B', 'B', 'A', 'C', 'D']), HERE);
    expect(walk!.nearest.map((stop) => stop.name)).toEqual(['A', 'B', 'C']);
    const [nameless] = walksFrom(kind([100, 200]), HERE);
    expect(nameless!.nearest).toHaveLength(2);
  });

  it('promises no more precision than an estimate has', () => {
    expect(roundMetres(137)).toBe(140);
    expect(roundMetres(1240)).toBe(1200);
    expect(walkMinutes(20)).toBe(1);
    expect(walkMinutes(750)).toBe(10);
  });
});
