import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { mapLayers, type Look } from './style';
import { LayerSync } from './sync';

const LOOK: Look = { level: 'area', kind: 'choropleth', theme: 'light', places: false };

/** A stand-in for the engine's layer stack that notes every setter. */
function fakeMap(initial: readonly LayerSpecification[]) {
  let ids = initial.map(({ id }) => id);
  const hidden = new Set<string>();
  const calls: string[] = [];
  const note = (what: string) => (id: string, key: string) => void calls.push(`${what} ${id} ${key}`);
  return {
    calls,
    /** What can be seen, bottom to top. */
    ids: () => ids.filter((id) => !hidden.has(id)),
    all: () => ids,
    hidden,
    map: {
      addLayer: (layer: LayerSpecification, before?: string) => {
        if (ids.includes(layer.id)) throw new Error(`${layer.id} is there already`);
        const at = before ? ids.indexOf(before) : ids.length;
        ids = [...ids.slice(0, at), layer.id, ...ids.slice(at)];
      },
      removeLayer: (id: string) => void (ids = ids.filter((other) => other !== id)),
      getLayersOrder: () => ids,
      setPaintProperty: note('paint'),
      setLayoutProperty: (id: string, key: string, value: unknown) => {
        if (!ids.includes(id)) throw new Error(`${id} is not there`);
        if (key !== 'visibility') return void calls.push(`layout ${id} ${key}`);
        if (value === 'none') hidden.add(id);
        else hidden.delete(id);
      },
      setFilter: note('filter'),
      setLayerZoomRange: (id: string, min: number, max: number) =>
        void calls.push(`zoom ${id} ${min}-${max}`),
    },
  };
}
const start = (look: Look) => {
  const layers = mapLayers(look);
  const fake = fakeMap(layers);
  return { ...fake, sync: new LayerSync(fake.map as never, layers) };
};

describe('LayerSync', () => {
  it('does nothing for the same look', () => {
    const { sync, calls, ids } = start(LOOK);
    const before = ids();
    expect(sync.apply(mapLayers(LOOK))).toBe(false);
    expect(calls).toEqual([]);
    expect(ids()).toEqual(before);
  });

  it('changes the theme by paint alone', () => {
    const { sync, calls } = start(LOOK);
    sync.apply(mapLayers({ ...LOOK, theme: 'dark' }));
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter((call) => !call.startsWith('paint'))).toEqual([]);
  });

  it('keeps the former level’s colours below the new ones until it is told to retire them', () => {
    const { sync, ids } = start(LOOK);
    expect(sync.apply(mapLayers({ ...LOOK, level: 'zona' }))).toBe(true);
    expect(ids().indexOf('fill:area')).toBe(ids().indexOf('fill:zona') - 1);
    expect(ids()).not.toContain('names:area');
    sync.retire();
    expect(ids()).toEqual(mapLayers({ ...LOOK, level: 'zona' }).map(({ id }) => id));
  });

  it('hides a layer instead of removing it, and shows it again in the look it has then', () => {
    const { sync, ids, calls, hidden } = start(LOOK);
    sync.apply(mapLayers({ ...LOOK, level: 'zona' }));
    sync.retire();
    for (const id of ['names:area', 'fill:area', 'hover:area']) expect(hidden).toContain(id);
    sync.apply(mapLayers({ ...LOOK, theme: 'dark' }));
    sync.retire();
    expect([...hidden].every((id) => id.endsWith(':zona'))).toBe(true);
    for (const id of ['names:area', 'fill:area', 'hover:area']) expect(ids()).toContain(id);
    expect(calls).toContain('paint names:area text-halo-color');
  });

  it('removes an overlay’s layer whose source goes too, and keeps one that reads the areas', () => {
    const { sync, all, hidden } = start(LOOK);
    const name = { id: 'kind-name:scale', type: 'symbol', source: 'kind-scale' } as LayerSpecification;
    const block = { id: 'kind-raised', type: 'fill-extrusion', source: 'areas' } as LayerSpecification;
    sync.apply([...mapLayers(LOOK), name, block]);
    for (const { id } of [name, block]) expect(all()).toContain(id);
    sync.apply(mapLayers(LOOK));
    expect(all()).not.toContain(name.id);
    expect([...hidden]).toEqual([block.id]);
  });

  it('ends in the stated order after any walk through levels and kinds', () => {
    const { sync, ids } = start(LOOK);
    for (const look of [
      { ...LOOK, level: 'comune' as const },
      { ...LOOK, level: 'quartiere' as const, kind: 'symbols' as const },
      { ...LOOK, places: true },
      LOOK,
    ]) {
      sync.apply(mapLayers(look));
    }
    sync.retire();
    expect([...ids()].sort()).toEqual(
      mapLayers(LOOK)
        .map(({ id }) => id)
        .sort(),
    );
    expect(ids()).toEqual(mapLayers(LOOK).map(({ id }) => id));
  });

  it('moves zoom ranges when places are asked for', () => {
    const { sync, calls } = start(LOOK);
    sync.apply(mapLayers({ ...LOOK, places: true }));
    expect(calls).toContain('zoom cycleways 10-24');
  });
});
