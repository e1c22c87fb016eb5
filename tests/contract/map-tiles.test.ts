import { describe, expect, it } from 'vitest';
import { openEdition } from '../../data-build/edition-reader';
import { areaLayers, AREAS_ZOOMS } from '../../data-build/steps/tiles';
import { BASE_ZOOMS, baseLayers, STREETS_FROM } from '../../data-build/steps/tiles-base';
import { LEVELS } from '../../src/model/ids';
import { mapLayers, ZOOMS } from '../../src/map/style';

const edition = openEdition(new URL('../../data-build/edition', import.meta.url).pathname);
const layers = LEVELS.flatMap((level) =>
  (['choropleth', 'symbols'] as const).flatMap((kind) =>
    mapLayers({ level, kind, theme: 'light', places: true }),
  ),
);

describe('the map asks for what the tiles have', () => {
  it('zooms', () => {
    expect(ZOOMS.areas).toEqual(AREAS_ZOOMS);
    expect(ZOOMS.base).toEqual(BASE_ZOOMS);
  });

  it('source layers', () => {
    const there: Record<string, string[]> = {
      areas: areaLayers(edition).map(({ name }) => name),
      base: baseLayers(edition).map(({ name }) => name),
    };
    for (const layer of layers) {
      if (!('source' in layer) || typeof layer['source-layer'] !== 'string') continue;
      expect(there[layer.source], layer.id).toContain(layer['source-layer']);
    }
  });

  it('streets of a rank only from the zoom on at which tiles hold them', () => {
    const ranks = { major: 1, main: 2, local: 3, minor: 4 };
    for (const [name, rank] of Object.entries(ranks)) {
      const threads = layers.filter(({ id }) => id === `streets-${name}` || id === `streets-${name}-line`);
      expect(threads.length).toBeGreaterThan(0);
      for (const { minzoom } of threads) expect(minzoom).toBeGreaterThanOrEqual(STREETS_FROM[rank]!);
    }
  });
});
