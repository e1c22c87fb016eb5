import { expect, it } from 'vitest';
import { ORDER, rank, sortLayers } from './order';

it('ranks a layer by its kind, whatever its level', () => {
  expect(rank('fill:zona')).toBe(ORDER.indexOf('fill'));
  expect(rank('names')).toBe(ORDER.indexOf('names'));
  expect(rank('kind-count:schools')).toBe(ORDER.length - 1);
});

it('throws on a layer that is not in the list', () => {
  expect(() => rank('heatmap:area')).toThrow(/"heatmap:area" has no place/);
  expect(() => sortLayers([{ id: 'stray', type: 'background' }])).toThrow(RangeError);
});

it('keeps layers of one kind as they come', () => {
  const layers = ['names', 'fill:zona', 'fill:area', 'background'].map((id) => ({
    id,
    type: 'background' as const,
  }));
  expect(sortLayers(layers).map(({ id }) => id)).toEqual(['background', 'fill:zona', 'fill:area', 'names']);
});
