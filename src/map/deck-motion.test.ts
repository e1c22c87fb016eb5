import { describe, expect, it } from 'vitest';
import { beadsAt, trackOf } from './deck-motion';
import type { MotionPicture } from './deck-picture';

/** North for about 445 m, then east for about 318 m. */
const track = trackOf([11, 44.5, 11, 44.504, 11.004, 44.504]);
const picture = (counts: number[]): MotionPicture => ({
  kind: 'motion',
  tracks: [track, track],
  counts,
  colour: '#0080ff',
  moving: true,
});

it('measures a path in metres', () => {
  expect(track.run[1]).toBeCloseTo(444.8, 0);
  expect(track.run[2]! - track.run[1]!).toBeCloseTo(317.2, 0);
});

describe('beads', () => {
  it('are as many as said, on their path', () => {
    const { places, colours } = beadsAt(picture([5, 2]), 0);
    expect(places).toHaveLength(14);
    expect(colours).toHaveLength(28);
    for (let i = 0; i < 7; i++) {
      const [lon, lat] = [places[i * 2]!, places[i * 2 + 1]!];
      expect(Math.abs(lon - 11) < 1e-5 || Math.abs(lat - 44.504) < 1e-5).toBe(true);
    }
  });

  it('one more leaves the others where they are', () => {
    const [few, more] = [beadsAt(picture([3, 0]), 100), beadsAt(picture([4, 0]), 100)];
    expect([...more.places.slice(0, 6)]).toEqual([...few.places]);
  });

  it('begin again at the end of their stretch', () => {
    const length = track.run.at(-1)!;
    const [now, later] = [beadsAt(picture([3, 3]), 50), beadsAt(picture([3, 3]), 50 + length)];
    now.places.forEach((n, i) => expect(later.places[i]).toBeCloseTo(n, 4));
  });

  it('come and go softly', () => {
    const start = beadsAt(picture([1, 0]), 0);
    const middle = beadsAt(picture([1, 0]), 300);
    expect(start.colours[3]).toBe(0);
    expect(middle.colours[3]).toBeGreaterThan(200);
  });

  it('none where nothing was counted', () => {
    expect(beadsAt(picture([0, 0]), 10).places).toHaveLength(0);
  });
});
