import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { LEVELS, type Level } from '../model/ids';
import { borders } from './layers/borders';
import { choropleth } from './layers/choropleth';
import { AREAS, BASE, circlesAt, type LayerContext, type LayerFactory, pointsAt } from './layers/context';
import { ground } from './layers/ground';
import { highlight } from './layers/highlight';
import { labels } from './layers/names';
import { places } from './layers/places';
import { streets } from './layers/streets';
import { symbols } from './layers/symbols';
import { sortLayers } from './order';
import { PALETTES } from './palette';

const FACTORIES: readonly LayerFactory[] = [
  ground,
  choropleth,
  places,
  streets,
  borders,
  symbols,
  highlight,
  labels,
];

export type Look = Omit<LayerContext, 'palette'>;

/** Every layer of a look, bottom to top. Throws on a layer without a place in order.ts. */
export function mapLayers(look: Look): LayerSpecification[] {
  const context: LayerContext = { ...look, palette: PALETTES[look.theme] };
  return sortLayers(FACTORIES.flatMap((factory) => factory(context)));
}

/** Tile address templates of the two archives, `scheme://{z}/{x}/{y}`. */
export interface TileUrls {
  readonly areas: string;
  readonly base: string;
}

/** Zoom ranges of the archives: see docs/tiles.md. Beyond maxzoom the engine draws the last tile larger. */
export const ZOOMS = { areas: { minzoom: 5, maxzoom: 14 }, base: { minzoom: 9, maxzoom: 14 } } as const;

const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * The whole map as data: no address but the two archives, no sprite, and no `glyphs`, so that the engine letters with the
 * page's own web fonts named in `text-font` (MapLibre ≥ 5.11). Names are the official ones in both languages, so the
 * style knows no language. `transitionMs`: how long night takes to fall, 0 for reduced motion. `points`: where a level's names stand.
 */
export function mapStyle(
  look: Look,
  tiles: TileUrls,
  transitionMs = 200,
  points: (level: Level) => FeatureCollection = () => NONE,
): StyleSpecification {
  return {
    version: 8,
    name: `atlante-${look.theme}`,
    transition: { duration: transitionMs, delay: 0 },
    sources: {
      [AREAS]: {
        type: 'vector',
        tiles: [tiles.areas],
        ...ZOOMS.areas,
        promoteId: Object.fromEntries(LEVELS.map((level) => [level, 'code'])),
      },
      [BASE]: { type: 'vector', tiles: [tiles.base], ...ZOOMS.base },
      ...Object.fromEntries(
        LEVELS.flatMap((level) => [
          [pointsAt(level), { type: 'geojson' as const, promoteId: 'code', data: points(level) }],
          [circlesAt(level), { type: 'geojson' as const, promoteId: 'code', data: NONE }],
        ]),
      ),
    },
    layers: mapLayers(look),
  };
}
