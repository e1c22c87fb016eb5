import { describe, expect, it } from 'vitest';
import { fileOf, ofAreas, PLACES } from './place-testing';
import { profileOf, spotsAround, spotsInside, stripExtent } from './profile';

const share = () => 'share' as const;
const AREA = { level: 'area', code: '3' } as const;

describe('profile', () => {
  const column = [10, 11, 30, 's', 12, 13, 14, 15] as const;

  it('compares with the city as the atlas does: by the usual wavering and the printed digits', () => {
    const rows = (noise: number, city: number) =>
      profileOf(fileOf(ofAreas('a.b', [...column], city, { noise })), PLACES, AREA, share)[0]!;
    expect(rows(0, 12)).toMatchObject({ difference: 18, verdict: 'above', period: '2021' });
    expect(rows(18, 12).verdict).toBe('similar');
    expect(rows(0, 30.04).verdict).toBe('similar');
    expect(rows(0, 40).verdict).toBe('below');
  });

  it('compares a count with nothing', () => {
    const [row] = profileOf(fileOf(ofAreas('a.b', [...column], 900)), PLACES, AREA, () => 'count');
    expect(row).toMatchObject({ difference: null, verdict: 'unknown' });
    expect(row!.extent[1]).toBeLessThan(900);
  });

  it('borrows the figure of the smallest place around that has one, and says whose it is', () => {
    const zone = ofAreas('a.b', [], 20);
    zone.levels = { zona: { period: '2020', cells: [1, 2, 3, 4], city: 20, noise: [0, 0, 0, 0] } };
    const [row] = profileOf(fileOf(zone), PLACES, AREA, share);
    expect(row).toMatchObject({ cell: { value: 2 }, owner: { level: 'zona', code: 'B' }, period: '2020' });
  });

  it('says that there is nothing where only smaller places have it, and keeps the reason of a missing cell', () => {
    const [row] = profileOf(
      fileOf(ofAreas('a.b', [...column], 12)),
      PLACES,
      { level: 'zona', code: 'A' },
      share,
    );
    expect(row!.cell).toEqual({ missing: 'not-applicable' });
    const [hidden] = profileOf(
      fileOf(ofAreas('a.b', [...column], 12)),
      PLACES,
      { level: 'area', code: '4' },
      share,
    );
    expect(hidden).toMatchObject({ cell: { missing: 'suppressed' }, verdict: 'unknown' });
  });

  it('knows the ways up and down', () => {
    expect(spotsAround(PLACES, 'area', '5').map(({ code }) => code)).toEqual(['5', 'C', '12', '037006']);
    expect(spotsInside(PLACES, 'quartiere', '11').map(({ code }) => code)).toEqual(['A', 'B']);
    expect(spotsInside(PLACES, 'area', '1')).toEqual([]);
  });

  it('gives a strip ends that hold the place and are not set by two outliers', () => {
    const values = Array.from({ length: 101 }, (_, i) => i).concat(9999);
    const [low, high] = stripExtent(values, [50]);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(200);
    expect(stripExtent(values, [500])[1]).toBe(500);
    expect(stripExtent([4, 4, 4], [4])).toEqual([3, 5]);
  });
});
