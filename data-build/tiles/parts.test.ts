import { zxyToTileId } from 'pmtiles';
import { expect, it } from 'vitest';
import { planeX, planeY } from './grid';
import { onPath, partsOf } from './parts';

const bounds = [planeX(11.2), planeY(44.56), planeX(11.44), planeY(44.42)] as const;

it('follows the quadtree up and down, and nowhere else', () => {
  expect(onPath({ k: 3, x: 4, y: 2 }, { k: 5, x: 17, y: 9 })).toBe(true);
  expect(onPath({ k: 5, x: 17, y: 9 }, { k: 3, x: 4, y: 2 })).toBe(true);
  expect(onPath({ k: 3, x: 4, y: 2 }, { k: 5, x: 20, y: 9 })).toBe(false);
});

it('covers every tile of every zoom once, in ascending id', () => {
  for (const z of [5, 9, 12, 14]) {
    const parts = partsOf([...bounds], z, z);
    const ids: number[] = [];
    for (const { within } of parts) {
      if (!within) continue;
      const deep = z - within.k;
      const below: number[] = [];
      for (let x = within.x << deep; x < (within.x + 1) << deep; x++)
        for (let y = within.y << deep; y < (within.y + 1) << deep; y++) below.push(zxyToTileId(z, x, y));
      ids.push(...below.sort((a, b) => a - b));
    }
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    if (parts.length === 1) expect(parts[0]).toEqual({ z });
    else {
      const side = (v: number) => v >> (30 - z);
      for (let x = side(bounds[0]); x <= side(bounds[2]); x++)
        for (let y = side(bounds[1]); y <= side(bounds[3]); y++) expect(ids).toContain(zxyToTileId(z, x, y));
    }
  }
});

it('is the same whoever asks, and never more pieces than are worth it', () => {
  expect(partsOf([...bounds], 4, 14)).toEqual(partsOf([...bounds], 4, 14));
  for (let z = 4; z <= 14; z++) expect(partsOf([...bounds], z, z).length).toBeLessThanOrEqual(24);
});
