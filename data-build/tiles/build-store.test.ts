import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoreBuilder } from './build-store';
import type { FeatureStore } from './store';

type Made = [lon: number, lat: number, id: number, name: string];
const made = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 110, max: 114 }),
    fc.integer({ min: 440, max: 444 }),
    fc.nat({ max: 50 }),
    fc.string(),
  ),
  { minLength: 1, maxLength: 20, selector: ([, , id]) => id },
);

function storeOf(list: readonly Made[]): FeatureStore {
  const builder = new StoreBuilder();
  const layer = builder.addLayer({ name: 'a', minzoom: 0, maxzoom: 14, coverage: false, thin: false });
  for (const [x, y, id, name] of list) {
    const [lon, lat] = [x / 10, y / 10];
    const type = id % 2 === 0 ? 'Point' : 'LineString';
    const coordinates =
      type === 'Point'
        ? [lon, lat]
        : [
            [lon, lat],
            [lon + 0.01, lat + 0.02],
          ];
    builder.addGeoJson(layer, { type, coordinates } as never, { id, properties: { name } });
  }
  return builder.finish();
}

describe('StoreBuilder', () => {
  it('lays everything out the same way in whichever order it came', () => {
    fc.assert(
      fc.property(made, (list) => {
        expect(storeOf(list.toReversed()).shared).toEqual(storeOf(list).shared);
      }),
      { seed: 31 },
    );
  });

  it('keeps each feature with its own geometry, box and words', () => {
    fc.assert(
      fc.property(made, (list) => {
        const store = storeOf(list);
        for (const one of list) {
          const alone = storeOf([one]);
          const f = list.findIndex((_, i) => store.idOf(i) === one[2]);
          expect(store.shapesAt(f, 14, 0)).toEqual(alone.shapesAt(0, 14, 0));
          expect([...store.boxesAt(12).subarray(4 * f, 4 * f + 4)]).toEqual([...alone.boxesAt(12)]);
          expect(wordOf(store, f)).toBe(wordOf(alone, 0));
        }
      }),
      { seed: 32 },
    );
  });

  it('names the type of a property once, whichever value came first', () => {
    const fields = (values: (string | number)[]) => {
      const builder = new StoreBuilder();
      const layer = builder.addLayer({ name: 'a', minzoom: 0, maxzoom: 1, coverage: false, thin: false });
      for (const b of values)
        builder.addGeoJson(layer, { type: 'Point', coordinates: [11, 44] }, { properties: { b, a: 1 } });
      return builder.tags.fieldsOf(layer);
    };
    expect(fields([1, 'x'])).toEqual({ a: 'Number', b: 'String' });
    expect(fields(['x', 1])).toEqual({ a: 'Number', b: 'String' });
    expect(Object.keys(fields([1]))).toEqual(['a', 'b']);
  });

  it('leaves a feature of no point out', () => {
    const builder = new StoreBuilder();
    const layer = builder.addLayer({ name: 'a', minzoom: 0, maxzoom: 1, coverage: false, thin: false });
    builder.addGeoJson(layer, { type: 'MultiPoint', coordinates: [] }, { properties: {} });
    builder.addGeoJson(layer, { type: 'Point', coordinates: [11, 44] }, { id: 5, properties: {} });
    expect(builder.finish().size).toBe(1);
  });
});

function wordOf(store: FeatureStore, f: number): string {
  const { bytes, starts } = store.valueWords;
  const word = store.tagStream[store.tagStart(f) + 1] as number;
  return Buffer.from(bytes.slice(starts[word], starts[word + 1])).toString('hex');
}
