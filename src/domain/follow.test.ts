import { describe, expect, it } from 'vitest';
import type { Level } from '../model/ids';
import type { Area, Geography } from '../model/manifest';
import { COMFORT, followedLevel, metresPerPixel, typicalSide } from './follow';

const area = (code: string, km2: number): Area => ({
  code,
  name: code,
  parents: {},
  point: [11.34, 44.5],
  bbox: [11.23, 44.42, 11.43, 44.56],
  km2,
  neighbours: [],
});
/** About the sizes of Bologna. */
const geography: Geography = {
  schemaVersion: 1,
  levels: {
    citta: [area('037006', 140)],
    quartiere: [area('1', 26)],
    zona: [area('A', 5.3)],
    area: [area('1', 0.1), area('2', 0.84), area('3', 20)],
    comune: [area('037001', 53)],
  },
};
const ALL: Level[] = ['quartiere', 'zona', 'area'];
const at = (zoom: number, lon = 11.34) => ({ zoom, lat: 44.5, lon });
const follow = (current: Level, zoom: number, offered = ALL) =>
  followedLevel(current, offered, geography, at(zoom)) ?? current;
/** Where a level's typical area is exactly comfortable. */
const limit = (level: Level) => Math.log2((COMFORT * metresPerPixel(at(0))) / typicalSide(geography, level));

it('the typical area is the median one', () => {
  expect(typicalSide(geography, 'area')).toBeCloseTo(Math.sqrt(0.84) * 1000);
});

describe('the level for a zoom', () => {
  it('goes from quartieri to zone to areas and back', () => {
    expect(follow('area', 9.8)).toBe('quartiere');
    expect(follow('quartiere', 11.5)).toBe('zona');
    expect(follow('zona', 13.5)).toBe('area');
    expect(follow('area', 11.5)).toBe('zona');
    expect(follow('quartiere', 15)).toBe('area');
  });

  it('does not flap: around a limit the present level holds, whichever it is', () => {
    for (const wobble of [-0.15, -0.05, 0, 0.05, 0.15]) {
      expect(follow('zona', limit('area') + wobble), `${wobble}`).toBe('zona');
      expect(follow('area', limit('area') + wobble), `${wobble}`).toBe('area');
    }
    expect(follow('zona', limit('area') + 0.25)).toBe('area');
    expect(follow('area', limit('area') - 0.25)).toBe('zona');
  });

  it('what it changes to, it keeps at the same zoom', () => {
    for (let zoom = 7; zoom < 17; zoom += 0.05)
      for (const level of ALL) {
        const next = follow(level, zoom);
        expect(follow(next, zoom), `${level} at ${zoom}`).toBe(next);
      }
  });

  it('takes only levels the indicator has; the coarsest stays however far out', () => {
    expect(follow('zona', 15, ['zona'])).toBe('zona');
    expect(follow('zona', 6, ['zona', 'area'])).toBe('zona');
    expect(follow('quartiere', 12.6, ['quartiere', 'area'])).toBe('area');
  });

  it('leaves the other partition and the city alone', () => {
    expect(followedLevel('prossimita', [...ALL, 'prossimita'], geography, at(15))).toBeNull();
    expect(followedLevel('citta', ['citta'], geography, at(15))).toBeNull();
  });
});

describe('with the comuni', () => {
  const both: Level[] = [...ALL, 'comune'];
  it('far out they come, close in the city does', () => {
    expect(follow('quartiere', 8.8, both)).toBe('comune');
    expect(follow('comune', 10.2, both)).toBe('quartiere');
    expect(follow('comune', 8.8, both)).toBe('comune');
  });
  it('past the city there is nothing else, however close', () => {
    expect(followedLevel('area', both, geography, at(13, 11.7))).toBe('comune');
    expect(followedLevel('comune', both, geography, at(13, 11.7))).toBeNull();
  });
});
