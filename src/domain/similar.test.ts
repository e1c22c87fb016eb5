import { describe, expect, it } from 'vitest';
import type { PackedCell } from '../model/cell';
import { fileOf, ofAreas } from './place-testing';
import { FEWEST_SHARED, similar } from './similar';

/** Twelve indicators over eight places: place 0 and 5 are twins, the others run away from them one step each. */
const STEP = [0, 4, 8, 12, 16, 0.2, 20, 24];
const vector = (gaps: Record<number, PackedCell> = {}) =>
  fileOf(
    ...Array.from({ length: 12 }, (_, k) =>
      ofAreas(
        `a.n${k}`,
        STEP.map((step, place) => (place in gaps && k < 3 ? gaps[place]! : 50 + step + k)),
        60,
        { vector: 'linear', called: { it: `cosa ${k}`, en: `thing ${k}` } },
      ),
    ),
  );

describe('likeness', () => {
  it('finds the twin first, then the next step, at most a quarter of the places', () => {
    const found = similar(vector(), 'area', 0);
    expect(found.map(({ at }) => at)).toEqual([5, 1]);
    expect(found[0]!.distance).toBeLessThan(found[1]!.distance);
  });

  it('is mutual', () => {
    const there = similar(vector(), 'area', 0).find(({ at }) => at === 5)!;
    const back = similar(vector(), 'area', 5).find(({ at }) => at === 0)!;
    expect(there.distance).toBe(back.distance);
  });

  it('leaves out what one of the two has no value for, and does not compare on fewer than ten', () => {
    expect(FEWEST_SHARED).toBe(10);
    expect(similar(vector({ 5: 's' }), 'area', 0).map(({ at }) => at)).not.toContain(5);
    const two = vector();
    for (const k of [0, 1]) two.indicators[k]!.levels.area!.cells[5] = 'u';
    expect(similar(two, 'area', 0)[0]!.at).toBe(5);
    expect(similar(vector({ 0: 'u' }), 'area', 0)).toEqual([]);
  });

  it('gives as reasons what sets both apart from the city, and the one in which they differ most', () => {
    const file = vector();
    file.indicators[7]!.levels.area!.cells[0] = 200;
    file.indicators[7]!.levels.area!.cells[5] = 200;
    file.indicators[4]!.levels.area!.cells[5] = 90;
    const [twin] = similar(file, 'area', 0);
    expect(twin!.agree[0]).toBe('a.n7');
    expect(twin!.differ).toBe('a.n4');
  });

  it('uses only the indicators of the vector', () => {
    const file = vector();
    for (const one of file.indicators.slice(0, 4)) delete one.vector;
    expect(similar(file, 'area', 0)).toEqual([]);
  });
});
