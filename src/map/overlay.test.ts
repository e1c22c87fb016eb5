import { expect, it, vi } from 'vitest';
import { OverlaySources } from './overlay';
import type { MapOverlay } from './spec';

const collection = () => ({ type: 'FeatureCollection' as const, features: [] });
const overlay = (data = collection()): MapOverlay => ({
  sources: { 'kind-points': { type: 'geojson', data } },
  layers: [],
});
function fakeMap() {
  const sources = new Map<string, { setData: ReturnType<typeof vi.fn> }>();
  return {
    sources,
    addSource: vi.fn((id: string) => void sources.set(id, { setData: vi.fn() })),
    getSource: (id: string) => sources.get(id),
    removeSource: vi.fn((id: string) => void sources.delete(id)),
  };
}

it('adds a source once, fills it anew only for other data, and takes it away when the overlay goes', () => {
  const map = fakeMap();
  const kept = new OverlaySources(map as never);
  const first = overlay();
  kept.add(first);
  kept.add(first);
  expect(map.addSource).toHaveBeenCalledTimes(1);
  expect(map.sources.get('kind-points')!.setData).not.toHaveBeenCalled();
  const second = overlay();
  kept.add(second);
  expect(map.sources.get('kind-points')!.setData).toHaveBeenCalledTimes(1);
  kept.drop(second);
  expect(map.removeSource).not.toHaveBeenCalled();
  kept.drop(null);
  expect(map.removeSource).toHaveBeenCalledWith('kind-points');
});

it('adds again what a rebuilt style has lost', () => {
  const map = fakeMap();
  const kept = new OverlaySources(map as never);
  const o = overlay();
  kept.add(o);
  map.sources.clear();
  kept.forget();
  kept.add(o);
  expect(map.addSource).toHaveBeenCalledTimes(2);
});
