import { expect, it, vi } from 'vitest';
import type { Area, Geography } from '../model/manifest';
import { fill } from './fill';
import { namesOf, pointsOf } from './points';
import type { Paint } from './states';

const area = (code: string, lon: number): Area => ({
  code,
  name: code,
  parents: {},
  point: [lon, 44.5],
  bbox: [lon, 44.4, lon, 44.6],
  km2: 1,
  neighbours: [],
});
const geography: Geography = { schemaVersion: 1, levels: { zona: [area('B', 11.4), area('A', 11.3)] } };
const codes = ({ features }: ReturnType<typeof namesOf>) => features.map(({ properties }) => properties.code);

it('puts the largest circle first and names from west to east', () => {
  const paints = new Map([['A', { radius: 4 } as Paint]]);
  expect(codes(pointsOf(geography, 'zona', paints))).toEqual(['A', 'B']);
  expect(codes(pointsOf(geography, 'zona', new Map()))).toEqual(['B', 'A']);
  expect(codes(namesOf(geography, 'zona'))).toEqual(['A', 'B']);
});

function fakeMap(loaded: boolean) {
  const looks = new Set<() => void>();
  const state = { loaded };
  return {
    state,
    looks,
    map: {
      getSource: () => ({ setData: vi.fn(() => Promise.resolve()) }),
      isSourceLoaded: () => state.loaded,
      on: (_: string, look: () => void) => void looks.add(look),
      off: (_: string, look: () => void) => void looks.delete(look),
    } as unknown as Parameters<typeof fill>[0],
  };
}

it('is filled only once the tiles have it', async () => {
  const { map, state, looks } = fakeMap(false);
  let done = false;
  const filled = fill(map, 'circles-zona', pointsOf(geography, 'zona', new Map())).then(() => (done = true));
  await new Promise((next) => setTimeout(next));
  for (const look of [...looks]) look();
  await new Promise((next) => setTimeout(next));
  expect([done, looks.size]).toEqual([false, 1]);
  state.loaded = true;
  for (const look of [...looks]) look();
  await filled;
  expect([done, looks.size]).toEqual([true, 0]);
});

it('is filled at once where no layer reads it', async () => {
  const { map, looks } = fakeMap(true);
  await fill(map, 'circles-zona', pointsOf(geography, 'zona', new Map()));
  expect(looks.size).toBe(0);
});
