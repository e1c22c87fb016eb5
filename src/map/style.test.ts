import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../model/ids';
import { ORDER, rank } from './order';
import { contrast, PALETTES } from './palette';
import { mapLayers, mapStyle, type Look } from './style';

const KINDS = ['choropleth', 'symbols'] as const;
const TILES = { areas: 'a://{z}/{x}/{y}', base: 'b://{z}/{x}/{y}' };
const LOOKS: Look[] = LEVELS.flatMap((level) =>
  KINDS.flatMap((kind) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      [false, true].map((places) => ({ level, kind, theme, places })),
    ),
  ),
);
const name = ({ level, kind, theme, places }: Look) => `${level} ${kind} ${theme}${places ? ' places' : ''}`;
const isSymbol = (layer: LayerSpecification): layer is SymbolLayerSpecification => layer.type === 'symbol';

describe.each(LOOKS.map((look) => [name(look), look] as const))('style %s', (_, look) => {
  const style = mapStyle(look, TILES);

  it('passes the official validator', () => {
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
  });

  it('stands in the stated order, every layer once', () => {
    const ids = style.layers.map(({ id }) => id);
    expect(ids.map(rank)).toEqual(ids.map(rank).sort((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks nothing of anybody: no glyphs, no sprite, only the page’s fonts', () => {
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    for (const layer of style.layers.filter(isSymbol)) {
      expect(layer.layout?.['text-font']).toContain('Titillium Web');
    }
  });

  it('joins every level by its code', () => {
    for (const level of LEVELS) {
      expect(style.sources['areas']).toHaveProperty(['promoteId', level], 'code');
    }
  });
});

describe('looks', () => {
  it('outline areas taken together below the hovered one, and nothing where none are', () => {
    const look = { level: 'area', kind: 'choropleth', theme: 'light', places: false } as const;
    const ids = (picked?: string[]) =>
      mapLayers({ ...look, ...(picked ? { picked } : {}) }).map(({ id }) => id);
    expect(ids().filter((id) => id.startsWith('picked'))).toEqual([]);
    const with2 = ids(['1', '25']);
    expect(with2.indexOf('picked:area')).toBeGreaterThan(0);
    expect(with2.indexOf('picked:area')).toBeLessThan(with2.indexOf('hover:area'));
    expect(validateStyleMin(mapStyle({ ...look, picked: ['1', '25'] }, TILES))).toEqual([]);
  });

  it('paint the level asked for and no other', () => {
    for (const level of LEVELS) {
      const fills = mapLayers({ level, kind: 'choropleth', theme: 'light', places: false }).filter(({ id }) =>
        id.startsWith('fill'),
      );
      expect(fills).toMatchObject([{ id: `fill:${level}`, 'source-layer': level }]);
    }
  });

  it('draw circles for counts only', () => {
    const kinds = KINDS.filter((kind) =>
      mapLayers({ level: 'zona', kind, theme: 'light', places: false }).some(({ type }) => type === 'circle'),
    );
    expect(kinds).toEqual(['symbols']);
  });

  it('differ by theme in paint only, so that night falls without a tile being laid out again', () => {
    const shape = (theme: 'light' | 'dark') =>
      mapLayers({ level: 'area', kind: 'choropleth', theme, places: false }).map(
        ({ paint: _, ...rest }) => rest,
      );
    expect(shape('dark')).toEqual(shape('light'));
  });

  it('use every kind of the order somewhere', () => {
    const used = new Set(LOOKS.flatMap((look) => mapLayers(look).map(({ id }) => id.split(':')[0])));
    expect([...ORDER].filter((kind) => !used.has(kind) && !/^(kind|deck|mark|picked)/.test(kind))).toEqual(
      [],
    );
  });
});

describe('lettering', () => {
  it.each(Object.entries(PALETTES))('of the %s flavour stands out from its halo (WCAG AA)', (_, palette) => {
    expect(contrast(palette.mutedInk, palette.halo)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.faintInk, palette.land)).toBeGreaterThanOrEqual(4.5);
  });
});

it('every level has its own source of points, and only layers of that level draw from it', () => {
  for (const level of LEVELS) {
    const style = mapStyle({ ...LOOKS[0]!, level, kind: 'symbols' }, TILES);
    const used = style.layers.flatMap((l) =>
      'source' in l && l.source.startsWith('points-') ? [l.source] : [],
    );
    expect(new Set(used)).toEqual(new Set([`points-${level}`]));
    expect(style.sources).toHaveProperty(`points-${level}`);
  }
});
