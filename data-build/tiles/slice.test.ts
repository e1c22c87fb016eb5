import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zxyToTileId } from 'pmtiles';
import { featureOf } from './cut';
import { BUFFER, EXTENT } from './grid';
import { ZoomPlan } from './plan';
import { slices } from './slice';
import { StoreBuilder } from './build-store';
import type { FeatureStore } from './store';

// Integers first: fast-check's doubles crowd around zero, and then nothing ever crosses a tile.
const between = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 1e4);
const lon = between(113_000, 114_000);
const lat = between(444_500, 445_200);
const step = between(-500, 500);
const lines = fc.array(fc.tuple(lon, lat, fc.array(fc.tuple(step, step), { maxLength: 4 })), {
  minLength: 1,
  maxLength: 15,
});

function storeOf(list: readonly (readonly [number, number, [number, number][]])[]): FeatureStore {
  const store = new StoreBuilder();
  const layer = store.addLayer({ name: 'a', minzoom: 0, maxzoom: 14, coverage: false, thin: false });
  list.forEach(([x, y, steps], id) => {
    const coordinates = [[x, y], ...steps.map(([dx, dy]) => [x + dx, y + dy])];
    const type = id % 3 === 0 || steps.length === 0 ? 'MultiPoint' : 'LineString';
    store.addGeoJson(layer, { type, coordinates } as never, { id, properties: {} });
  });
  return store.finish();
}

describe('slices', () => {
  it('finds the same features for the same tiles whether they go straight to their tiles or down the quadtree', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 8, max: 13 }), (list, z) => {
        const store = storeOf(list);
        const cut = (small: number) =>
          [...slices(new ZoomPlan(store, z), small)].map(
            ({ x, y, items }) => `${x}/${y}: ${items.map(featureOf).join(' ')}`,
          );
        expect(cut(4)).toEqual(cut(0));
      }),
      { seed: 10, numRuns: 200 },
    );
  });

  it('goes up the tile ids and keeps the order of features within a tile', () => {
    fc.assert(
      fc.property(lines, (list) => {
        let last = -1;
        for (const { x, y, items } of slices(new ZoomPlan(storeOf(list), 14))) {
          const id = zxyToTileId(14, x, y);
          expect(id).toBeGreaterThan(last);
          last = id;
          const features = items.map(featureOf);
          expect(features).toEqual(features.toSorted((a, b) => a - b));
        }
      }),
      { seed: 11 },
    );
  });

  it('hands out nothing beyond the buffer of a tile', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 9, max: 13 }), (list, z) => {
        const plan = new ZoomPlan(storeOf(list), z);
        const { boxes } = plan;
        for (const { x, y, items } of slices(plan)) {
          for (const item of items) {
            const [minX, minY, maxX, maxY] =
              typeof item === 'number' ? boxes.subarray(4 * item, 4 * item + 4) : item.box;
            expect(minX).toBeGreaterThanOrEqual(x * EXTENT - BUFFER);
            expect(minY).toBeGreaterThanOrEqual(y * EXTENT - BUFFER);
            expect(maxX).toBeLessThanOrEqual((x + 1) * EXTENT + BUFFER);
            expect(maxY).toBeLessThanOrEqual((y + 1) * EXTENT + BUFFER);
          }
        }
      }),
      { seed: 12 },
    );
  });
});
